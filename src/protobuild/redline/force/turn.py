"""A turn: one word of force put in another's place, struck or added, and how a reader is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protobuild.redline.force.around import Found
from protobuild.redline.force.families import FAMILIES, REFERENCES, Family, alone_outcome
from protobuild.redline.regions import Wording


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of force put in another's place, or one that went or came alone."""

    family: Family
    old: Found | None
    new: Found | None
    wording: Wording
    quoted: bool = False
    """Whether it stands in words quoted from elsewhere."""
    moved: bool = False
    """Whether it went here and came elsewhere in the same paragraph."""

    @property
    def alone(self) -> bool:
        """Whether no other word stands in its place."""
        return self.old is None or self.new is None

    @property
    def order(self) -> float:
        """Where it is told: exchanges first, then what comes or goes alone, by family."""
        return FAMILIES.index(self.family) + (len(FAMILIES) + 1 if self.alone else 0)

    @property
    def sentence(self) -> str:
        """What a reader is told."""
        outcome = ", ".join(part for part in (self._outcome(), "in words quoted" * self.quoted) if part)
        return f"{self._words()}: {outcome}" if outcome else self._words()

    def _words(self) -> str:
        old, new = (found and f"“{self._told(found)}”" for found in (self.old, self.new))
        if old and new and self.family is REFERENCES:
            return f"the reference to {old} becomes one to {new}"
        if old and new:
            return f"{old} becomes {new}"
        return f"{new} is added" if new else f"{old} {'moves' if self.moved else 'is struck'}"

    def _told(self, found: Found) -> str:
        return found.words if self.family.names else found.words.lower()

    def _outcome(self) -> str:
        if self.moved:
            return "what it limits may change"
        if self.old and self.new:
            return self.family.outcome(self.old, self.new)
        one = self.old or self.new
        return alone_outcome(one, came=self.new is not None) if one else ""


def settled(found: Sequence[Turn]) -> Iterator[Turn]:
    """Yield the turns less those of words that only moved within a paragraph.

    Of a word whose place matters, such as `only`, it is told that it moves.
    """
    went = Counter(_place(turn) for turn in found if turn.new is None)
    moved = went & Counter(_place(turn) for turn in found if turn.old is None)
    left = {False: Counter(moved), True: Counter(moved)}
    for turn in found:
        came = turn.old is None
        if not turn.alone or not left[came][_place(turn)]:
            yield turn
            continue
        left[came][_place(turn)] -= 1
        if turn.family.places and not came:
            yield replace(turn, moved=True)


def _place(turn: Turn) -> tuple[Family, str, Wording]:
    one = turn.old or turn.new
    return turn.family, one.key if one else "", turn.wording
