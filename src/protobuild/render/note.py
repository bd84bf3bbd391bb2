"""Note: what a committee is told of a change where it stands: its C-number, its force, and why."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from protobuild.model.redlined import Change
from protobuild.render.excerpt import shorten
from protobuild.render.markup import el, heard
from protobuild.render.sheet import Sheet
from protobuild.render.steps import write_steps
from protobuild.render.summary import forces
from protobuild.render.titles import title_of

LONGEST = 80
"""How many words of a reason stand with the text; the schedule has the rest."""

ACROSS = 26
"""How many letters a line of a note in the margin of paper holds: rather too few than too many."""


def write_note(change: Change, sheet: Sheet) -> Markup:
    """Return the note on a change."""
    name = el("a", change.name, href=f"#{change.name}-row", class_="c")
    letter = sheet.inline.letter(change.round)
    lines: list[tuple[str, ...]] = [
        ("", heard("[change "), name, f" {change.what}", f" (round {letter})" if letter else ""),
        *_said(change),
    ]
    if links := write_steps(change.name, sheet.steps):
        lines.append(("steps", links))
    lines[-1] = (*lines[-1], heard("]"))
    title = " ".join(part for part in (change.name, title_of(change, sheet.outline)) if part)
    said = (el("p", *words, class_=look or None) for look, *words in lines)
    whole = el("div", *said, class_="whole")  # paper never breaks it over two pages
    return el("div", whole, class_="note", id=change.name, role="note", data_label=title)


def lines_of(change: Change) -> int:
    """Return how many lines its note takes in the margin of paper, rather too many than too few."""
    names = 2  # its own, and its neighbours'
    return names + sum(ceil(len(words) / ACROSS) for _, words in _said(change))


def _said(change: Change) -> Iterator[tuple[str, str]]:
    """Yield what is said of a change beside its name, each with its look."""
    for name, says in forces(change):
        yield "force", f"{name}: {says}" if name != change.name else says
    if change.changed_since:
        yield "since", f"Changed since “{change.changed_since}”"
    if change.reason:
        by = f" ({change.proposer})" if change.proposer else ""
        told = shorten(change.reason, LONGEST)
        more = "" if told == change.reason else " (in full in the schedule)"
        yield "reason", f"{told}{more}{by}"
