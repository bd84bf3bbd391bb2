"""The model protocol and the catalogue: what they say, how they say it, and whose words they are."""

import datetime as dt
import importlib.util
import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from protobuild.life.meaning import meaning
from protobuild.life.notes import Note
from protobuild.life.record import Record
from protobuild.model.assemble import assemble
from protobuild.model.kinds import KINDS
from protobuild.model.outline import Entry, Kind
from protobuild.model.protocol import Protocol, unsaid
from protobuild.model.provisions import Basis, Need, catalogue, required
from protobuild.model.runs import plain
from protobuild.store.yaml import read_yaml

ROOT = Path(__file__).resolve().parents[1]
DRAFT = ROOT / "protocol"
ADOPTED = ROOT / "changelog" / "2026-05-14-council"
BOTH = pytest.mark.parametrize("folder", [DRAFT, ADOPTED / "protocol"], ids=["draft", "adopted"])

LONGEST = 35
"""Words. Longer sentences are hard to follow when read out."""

GENDERED = re.compile(
    r"\b(he|she|him|her|his|hers|himself|herself|chairm[ae]n|spokesm[ae]n|layman|manpower|mankind)\b"
)
RUN = 8
"""Words in a row that, if shared with a published protocol, are not our own."""


def authored(path: Path) -> dict:
    raw = read_yaml(path.name, path.read_bytes())
    assert not raw.findings
    return raw.data


@cache
def read(folder: Path) -> Protocol:
    manifest = authored(folder / "protocol.yaml")
    sections = [{"id": name} | authored(folder / f"{name}.yaml") for name in manifest["sections"]]
    return Protocol.model_validate({"manifest": manifest, "sections": sections})


def entries(folder: Path) -> tuple[Entry, ...]:
    return assemble(read(folder)).entries


def prose(folder: Path) -> list[str]:
    """Return every stretch of words a reader sees."""
    seen = (plain(runs) for entry in entries(folder) for runs in (entry.heading, entry.body))
    return [words for words in seen if words]


def compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_provisions", ROOT / "tools/compile_provisions.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", words)


def tokens(words: str) -> list[str]:
    folded = re.sub(r"['’]", "", words.lower()).replace("councillor", "member")
    return re.findall(r"[a-z0-9]+", folded)


def runs_of(words: str) -> set[tuple[str, ...]]:
    told = tokens(words)
    return {tuple(told[start : start + RUN]) for start in range(len(told) - RUN + 1)}


# The catalogue


def test_the_compiled_catalogue_is_fresh():
    tool = compiler()
    assert tool.COMPILED.read_text("utf-8") == tool.compiled(), "run: python tools/compile_provisions.py"


def test_the_catalogue_holds_every_provision_of_the_eleven_kinds_once():
    counts = Counter(row.kind for row in catalogue().values())
    assert set(counts) == set(KINDS) - {"other"}
    assert counts.total() == 78
    assert len({row.ref for row in catalogue().values()}) == 78


@pytest.mark.parametrize("row", catalogue().values(), ids=lambda row: row.slug)
def test_a_provision_is_told_in_full(row):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.slug) and len(row.slug) <= 60
    assert re.fullmatch(r"MOP-[A-Z]{3}-\d\d", row.ref)
    assert row.basis in get_args(Basis)
    assert row.principal in get_args(Need) and row.local in get_args(Need)
    assert row.nations and set(row.nations) <= {"england", "wales", "scotland", "northern-ireland"}
    assert not re.match(r"(that|what|how|who|whom|to whom|when|where|why)\b", row.says)
    assert not row.says.endswith(".")
    assert row.authority and row.why.endswith(".") and row.example.endswith(".")
    assert all(len(tokens(part)) <= LONGEST for part in (row.says, row.why, row.example))


def test_only_what_was_read_is_marked_as_read():
    read_in_full = [row for row in catalogue().values() if row.read]
    assert read_in_full
    assert {row.basis for row in read_in_full} == {"statute"}
    assert all(re.search(r"section|regulation", row.authority) for row in read_in_full)


def test_practice_reaches_every_nation_and_english_law_does_not():
    for row in catalogue().values():
        assert (row.basis == "practice") == (len(row.nations) == 4), row.slug


# The model protocol and its adopted version


@BOTH
def test_it_is_valid_with_nothing_missing_and_nothing_waived(folder):
    protocol = read(folder)
    assert protocol.manifest.profile == "principal"
    assert not protocol.manifest.gaps and not protocol.manifest.waivers
    assert unsaid(protocol) == ()


