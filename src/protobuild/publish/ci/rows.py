"""Rows: the schedule of changes as a table in a comment."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.outline import Outline
from protobuild.model.redlined import Change, Redlined, What
from protobuild.model.runs import Runs, plain
from protobuild.model.saying import counted
from protobuild.publish.ci.plainly import plainly
from protobuild.render.excerpt import excerpt, shorten
from protobuild.render.marks import STRIKES, Mark, stretches
from protobuild.render.schedule import MARKED, NOWHERE
from protobuild.render.sheet import marked_at
from protobuild.render.summary import forces
from protobuild.render.titles import title_of

MOST = 3
"""How many entries of one change are shown."""


def rows(redlined: Redlined) -> Iterator[str]:
    """Yield a row of the table for each change."""
    for change in redlined.changes:
        cells = (
            f"**{change.name}**",
            _numbers(change, change.old, What.NEW),
            _numbers(change, change.new, What.DROPPED),
            _what(change, redlined.outline),
            plainly(f"{change.reason or 'No reason recorded'} {_by(change)}"),
        )
        yield f"| {' | '.join(cells)} |"


def _by(change: Change) -> str:
    return f"({change.proposer})" if change.proposer else ""


def _numbers(change: Change, numbers: tuple[str, ...], absent: What) -> str:
    if not numbers and change.what is absent:
        return NOWHERE[absent]
    return plainly(", ".join(numbers))


def _what(change: Change, outline: Outline) -> str:
    """Return what a change does, to the force of the words too, and the words it does it to."""
    title = title_of(change, outline)
    told = not title or any(title.startswith(says) for says in change.force)
    known_by = "" if told else f": {title}"
    parts = [f"{plainly(f'{change.what.value.capitalize()}{known_by}')}."]
    for name, says in forces(change):
        of_edit = f"{name}: " if name != change.name else ""
        parts.append(f"<em>{of_edit}{plainly(says)}</em>")
    return "<br>".join([*parts, *_words(change, outline)])


def _words(change: Change, outline: Outline) -> list[str]:
    if change.edits or change.what in MARKED:
        places = [edit.at for edit in change.edits] or marked_at(change, outline)
        entries = [outline.entries[at] for at in dict.fromkeys(places)]
        more = [f"… and {counted(len(entries) - MOST, 'more place')}"] if len(entries) > MOST else []
        return [_marked(excerpt(entry.heading + entry.body)) for entry in entries[:MOST]] + more
    if change.what is What.MOVED:
        return [plainly(shorten(change.after or change.before, 20))]
    struck = f"<del>{plainly(shorten(change.before))}</del>" if change.before else ""
    written = f"<ins>{plainly(shorten(change.after))}</ins>" if change.after else ""
    return [" ".join(part for part in (struck, written) if part)]


def _marked(runs: Runs) -> str:
    """Return words with what is struck and what is written marked as that."""
    out = ""
    for stretch in stretches(runs):
        shown = stretch.runs[-1:] if stretch.mark is Mark.RENUMBERED else stretch.runs
        words = plain(shown)
        said = plainly(words)
        if stretch.mark not in (Mark.KEPT, Mark.RENUMBERED) and said:
            name = "del" if stretch.mark in STRIKES else "ins"
            said = f"<{name}>{said}</{name}>"
        before = " " if words[:1].isspace() else ""
        after = " " if words[-1:].isspace() else ""
        out += before + said + after
    return " ".join(out.replace("</del><ins>", "</del> <ins>").split())
