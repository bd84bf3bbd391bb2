"""Account for every old provision, and say where every new one came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change, Fate, Whereabouts
from protobuild.model.runs import text_of
from protobuild.redline.regions import regions
from protobuild.redline.rounds import between
from protobuild.redline.schedule.sections import keeps_words, sections, told_apart
from protobuild.redline.schedule.sentences import taken
from protobuild.redline.schedule.units import numbers, replaced, units

CITED = frozenset({Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE})
BEGINNING = 70


def concordance(outline: Outline, changes: Sequence[Change]) -> tuple[Whereabouts, ...]:
    """Return a row for every old provision and every new one, in reading order.

    A provision is a section, a paragraph, a citable item or a table; anything else with an
    id, such as a quotation, counts too. What hangs on a provision goes with it.
    """
    return tuple(_Account(outline, changes).rows())


class _Account:
    def __init__(self, outline: Outline, changes: Sequence[Change]) -> None:
        ends, self.positions = between(outline, 0, outline.last)
        self.entries = ends.entries
        self.old, self.new = numbers(ends, 0), numbers(ends, 1)
        self.changes: dict[int, list[str]] = {}
        for change in changes:
            for at in change.at:
                self.changes.setdefault(at, []).append(change.name)
        self.arrivals = {
            entry.moved: at
            for at, entry in enumerate(self.entries)
            if entry.moved and entry.born and entry.seen_in(1)
        }
        self.sections = sections(ends)
        self.taken = taken(list(units(ends)))

    def rows(self) -> Iterator[Whereabouts]:
        """Yield the rows; the title is accounted for by the cover."""
        for at, entry in enumerate(self.entries[1:], 1):
            if entry.kind not in CITED and not entry.id:
                continue
            if entry.seen_in(0):
                yield self._old_row(at, entry)
            elif entry.seen_in(1) and not self._came_from_old(entry):
                yield self._new_row(at, entry)

    def _old_row(self, at: int, entry: Entry) -> Whereabouts:
        fate, new = self._fate(at, entry)
        return self._row(fate, self.old.get(at, ""), new, at, self._words(at, 0))

    def _new_row(self, at: int, entry: Entry) -> Whereabouts:
        fate, old = self._whence(at, entry)
        return self._row(fate, old, (self.new.get(at, ""),), at, self._words(at, 1))

    def _whence(self, at: int, entry: Entry) -> tuple[Fate, str]:
        """Return how a new provision came about, and the old numbers of what it came from."""
        if entry.kind is Kind.SECTION:
            return self._whence_section(at)
        base = self._standing_before(at, 0) if keeps_words(entry) else 0
        return (Fate.SPLIT, self.old.get(base, "")) if base else (Fate.NEW, "")

    def _whence_section(self, at: int) -> tuple[Fate, str]:
        """Return how a new heading came about: over new text, part of a section, or several together."""
        olds = [one for one in self.sections.came.get(at, ()) if one]
        if not olds:
            return Fate.NEW, ""
        whole = all(self.sections.went[one] == (at,) for one in olds)
        return (Fate.MERGED if whole else Fate.SPLIT), ", ".join(
            told_apart(olds, self.old, self.new.get(at, ""), self.entries, 0)
        )

    def _row(self, fate: Fate, old: str, new: tuple[str, ...], at: int, words: str) -> Whereabouts:
        beginning = words if len(words) <= BEGINNING else words[:BEGINNING].rsplit(" ", 1)[0] + " …"
        numbers_said = tuple(number for number in new if number)
        there = self.positions[at]
        return Whereabouts(fate, old, numbers_said, there, beginning, self._decided(at))

    def _fate(self, at: int, entry: Entry) -> tuple[Fate, tuple[str, ...]]:
        if entry.seen_in(1):
            return self._stayed(at)
        if entry.moved and entry.moved in self.arrivals:
            return Fate.MOVED, (self.new.get(self.arrivals[entry.moved], ""),)
        if entry.kind is Kind.SECTION and (headings := self.sections.went.get(at)):
            names = told_apart(headings, self.new, self.old.get(at, ""), self.entries, 1)
            return (Fate.SPLIT if len(headings) > 1 else Fate.MERGED), names
        if keeps_words(entry):
            return Fate.MERGED, (self.new.get(self._standing_before(at, 1), ""),)
        if at in self.taken:
            return Fate.MERGED, (self.new.get(self.taken[at], ""),)
        return Fate.DROPPED, ()

    def _stayed(self, at: int) -> tuple[Fate, tuple[str, ...]]:
        here = self.new.get(at, "")
        parts = self._named(self._parted_from(at), self.new)
        if parts:
            return Fate.SPLIT, (here, *parts)
        if self._reworded(at):
            return (Fate.REPLACED if self._replaced(at) else Fate.REWORDED), (here,)
        return (Fate.KEPT if here == self.old.get(at, "") else Fate.RENUMBERED), (here,)

    def _named(self, places: Iterable[int], numbers: Mapping[int, str]) -> tuple[str, ...]:
        """Return what places are called; the title is no place that anything went to."""
        return tuple(name for name in (numbers.get(one, "") for one in places if one) if name)

    def _parted_from(self, at: int) -> Iterator[int]:
        """Yield the new provisions that took words of this one with them, or a section's text."""
        if self.entries[at].kind is Kind.SECTION:
            yield from (one for one in self.sections.went.get(at, ()) if one != at)
            return
        for one in range(at + 1, len(self.entries)):
            entry = self.entries[one]
            if entry.seen_in(0) or not (entry.seen_in(1) and keeps_words(entry)):
                return
            yield one

    def _decided(self, at: int) -> tuple[str, ...]:
        """Return the changes that touch a provision or what hangs on it."""
        touching = (name for one in self._span(at) for name in self.changes.get(self.positions[one], ()))
        return tuple(dict.fromkeys(touching))

    def _span(self, at: int) -> Iterator[int]:
        """Yield the positions of a provision and of what hangs on it uncited."""
        yield at
        for one in range(at + 1, len(self.entries)):
            entry = self.entries[one]
            if entry.kind in CITED or entry.id or entry.kind is Kind.SUBHEADING:
                return
            yield one

    def _reworded(self, at: int) -> bool:
        """Whether words came or went, beyond the numbers that references print."""
        return any(not region.display for one in self._span(at) for region in regions(self.entries[one]))

    def _replaced(self, at: int) -> bool:
        """Whether other words stand in the place of all that a provision said."""
        entries = [self.entries[one] for one in self._span(at)]
        return entries[0].kind is not Kind.SECTION and replaced(entries)

    def _words(self, at: int, number: int) -> str:
        said = (self.entries[one] for one in self._span(at))
        texts = (text_of(part, number) for entry in said for part in (entry.heading, entry.body))
        return " ".join(text for text in texts if text.strip())

    def _came_from_old(self, entry: Entry) -> bool:
        return bool(entry.moved) and entry.born > 0

    def _standing_before(self, at: int, number: int) -> int:
        return next(one for one in range(at - 1, -1, -1) if one == 0 or self.entries[one].seen_in(number))
