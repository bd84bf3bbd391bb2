"""Tokens: what a reader would call a word, and how much keeping it says."""

from __future__ import annotations

import pytest

from protobuild.model.runs import Run, words
from protobuild.redline.wording.tokens import cut, joined, weights, words_of


def cut_up(text: str) -> list[str]:
    return cut(words(text)).texts


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Members may ask.", ["Members", " ", "may", " ", "ask", "."]),
        ("the Director's co-opted staff", ["the", " ", "Director's", " ", "co-opted", " ", "staff"]),
        ("see 5.2(a)(ii), please", ["see", " ", "5.2(a)(ii)", ",", " ", "please"]),
        ("£50.00 or 10,000", ["£", "50.00", " ", "or", " ", "10,000"]),
        ("ten\xa0days,  at most", ["ten", "\xa0", "days", ",", "  ", "at", " ", "most"]),
        ("", []),
    ],
)
def test_words_marks_and_spaces_are_cut_apart_and_nothing_is_lost(text: str, tokens: list[str]) -> None:
    assert cut_up(text) == tokens
    assert "".join(cut_up(text)) == text


def test_a_reference_is_one_token_whatever_it_prints_and_is_known_by_its_target() -> None:
    see, run = Run("see "), Run("paragraph 2.1", ref="advice")
    tokens = cut((see, run))
    assert (tokens.texts, tokens.runs) == (["see", " ", run.text], [see, see, run])
    assert (tokens.edges, tokens.refs) == ([2], ["advice"])
    assert tokens.seen() == [0, 2]
    assert tokens.keys([0, 2]) == ["see", "[[advice]]"]


def test_the_tokens_of_several_texts_read_as_those_of_one() -> None:
    see = (Run("See "), Run("2.1", ref="advice"))
    parts = [cut(see), cut(words("Members ask.")), cut(()), cut(words("So.")), cut(see)]
    one = joined(parts)
    assert "".join(one.texts) == "See 2.1Members ask.So.See 2.1"
    assert [one.texts[edge] for edge in one.edges] == ["2.1", "Members", "So", "So", "See", "2.1"]
    assert one.runs == [run for part in parts for run in part.runs]
    assert one.refs == ["advice", "advice"]
    assert joined(parts[:1]) is parts[0]


@pytest.mark.parametrize(
    ("word", "weight"), [("advice", 1.0), ("the", 0.5), ("The", 0.5), (",", 0.25), ("2.1", 1.0), ("£", 0.25)]
)
def test_marks_weigh_little_small_words_less_and_other_words_most(word: str, weight: float) -> None:
    assert list(weights([word])) == [weight]


def test_a_reference_weighs_as_a_word_even_if_it_prints_none() -> None:
    tokens = cut((Run("(a)", ref="advice"),))
    assert list(weights(tokens.keys(tokens.seen()))) == [1.0]


def test_words_for_likeness_know_no_capitals_and_no_marks() -> None:
    assert words_of("The Director's CO-OPTED (new) staff; 5.2!") == [
        "the", "director's", "co-opted", "new", "staff", "5.2"
    ]  # fmt: skip
