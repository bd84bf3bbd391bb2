"""The plain text that answers grep."""

from __future__ import annotations

from protobuild.life.lines import numbered_lines
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol

MANIFEST = {
    "title": "Protocol",
    "council": {"name": "Example Borough Council"},
    "profile": "none",
    "sections": ["advice"],
}


def _outline(*clauses: dict[str, object], **manifest: object) -> Outline:
    section = {"kind": "other", "id": "advice", "heading": "Advice", "clauses": list(clauses)}
    return assemble(Protocol.model_validate({"manifest": MANIFEST | manifest, "sections": [section]}))


def test_a_line_begins_with_its_number() -> None:
    outline = _outline({"id": "ask", "text": "Members may ask for advice."})
    assert numbered_lines(outline) == "Protocol\n1 Advice\n1.1 Members may ask for advice.\n"


def test_everything_a_paragraph_holds_begins_with_the_paragraphs_number() -> None:
    clause = {
        "id": "ask",
        "text": "Members may ask for:\n\nadvice on\n\n- law",
        "items": [{"id": "money", "text": "money"}],
        "closing": "at any time.",
    }
    lines = numbered_lines(_outline(clause)).splitlines()
    assert [line for line in lines if line.startswith("1.1 ")] == lines[2:]
    assert lines[-2:] == ["1.1 (a) money", "1.1 at any time."]


def test_a_row_of_a_table_is_one_line() -> None:
    table = {"id": "who", "matrix": {"columns": ["Task", "Who"], "rows": [["Advise", "Officers\n\nClerks"]]}}
    lines = numbered_lines(_outline({"id": "ask", "text": "See below."}, table)).splitlines()
    assert lines[-2:] == ["1.1 Task | Who", "1.1 Advise | Officers Clerks"]


def test_a_text_without_numbers_keeps_its_lines() -> None:
    outline = _outline({"id": "ask", "text": "Members\\\nmay ask."}, numbering="none")
    assert numbered_lines(outline) == "Protocol\nAdvice\nMembers may ask.\n"
