"""Status: what became of an entry, in the words used in print and in the JSON."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from protobuild.model.outline import Entry
from protobuild.model.runs import Run
from protobuild.render.marks import Mark, mark_of, marks_in


class Status(StrEnum):
    """What became of one entry."""

    KEPT = "kept"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"  # at its new place
    MOVED_AWAY = "moved away"  # at its old place
    MERGED = "merged"  # its words joined the entry before
    SPLIT = "split"  # its words left the entry before


class Flag(StrEnum):
    """What else happened to an entry, beside its status."""

    RENUMBERED = "renumbered"
    LEVEL = "level changed"
    KIND = "kind changed"
    FORMATTING = "formatting changed"
    LINK = "link changed"
    REFERENCE = "reference renumbered"
    REWORDED = "reworded"  # on top of a move
    CARRIED = "carried"  # moved as part of the provision it belongs to


def status_of(entry: Entry) -> Status:
    """Return what became of the entry; its number is not looked at."""
    words = entry.heading + entry.body
    if entry.gone is not None:
        if entry.went:
            return Status.MOVED_AWAY
        return Status.MERGED if any(map(_stays, words)) else Status.DROPPED
    if entry.born:
        if entry.moved:
            return Status.MOVED
        return Status.SPLIT if any(run.born < entry.born and _stays(run) for run in words) else Status.NEW
    return Status.REWORDED if _reworded(entry) else Status.KEPT


def _stays(run: Run) -> bool:
    return run.gone is None and bool(run.text.strip())


def _reworded(entry: Entry) -> bool:
    return not _marks(entry) <= {Mark.KEPT, Mark.RENUMBERED}


def _marks(entry: Entry) -> frozenset[Mark]:
    """Return every mark its heading and body have."""
    return marks_in(entry.heading) | marks_in(entry.body)


def is_touched(entry: Entry) -> bool:
    """Return whether more than a number changed: words, looks, level or place."""
    numbers = {Flag.RENUMBERED, Flag.REFERENCE}
    return status_of(entry) is not Status.KEPT or not numbers.issuperset(flags_of(entry))


def flags_of(entry: Entry) -> tuple[Flag, ...]:
    """Return what else happened to the entry, beside its status."""
    return tuple(_flags(entry))


def _flags(entry: Entry) -> Iterator[Flag]:
    if entry.num and any(run.marked for run in entry.num) and entry.gone is None and not entry.born:
        yield Flag.RENUMBERED
    if any(face.level != entry.level for face in entry.was):
        yield Flag.LEVEL
    if any(face.kind != entry.kind for face in entry.was):
        yield Flag.KIND
    looks = [(run, look) for run in entry.heading + entry.body for look in run.was]
    if any(look.style != run.style for run, look in looks):
        yield Flag.FORMATTING
    if any(look.href != run.href for run, look in looks):
        yield Flag.LINK
    if Mark.RENUMBERED in _marks(entry):
        yield Flag.REFERENCE
    if entry.moved and _edited_in_moving(entry):
        yield Flag.REWORDED
    if "." in entry.moved:
        yield Flag.CARRIED


def _edited_in_moving(entry: Entry) -> bool:
    if not entry.born:
        return False
    return any(mark_of(run) in (Mark.INSERTED, Mark.LEFT) for run in entry.heading + entry.body)
