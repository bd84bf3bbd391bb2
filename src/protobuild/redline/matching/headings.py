"""Pair headings that were reworded: a new heading over the same part of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from protobuild.model.outline import Kind
from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import Text


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
    _part_exchanged(made)
    _pair_by_children(made)


def _part_exchanged(made: Pairing) -> None:
    """Part headings that exchanged their words while what stands under each of them stayed.

    Nobody moved a heading over paragraphs that it never stood over: it was worded anew. Headings that
    kept their order stayed, and what stood under them moved. Where ids say which heading is which,
    they are believed.
    """
    there = _most_under(made.there, made.old, made.new)
    here = _most_under(made.here, made.new, made.old)
    crossed = {
        at
        for at, to in there.items()
        if here[to] == at and made.there.get(at, to) != to and not made.named(at, made.there[at])
    }
    while stuck := {at for at in crossed if made.here.get(there[at]) not in crossed}:
        crossed -= stuck
    in_old, in_new = sorted(crossed), sorted(crossed, key=made.there.__getitem__)
    for at, other in zip(in_old, in_new, strict=True):
        if at != other:
            made.unpair_old(at)


def _pair_by_children(made: Pairing) -> None:
    """Pair a free heading with the free one that stands over most of its paragraphs, if it is so both ways.

    So a section that moved and was renamed on the way is still one section.
    """
    there = _most_under(made.there, made.old, made.new)
    here = _most_under(made.here, made.new, made.old)
    for at, to in there.items():
        if here.get(to) == at:
            made.pair(at, to)


def _most_under(pairs: Mapping[int, int], one: Text, other: Text) -> dict[int, int]:
    """Return for each section heading the heading, on the other side, over most of its kept words."""
    found: dict[int, Counter[int]] = {}
    for at, to in pairs.items():
        up, there = one.above[at], other.above[to]
        if up > 0 and there > 0 and one.entries[up].kind is other.entries[there].kind is Kind.SECTION:
            found.setdefault(up, Counter())[there] += one.says[at].size
    return {up: counted.most_common(1)[0][0] for up, counted in found.items()}


def _last_heading(text: Text, gap: range) -> int | None:
    return next((at for at in reversed(gap) if text.entries[at].kind is Kind.SECTION), None)


def _lies_under(text: Text, at: int, heading: int) -> bool:
    while at > heading:
        at = text.above[at]
    return at == heading
