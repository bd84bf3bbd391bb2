"""Marks: what a reader of a redline is to see of each stretch of runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from protobuild.model.runs import Look, Run, Runs
from protobuild.render.labels import label_of


class Mark(StrEnum):
    """What happened to a stretch of words; the value is what a screen reader says of it."""

    KEPT = ""
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"
    PASSING = "inserted, then deleted"  # in neither end
    LEFT = "deleted in moving"  # shown at the new place; the old place shows the words as they were
    RENUMBERED = "reference renumbered"  # the number of what it points to changed, and nothing else


STRIKES = frozenset({Mark.DELETED, Mark.MOVED_AWAY, Mark.PASSING, Mark.LEFT})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring runs that carry the same mark, made by the same round."""

    mark: Mark
    round: int
    """The round that made the mark; 0 for kept words."""
    runs: Runs
    was: tuple[Look, ...] = ()
    """Earlier looks the runs share; empty when only words changed."""


def mark_of(run: Run) -> Mark:
    """Return what a reader is to see of one run."""
    if run.gone is None:
        if not run.born:
            return Mark.KEPT
        return Mark.MOVED_HERE if run.moved else Mark.INSERTED
    if 0 < run.born < run.gone:
        return Mark.PASSING
    if run.born == run.gone:
        return Mark.LEFT
    return Mark.MOVED_AWAY if run.moved else Mark.DELETED


def stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """Yield the runs in stretches of one mark each, in reading order."""
    pending = [run for run in runs if run.text or label_of(run)]
    for start, end in _pairs(pending):
        group = tuple(pending[start:end])
        if end - start == 2 and _only_renumbered(*group):
            yield Stretch(Mark.RENUMBERED, group[1].born, group)
            continue
        for (mark, number, was), same in groupby(group, key=_key):
            yield Stretch(mark, number, tuple(same), was)


def _key(run: Run) -> tuple[Mark, int, tuple[Look, ...]]:
    return mark_of(run), run.gone or run.born, run.was


def _pairs(runs: list[Run]) -> Iterator[tuple[int, int]]:
    """Yield spans that cover the runs; a span of two is a reference with its old and new number."""
    start = position = 0
    while position < len(runs):
        if position + 1 < len(runs) and _only_renumbered(runs[position], runs[position + 1]):
            if start < position:
                yield start, position
            yield position, position + 2
            position += 2
            start = position
        else:
            position += 1
    if start < position:
        yield start, position


def _only_renumbered(old: Run, new: Run) -> bool:
    return bool(
        old.ref
        and old.ref == new.ref
        and ":" not in old.ref  # a role, term or document that reads otherwise is a change of words
        and old.gone is not None
        and old.gone == new.born
        and old.born < old.gone
        and new.gone is None
        and not (old.moved or new.moved)
    )
