"""A time limit that is typed is held against the words."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, section
from protobuild.model.source import Place

PLACE = Place("first.yaml", 9, 16)


def reply(text: str, value: int = 5, unit: str = "working_days", **more: Any) -> dict[str, Any]:
    return {"id": "reply", "response_time": {"text": text, "value": str(value), "unit": unit, **more}}


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("within 5 working days", 5, "working_days"),
        ("within five working days", 5, "working_days"),
        ("within five (5) working days", 5, "working_days"),
        ("within **5** clear working days", 5, "working_days"),
        ("within five business days", 5, "working_days"),
        ("within a working week", 5, "working_days"),
        ("a five-day limit; a two-week limit", 5, "days"),
        ("by the next working day", 1, "working_days"),
        ("within 1 working day, or 2 working days in a recess", 2, "working_days"),
        ("within 3 to 5 working days", 3, "working_days"),
        ("within 3\u20135 working days", 5, "working_days"),
        ("within forty-eight hours", 2, "days"),
        ("within 36 hours", 36, "hours"),
        ("within a fortnight", 2, "weeks"),
        ("within 14\u00a0calendar days", 14, "days"),
        ("within one week", 7, "days"),
    ],
)
def test_a_limit_that_the_words_name_is_let_be(words: str, value: int, unit: str) -> None:
    assert found(section(reply(f"Officers answer {words}.", value, unit))) == []


@pytest.mark.parametrize(
    ("words", "value", "unit", "says"),
    [
        ("within 3 working days", 5, "working_days", "'5 working days', and the words say '3 working days'"),
        ("within three working days", 5, "working_days", "say 'three working days'"),
        ("within 5 days", 5, "working_days", "say '5 days'"),
        ("within 15 working days", 5, "working_days", "say '15 working days'"),
        ("within twenty-five working days", 5, "working_days", "say 'twenty-five working days'"),
        ("within a month", 30, "days", "'30 days', and the words say 'a month'"),
        ("within 1 day or 2 days", 3, "days", "say '1 day' and '2 days'"),
        ("without delay", 5, "working_days", "'5 working days', and the words name no time limit"),
    ],
)
def test_a_limit_that_the_words_do_not_name_is_told_with_both(
    words: str, value: int, unit: str, says: str
) -> None:
    places = {"sections.0.clauses.0.response_time.value": PLACE}
    (finding,) = found(section(reply(f"Officers answer {words}.", value, unit)), places=places)
    assert (finding.rule, finding.severity, finding.place) == ("time_limits", "warning", PLACE)
    assert says in finding.message


def test_a_step_is_held_to_its_words_too() -> None:
    steps = [
        {"id": "one", "text": "The director replies within ten working days.", "within": "10 working days"},
        {"id": "two", "text": "The director replies within ten working days.", "within": "5 working days"},
        {"id": "three", "text": "The director replies.", "within": "without delay"},
    ]
    clause = {"id": "p", "procedure": {"for": "anyone", "lead_in": "Steps:", "steps": steps}}
    places = {"sections.0.clauses.0.procedure.steps.1.within": PLACE}
    (finding,) = found(section(clause), places=places)
    assert (finding.rule, finding.place) == ("time_limits", PLACE)
    assert "'5 working days', and the words say 'ten working days'" in finding.message


@pytest.mark.parametrize(
    ("words", "findings"),
    [
        ("", 1),
        ("A holding reply comes first.", 0),
        ("If it takes longer, they say so.", 0),
        ("They acknowledge it on the day.", 0),
    ],
)
def test_a_holding_reply_is_one_that_the_words_promise(words: str, findings: int) -> None:
    text = f"Officers answer within 5 working days. {words}"
    told = found(section(reply(text, holding_reply="yes")))
    assert len(told) == findings
    assert all("'holding_reply' is yes" in finding.message for finding in told)


def test_a_limit_is_silenced_in_a_clause_that_says_why() -> None:
    quiet = {"quiet": {"time_limits": "Set by a schedule."}}
    assert found(section(reply("Officers answer soon.") | quiet)) == []
