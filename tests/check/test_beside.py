"""What a table or a list says beside a name, of where it is found or what it means, is taken as said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from one_section import found, section
from protobuild.model.source import Finding


def told(rule: str, *clauses: Mapping[str, Any]) -> list[Finding]:
    return [each for each in found(section(*clauses)) if each.rule == rule]


NAMED = {"id": "p", "text": "They follow the Grievance Procedure."}


@pytest.mark.parametrize(
    "where",
    [
        "Constitution, Part 5, Section B",
        "[Policies](https://www.example.gov.uk/p)",
        "www.example.gov.uk/p",
        "Appendix C",
    ],
)
@pytest.mark.parametrize(
    "title", ["Grievance Procedure", "**Grievance Procedure**", "The Grievance Procedure"]
)
def test_a_title_in_a_table_that_says_where_it_is_is_let_be(title: str, where: str) -> None:
    table = {"columns": ["No.", "Document", "Where"], "rows": [["1", title, where]]}
    assert told("cited", NAMED, {"id": "t", "matrix": table}) == []


@pytest.mark.parametrize("where", ["Head of Personnel", "", "part of the rules", "[Policies](#)"])
def test_a_title_in_a_table_that_says_something_else_is_told(where: str) -> None:
    table = {"columns": ["Document", "Note"], "rows": [["Grievance Procedure", where], ["Plan", "Part 4"]]}
    assert len(told("cited", NAMED, {"id": "t", "matrix": table})) == 1


@pytest.mark.parametrize(
    ("item", "count"),
    [
        ("the Grievance Procedure, Part 5 of the Constitution;", 0),
        ("Grievance Procedure – [Policies](https://www.example.gov.uk/p)", 0),
        ("Grievance Procedure (Appendix C)", 0),
        ("the Grievance Procedure, as it stands;", 1),
        ("complaints under the Grievance Procedure, and Part 5;", 1),
    ],
)
def test_a_title_in_a_list_is_let_be_where_the_item_says_where_it_is(item: str, count: int) -> None:
    listed = {"id": "l", "text": "They are:", "items": [{"id": "i", "text": item}]}
    assert len(told("cited", NAMED, listed)) == count


@pytest.mark.parametrize(
    ("columns", "beside", "count"),
    [
        (["Term", "Meaning"], "The officer who looks after meetings", 0),
        (["Words used", "What it means"], "The officer who looks after meetings", 0),
        (["Term", "Meaning"], "", 1),
        (["Who", "Days"], "5", 1),
    ],
)
def test_a_post_in_a_table_of_meanings_is_explained(columns: list[str], beside: str, count: int) -> None:
    table = {"columns": columns, "rows": [["Head of Example Meetings", beside]]}
    clauses = [{"id": "t", "matrix": table}, {"id": "p", "text": "Ask the Head of Example Meetings."}]
    assert len(told("terms", *clauses)) == count
