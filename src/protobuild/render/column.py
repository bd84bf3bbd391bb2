"""Column: the words of one side of a redline, with what only that side says marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import Run, Runs, text_of
from protobuild.render.labels import LABEL
from protobuild.render.marks import Mark, stretches


@dataclass(slots=True)
class Piece:
    """A provision of one text: the entry that begins it, and its words with those that joined it."""

    at: int
    entry: Entry
    num: Runs
    heading: Runs
    body: list[Run] = field(default_factory=list)


def pieces(positions: Sequence[int], entries: Sequence[Entry], number: int) -> list[Piece]:
    """Return what stands of those entries in the text after that round, joined as it is there."""
    out: list[Piece] = []
    for at in positions:
        entry = entries[at]
        num, heading, body = (one_side(runs, number) for runs in (entry.num, entry.heading, entry.body))
        if entry.seen_in(number):
            out.append(Piece(at, entry, num, heading, list(body)))
        elif num or heading or body:
            out = out or [Piece(at, entry, (), ())]
            out[-1].body += num + heading + body
    return out


def one_side(runs: Runs, number: int) -> Runs:
    """Return the runs that stand after that round as they looked there, those of that side alone marked.

    The number of a reference that was only renumbered is no change of words, and is not marked.
    The label of an edit stands on the side that has the last of its words.
    """
    out: list[Run] = []
    for stretch in stretches(runs):
        seen = [_looking(run, stretch.mark, number) for run in stretch.runs if run.seen_in(number)]
        out += seen
        out += [Run("", ref=LABEL + name) for name in stretch.labels if seen]
    return tuple(out)


def _looking(run: Run, mark: Mark, number: int) -> Run:
    if mark is Mark.RENUMBERED:
        return replace(run, born=0, gone=None)
    if number == 0 and run.was:
        return replace(run.as_of(0), gone=run.gone, moved=run.moved)
    return run


def column_heads(row: Sequence[Piece], number: int) -> list[str]:
    """Return the headings of a table's columns in one text, to name the cells of the rows below by."""
    return [text_of(piece.entry.body, number) for piece in row if piece.entry.kind is Kind.CELL]
