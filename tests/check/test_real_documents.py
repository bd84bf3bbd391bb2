"""What readers of the real documents objected to is found in them, and said with care."""

from __future__ import annotations

import pytest

from imported import taken
from protobuild.model.source import Finding

pytestmark = pytest.mark.corpus


def told(document: str, rule: str) -> list[Finding]:
    return [finding for finding in taken(document).findings if finding.rule == rule]


def gap(document: str, slug: str) -> Finding:
    """Return what is said of a provision that the import could not find."""
    findings = taken(document).loaded.findings
    (finding,) = (each for each in findings if each.rule == "known-gap" and f"'{slug}'" in each.message)
    return finding


def test_ten_principles_are_not_the_seven_of_the_act() -> None:
    (finding,) = told("barnet-adopted", "principles")
    assert finding.severity == "note"
    assert finding.message.startswith("these may not be the principles that the law names")
    assert "section 28(1) of the localism act 2011 (england; read)" in finding.why.lower()
    assert "Stewardship" in finding.why


def test_a_route_for_members_alone_is_told_and_so_is_the_gap() -> None:
    (finding,) = told("barnet-adopted", "routes")
    assert finding.severity == "note"
    assert "it seems that officers are not told whom to go to" in finding.message
    assert gap("barnet-adopted", "concern-about-a-member").message.startswith(
        "no paragraph is marked as saying"
    )


def test_routes_with_two_beginnings_are_told_with_both_paragraphs() -> None:
    messages = [finding.message for finding in told("swale-draft", "routes")]
    assert messages == [
        "a member's concern about an officer goes first to the director here, "
        "and to the chief executive or the director in paragraph 10.13",
        "an officer's concern about a member goes first to the monitoring officer here, "
        "and to the line manager in paragraph 10.14",
    ]


def test_rival_approvers_are_told_with_both_paragraphs() -> None:
    (finding,) = told("swale-draft", "approvers")
    assert finding.message == (
        "the decision seems to be for the director here, and for the chief executive in paragraph 7.2"
    )


def test_a_missing_review_is_told_without_saying_that_there_is_none() -> None:
    finding = gap("swale-draft", "review-interval")
    assert finding.message.startswith("no paragraph is marked as saying that it was last reviewed")
    assert "If a paragraph says so already" in finding.fix


def test_half_a_meaning_of_harassment_and_a_hearing_are_notes() -> None:
    (half,) = told("swale-draft", "harassment")
    (hearing,) = told("swale-draft", "penalties")
    assert (half.severity, hearing.severity) == ("note", "note")
    assert "may be half" in half.message
    assert "may be a penalty or a formal investigation" in hearing.message


def test_closed_lists_of_characteristics_are_told_and_lists_of_examples_are_not() -> None:
    assert [finding.severity for finding in told("barnet-adopted", "characteristics")] == ["note", "note"]
    assert told("bingley", "characteristics") == []
    assert told("swale-draft", "characteristics") == []


def test_a_text_that_its_own_members_called_one_sided_is_told_to_be_so() -> None:
    (finding,) = told("swale-draft", "one_sided")
    assert "on bullying and harassment" in finding.message
    assert "nothing of officers" in finding.message


def test_nothing_about_style_or_law_is_an_error() -> None:
    rules = {"gendered", "modals", "capitals", "two_words", "spellings", "duplicates", "terms", "penalties"}
    found = [finding for finding in taken("barnet-adopted").findings if finding.rule in rules]
    assert found
    assert {str(finding.severity) for finding in found} <= {"note", "warning"}
