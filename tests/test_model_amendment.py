"""The draft amendment of the model protocol: what it changes, why, and what it starts from."""

import datetime as dt
from collections import Counter
from pathlib import Path

from model_text import ADOPTED, DRAFT, ROOT, authored, entries, read
from protobuild.life.meaning import meaning
from protobuild.life.notes import Note
from protobuild.life.record import Record
from protobuild.model.assemble import assemble
from protobuild.model.outline import Kind


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
        path.stem: Note.model_validate(authored(path)) for path in sorted(ROOT.glob("changelog/next/*.yaml"))
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
