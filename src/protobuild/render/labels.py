"""Labels: put the name of each edit, such as C7a, behind its words, in neither text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from protobuild.model.outline import Entry, Outline
from protobuild.model.redlined import Change, Edit
from protobuild.model.runs import Run, Runs

LABEL = "edit:"
"""How the reference of a label begins; a label has no words, and so is in neither text."""


class Spot(NamedTuple):
    """Where the last run of a changed stretch stands."""

    at: int
    part: str
    run: int


def label_of(run: Run) -> str:
    """Return the label that a run stands for; empty for a run that is words."""
    return "" if run.text else run.ref.removeprefix(LABEL) if run.ref.startswith(LABEL) else ""


def labelled(outline: Outline, changes: Sequence[Change]) -> Outline:
    """Return the outline with a run behind the words of each edit, which stands for its label."""
    edits = [(change.round, edit) for change in changes for edit in change.edits]
    found = {number: stretch_ends(outline, number) for number in {number for number, _ in edits}}
    behind: dict[Spot, list[Edit]] = {}
    for number, edit in edits:
        spot = found[number].get((edit.at, edit.nth))
        if spot is not None:
            behind.setdefault(spot, []).append(edit)
    if not behind:
        return outline
    touched = {spot.at for spot in behind}
    entries = (
        _with_labels(at, entry, behind) if at in touched else entry
        for at, entry in enumerate(outline.entries)
    )
    return replace(outline, entries=tuple(entries))


def _with_labels(at: int, entry: Entry, behind: dict[Spot, list[Edit]]) -> Entry:
    def with_labels(part: str, runs: Runs) -> Runs:
        return tuple(_after_each(at, part, runs, behind))

    return replace(
        entry,
        num=with_labels("num", entry.num),
        heading=with_labels("heading", entry.heading),
        body=with_labels("body", entry.body),
    )


def _after_each(at: int, part: str, runs: Runs, behind: dict[Spot, list[Edit]]) -> Iterator[Run]:
    for number, run in enumerate(runs):
        yield run
        for edit in behind.get(Spot(at, part, number), ()):
            yield Run("", ref=LABEL + edit.name)


def stretch_ends(outline: Outline, number: int) -> dict[tuple[int, int], Spot]:
    """Return where each changed stretch of a round ends, by its entry and its place among the entry's.

    Stretches are counted as in that round alone: heading, then body, from 0. What lost its
    boundary in an earlier round belongs to the body of the entry before.
    """
    out: dict[tuple[int, int], Spot] = {}
    home, nth, within = 0, -1, False
    for at, entry in enumerate(outline.entries):
        stands = not at or entry.seen_in(number - 1) or entry.seen_in(number)
        if stands:
            home, nth = at, -1
        parts = (("heading", entry.heading), ("body", entry.body))
        for part, runs in parts if stands else (("num", entry.num), *parts):
            within = within and not stands
            for position, run in enumerate(runs):
                if not _counts(run, number):
                    continue
                changed = _changed(run, number)
                nth += changed and not within
                within = changed
                if changed:
                    out[home, nth] = Spot(at, part, position)
    return out


def _counts(run: Run, number: int) -> bool:
    """Whether a run stood before the round or after it, or was struck as the round moved it."""
    return run.seen_in(number - 1) or run.seen_in(number) or run.born == run.gone == number


def _changed(run: Run, number: int) -> bool:
    """Whether the round wrote or struck the words; those it carried elsewhere are kept."""
    return run.moved != number and number in (run.born, run.gone)
