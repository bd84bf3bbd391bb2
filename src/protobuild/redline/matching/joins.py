"""Find what was merged into one entry, and what was split from one.

Both are one question asked from either side: do neighbours, read one after the other, say
what a single entry of the other text says?
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from protobuild.redline.matching.likeness import ENOUGH, Wording, common, holds, kept_in_order, without
from protobuild.redline.matching.pairs import Pairing, spine_of
from protobuild.redline.matching.texts import Text

WHOLE = 0.75
"""Likeness that the joined words of several free entries need to one free entry."""
PART = 0.9
"""Share of the whole's length that one of several parts stays below."""
BETTER = 0.08
"""How much better the joined words must fit than the best of them alone."""
EXPLAINED = 0.60
"""How far a neighbour's words must explain what a pair gained or lost, to be its merge or split."""
REACH = 12
"""How many entries further a merge or split is looked for."""
PHRASES = 5
"""Phrases that prove a part of a merge although its words stand in another order."""
TRIMMED = 0.75
"""How much of a short rest must be words of the part it was trimmed from."""
SHORT = 3
"""Words up to which a part must stand in the rest word for word."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One text, and which of its entries are free to be part of a join."""

    text: Text
    free: Callable[[int], bool]

    def is_free(self, at: int) -> bool:
        """Return whether there is an entry, part of nothing yet."""
        return 0 < at < len(self.text.entries) and self.free(at)

    def may_join(self, at: int) -> bool:
        """Return whether the entry there is free prose."""
        return self.is_free(at) and self.text.family(at) == "prose"


def join_whole(made: Pairing) -> None:
    """Join free neighbours that, read together, are nearly a free entry of the other text.

    Done before single likenesses pair one of them, so that a paragraph parted in three, or
    made a list, is seen whole.
    """
    old, new = _sides(made)
    for at, tos in made.worth().items():
        for to in tos:
            if not (old.may_join(at) and new.may_join(to)):
                continue
            if len(olds := _whole(old, at, made.new.says[to])) > 1:
                _merge(made, olds, to)
            elif len(news := _whole(new, to, made.old.says[at])) > 1:
                _split(made, at, news)


def join_neighbours(made: Pairing) -> None:
    """Join free neighbours to a pair that gained or lost just their words.

    The first of several joined entries keeps its boundary, so the pair may be made anew. No
    entry is part of two joins: its words would stand twice.
    """
    old, new = _sides(made)
    joined, parted = set(made.merged.values()), set(made.split.values())
    for at in spine_of(made.there, made.old, made.new):
        to = made.there[at]
        said, says = made.old.says[at], made.new.says[to]
        done = at in joined or to in parted or said.words == says.words
        if done or made.old.family(at) != "prose":
            continue
        if len(olds := _grown(old, at, says)) > 1:
            _merge(made, olds, to)
        elif len(news := _grown(new, to, said)) > 1:
            _split(made, at, news)


def _sides(made: Pairing) -> tuple[_Side, _Side]:
    return _Side(made.old, made.free_old), _Side(made.new, made.free_new)


def _merge(made: Pairing, olds: Sequence[int], to: int) -> None:
    made.unpair_new(to)
    made.pair(olds[0], to)
    made.merged.update(dict.fromkeys(olds[1:], olds[0]))


def _split(made: Pairing, at: int, news: Sequence[int]) -> None:
    made.unpair_old(at)
    made.pair(at, news[0])
    made.split.update(dict.fromkeys(news[1:], news[0]))


def _whole(side: _Side, anchor: int, whole: Wording) -> list[int]:
    """Return the anchor and its neighbours if together, and only together, they say `whole`."""
    said = side.text.says
    found = _grown(side, anchor, whole, reach=1) if _is_part(said[anchor], whole) else []
    if len(found) < 2:
        return []
    joined = [word for one in found for word in said[one].words]
    best = max(kept_in_order(said[one].words, whole.words) for one in found)
    return found if kept_in_order(joined, whole.words) >= max(WHOLE, best + BETTER) else []


def _is_part(part: Wording, whole: Wording) -> bool:
    """Return whether nearly all of a shorter text stands, in order, in a longer one."""
    return part.size < PART * whole.size and common(part.words, whole.words) >= WHOLE * part.size


def _grown(side: _Side, base: int, whole: Wording, reach: int = REACH) -> list[int]:
    """Return `base` and the free neighbours whose words make up the rest of `whole`, in reading order.

    `reach` says how far from the last one found the next is looked for. What is passed over stays
    unpaired for good, so a wide reach is for the last stages only.
    """
    if not (side.is_free(base - 1) or side.is_free(base + 1)):
        return [base]
    rest = without(whole, side.text.says[base])
    out = [base]
    for step in (-1, 1):
        last, one = base, base + step
        while rest.size and abs(one - last) <= reach and side.is_free(one):
            part = side.text.says[one]
            if side.may_join(one) and _adds(part, rest):
                out.append(one)
                rest = without(rest, part)
                last = one
            one += step
    return sorted(out)


def _adds(part: Wording, rest: Wording) -> bool:
    """Return whether `part` explains the words of `rest`, or `rest` is explained by a piece of `part`.

    Few words must stand in `rest` as they are; more may be reworded; where their order changed,
    shared phrases are the proof.
    """
    if not part.size or not rest.size:
        return False
    if part.size <= SHORT:
        return holds(rest.words, part.words)
    if rest.size < ENOUGH:
        return _trimmed(part, rest) or common(part.words, rest.words) >= EXPLAINED * part.size
    shorter = min(part.size, rest.size)
    return common(part.words, rest.words) >= EXPLAINED * shorter or _share(part, rest)


def _trimmed(part: Wording, rest: Wording) -> bool:
    """Return whether a short rest is what was left of `part`: it begins alike and hardly differs."""
    alike = common(part.words, rest.words)
    return rest.words[0] == part.words[0] and alike >= max(SHORT, TRIMMED * rest.size)


def _share(one: Wording, other: Wording) -> bool:
    return min(one.size, other.size) > PHRASES and len(one.phrases & other.phrases) >= PHRASES
