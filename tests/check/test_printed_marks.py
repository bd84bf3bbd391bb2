"""Numbers of sections, marks of items and paragraphs without a number, as an imported text prints them."""

from __future__ import annotations

import datetime as dt

import pytest

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.source import Place

COUNCIL = {"title": "Protocol", "council": {"name": "Example Borough Council"}, "profile": "none"}


def told(sections: list[dict[str, object]], numbers: dict[str, str], rule: str) -> list[str]:
    data = {"manifest": {**COUNCIL, "sections": [each["id"] for each in sections]}, "sections": sections}
    protocol = Protocol.model_validate(data)
    places = {id: Place("a.yaml", at + 1) for at, id in enumerate(protocol.ids())}
    found = run(protocol, assemble(protocol, numbers=numbers, places=places), places, dt.date(2026, 11, 23))
    return [each.message for each in found if each.rule == rule]


def listed(*marks: str) -> tuple[list[dict[str, object]], dict[str, str]]:
    """Return a section with a list of items that print these marks."""
    items = [{"id": f"i{at}", "text": f"reply {at};"} for at in range(len(marks))]
    clause = {"id": "p", "text": "They must:", "items": items}
    section = {"kind": "other", "id": "one", "heading": "Replies", "clauses": [clause]}
    return [section], {"one": "1", "p": "1.1"} | {f"i{at}": mark for at, mark in enumerate(marks)}


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (("(a)", "(b)", "(d)"), "(d) follows (b)"),
        (("(a)", "(b)", "(b)"), "(b) is the mark of the item before as well"),
        (("(a)", "(c)", "(b)"), "(c) follows (a)"),
        (("(i)", "(ii)", "(iv)"), "(iv) follows (ii)"),
        (("1.", "2.", "4."), "4. follows 2."),
    ],
)
def test_marks_of_a_list_stand_in_order(marks: tuple[str, ...], says: str) -> None:
    assert told(*listed(*marks), "printed_numbers")[0] == says


@pytest.mark.parametrize(
    "marks",
    [
        ("(a)", "(b)", "(c)"),
        ("(i)", "(ii)", "(iii)", "(iv)"),
        ("(h)", "(i)", "(j)"),
        ("1.", "2.", "3."),
        ("", "", ""),
        ("A", "B", "C"),
    ],
)
def test_marks_in_order_are_let_be(marks: tuple[str, ...]) -> None:
    found = told(*listed(*marks), "printed_numbers")
    assert [each for each in found if "begins with" not in each] == []


@pytest.mark.parametrize("marks", [("(a)", "(b)", "c)"), ("a.", "b.", "(c)"), ("(a)", "(b)", "3.")])
def test_a_mark_written_unlike_the_others_is_told(marks: tuple[str, ...]) -> None:
    (message,) = told(*listed(*marks), "list_styles")
    assert f"has the mark '{marks[-1]}'" in message


def sections(*numbers: str) -> tuple[list[dict[str, object]], dict[str, str]]:
    made = [
        {
            "kind": "other",
            "id": f"s{at}",
            "heading": f"Matter {at}",
            "clauses": [{"id": f"p{at}", "text": "Yes."}],
        }
        for at in range(len(numbers))
    ]
    return made, {f"s{at}": number for at, number in enumerate(numbers)}


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("1", "2", "2"), "section 2 is the number of an earlier section as well"),
        (("1", "2", "4"), "section 4 follows 2: there is no 3"),
        (("1", "3", "2"), "section 2 comes after 3"),
    ],
)
def test_numbers_of_sections_stand_in_order(numbers: tuple[str, ...], says: str) -> None:
    assert says in told(*sections(*numbers), "printed_numbers")


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1.0", "2", "3.0"), ("", "", ""), ("A", "B", "C")])
def test_numbers_of_sections_in_order_are_let_be(numbers: tuple[str, ...]) -> None:
    assert [each for each in told(*sections(*numbers), "printed_numbers") if "section" in each] == []


def paragraphs(*texts: str) -> tuple[list[dict[str, object]], dict[str, str]]:
    clauses = [{"id": f"p{at}", "text": text} for at, text in enumerate(texts)]
    section = {"kind": "other", "id": "one", "heading": "Replies", "clauses": clauses}
    return [section], {"one": "1"} | {f"p{at}": f"1.{at + 1}" for at in range(len(texts))}


NUMBERED = tuple(f"The council replies to question {at} in writing." for at in range(12))
MORE = "The council replies.\n\nWhoever asks is told the name of the person who replies."


def test_the_odd_paragraph_without_a_number_is_told() -> None:
    (message,) = told(*paragraphs(*NUMBERED, MORE), "printed_numbers")
    assert "'Whoever asks is told the' has no number, and 13 others have" in message


@pytest.mark.parametrize(
    "texts",
    [
        (*NUMBERED, MORE, MORE, MORE),
        (*NUMBERED, "The council replies.\n\nBy letter."),
        (*NUMBERED, "The council replies:\n\n- in writing, to whoever asks for it in good time."),
        (*NUMBERED[:5], MORE),
    ],
    ids=["a habit", "a short line", "a list", "a short text"],
)
def test_other_paragraphs_that_hang_on_one_are_let_be(texts: tuple[str, ...]) -> None:
    assert told(*paragraphs(*texts), "printed_numbers") == []


@pytest.mark.parametrize(
    "words",
    [
        "This protocol will be reviewed every two years by the council.",
        "It is reviewed annually by the council.",
        "The protocol is kept under review each year.",
    ],
)
def test_how_often_it_is_reviewed_is_no_day(words: str) -> None:
    (message,) = told(*paragraphs(words), "reviews")
    assert message.startswith("the text says how often it is reviewed")


@pytest.mark.parametrize(
    "words", ["The clerk will review it in May 2028.", "It must be reviewed by the council by May 2028."]
)
def test_a_month_that_only_the_text_states_is_told_where_it_stands(words: str) -> None:
    (message,) = told(*paragraphs(words), "reviews")
    assert message == "the text says that the next review is in May 2028, and protocol.yaml does not"


def test_a_review_of_something_else_is_not_the_protocols() -> None:
    (message,) = told(*paragraphs("The council reviews its budget every year."), "reviews")
    assert message == "nothing says when the protocol is to be reviewed"
