"""Procedures, routes and approvers: every concern has one way in, and every decision one who takes it."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, section
from protobuild.model.source import Finding

OURS = ("procedures", "routes", "approvers")
ROLES = {name: {"title": name} for name in ("member", "officer", "director", "chief-executive")}


def told(*clauses: dict[str, Any]) -> list[Finding]:
    """Return what the three checks find; others have their own to say of the same words."""
    return [finding for finding in found(section(*clauses), roles=ROLES) if finding.rule in OURS]


def paragraphs(*texts: str, **more: Any) -> list[Finding]:
    first, *rest = ({"id": f"p{at}", "text": text} for at, text in enumerate(texts))
    return told({**first, **more}, *rest)


def steps(*rows: tuple[str, str], id: str = "route", **more: Any) -> dict[str, Any]:
    """Return a members' procedure from who acts and whom it goes to, with some of its first step's fields."""
    fields = {name: more.pop(name) for name in ("instead", "text") if name in more}
    listed = [{"id": f"{id}-{at}", "text": "x", "actor": who, "to": to} for at, (who, to) in enumerate(rows)]
    listed[0] |= fields
    return {"id": id, "procedure": {"for": "members", "lead_in": "Steps:", "steps": listed}, **more}


WHOLE = (("member", "director"), ("director", "member"))


def test_a_whole_procedure_is_let_be() -> None:
    assert told(steps(*WHOLE, instead="chief-executive")) == []


def test_a_role_that_is_not_named_is_told_with_the_nearest() -> None:
    (finding,) = told(steps(("member", "directer"), ("directer", "member"), instead="officer"))[:1]
    assert (finding.severity, finding.fix) == ("warning", "Write 'director'.")
    assert "no role 'directer'" in finding.message


def test_a_step_to_nowhere_is_told() -> None:
    (finding,) = told(steps(("member", "director"), ("officer", "member"), instead="officer"))
    assert finding.severity == "warning"
    assert "no later step says what 'director' does" in finding.message


@pytest.mark.parametrize(
    "says", ["Tell the [[role:director]], who replies.", "The [[role:director]] decides."]
)
def test_a_step_may_say_itself_what_the_role_does(says: str) -> None:
    assert told(steps(("member", "director"), ("officer", "member"), instead="officer", text=says)) == []


def test_nobody_standing_in_is_a_note_unless_a_clause_provides_it() -> None:
    (finding,) = told(steps(*WHOLE))
    assert (finding.severity, "nobody stands in for 'director'" in finding.message) == ("note", True)
    assert told(steps(*WHOLE, provides=["another-addressee"])) == []


def test_two_procedures_for_one_matter_that_begin_apart_are_told() -> None:
    other = (("member", "chief-executive"), ("chief-executive", "member"))
    matter = {"provides": ["complaint-about-an-officer", "another-addressee"]}
    (finding,) = told(steps(*WHOLE, **matter), steps(*other, id="again", **matter))
    assert (finding.rule, finding.severity) == ("procedures", "warning")
    assert "begins with 'chief-executive'" in finding.message


def test_typed_steps_are_silenced_by_a_reason() -> None:
    assert told(steps(*WHOLE, quiet={"procedures": "The rules say who stands in."})) == []


MEMBER = "If a member is concerned about an officer, they should raise it with the director."
OFFICER = "An officer who is unhappy with a member should tell the line manager."


def test_two_first_addressees_are_told_with_both_places() -> None:
    again = "If a member believes that an officer was rude, they must report it to the Chief Executive."
    (finding,) = paragraphs(MEMBER, OFFICER, again)
    assert (finding.rule, finding.severity) == ("routes", "warning")
    assert "a member's concern about an officer goes first to the chief executive here" in finding.message
    assert "to the director in paragraph 1.1" in finding.message


@pytest.mark.parametrize(
    "again",
    [
        "A member who has a complaint about an officer tells the chief executive.",
        "A member with a concern about an officer first raises it with the chief executive.",
        "A complaint by a member about an officer must be made to the chief executive.",
    ],
)
def test_a_first_addressee_is_read_however_it_is_worded(again: str) -> None:
    (finding,) = paragraphs(MEMBER, OFFICER, again)
    assert "goes first to the chief executive here, and to the director in paragraph 1.1" in finding.message
    assert paragraphs(again.replace("chief executive", "director"), OFFICER, MEMBER) == []


def test_one_route_for_one_side_only_is_a_note_that_says_it_seems_so() -> None:
    (finding,) = paragraphs(MEMBER)
    assert finding.severity == "note"
    assert "it seems that officers are not told" in finding.message
    assert paragraphs(MEMBER, quiet={"routes": "The grievance procedure says so."}) == []
    (finding,) = paragraphs("Complaints about officers should be made to the director.")
    assert "it seems that officers are not told" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        [MEMBER, OFFICER],
        [MEMBER, OFFICER, MEMBER],
        [MEMBER, OFFICER, f"{MEMBER} If that fails, they may raise it with the Chief Executive."],
        ["If a member believes that a road is unsafe, they should report it to the director."],
        ["Officers report to the director.", "It says “" + MEMBER + "”"],
    ],
)
def test_one_route_for_each_side_is_let_be(texts: list[str]) -> None:
    assert paragraphs(*texts) == []


def test_a_route_under_a_heading_of_its_own_is_not_missed() -> None:
    heading = {"id": "h", "subheading": "Procedure for officers"}
    assert told({"id": "p", "text": MEMBER}, heading) == []


ATTEND = (
    "Officers may attend group meetings. The Chief Executive will decide whether such attendance is right."
)
APPROVE = "Officer attendance at group meetings must be approved by the relevant Director."


def test_rival_approvers_are_a_note_that_says_it_seems_so() -> None:
    (finding,) = paragraphs(ATTEND, APPROVE)
    assert (finding.rule, finding.severity) == ("approvers", "note")
    assert (
        "seems to be for the director here, and for the chief executive in paragraph 1.1" in finding.message
    )


@pytest.mark.parametrize(
    "texts",
    [
        [ATTEND, "Officer attendance at group meetings must be approved by the Chief Executive."],
        [ATTEND, "Leave must be approved by the relevant Director."],
        [ATTEND, "One.", "Two.", "Three.", APPROVE],
        [f"{ATTEND} {APPROVE}"],
    ],
)
def test_one_approver_for_each_decision_is_let_be(texts: list[str]) -> None:
    assert paragraphs(*texts) == []


def test_approvers_are_silenced_by_a_reason() -> None:
    assert paragraphs(ATTEND, "x") == []
    silenced = {"id": "second", "text": APPROVE, "quiet": {"approvers": "Each decides a part."}}
    assert told({"id": "first", "text": ATTEND}, silenced) == []
