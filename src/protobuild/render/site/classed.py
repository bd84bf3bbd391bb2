"""Classed: a text for a content system that keeps classes and ids, with all that the page shows of it."""

from __future__ import annotations

from protobuild.model.outline import Outline, accept
from protobuild.model.redlined import Redlined
from protobuild.render.blocks import write_blocks
from protobuild.render.fragment import front
from protobuild.render.inline import write_runs
from protobuild.render.markup import classes, el
from protobuild.render.sheet import sheet
from protobuild.render.tree import tree


def write_classed(given: Redlined | Outline) -> str:
    """Return a redline or a clean text as one `div` with classes, without head or frame.

    Nothing stands beside the changes: the notes of a redline lead to a schedule that is not here.
    """
    marked = isinstance(given, Redlined)
    outline = given.outline if isinstance(given, Redlined) else accept(given)
    page = sheet(outline)
    title = el("h2", write_runs(outline.entries[0].runs, page.inline)) if outline.entries else ""
    body = write_blocks(tree(outline.entries), page)
    look = classes("protobuild", "marked" if marked else "")
    return f"{el('div', title, *front(given), body, class_=look)}\n"
