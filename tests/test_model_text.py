"""The model protocols: what they say, how they say it, and whose words they are."""

import re
from collections import Counter
from pathlib import Path

import pytest

from model_text import ADOPTED, DRAFT, LOCAL, LONGEST, prose, read, tokens
from protobuild.model.clause import Clause
from protobuild.model.protocol import Section, holds, unsaid
from protobuild.model.provisions import catalogue, required
from protobuild.store.format import format_text

EACH = pytest.mark.parametrize(
    "folder", [DRAFT, ADOPTED / "protocol", LOCAL], ids=["draft", "adopted", "local"]
)

LENGTHS = {DRAFT: (4500, 5500), LOCAL: (2500, 3500)}
"""Words: long enough to be complete, short enough to be read."""

GENDERED = re.compile(
    r"\b(he|she|him|her|his|hers|himself|herself|chairm[ae]n|spokesm[ae]n|layman|manpower|mankind)\b"
)
ELSEWHERE = {
    "ward-members-kept-informed",  # moved beside the rules on information
    "terms-used-one-way",  # three matters that readers look for at the beginning
    "bodies-and-posts-that-exist",
    "order-of-precedence",
    "social-media-policy-named",  # with the media
    "training-on-this-protocol",  # three that belong to how the protocol is looked after
    "training-by-scenarios",
    "adoption-recorded",
}
"""Provisions that stand in a section of another kind than the catalogue's, each for a reason."""

IN_A_SMALL_COUNCIL = {
    "reply-time",  # with how to make contact
    "holding-reply",
    "missed-reply-time",
    "reasonable-demands",
    "closeness-has-limits",  # with the roles of chairs and officers
    "author-answers-for-the-report",
    "members-may-challenge-performance",  # with employment
    "duty-to-raise-fraud",
    "whistleblower-protection",
    "whistleblowing-policy-named",
    "model-adapted-from",  # with the review
}
"""Provisions that a local council's shorter text puts with their neighbours."""

RUN = 8
"""Words in a row that, if shared with a published protocol, are not our own."""


def in_force(folder: Path) -> list[tuple[Section, Clause]]:
    """Return the clauses that the council's facts leave in, each with its section."""
    protocol = read(folder)
    facts = protocol.manifest.facts
    return [
        (section, clause)
        for section, clause in protocol.clauses()
        if holds(section.applies_if, facts) and holds(clause.applies_if, facts)
    ]


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", words)


def runs_of(words: str) -> set[tuple[str, ...]]:
    told = tokens(words)
    return {tuple(told[start : start + RUN]) for start in range(len(told) - RUN + 1)}


@EACH
def test_it_is_valid_with_nothing_missing_and_nothing_waived(folder):
    protocol = read(folder)
    assert protocol.manifest.profile == protocol.manifest.council.tier
    assert not protocol.manifest.gaps and not protocol.manifest.waivers
    assert unsaid(protocol) == ()


@EACH
def test_every_required_provision_is_claimed_once_in_its_own_kind_of_section(folder):
    claimed = [(slug, section.kind) for section, clause in in_force(folder) for slug in clause.provides]
    assert max(Counter(slug for slug, _ in claimed).values()) == 1
    assert {row.slug for row in required(read(folder).manifest.profile)} <= {slug for slug, _ in claimed}
    elsewhere = {slug for slug, kind in claimed if catalogue()[slug].kind != kind}
    assert elsewhere <= ELSEWHERE | (IN_A_SMALL_COUNCIL if folder == LOCAL else set())


@EACH
def test_what_holds_on_a_condition_is_said_where_the_condition_holds(folder):
    claimed = {slug for _, clause in in_force(folder) for slug in clause.provides}
    manifest = read(folder).manifest
    asked = {row for row in catalogue().values() if getattr(row, manifest.profile) == "conditional"}
    assert {row.slug for row in asked if holds(row.when, manifest.facts)} <= claimed


@EACH
def test_every_id_is_used_once_and_never_again(folder):
    protocol = read(folder)
    used = Counter(protocol.ids())
    assert [id for id, times in used.items() if times > 1] == []
    assert not set(protocol.manifest.retired) & set(used)


@EACH
def test_every_file_of_the_folder_is_a_section(folder):
    named = {"protocol", "numbers", *read(folder).manifest.sections}
    assert {path.stem for path in folder.glob("*.yaml")} <= named


@EACH
def test_every_file_is_laid_out_as_format_does_it(folder):
    kept = {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}
    assert {name: format_text(text.encode(), name) for name, text in kept.items()} == kept


