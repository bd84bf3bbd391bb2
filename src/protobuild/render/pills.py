"""Pills: what is said of an entry as a whole: moved, joined, split, given another level."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from protobuild.render.markup import classes, el, heard, join
from protobuild.render.places import called
from protobuild.render.sheet import Sheet
from protobuild.render.status import Flag, Status, flags_of, status_of
from protobuild.render.tree import Node


def pills(node: Node, sheet: Sheet) -> Markup:
    """Return the pills of an entry, each in brackets for whoever cannot see its outline."""
    if not sheet.marked:
        return Markup("")
    return join(_pill(kind, said) for kind, said in _said(node, sheet))


def _pill(kind: str, said: Markup) -> Markup:
    pill = el("span", heard("["), said, heard("]"), class_=classes("pill", kind))
    return join((pill, el("span", " ", class_="marked-only")))


def _said(node: Node, sheet: Sheet) -> Iterator[tuple[str, Markup]]:
    """Yield each pill with the class of those that one text needs even without its marks."""
    entry, status = node.entry, status_of(node.entry)
    other = sheet.places.other_end.get(node.at)
    if other is not None and "." not in entry.moved:
        numbers, word = (
            (sheet.places.new, "moved to ")
            if status is Status.MOVED_AWAY
            else (sheet.places.old, "moved from ")
        )
        name = called(sheet.outline.entries[other], numbers[other])
        yield "", join((word, el("a", name, href=f"#{sheet.places.anchors[other]}")))
    if status is Status.MERGED:
        yield "joined", Markup("joined to the words before")
    if status is Status.SPLIT:
        yield "parted", Markup("parted from the words before")
    if Flag.LEVEL in flags_of(entry):
        yield "", Markup("level changed")
