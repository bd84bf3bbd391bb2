"""Pairs: which old entry is which new one, and which of the pairs kept their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from protobuild.model.outline import Kind
from protobuild.redline.matching.likeness import candidates, likeness
from protobuild.redline.matching.texts import Text
from protobuild.redline.wording.spine import heaviest_spine

SECTION = 30.0
"""What a section heading weighs, in words, when it is asked what stayed; what lies in it gains as much."""


Row = tuple[float, int, int]
"""A likeness, and the old and the new position it is of."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which old entry is which new one."""

    pairs: dict[int, int]
    """Old position to new position; each position once."""
    merged: dict[int, int] = field(default_factory=dict)
    """Old position whose words were joined to a pair, to that pair's old position."""
    split: dict[int, int] = field(default_factory=dict)
    """New position whose words were parted from a pair, to that pair's new position."""
    spine: tuple[int, ...] = ()
    """The old positions of the pairs that kept their order; the other pairs are moves."""


@dataclass(slots=True)
class Pairing:
    """A matching while it is being made, stage by stage."""

    old: Text
    new: Text
    ids: bool = True
    """Whether ids were chosen by an author, so that two different ones mean two provisions."""
    there: dict[int, int] = field(default_factory=dict)
    """Old position to new position."""
    here: dict[int, int] = field(default_factory=dict)
    """New position to old position: the same pairs, seen from the other side."""
    merged: dict[int, int] = field(default_factory=dict)
    split: dict[int, int] = field(default_factory=dict)
    likely: dict[int, list[int]] | None = None
    """For each old entry the new ones worth comparing it with, once that was asked."""
    compared: dict[tuple[int, int], float] = field(default_factory=dict)
    """Likenesses worked out so far: no two entries are compared twice."""

    def matching(self) -> Matching:
        """Return what has been paired so far."""
        pairs = dict(sorted(self.there.items()))
        return Matching(pairs, self.merged, self.split, tuple(spine_of(pairs, self.old, self.new)))

    def pair(self, at: int, to: int) -> None:
        """Pair an old entry with a new one, if both are free."""
        if self.free_old(at) and self.free_new(to):
            self.there[at] = to
            self.here[to] = at

    def unpair_old(self, at: int) -> None:
        """Free an old entry and its partner, so that a join can pair them anew."""
        if at in self.there:
            del self.here[self.there.pop(at)]

    def unpair_new(self, to: int) -> None:
        """Free a new entry and its partner, so that a join can pair them anew."""
        if to in self.here:
            del self.there[self.here.pop(to)]

    def free_old(self, at: int) -> bool:
        """Return whether an old entry is part of nothing yet."""
        return at not in self.there and at not in self.merged

    def free_new(self, to: int) -> bool:
        """Return whether a new entry is part of nothing yet."""
        return to not in self.here and to not in self.split

    def named(self, at: int, to: int) -> bool:
        """Return whether an author's ids name both entries, so that wording has less to say."""
        return self.ids and bool(self.old.entries[at].id and self.new.entries[to].id)

    def loose(self) -> tuple[list[int], list[int]]:
        """Return the old and the new entries that are matched for themselves and still free."""
        return (
            [at for at in range(len(self.old.entries)) if self.free_old(at) and self.old.stands_alone(at)],
            [to for to in range(len(self.new.entries)) if self.free_new(to) and self.new.stands_alone(to)],
        )

    def likeness(self, at: int, to: int) -> float:
        """Return how alike an old and a new entry are, from 0 to 1; 0 for two of different families."""
        if self.old.family(at) != self.new.family(to):
            return 0.0
        found = self.compared.get((at, to))
        if found is None:
            found = self.compared[at, to] = likeness(self.old.says[at], self.new.says[to])
        return found

    def worth(self) -> dict[int, list[int]]:
        """Return for each entry free when this is first asked the few new ones it may be, likeliest first."""
        if self.likely is None:
            olds, news = self.loose()
            self.likely = self._candidates(olds, news)
        return self.likely

    def _candidates(self, olds: Sequence[int], news: Sequence[int]) -> dict[int, list[int]]:
        return candidates([(at, self.old.says[at]) for at in olds], [(to, self.new.says[to]) for to in news])

    def ranked(self, olds: Sequence[int], news: Sequence[int]) -> list[Row]:
        """Return (likeness, old, new) for the pairs worth comparing, likest first, then nearest."""
        worth = self._candidates(olds, news)
        return self.by_likeness((at, to) for at, tos in worth.items() for to in tos)

    def by_likeness(self, pairs: Iterable[tuple[int, int]]) -> list[Row]:
        """Return the pairs as rows of (likeness, old, new), likest first, then nearest."""
        rows = [(self.likeness(at, to), at, to) for at, to in pairs]
        return sorted(rows, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1], row[2]))

    def gaps(self) -> list[tuple[range, range]]:
        """Return the stretches between neighbouring pairs that kept their order, neither side empty."""
        out: list[tuple[range, range]] = []
        at = to = 0
        spine = spine_of(self.there, self.old, self.new)
        for here, there in [
            *((at, self.there[at]) for at in spine),
            (len(self.old.entries), len(self.new.entries)),
        ]:
            if here > at and there > to:
                out.append((range(at, here), range(to, there)))
            at, to = here + 1, there + 1
        return out


def spine_of(there: Mapping[int, int], old: Text, new: Text) -> list[int]:
    """Return the old positions of the pairs that kept their order: the heaviest such set.

    An entry weighs its words; a section heading more, for a section stays where it can, and so
    does a paragraph that lies in the same section on both sides.
    """
    rows = [(at, to, _weight(at, to, there, old, new)) for at, to in sorted(there.items())]
    return [rows[position][0] for position in heaviest_spine(rows)]


def one_each(rows: Iterable[Row]) -> list[Row]:
    """Return the rows as they come, less those that want an entry taken before."""
    olds: set[int] = set()
    news: set[int] = set()
    out: list[Row] = []
    for row in rows:
        if row[1] not in olds and row[2] not in news:
            out.append(row)
            olds.add(row[1])
            news.add(row[2])
    return out


def in_order(rows: Iterable[Row]) -> list[tuple[int, int]]:
    """Return the pairs of rows, likest first, less those that cross heavier ones."""
    ordered = [(at, to, score) for score, at, to in sorted(one_each(rows), key=lambda row: row[1])]
    return [ordered[position][:2] for position in heaviest_spine(ordered)]


def _weight(at: int, to: int, there: Mapping[int, int], old: Text, new: Text) -> float:
    if old.entries[at].kind is Kind.SECTION:
        return SECTION
    up = old.above[at]
    stays = old.entries[up].kind in (Kind.SECTION, Kind.TITLE) and there.get(up) == new.above[to]
    return 1.0 + old.says[at].size + SECTION * stays