@BOTH
def test_every_required_provision_is_claimed_once_in_its_own_kind_of_section(folder):
    protocol = read(folder)
    claimed = [(slug, section.kind) for section, clause in protocol.clauses() for slug in clause.provides]
    assert max(Counter(slug for slug, _ in claimed).values()) == 1
    assert {row.slug for row in required("principal")} <= {slug for slug, _ in claimed}
    elsewhere = {slug for slug, kind in claimed if catalogue()[slug].kind != kind}
    assert elsewhere <= {"ward-members-kept-informed"}  # moved beside the rules on information


@BOTH
def test_every_kind_of_section_has_its_example(folder):
    assert {section.kind for section in read(folder).sections} == set(KINDS) - {"other"}


@BOTH
def test_every_id_is_used_once_and_never_again(folder):
    protocol = read(folder)
    used = Counter(protocol.ids())
    assert [id for id, times in used.items() if times > 1] == []
    assert not set(protocol.manifest.retired) & set(used)


@BOTH
def test_every_file_of_the_folder_is_a_section(folder):
    named = {"protocol", "numbers", *read(folder).manifest.sections}
    assert {path.stem for path in folder.glob("*.yaml")} <= named


@BOTH
def test_every_reference_prints_words(folder):
    assert not [words for words in prose(folder) if "[[" in words or "]]" in words]


@BOTH
def test_every_role_and_document_of_the_register_is_used(folder):
    protocol = read(folder)
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("*.yaml"))
    steps = [step for _, clause in protocol.clauses() if clause.procedure for step in clause.procedure.steps]
    acting = {name for step in steps for name in (step.actor, step.to, step.instead) if name}
    assert acting <= set(protocol.manifest.roles)
    named = set(re.findall(r"\[\[(?:role|doc):([a-z-]+)\]\]", text)) | acting
    assert named == set(protocol.manifest.roles) | set(protocol.manifest.documents)


@BOTH
def test_a_post_is_always_named_through_the_register(folder):
    titles = [role.title for name, role in read(folder).manifest.roles.items() if " " in role.title]
    sources = {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}
    del sources["protocol.yaml"]
    assert [(name, title) for name, text in sources.items() for title in titles if title in text] == []


@BOTH
def test_no_sentence_is_long(folder):
    long = [line for words in prose(folder) for line in sentences(words) if len(line.split()) > LONGEST]
    assert long == []


@BOTH
def test_a_sentence_has_a_line_of_its_own(folder):
    lines = [line.strip() for path in folder.glob("*.yaml") for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if re.search(r"[a-z\])][.?!] [A-Z]", line) and "note:" not in line] == []


@BOTH
def test_no_word_tells_a_person_their_gender(folder):
    said = " ".join(prose(folder)).lower()
    assert GENDERED.findall(said) == []
    assert GENDERED.findall("Each member and his or her chairman".lower()) == ["his", "her", "chairman"]


@BOTH
def test_shall_and_will_are_not_used_for_duties(folder):
    assert re.findall(r"\b(shall|will)\b", " ".join(prose(folder)).lower()) == []


@BOTH
def test_both_sides_are_bound(folder):
    said = " ".join(prose(folder))
    force = r"[^.:;]*?\b(?:must|should)\b"
    members = len(re.findall(rf"\b[Mm]embers?\b(?! and officers){force}", said))
    officers = len(re.findall(rf"\b[Oo]fficers?\b{force}", said))
    both = len(re.findall(rf"Members and officers{force}", said))
    assert both >= 8
    assert 0.6 <= members / officers <= 1.6, (members, officers)


@BOTH
def test_each_side_has_a_list_and_a_procedure(folder):
    clauses = [clause for _, clause in read(folder).clauses()]
    lists = {clause.expectations.of: clause.listed for clause in clauses if clause.expectations}
    routes = {clause.procedure.for_: clause.listed for clause in clauses if clause.procedure}
    assert set(lists) == {"members", "officers", "both"} and set(routes) == {"members", "officers"}
    assert all(len(items) >= 5 for items in lists.values())
    assert len(routes["members"]) == len(routes["officers"]) >= 2


@BOTH
def test_the_nine_protected_characteristics_are_all_named(folder):
    clause = next(clause for _, clause in read(folder).clauses() if clause.id == "discrimination")
    assert [item.id for item in clause.listed] == [
        "age",
        "disability",
        "gender-reassignment",
        "marriage-and-civil-partnership",
        "pregnancy-and-maternity",
        "race",
        "religion-or-belief",
        "sex",
        "sexual-orientation",
    ]


