"""A person who is named is told of; an office, a place or a paper with capitals is not."""

from __future__ import annotations

import pytest

from one_section import found, said, section

NAMED = (
    "Ask Cllr Example for it.",
    "Ask Mrs Example for it.",
    "Ask Ms Ward for it.",
    "Ask Dr Jane Example for it.",
    "Ask Councillor Jane Example for it.",
    "Jane Example, Town Clerk",
    "Jane Example – Chief Executive",
    "Jane Example\\\nTown Clerk",
    "Jane Example\nLeader of the Council",
    "Write to David Example for it.",
    "It was signed by Susan B. Example.",
)


@pytest.mark.parametrize("words", NAMED)
def test_a_person_who_is_named_is_told(words: str) -> None:
    assert [each.rule for each in found(section(said(words)))].count("people_named") == 1


OFFICES = (
    "The Town Clerk manages all officers.",
    "The Parish Clerk replies.",
    "A Town Clerk replies.",
    "Each Committee Chair replies.",
    "Every Group Leader replies.",
    "Deputy Town Clerk",
    "Town Mayor, Leader and clerk reply.",
    "Finance Committee, Chair of",
    "Planning Services, Head of",
    "The Deputy Leader replies.",
    "The Deputy Mayor replies.",
    "Acting Town Clerk",
    "The Council Leader replies.",
    "Assistant Director of Housing",
    "Strategic Director of Place",
    "The Planning Committee Chair replies.",
    "The Executive Director of Resources replies.",
    "Past Mayor, Mayor and clerk reply.",
    "Ask Councillor Development Programme staff for it.",
    "Each has a Councillor Ward Budget to spend.",
    "It is on the Councillor Casework Portal for all.",
    "They meet in Victoria Gardens, Elizabeth Gate or the Helen Example Hall.",
    "It opens for the Christmas Carol Concert and for the Dawn Service in April.",
    "The Robert Example Report and the James Example Institute say so.",
    "They meet at the Royal Victoria Infirmary.",
)


@pytest.mark.parametrize("words", OFFICES)
def test_an_office_or_a_place_is_no_person(words: str) -> None:
    assert [each.message for each in found(section(said(words))) if each.rule == "people_named"] == []


@pytest.mark.parametrize("cell", ["Deputy Town Clerk", "Town Clerk", "Committee Chair", "Head of Housing"])
def test_an_office_in_a_table_is_no_person(cell: str) -> None:
    table = {"id": "t", "matrix": {"caption": "Who", "columns": ["What", "Who"], "rows": [["Keys", cell]]}}
    assert [each.message for each in found(section(table)) if each.rule == "people_named"] == []
