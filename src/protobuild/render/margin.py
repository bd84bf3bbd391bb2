"""Margin: where the notes on an entry stand: beside its words, or under them."""

from __future__ import annotations

from math import ceil

from markupsafe import Markup

from protobuild.render.markup import classes, el, heard, join
from protobuild.render.note import lines_of, write_note
from protobuild.render.sheet import Sheet
from protobuild.render.tree import Node

TALL = 10
"""How many lines may stand in the margin; more would leave white beside and below a short paragraph."""

TALL_BESIDE = {"headed": 5, "tabled": 3}
"""How many may stand beside a heading or a table, by its look. A page may end below a table's first row,
where a taller note would be cut; such a note stands above it."""

LINE, TEXT_LINE, AROUND = 4.2, 5.9, 6.0
"""How tall a line of a note and one of the text are on paper, what stands around notes; in millimetres."""


def beside(node: Node, sheet: Sheet) -> Markup:
    """Return the notes on an entry; empty where nothing was decided."""
    notes = [write_note(change, sheet) for change in sheet.shown.get(node.at, ())]
    again = sheet.touched.get(node.at, ())
    if again:
        links = join((el("a", change.name, href=f"#{change.name}") for change in again), ", ")
        notes.append(el("div", heard("[part of "), links, heard("]"), class_="note again", role="note"))
    return join(notes)


def noted(own: Markup, node: Node, sheet: Sheet, *looks: str) -> Markup:
    """Return an entry's own words with the notes on them, if there are any, in a box with those looks.

    Tall notes stand under the words, or over a table. Paper breaks words that have notes beside them
    only where enough of the words stand before the break to hold the notes.
    """
    notes = beside(node, sheet)
    if not notes:
        return own
    lines = sum(lines_of(change) for change in sheet.shown.get(node.at, ())) + (node.at in sheet.touched)
    tall = lines > min([TALL, *(TALL_BESIDE[look] for look in looks)])
    if tall and "tabled" in looks and not sheet.below:
        return el("div", notes, own, class_=classes("it", "over", *looks))
    if tall or sheet.below:
        return el("div", own, notes, class_=classes("it", "under", *looks))
    least = ceil((lines * LINE + AROUND) / TEXT_LINE)
    return el("div", notes, own, class_=classes("it", f"least-{least}", *looks))
