"""Standing: what is in one of the two texts alone, so that a page can show either without the other."""

from __future__ import annotations

from protobuild.model.outline import Entry
from protobuild.render.markup import classes
from protobuild.render.sheet import Sheet
from protobuild.render.tree import Node


def alone(node: Node, sheet: Sheet) -> str:
    """Return the class of an entry that stands, with all that lies in it, in one text alone."""
    if not sheet.marked:
        return ""
    old, new = (_stands(node, number) for number in (0, sheet.outline.last))
    return _only(old, new)


def alone_itself(node: Node, sheet: Sheet) -> str:
    """Return the class of an entry's own words, where it has more than they in it that stands on."""
    if not sheet.marked or alone(node, sheet):
        return ""
    old, new = (_stands_itself(node.entry, number) for number in (0, sheet.outline.last))
    return _only(old, new)


def _only(old: bool, new: bool) -> str:
    return classes("" if new else "old-only", "" if old else "new-only") or ""


def _stands(node: Node, number: int) -> bool:
    return _stands_itself(node.entry, number) or any(_stands(inner, number) for inner in node.inner)


def _stands_itself(entry: Entry, number: int) -> bool:
    return entry.seen_in(number) or any(run.seen_in(number) and run.text.strip() for run in entry.runs)
