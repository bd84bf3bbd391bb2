"""A file with tracked changes gives both texts under the same ids, and notes on who changed what."""

from __future__ import annotations

from protobuild.interchange.docx.both import Both, read_both
from word_files import LEGAL, WHO, gone, ins, p, r, row, table, word

HEAD = p("Protocol", style="Title") + p("Advice", style="Heading1", num="0:7")


def both(body: str, **parts: str) -> Both:
    return read_both("a.docx", word(HEAD + body, numbering=LEGAL, **parts), lambda old: old)


def ids(found: Both) -> tuple[list[str], list[str]]:
    old, new = (
        [each["id"] for section in side.sections for each in section["clauses"]]
        for side in (found.old, found.new)
    )
    return old, new


def test_a_provision_has_one_id_however_it_was_reworded() -> None:
    found = both(
        p(gone("Members may ask the clerk.") + ins("Anybody can obtain guidance."), num="1:7")
        + p("Officers answer.", num="1:7")
    )
    old, new = ids(found)
    assert old == new
    assert found.notes == (
        {
            "clauses": [old[0]],
            "reason": "Tracked in Word on 3 May 2026; no reason is given in the file.",
            "proposer": "A Drafter",
        },
    )


def test_an_inserted_provision_takes_no_id_of_another() -> None:
    found = both(
        p(ins("Members ask twice."), num="1:7", mark="ins")
        + p("Members ask.", num="1:7")
        + p(gone("Members ask often."), num="1:7", mark="del")
    )
    old, new = ids(found)
    assert (old[0], len(set(old) | set(new))) == (new[1], 3)
    (note,) = found.notes
    assert note["clauses"] == [new[0], old[1]]


def test_a_moved_provision_keeps_its_id() -> None:
    move = '<w:move{0}Range{1} w:id="{2}" w:name="m1" w:author="A Drafter"/>'
    went = p(f"<w:moveFrom {WHO}>{r('Members ask.')}</w:moveFrom>", num="1:7", mark="moveFrom")
    came = p(f"<w:moveTo {WHO}>{r('Members ask.')}</w:moveTo>", num="1:7", mark="moveTo")
    found = both(
        move.format("From", "Start", 5)
        + went
        + move.format("From", "End", 5)
        + p("Officers answer.", num="1:7")
        + move.format("To", "Start", 6)
        + came
        + move.format("To", "End", 6)
    )
    old, new = ids(found)
    assert new == old[::-1]
    assert found.notes[0]["clauses"] == [old[0]]


def test_a_comment_on_a_change_is_its_reason() -> None:
    by = 'w:id="4" w:author="A Reader" w:date="2026-05-09T09:00:00Z"'
    comment = f"<w:comment {by}>{p('So that it binds.')}</w:comment>"
    anchored = (
        '<w:commentRangeStart w:id="4"/>'
        + r("Members ")
        + gone("may")
        + ins("must")
        + '<w:commentRangeEnd w:id="4"/>'
    )
    unchanged = p("<w:r/>" + '<w:commentReference w:id="5"/>' + r("Officers answer."), num="1:7")
    idle = f'<w:comment w:id="5" w:author="A Reader">{p("Good.")}</w:comment>'
    found = both(p(f"<w:r/>{anchored}{r(' ask.')}", num="1:7") + unchanged, comments=comment + idle)
    (note,) = found.notes
    assert note == {
        "clauses": [ids(found)[1][0]],
        "reason": "So that it binds.",
        "proposer": "A Reader (comment of 9 May 2026)",
    }


def test_a_change_to_a_row_is_a_change_to_its_table() -> None:
    found = both(p("Who:", num="1:7") + table(row("a", "b"), row("c", "d"), row("e", "f", mark="ins")))
    (note,) = found.notes
    assert note["clauses"] == [ids(found)[1][1]]


def test_ids_of_an_earlier_version_reach_both_sides() -> None:
    from dataclasses import replace

    from protobuild.interchange.carry import carry_ids
    from protobuild.interchange.document import Imported

    def carry(old: Imported) -> Imported:
        (id,) = (id for id, label in old.numbers.items() if label == "1.1")
        return replace(carry_ids(old, {id: "lasting"}))

    body = p(r("Members ") + gone("may") + ins("must") + r(" ask."), num="1:7")
    found = read_both("a.docx", word(HEAD + body, numbering=LEGAL), carry)
    assert ids(found) == (["lasting"], ["lasting"])