@BOTH
def test_a_typed_time_limit_is_the_one_printed(folder):
    for _, clause in read(folder).clauses():
        if clause.response_time:
            days = "day" if clause.response_time.value == 1 else "days"
            assert f"within {clause.response_time.value} working {days}" in clause.response_time.text
        for step in clause.procedure.steps if clause.procedure else ():
            assert step.within in step.text


def test_the_text_has_the_length_of_a_real_protocol():
    assert 2500 <= sum(len(words.split()) for words in prose(DRAFT)) <= 3500


# The amendment


def told(folder: Path) -> dict[str, tuple[str, str]]:
    """Return by id what each provision says and the section it stands in, references left as ids."""
    out: dict[str, tuple[str, str]] = {}
    section = last = ""
    for entry in entries(folder):
        section = entry.id if entry.kind is Kind.SECTION else section
        last = entry.id or last
        words = " ".join(f"[[{run.ref}]]" if run.ref else run.text for run in (*entry.heading, *entry.body))
        out[last] = (f"{out[last][0]} | {words}" if last in out else words, section)
    return out


def test_the_draft_differs_by_the_intended_amendments_and_no_others():
    old, new = told(ADOPTED / "protocol"), told(DRAFT)
    assert set(old) - set(new) == {"same-form", "undue-pressure"}
    assert set(new) - set(old) == {"missed-reply"}
    kept = set(old) & set(new)
    assert {id for id in kept if old[id][0] != new[id][0]} == {
        "declare",
        "impartiality",
        "officers-too",
        "proper-place",
        "reply-time",
        "use-plain-words",
        "who-does-what",
    }
    elsewhere = {id for id in kept if old[id][1] != new[id][1]}
    assert elsewhere == {id for id in kept if old[id][1] == "undue-pressure"} | {"ward-members"}


def test_the_draft_makes_a_duty_of_an_expectation_and_shortens_a_time():
    old, new = told(ADOPTED / "protocol"), told(DRAFT)
    assert old["declare"][0].replace("should tell", "must tell") == new["declare"][0]
    assert old["reply-time"][0].replace("within 10", "within 5") == new["reply-time"][0]
    assert old["who-does-what"][0].replace("once a year", "four times a year") == new["who-does-what"][0]


def test_what_the_draft_dropped_is_retired():
    assert set(read(DRAFT).manifest.retired) == {"same-form", "undue-pressure"}


def notes() -> dict[str, Note]:
    return {
        path.stem: Note.model_validate(authored(path))
        for path in sorted(DRAFT.parent.glob("changelog/next/*.yaml"))
    }


def test_every_amendment_has_one_reason_a_proposer_and_somebody_asked():
    explained = Counter(id for note in notes().values() for id in note.clauses)
    assert explained == Counter(
        [
            "declare",
            "impartiality",
            "missed-reply",
            "officers-too",
            "proper-place",
            "reply-time",
            "same-form",
            "undue-pressure",
            "use-plain-words",
            "ward-members",
            "who-does-what",
        ]
    )
    for name, note in notes().items():
        assert note.reason.strip().endswith("."), name
        assert note.proposer and note.consultation, name


def test_every_consultation_came_after_the_adoption():
    days = [dt.date.fromisoformat(asked.when) for note in notes().values() for asked in note.consultation]
    assert days and min(days) > dt.date(2026, 5, 14)


def test_the_record_tells_who_adopted_it_and_from_when_it_counts():
    record = Record.model_validate(authored(ADOPTED / "record.yaml"))
    assert (record.body, record.minute) == ("Full Council", "23")
    assert record.adopted < record.counts_from == dt.date(2026, 5, 18)
    assert ADOPTED.name.startswith(record.adopted.isoformat())
    assert record.meaning == meaning(assemble(read(ADOPTED / "protocol")))
    assert read(ADOPTED / "protocol").manifest.status == "in force"
    assert read(DRAFT).manifest.status == "draft"


# Whose words they are


@pytest.mark.corpus
def test_no_eight_words_in_a_row_are_taken_from_a_real_protocol(corpus):
    real = [path for path in sorted(corpus.rglob("*")) if path.suffix in {".md", ".txt", ".yaml"}]
    taken = {run for path in real if path.name != "README.md" for run in runs_of(path.read_text("utf-8"))}
    assert len(taken) > 20_000
    ours = [*prose(DRAFT), *prose(ADOPTED / "protocol")]
    ours += [part for row in catalogue().values() for part in (row.says, row.why, row.example)]
    assert sorted(" ".join(run) for words in ours for run in runs_of(words) & taken) == []


def test_no_real_address_is_given():
    addresses = [document.address for document in read(DRAFT).manifest.documents.values()]
    assert all(address.startswith("https://www.example.gov.uk/") for address in addresses)
