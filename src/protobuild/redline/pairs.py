"""Pairs: which old entry is which new one, and which of the pairs kept their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from protobuild.model.outline import Entry, Kind
from protobuild.redline.spine import heaviest_spine

FAMILY: dict[Kind, str] = {
    Kind.TITLE: "title",
    Kind.SECTION: "heading",
    Kind.SUBHEADING: "heading",
    Kind.TABLE: "table",
    Kind.HEADER: "row",
    Kind.ROW: "row",
    Kind.CELL: "cell",
    Kind.SIGNATURE: "signature",
}
"""Entries pair within a family only; what is not listed is prose."""
HEADING = 30.0
"""What a section heading weighs, in words, when it is asked what stayed and what moved."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Which old entry is which new one."""

    pairs: dict[int, int]
    """Old position to new position; each position once."""
    merged: dict[int, int] = field(default_factory=dict)
    """Old position whose words were joined to a pair, to that pair's old position."""
    split: dict[int, int] = field(default_factory=dict)
    """New position whose words were parted from a pair, to that pair's new position."""


def family(entry: Entry) -> str:
    """Return the family an entry may be matched within."""
    return FAMILY.get(entry.kind, "prose")


def spine_of(there: dict[int, int], old: Sequence[Entry]) -> list[int]:
    """Return the old positions of the pairs that kept their order: the heaviest such set.

    An entry weighs its words; a section heading more, for a section stays where it can.
    """
    rows = [(at, to, _weight(old[at])) for at, to in sorted(there.items())]
    return [rows[position][0] for position in heaviest_spine(rows)]


def _weight(entry: Entry) -> float:
    return HEADING if entry.kind is Kind.SECTION else 1.0 + entry.words.count(" ")
