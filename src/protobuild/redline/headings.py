"""Pair headings that were reworded: a new heading over the same part of the text."""

from __future__ import annotations

from protobuild.model.outline import Kind
from protobuild.redline.pairs import Pairing
from protobuild.redline.texts import Text


def pair_headings(made: Pairing) -> None:
    """Pair the last section headings of a gap where both stand over the entry kept after it.

    Nothing of the text was kept between either heading and that entry, so one heading took the
    other's place whatever they say.
    """
    for olds, news in made.gaps():
        at, to = _last_heading(made.old, olds), _last_heading(made.new, news)
        if at is None or to is None or olds.stop not in made.there:
            continue
        if _lies_under(made.old, olds.stop, at) and _lies_under(made.new, news.stop, to):
            made.pair(at, to)


def _last_heading(text: Text, gap: range) -> int | None:
    return next((at for at in reversed(gap) if text.entries[at].kind is Kind.SECTION), None)


def _lies_under(text: Text, at: int, heading: int) -> bool:
    while at > heading:
        at = text.above[at]
    return at == heading
