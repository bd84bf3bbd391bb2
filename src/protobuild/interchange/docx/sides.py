"""Tell the two texts of a Word file with tracked changes apart: before them all, and after."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from protobuild.interchange.docx.names import W, child, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Side(Enum):
    """Which text of a file is read. A file without tracked changes has but one."""

    OLD = "old"
    """Every change refused."""
    NEW = "new"
    """Every change agreed to."""


ABSENT = {
    Side.OLD: frozenset({W + "ins", W + "moveTo"}),
    Side.NEW: frozenset({W + "del", W + "moveFrom"}),
}
"""The marks of what is not there on each side; what carries both marks is on neither."""

_MARKS = {Side.OLD: ("ins", "moveTo"), Side.NEW: ("del", "moveFrom")}
_CELLS = {Side.OLD: "cellIns", Side.NEW: "cellDel"}


def ends_here(properties: Element | None, side: Side) -> bool:
    """Return whether a paragraph's end is there; where it is not, its words flow into the next."""
    return _unmarked(child(properties, "rPr"), side)


def row_stands(row: Element, side: Side) -> bool:
    """Return whether a row of a table is there."""
    return _unmarked(child(row, "trPr"), side)


def cell_stands(cell: Element, side: Side) -> bool:
    """Return whether a cell of a row is there."""
    return child(cell, "tcPr", _CELLS[side]) is None


def properties_on(paragraph: Element, side: Side) -> Element | None:
    """Return a paragraph's properties: on the old side those from before they were changed."""
    properties = child(paragraph, "pPr")
    if side is Side.OLD and (change := child(properties, "pPrChange")) is not None:
        was = child(change, "pPr")
        return was if was is not None else change
    return properties


def listed_on(properties: Element | None, side: Side) -> Element | None:
    """Return what a paragraph says of its own place in a list."""
    own = child(properties, "numPr")
    return None if side is Side.OLD and child(own, "ins") is not None else own


def merged_on(cell: Element, side: Side) -> bool:
    """Return whether a cell only goes on with the one above it."""
    change = child(cell, "tcPr", "cellMerge")
    if change is not None:
        return value(change, "vMerge" if side is Side.NEW else "vMergeOrig") == "cont"
    merge = child(_cell_properties(cell, side), "vMerge")
    return merge is not None and value(merge) != "restart"


def width_on(cell: Element, side: Side) -> int:
    """Return how many columns a cell lies over."""
    return number(child(_cell_properties(cell, side), "gridSpan")) or 1


def _cell_properties(cell: Element, side: Side) -> Element | None:
    was = child(cell, "tcPr", "tcPrChange", "tcPr") if side is Side.OLD else None
    return child(cell, "tcPr") if was is None else was


def _unmarked(marks: Element | None, side: Side) -> bool:
    return all(child(marks, name) is None for name in _MARKS[side])
