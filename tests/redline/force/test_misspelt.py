"""A misspelling put right is minor only where it is proved."""

from __future__ import annotations

import pytest

from protobuild.redline.force.families import ACTS, FAMILIES, PEOPLE
from protobuild.redline.force.misspelt import SHORTEST, WORDS, a_slip, put_right


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("recieve", "receive"),
        ("commitee", "committee"),
        ("informaton", "information"),
        ("The Councl", "The Council"),
        ("seperate", "separate"),
    ],
)
def test_a_slip_from_a_word_that_is_no_word_is_a_misspelling(old: str, new: str) -> None:
    assert put_right(old, new)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("office", "officer", "both are words"),
        ("principal", "principle", "both are words"),
        ("organize", "organise", "both are spellings"),
        ("Browne", "Brown", "it may be a name"),
        ("shoud", "should", "it carries force"),
        ("nto", "not", "it carries force"),
        ("3O days", "30 days", "it is a number"),
        ("receive", "recieve", "it is the wrong way round"),
        ("confidental papers", "confidential files", "another word changed as well"),
        ("recieve", "receive it", "a word was added"),
        ("rceieve", "receive", "it is more than one slip"),
        ("", "receive", "nothing was there"),
    ],
)
def test_what_is_not_proved_is_no_misspelling(old: str, new: str, why: str) -> None:
    assert not put_right(old, new), why


def test_a_slip_is_one_letter_more_less_or_other_or_two_in_the_wrong_order() -> None:
    slips = ("meting", "meetting", "meeding", "meetign")
    assert all(a_slip(slip, "meeting") and a_slip("meeting", slip) for slip in slips)
    assert not any(a_slip(other, "meeting") for other in ("meeting", "metign", "meet", "mtgeein"))


def test_no_word_in_the_list_carries_force_and_each_stands_once() -> None:
    words = [line.split(" ")[0] for line in WORDS.read_text("utf-8").splitlines()]
    forceful = {sign for family in FAMILIES if family not in (PEOPLE, ACTS) for sign in family.signs}
    assert words == sorted(set(words))
    assert not forceful.intersection(words)
    assert min(map(len, words)) >= SHORTEST
