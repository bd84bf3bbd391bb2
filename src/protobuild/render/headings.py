"""Headings: what contents, bookmarks and the heads of pages call a section, standing or struck."""

from __future__ import annotations

from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import text_of
from protobuild.render.furniture import running
from protobuild.render.sheet import Sheet
from protobuild.render.status import Status, status_of
from protobuild.render.tree import Node

LOST = {
    Status.DROPPED: " (heading deleted)",
    Status.MERGED: " (joined to another)",
    Status.MOVED_AWAY: " (moved away)",
}
"""What is said behind a heading that does not stand."""


def label(entry: Entry, sheet: Sheet) -> str:
    """Return a heading in plain words: as it will read, or as it read when it was struck, and that it was."""
    return _words(entry, sheet) + (LOST.get(status_of(entry), "") if sheet.marked else "")


def part_of(node: Node, sheet: Sheet) -> str:
    """Return what the heads of pages say from here on: the section that the text under it belongs to."""
    before = _standing_before(node, sheet)
    owner = before if before and _outlived(node) else node.entry
    return running(_words(owner, sheet))


def lies_within(node: Node, sheet: Sheet) -> bool:
    """Return whether a heading is struck inside a section that stands, and has no bookmarks of its own."""
    return _standing_before(node, sheet) is not None


def _words(entry: Entry, sheet: Sheet) -> str:
    number = sheet.outline.last if entry.gone is None else entry.gone - 1
    return " ".join(part for part in (text_of(entry.num, number), text_of(entry.heading, number)) if part)


def _standing_before(node: Node, sheet: Sheet) -> Entry | None:
    """Return the section a struck heading's text lies in now; none for a heading that stands."""
    if node.entry.gone is None:
        return None
    before = reversed(sheet.outline.entries[: node.at])
    return next((entry for entry in before if entry.kind is Kind.SECTION and entry.gone is None), None)


def _outlived(node: Node) -> bool:
    """Return whether text stays under a struck heading."""
    return any(map(_stays, node.inner))


def _stays(node: Node) -> bool:
    stands = node.entry.gone is None or status_of(node.entry) is Status.MERGED
    return stands or any(map(_stays, node.inner))
