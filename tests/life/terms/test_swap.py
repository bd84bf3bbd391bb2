"""A word's case and number are followed, and so is the article before it."""

from __future__ import annotations

import pytest

from protobuild.life.terms.swap import Swap, plural


@pytest.mark.parametrize(
    ("old", "new", "words", "after"),
    [
        ("chairman", "chair", "Ask the chairman or the Chairmen.", "Ask the chair or the Chairs."),
        ("councillor", "member", "COUNCILLORS and a councillor’s card", "MEMBERS and a member’s card"),
        ("member", "elected member", "a member, A Member", "an elected member, An Elected member"),
        ("officer", "member of staff", "an officer", "a member of staff"),
        ("Head of Legal", "Director of Law", "the Head of  Legal", "the Director of Law"),
        ("Chief Executive", "Clerk", "a chief executive", "a chief executive"),
        ("hour", "day", "an hour", "a day"),
        ("day", "hour", "a day", "an hour"),
        ("paper", "unit", "a paper", "a unit"),
        ("member", "councillor", "a membership, remembered", "a membership, remembered"),
        ("party", "group", "the parties", "the groups"),
    ],
)
def test_each_form_is_replaced_by_the_same_form(old: str, new: str, words: str, after: str) -> None:
    swap = Swap(old, new)
    assert swap.pattern.sub(swap.put, words) == after


@pytest.mark.parametrize(
    ("one", "many"), [("policy", "policies"), ("day", "days"), ("box", "boxes"), ("layperson", "laypeople")]
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
