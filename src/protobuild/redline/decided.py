"""The text that results when some of the changes of a redline are agreed, and the others are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from protobuild.model.outline import Entry, Outline, project
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Run, Runs
from protobuild.redline.regions import State, state

BOUNDARY = -1
"""What stands, in the marks of a change, for an entry's boundary, level and look."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Which change each mark of a redline belongs to."""

    names: dict[tuple[int, int], str]

    def of(self, at: int, nth: int = BOUNDARY) -> str:
        """Return the change that made a mark; empty where nobody decided anything."""
        return self.names.get((at, nth), "")

    def of_stretch(self, at: int, entry: Entry, nth: int) -> str:
        """Return the change that a stretch of words falls or stands with; kept words go with their entry."""
        return self.of(at) if nth == BOUNDARY or entry.went else self.of(at, nth)

    def within(self, at: int, entry: Entry) -> set[str]:
        """Return the changes that did something to an entry, or to its words."""
        touched = entry.born or entry.gone is not None or entry.was or any(run.was for run in entry.runs)
        found = {self.of(at)} if touched else set()
        return (found | {self.of_stretch(at, entry, nth) for nth, _, _ in stretches(entry) if nth >= 0}) - {
            ""
        }


def owners(redlined: Redlined) -> Owners:
    """Return which change, or which edit of one, each mark belongs to; for a redline of one round."""
    names = {mark: change.name for change in redlined.changes for mark in change.marks}
    edits = (edit for change in redlined.changes for edit in change.edits)
    return Owners(names | {mark: edit.name for edit in edits for mark in edit.marks})


def with_edits(redlined: Redlined, refused: Collection[str]) -> frozenset[str]:
    """Return the names of changes and edits that fall with those refused: a change takes its edits along."""
    fallen = [change for change in redlined.changes if change.name in refused]
    return frozenset(refused) | {edit.name for change in fallen for edit in change.edits}


def decided(redlined: Redlined, refused: Collection[str]) -> Outline:
    """Return the text with all changes but those refused, numbers left as they were.

    Without any refused it is the new text, with all refused the old one; between the two it is
    the old text with exactly the agreed changes made. For a redline of one round.
    """
    own = owners(redlined)
    left = with_edits(redlined, refused)
    entries = tuple(_undone(at, entry, own, left) for at, entry in enumerate(redlined.outline.entries))
    return project(replace(redlined.outline, entries=entries), 1)


def stretches(entry: Entry) -> Iterator[tuple[int, str, Runs]]:
    """Yield an entry's words stretch by stretch: which changed stretch it is, of what part, and its runs.

    Kept words are the stretch -1. The others are counted over heading and body, as changes count them.
    """
    nth = 0
    for part in ("heading", "body"):
        for kept, runs in groupby(getattr(entry, part), lambda run: state(run) is State.KEPT):
            yield (BOUNDARY if kept else nth), part, tuple(runs)
            nth += not kept


def _undone(at: int, entry: Entry, own: Owners, refused: frozenset[str]) -> Entry:
    """Return the entry with the marks of refused changes undone."""
    back = own.of(at) in refused
    parts: dict[str, list[Run]] = {"heading": [], "body": []}
    for nth, part, runs in stretches(entry):
        undo = own.of_stretch(at, entry, nth) in refused
        parts[part] += map(_undone_run, runs) if undo else runs
    entry = replace(entry, heading=tuple(parts["heading"]), body=tuple(parts["body"]))
    return _undone_boundary(replace(entry, num=tuple(map(_undone_run, entry.num)))) if back else entry


def _undone_boundary(entry: Entry) -> Entry:
    if entry.was:
        face = entry.was[0]
        entry = replace(entry, id=face.id, level=face.level, kind=face.kind, was=())
    if entry.born:
        return replace(entry, gone=1)
    return replace(entry, gone=None)


def _undone_run(run: Run) -> Run:
    """Return a run as it was before the round: never written, not struck, in its old look."""
    if run.born:
        return replace(run, gone=1)
    if run.was:
        look = run.was[0]
        run = replace(run, style=look.style, href=look.href, ref=look.ref, was=())
    return replace(run, gone=None)