@EACH
def test_every_reference_prints_words(folder):
    assert not [words for words in prose(folder) if "[[" in words or "]]" in words]


@EACH
def test_every_role_and_document_of_the_register_is_used(folder):
    protocol = read(folder)
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("*.yaml"))
    steps = [step for _, clause in protocol.clauses() if clause.procedure for step in clause.procedure.steps]
    acting = {name for step in steps for name in (step.actor, step.to, step.instead) if name}
    assert acting <= set(protocol.manifest.roles)
    named = set(re.findall(r"\[\[(?:role|doc):([a-z-]+)\]\]", text)) | acting
    assert named == set(protocol.manifest.roles) | set(protocol.manifest.documents)


@EACH
def test_a_post_is_always_named_through_the_register(folder):
    titles = [role.title for name, role in read(folder).manifest.roles.items() if " " in role.title]
    sources = {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}
    del sources["protocol.yaml"]
    assert [(name, title) for name, text in sources.items() for title in titles if title in text] == []


@EACH
def test_no_sentence_is_long(folder):
    long = [line for words in prose(folder) for line in sentences(words) if len(line.split()) > LONGEST]
    assert long == []


@EACH
def test_a_sentence_has_a_line_of_its_own(folder):
    lines = [line.strip() for path in folder.glob("*.yaml") for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if re.search(r"[a-z\])][.?!] [A-Z]", line) and "note:" not in line] == []


@EACH
def test_no_word_tells_a_person_their_gender(folder):
    said = " ".join(prose(folder)).lower()
    assert GENDERED.findall(said) == []
    assert GENDERED.findall("Each member and his or her chairman".lower()) == ["his", "her", "chairman"]


@EACH
def test_shall_and_will_are_not_used_for_duties(folder):
    assert re.findall(r"\b(shall|will)\b", " ".join(prose(folder)).lower()) == []


@EACH
def test_both_sides_are_bound(folder):
    said = " ".join(prose(folder))
    force = r"[^.:;]*?\b(?:must|should)\b"
    members = len(re.findall(rf"\b(?:[Mm]ember|[Cc]ouncillor)s?\b(?! and officers){force}", said))
    officers = len(re.findall(rf"\b(?:[Oo]fficers?|Clerk)\b{force}", said))
    both = len(re.findall(rf"(?:Members|Councillors) and officers{force}", said))
    assert both >= 8
    assert 0.6 <= members / officers <= 1.6, (members, officers)


@EACH
def test_each_side_has_a_list_and_a_procedure(folder):
    clauses = [clause for _, clause in read(folder).clauses()]
    lists = {clause.expectations.of: clause.listed for clause in clauses if clause.expectations}
    routes = {clause.procedure.for_: clause.listed for clause in clauses if clause.procedure}
    assert set(lists) == {"members", "officers", "both"} and {"members", "officers"} <= set(routes)
    assert all(len(items) >= 5 for items in lists.values())
    assert len(routes["members"]) == len(routes["officers"]) >= 2


@EACH
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


@EACH
def test_a_typed_time_limit_is_the_one_printed(folder):
    for _, clause in read(folder).clauses():
        if clause.response_time:
            days = "day" if clause.response_time.value == 1 else "days"
            assert f"within {clause.response_time.value} working {days}" in clause.response_time.text
        for step in clause.procedure.steps if clause.procedure else ():
            assert step.within in step.text


@pytest.mark.parametrize("folder", LENGTHS, ids=lambda folder: folder.name)
def test_the_text_has_the_length_of_a_real_protocol(folder):
    fewest, most = LENGTHS[folder]
    assert fewest <= sum(len(words.split()) for words in prose(folder)) <= most


@pytest.mark.corpus
def test_no_eight_words_in_a_row_are_taken_from_a_real_protocol(corpus):
    real = [path for path in sorted(corpus.rglob("*")) if path.suffix in {".md", ".txt", ".yaml"}]
    taken = {run for path in real if path.name != "README.md" for run in runs_of(path.read_text("utf-8"))}
    assert len(taken) > 20_000
    ours = [*prose(DRAFT), *prose(ADOPTED / "protocol"), *prose(LOCAL)]
    ours += [part for row in catalogue().values() for part in (row.says, row.why, row.example)]
    assert sorted(" ".join(run) for words in ours for run in runs_of(words) & taken) == []


@EACH
def test_no_real_address_is_given(folder):
    manifest = read(folder).manifest
    addresses = [manifest.address, *(document.address for document in manifest.documents.values())]
    examples = ("https://www.example.gov.uk/", "https://www.town-council.example/")
    assert [address for address in addresses if not address.startswith(examples)] == []
