"""How much work a redline is: lines of code run, which no busy machine can blur."""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from types import FrameType

from notation import read
from protobuild.model.outline import Outline
from protobuild.redline.compare import redline

GROWTH = 4
LINEAR = 1.3
"""How much more than its share a text four times as long may cost; a square law would cost four times it."""


def lines_run(work: Callable[[], object], within: str = "protobuild/redline") -> int:
    """Return how many lines ran of the code in files of that name."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if event == "call":
            return trace if within in frame.f_code.co_filename.replace("\\", "/") else None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def sentence(random: Random, size: int) -> str:
    syllables = "ba co di fe gu ha jo ki lu me no pa ra si tu vo".split()
    return " ".join("".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(size)) + "."


def unmatched(count: int) -> tuple[Outline, Outline]:
    """Return two texts of as many paragraphs each, no two alike."""
    random = Random(count)  # noqa: S311  # the same texts each time
    old, new = ("\n".join(sentence(random, 12) for _ in range(count)) for _ in range(2))
    return read(old), read(new)


def rewritten(size: int) -> tuple[Outline, Outline]:
    """Return one paragraph and its rewriting: every other word is another, the rest in place."""
    random = Random(size)  # noqa: S311
    words = sentence(random, size).split()
    other = [sentence(random, 1)[:-1] if place % 2 else word for place, word in enumerate(words)]
    return read("{one} " + " ".join(words)), read("{one} " + " ".join(other))


def share(make: Callable[[int], tuple[Outline, Outline]], size: int) -> float:
    """Return how many times its share of the work a text four times as long costs."""
    redline(*make(8))  # what is loaded once is loaded now
    small, large = make(size), make(size * GROWTH)
    return lines_run(lambda: redline(*large)) / lines_run(lambda: redline(*small)) / GROWTH


def test_unmatched_siblings_are_not_all_compared_with_one_another() -> None:
    assert share(unmatched, 60) < LINEAR


def test_a_rewritten_paragraph_costs_no_more_a_word_for_being_long() -> None:
    assert share(rewritten, 300) < LINEAR


def test_the_measure_sees_a_square_law() -> None:
    def all_pairs(count: int) -> None:
        for old in range(count):
            for new in range(count):
                assert (old, new) >= (0, 0)

    small, large = (lines_run(lambda size=size: all_pairs(size), "test_work") for size in (20, 20 * GROWTH))
    assert large / small / GROWTH > 2 * LINEAR
