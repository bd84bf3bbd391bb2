"""Agenda: the schedule of changes as plain lines, a decision each and its edits under it."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.outline import Outline
from protobuild.model.redlined import Change, Edit, Redlined
from protobuild.render.excerpt import shorten
from protobuild.render.lines import wrap
from protobuild.render.rounds import letter
from protobuild.render.summary import papers_said
from protobuild.render.titles import title_of

SHOWN = 12
"""How many words of either side of an edit are shown; the text has them all."""


def write_agenda(redlined: Redlined, width: int) -> Iterator[str]:
    """Yield the lines of the schedule, those of one change together; none where nothing changed."""
    if not redlined.changes:
        return
    yield "Schedule of changes:"
    if said := papers_said(redlined):
        yield wrap(said, width, "  ", "  ")
    for change in redlined.changes:
        yield wrap(_change(change, redlined.outline), width, "  ", "     ")
        for edit in change.edits:
            yield wrap(_edit(edit), width, "     ", "       ")


def brackets(numbers: str) -> str:
    """Return numbers in brackets behind a space, or nothing."""
    return f" ({numbers})" if numbers else ""


def _change(change: Change, outline: Outline) -> str:
    numbers = " -> ".join(part for part in (", ".join(change.old), ", ".join(change.new)) if part)
    title = f": {said}" if (said := title_of(change, outline)) else ""
    if change.withdrawn:
        now = f" Now the matter of {change.now_in}." if change.now_in else ""
        head = f"{change.name} withdrawn since “{change.withdrawn}”; it was {change.what}"
        return f"{head}{brackets(numbers)}{title}.{now}"
    by = f" in round {letter(change.round)}" if outline.last > 1 else ""
    since = f" Changed since “{change.changed_since}”." if change.changed_since else ""
    reason = f" Reason: {change.reason}" if change.reason else ""
    stop = "." if since or reason else ""
    return f"{change.name} {change.what}{by}{brackets(numbers)}{title}{stop}{since}{reason}"


def _edit(edit: Edit) -> str:
    struck = f"[-{shorten(edit.before, SHOWN)}-]" if edit.before else ""
    written = f"[+{shorten(edit.after, SHOWN)}+]" if edit.after else ""
    force = f": {'; '.join(edit.force)}" if edit.force else ""
    return " ".join(part for part in (edit.name, struck, written) if part) + force
