"""Margin: the C-number and the reason that stand beside a change."""

from __future__ import annotations

from markupsafe import Markup

from protobuild.model.redlined import Change
from protobuild.render.excerpt import shorten
from protobuild.render.markup import el, heard, join
from protobuild.render.sheet import Sheet
from protobuild.render.steps import write_steps
from protobuild.render.summary import forces
from protobuild.render.titles import title_of
from protobuild.render.tree import Node

LONGEST = 120
"""How many words of a reason stand in the margin; the schedule has the rest.

Paper cuts off what outgrows a page.
"""


def beside(node: Node, sheet: Sheet) -> Markup:
    """Return the notes that stand beside an entry; empty where nothing was decided."""
    notes = [_note(change, sheet) for change in sheet.shown.get(node.at, ())]
    again = sheet.touched.get(node.at, ())
    if again:
        links = join((el("a", change.name, href=f"#{change.name}") for change in again), ", ")
        notes.append(el("div", heard("[part of "), links, heard("]"), class_="note again", role="note"))
    return join(notes)


def _of_edit(name: str, change: Change) -> str:
    """Return the name of an edit before what it does; nothing where the change has only one."""
    return f"{name}: " if name != change.name else ""


def in_order(notes: Markup, own: Markup, sheet: Sheet) -> tuple[Markup, Markup]:
    """Return notes and what they are about in the order in which they stand on the page."""
    return (own, notes) if sheet.below else (notes, own)


def _note(change: Change, sheet: Sheet) -> Markup:
    """Return one note: what the committee calls the change, its force, and why."""
    name = el("a", change.name, href=f"#{change.name}-row", class_="c")
    letter = sheet.inline.letter(change.round)
    lines: list[tuple[str, ...]] = [
        ("", heard("[change "), name, f" {change.what}", f" (round {letter})" if letter else ""),
        *(("force", _of_edit(name, change), says) for name, says in forces(change)),
    ]
    if change.changed_since:
        lines.append(("since", f"Changed since “{change.changed_since}”"))
    if change.reason:
        by = f" ({change.proposer})" if change.proposer else ""
        told = shorten(change.reason, LONGEST)
        more = "" if told == change.reason else " (in full in the schedule)"
        lines.append(("reason", told, more, by))
    if links := write_steps(change.name, sheet.steps):
        lines.append(("steps", links))
    lines[-1] = (*lines[-1], heard("]"))
    title = " ".join(part for part in (change.name, title_of(change, sheet.outline)) if part)
    said = (el("p", *words, class_=look or None) for look, *words in lines)
    whole = el("div", *said, class_="whole")  # paper never breaks it over two pages
    return el("div", whole, class_="note", id=change.name, role="note", data_label=title)
