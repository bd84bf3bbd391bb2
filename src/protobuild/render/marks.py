"""Marks: what a reader of a redline is to see of each stretch of runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
    labels: tuple[str, ...] = ()
    """The names of edits that end with it."""
    space: bool = False
    """Whether it is only ordinary spaces beside another mark, which tell a reader nothing."""


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


def passed_by(stretch: Stretch) -> tuple[str, int]:
    """Return how words that passed through came, in a reader's words, and the round that brought them."""
    first = stretch.runs[0]
    return ("moved here" if first.moved else "inserted"), first.born


def marks_in(runs: Runs) -> frozenset[Mark]:
    """Return every mark the runs have."""
    said = [run for run in runs if run.text]
    out: set[Mark] = set()
    for start, end in _pairs(said):
        pair = end - start == 2 and _only_renumbered(said[start], said[start + 1])
        out.update({Mark.RENUMBERED} if pair else map(mark_of, said[start:end]))
    return frozenset(out)


def stretches(runs: Iterable[Run]) -> Iterator[Stretch]:
    """Yield the runs in stretches of one mark each, in reading order."""
    pending: list[Run] = []
    labels: dict[int, list[str]] = {}  # by how many runs stand before them
    for run in runs:
        if run.text:
            pending.append(run)
        elif name := label_of(run):
            labels.setdefault(len(pending), []).append(name)
    for start, stretch in _spaces_known(list(_stretches(pending))):
        ends = range(start + 1, start + len(stretch.runs) + 1)
        names = tuple(name for end in ends for name in labels.get(end, ()))
        yield replace(stretch, labels=names) if names else stretch


def _spaces_known(found: list[tuple[int, Stretch]]) -> Iterator[tuple[int, Stretch]]:
    """Yield the stretches, those of mere spaces beside another mark known as that."""
    if len(found) == 1:
        yield from found
        return
    for at, (start, stretch) in enumerate(found):
        beside = [other for _, other in found[max(0, at - 1) : at] + found[at + 1 : at + 2]]
        space = _blank(stretch) and any(each.mark and not _blank(each) for each in beside)
        yield start, replace(stretch, space=True) if space else stretch


def _blank(stretch: Stretch) -> bool:
    """Whether a marked stretch is only ordinary spaces."""
    return bool(stretch.mark) and not stretch.was and all(not run.text.strip(" ") for run in stretch.runs)


def _stretches(runs: list[Run]) -> Iterator[tuple[int, Stretch]]:
    """Yield each stretch with how many runs stand before it."""
    for start, end in _pairs(runs):
        group = tuple(runs[start:end])
        if end - start == 2 and _only_renumbered(*group):
            yield start, Stretch(Mark.RENUMBERED, group[1].born, group)
            continue
        at = start
        for (mark, number, was, *_), same in groupby(group, key=_key):
            stretch = Stretch(mark, number, tuple(same), was)
            yield at, stretch
            at += len(stretch.runs)


def _key(run: Run) -> tuple[Mark, int, tuple[Look, ...], int, bool]:
    return mark_of(run), run.gone or run.born, run.was, run.born, bool(run.moved)


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
