"""The score of a redline: the ideal is FULL, and each fault of a spoilt one is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from benchmarks.peers.annotated import FOLDER, NEW, OLD, UNSEEN, Pair, load, parse
from benchmarks.peers.score import Score, score
from benchmarks.peers.segments import KEPT, STRUCK, WRITTEN, Segment
from benchmarks.peers.sides import ideal, text

MOVED = Pair(
    "a move with an edit",
    tuple(
        parse(
            """
  # Members
< {a}
  Members decide the policy of the council.
  # Officers
  Officers carry it out.
> {a} A member [-should-][+must+] tell the monitoring officer about a co-opted relative.
"""
        )
    ),
    {},
)
SWAPPED = Pair("a word swapped", tuple(parse("  Members [-should-][+must+] declare it.")), {})


def judged(pair: Pair, spoil: Callable[[Segment], list[Segment]]) -> Score:
    found = [piece for one in ideal(pair) for piece in spoil(one)]
    return score(found, ideal(pair), text(pair, OLD, layout=False), text(pair, NEW, layout=False))


@pytest.mark.parametrize("pair", [*load(FOLDER), *load(UNSEEN)], ids=lambda pair: pair.name)
def test_the_ideal_is_full(pair: Pair) -> None:
    assert judged(pair, lambda one: [one]).full


def test_a_word_that_is_lost_is_told() -> None:
    found = judged(SWAPPED, lambda one: [] if one.op == STRUCK else [one])
    assert (found.accept, found.reject, found.full) == (True, False, False)


def test_a_word_marked_in_part_is_torn_in_both_texts() -> None:
    def tear(one: Segment) -> list[Segment]:
        head, middle, tail = one.text.partition("clare")
        marked = [Segment(STRUCK, middle), Segment(WRITTEN, middle)]
        return [Segment(KEPT, head), *marked, Segment(KEPT, tail)] if middle else [one]

    found = judged(SWAPPED, tear)
    assert found.right
    assert (found.torn, found.full) == (2, False)


def test_more_words_than_the_ideal_marks_are_not_full() -> None:
    def retype(one: Segment) -> list[Segment]:
        twice = [replace(one, op=op) for op in (STRUCK, WRITTEN)]
        return twice if one.op == KEPT and "declare" in one.text else [one]

    found = judged(SWAPPED, retype)
    assert found.right
    assert (found.words, found.ideal_words, found.full) == (6, 2, False)


def test_an_edit_hidden_in_a_move_is_told() -> None:
    def hide(one: Segment) -> list[Segment]:
        if one.inner:
            return []
        return [replace(one, moved=True)] if one.text == "must" else [one]

    found = judged(MOVED, hide)
    assert found.right
    assert (found.moves, found.hidden, found.full) == (1, 1, False)


def test_a_move_that_is_not_shown_is_told() -> None:
    found = judged(MOVED, lambda one: [] if one.inner else [replace(one, moved=False)])
    assert found.right
    assert (found.moves, found.ideal_moves, found.full) == (0, 1, False)


def test_a_move_of_what_did_not_move_is_false() -> None:
    def push(one: Segment) -> list[Segment]:
        ends = [replace(one, op=op, moved=True) for op in (STRUCK, WRITTEN)]
        return ends if "decide" in one.text else [one]

    assert judged(MOVED, push).false_moves == 1
