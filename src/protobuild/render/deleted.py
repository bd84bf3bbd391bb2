"""Deleted: neighbours that were struck as a whole, which a reader on a screen may fold away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from protobuild.render.markup import el
from protobuild.render.sheet import Sheet
from protobuild.render.spans import named_together
from protobuild.render.status import Status, status_of
from protobuild.render.tree import Node

LEAST = 40
"""How many words there must be for folding to be worth a line."""


def is_deleted(node: Node, sheet: Sheet) -> bool:
    """Return whether nothing of an entry stands any more, nor of what lies in it."""
    return sheet.marked and all(status_of(each.entry) is Status.DROPPED for each in _all(node))


def write_deleted(nodes: Sequence[Node], made: Markup, sheet: Sheet) -> Markup:
    """Return the neighbours as a block to fold, open at first; as they are where they are short."""
    count = sum(len(each.entry.words.split()) for node in nodes for each in _all(node))
    if count < LEAST:
        return made
    name = named_together([node.at for node in nodes], sheet.outline.entries, sheet.places.old)
    said = el("summary", f"Deleted: {name} ({count} words)", class_="on-screen")
    return el("details", said, made, class_="deleted old-only", open="")


def _all(node: Node) -> Iterator[Node]:
    yield node
    for inner in node.inner:
        yield from _all(inner)
