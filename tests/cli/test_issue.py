"""`protobuild redline --issue`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from small_council import CONDUCT, DRAFT_ADVICE, NOTE, write

Type = Callable[..., object]
ISSUE = ("redline", "--issue", "Standards Committee", "--on", "3 June 2026", "--to", "text")


def schedule(project: Path, name: str = "redline.txt") -> str:
    text = " ".join((project / "build" / name).read_text("utf-8").split())
    return text[text.index("Schedule of changes:") :]


def test_issuing_keeps_the_numbers_and_says_where(project: Path, type_: Type) -> None:
    said = type_(*ISSUE)
    assert said.code == 0
    path = "changelog/next/issued/1-standards-committee.yaml"
    assert f"“Standards Committee” is issued. Its numbers stay for good, in {path}" in said.err
    assert "issued: 2026-06-03" in (project / path).read_text("utf-8")


def test_a_later_redline_says_whose_numbers_it_has(project: Path, type_: Type) -> None:
    type_(*ISSUE)
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("must ask", "should ask")})
    write(project, {"protocol/conduct.yaml": CONDUCT.replace("do not accept", "refuse")})
    said = type_("redline", "--to", "text", "--to", "html")
    assert "Changes have the numbers issued in “Standards Committee” (3 June 2026)." in said.err
    assert "2 changes to decide" in said.err
    found = schedule(project)
    assert "Changes keep the numbers they were given in “Standards Committee” (3 June 2026)." in found
    assert "C1 withdrawn since “Standards Committee”; it was reworded (1.1 -> 1.1)" in found
    assert found.index("C1 withdrawn") < found.index("C2 reworded") < found.index("C3 reworded")
    page = (project / "build" / "redline.html").read_text("utf-8")
    assert '<tr id="C1-row"><th scope="row">C1</th>' in page
    assert "<strong>Withdrawn</strong> since “Standards Committee”. It was: reworded." in page


def test_a_decision_edited_since_says_so(project: Path, type_: Type) -> None:
    type_(*ISSUE)
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("5 working", "7 working")})
    type_("redline", "--to", "text", "--to", "html")
    assert "Changed since “Standards Committee”." in schedule(project)
    assert "Changed since “Standards Committee”" in (project / "build" / "redline.html").read_text("utf-8")


def test_the_same_paper_again_is_no_fault_and_another_of_its_name_is(project: Path, type_: Type) -> None:
    type_(*ISSUE)
    said = type_(*ISSUE)
    assert (said.code, "nothing has changed since" in said.err) == (0, True)
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("5 working", "7 working")})
    said = type_(*ISSUE)
    assert said.code == 2
    assert "fix: Give this one another name" in said.err


def test_only_the_draft_can_be_issued(project: Path, type_: Type) -> None:
    said = type_("redline", "2026-01-20", "2026-01-20", "--issue", "Council")
    assert said.code == 2
    assert "Only the changes of the draft" in said.err


def test_a_day_without_a_paper_or_that_is_none_is_refused(project: Path, type_: Type) -> None:
    assert type_("redline", "--on", "2026-06-03").code == 2
    assert type_("redline", "--issue", "Council", "--on", "soon").code == 2


def test_two_other_texts_do_not_take_the_numbers_of_the_draft(project: Path, type_: Type) -> None:
    type_(*ISSUE)
    said = type_("redline", "2026-01-20", "2026-01-20", "--to", "text")
    assert "Numbers issued in papers are not used: they are for the draft." in said.err


def test_another_old_text_does_not_take_the_numbers_either(project: Path, type_: Type) -> None:
    type_(*ISSUE)
    write(project, {"older.md": "# Protocol on Advice\n\n## 1. Advice\n\n1.1 Members should ask.\n"})
    said = type_("redline", "older.md", "--to", "text")
    assert "The numbers issued in “Standards Committee” (3 June 2026) are not used" in said.err


def test_the_draft_named_last_of_several_rounds_keeps_its_numbers_and_its_notes(
    project: Path, type_: Type
) -> None:
    type_(*ISSUE)
    write(project, {"changelog/next/advice-in-time.yaml": NOTE + "round: 2\n"})
    said = type_("redline", "2026-01-20", "2026-01-20", "protocol", "--to", "text")
    assert "Changes have the numbers issued" in said.err
    found = schedule(project, "redline-2026-01-20-to-2026-01-20-to-protocol.txt")
    assert "C1 reworded in round B" in found
    assert "Advice taken too late helps nobody." in found


def test_a_class_that_would_lower_a_change_is_not_honoured(project: Path, type_: Type) -> None:
    write(project, {"changelog/next/advice-in-time.yaml": NOTE + "class: minor\n"})
    said = type_("redline", "--to", "json")
    assert said.code == 0
    assert "warning: changelog/next/advice-in-time.yaml: the class 'minor' is not honoured" in said.err
    assert "C1 is substantive, because “should” becomes “must”" in said.err
    assert '"rank": "substantive"' in (project / "build" / "redline.json").read_text("utf-8")
