"""See two rounds of a redline alone, as one round between a before and an after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protobuild.model.outline import Entry, Face, Kind, Outline
from protobuild.model.runs import Look, Run, Runs, tidy


def between(outline: Outline, before: int, after: int) -> tuple[Outline, list[int]]:
    """Return the redline of two of its rounds, marked as round 1, and where each entry came from.

    What stood at neither end is left out, so that texts passed through on the way are not
    counted; words struck while they moved are kept where that move ends in `after`.

    An example: a paragraph was 9.6, became 3.3 in round 1, and 3.4 in round 2. Its number is
    three runs, each born when the one before went: `9.6` (gone 1), `3.3` (born 1, gone 2) and
    `3.4` (born 2). Then the number reads

        between(outline, 0, 1)    9.6 struck, 3.3 written
        between(outline, 1, 2)    3.3 struck, 3.4 written
        between(outline, 0, 2)    9.6 struck, 3.4 written; 3.3 stood at neither end
    """
    if (before, after) == (0, 1) and outline.last == 1:
        return outline, list(range(len(outline.entries)))
    span = _Span(before, after)
    moves = _moves(outline, span)
    entries: list[Entry] = []
    positions: list[int] = []
    for at, entry in enumerate(outline.entries):
        if span.holds(entry) or not entries:
            entries.append(_entry(entry, span, moves.get(at, "")))
            positions.append(at)
        elif words := _boundless(entry, span, entries[-1]):
            entries[-1] = replace(entries[-1], body=tidy(entries[-1].body + words))
    sides = outline.sides[before : before + 1] + outline.sides[after : after + 1]
    return replace(outline, entries=tuple(entries), sides=sides), positions


@dataclass(frozen=True, slots=True)
class _Span:
    """The two rounds looked at: the text after the one, and the text after the other."""

    before: int
    after: int

    def holds(self, thing: Entry | Run) -> bool:
        """Return whether it stood at either end."""
        return thing.seen_in(self.before) or thing.seen_in(self.after)

    def within(self, number: int | None) -> bool:
        """Return whether a round lies on the way from the one end to the other."""
        return number is not None and self.before < number <= self.after

    def marks(self, thing: Entry | Run) -> tuple[int, int | None]:
        """Return when it was born and when it went, told as one round."""
        gone = thing.gone is not None and thing.gone <= self.after
        return int(thing.born > self.before), 1 if gone else None


def _entry(entry: Entry, span: _Span, move: str) -> Entry:
    """Return an entry that stood at an end, marked with what happened on the way."""
    now, then = entry.as_of(span.after), entry.as_of(span.before)
    born, gone = span.marks(entry)
    changed = entry.seen_in(span.before) and gone is None and _face(now) != _face(then)
    arrives, leaves = bool(move) and gone is None, bool(move) and gone is not None
    num, heading, body = (
        _runs(runs, span, arrives=arrives, leaves=leaves) for runs in (entry.num, entry.heading, entry.body)
    )
    return Entry(
        *_face(then if gone else now),
        num,
        heading,
        body,
        born,
        gone,
        was=(Face(1, *_face(then)),) if changed else (),
        moved=move,
        source=entry.source,
    )


def _boundless(entry: Entry, span: _Span, home: Entry) -> Runs:
    """Return the words of an entry whose boundary stood at neither end: they are words of the one before.

    Its boundary had gone, or is born later; they moved if that one moved. Where the boundary only
    passed through, so did the words it brought.
    """
    passed = span.within(entry.born) and span.within(entry.gone)
    moved = bool(home.moved) and not passed
    return _runs(
        entry.runs, span, arrives=moved and home.gone is None, leaves=moved and home.gone is not None
    )


def _face(entry: Entry) -> tuple[str, int, Kind]:
    return entry.id, entry.level, entry.kind


def _moves(outline: Outline, span: _Span) -> dict[int, str]:
    """Return the name of the move that both its ends share, by their positions.

    Who went in round 1 and again in round 2 made one move as seen from before the first to
    after the second; who went and was then dropped made none: it was dropped.
    """
    entries = outline.entries
    reached = {entry.came: at for at, entry in enumerate(entries) if entry.came}
    out: dict[int, str] = {}
    for at, entry in enumerate(entries):
        if not (entry.went and span.within(entry.gone) and entry.seen_in(span.before)):
            continue
        to = reached.get(entry.went)
        while to is not None and not entries[to].seen_in(span.after):
            to = reached.get(entries[to].went)
        if to is not None:
            out[at] = out[to] = entry.went
    return out


def _runs(runs: Runs, span: _Span, *, arrives: bool = False, leaves: bool = False) -> Runs:
    return tidy(_marked(runs, span, arrives, leaves))


def _marked(runs: Runs, span: _Span, arrives: bool, leaves: bool) -> Iterator[Run]:
    for run in runs:
        if span.holds(run):
            carried = span.within(run.moved) or (leaves and bool(run.moved) and span.within(run.gone))
            yield _run(run, span, carried=carried and (arrives or leaves))
        elif arrives and span.within(run.born) and span.within(run.gone) and _came_along(run):
            yield replace(run.as_of(span.before), born=1, gone=1)


def _came_along(run: Run) -> bool:
    """Whether a run that passed through was a word of the old place, struck in moving or after it."""
    return run.born == run.gone or bool(run.moved)


def _run(run: Run, span: _Span, *, carried: bool) -> Run:
    now, then = run.as_of(span.after), run.as_of(span.before)
    born, gone = span.marks(run)
    redressed = run.seen_in(span.before) and run.seen_in(span.after) and now != then
    was = (Look(1, then.style, then.href, then.ref),) if redressed else ()
    return replace(then if gone and not born else now, born=born, gone=gone, was=was, moved=int(carried))
