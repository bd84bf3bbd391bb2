"""See two rounds of a redline alone, as one round between a before and an after."""

from __future__ import annotations

from dataclasses import replace

from protobuild.model.outline import Entry, Face, Kind, Outline, Side
from protobuild.model.runs import Look, Run, Runs, tidy


def between(outline: Outline, before: int, after: int) -> tuple[Outline, list[int]]:
    """Return the redline of two of its rounds, marked as round 1, and where each entry came from.

    What stood at neither end is left out, so that texts passed through on the way are not
    counted; words struck while they moved are kept where that move ends in `after`.
    """
    if (before, after) == (0, 1) and outline.last == 1:
        return outline, list(range(len(outline.entries)))
    entries: list[Entry] = []
    positions: list[int] = []
    for at, entry in enumerate(outline.entries):
        num, heading, body = (_runs(runs, before, after) for runs in (entry.num, entry.heading, entry.body))
        if entry.seen_in(before) or entry.seen_in(after) or not entries:
            now, then = entry.as_of(after), entry.as_of(before)
            changed = entry.seen_in(before) and _face(now) != _face(then)
            face = then if entry.gone is not None and entry.gone <= after else now
            born, gone = _marks(entry, before, after)
            entries.append(
                Entry(
                    *_face(face),
                    num,
                    heading,
                    body,
                    born,
                    gone,
                    was=(Face(1, *_face(then)),) if changed and gone is None else (),
                    moved=entry.moved if before < _round_of(entry.moved) <= after else "",
                    source=entry.source,
                )
            )
            positions.append(at)
        elif words := num + heading + body:
            entries[-1] = replace(entries[-1], body=tidy(entries[-1].body + words))
    return replace(outline, entries=tuple(entries), sides=_sides(outline, before, after)), positions


def _round_of(move: str) -> int:
    """Return which round made a move of that name: `m3` the first, `r2m3` the second; 0 for no move."""
    if not move:
        return 0
    return int(move[1 : move.index("m")]) if move.startswith("r") else 1


def _face(entry: Entry) -> tuple[str, int, Kind]:
    return entry.id, entry.level, entry.kind


def _marks(thing: Entry | Run, before: int, after: int) -> tuple[int, int | None]:
    gone = thing.gone is not None and thing.gone <= after
    return int(thing.born > before), 1 if gone else None


def _runs(runs: Runs, before: int, after: int) -> Runs:
    return tidy(_run(run, before, after) for run in runs if _counts(run, before, after))


def _counts(run: Run, before: int, after: int) -> bool:
    struck_on_the_way = run.born == run.gone == after
    return run.seen_in(before) or run.seen_in(after) or struck_on_the_way


def _run(run: Run, before: int, after: int) -> Run:
    now, then = run.as_of(after), run.as_of(before)
    born, gone = _marks(run, before, after)
    redressed = run.seen_in(before) and run.seen_in(after) and now != then
    was = (Look(1, then.style, then.href, then.ref),) if redressed else ()
    shown = then if gone and not born else now
    return replace(shown, born=born, gone=gone, was=was, moved=int(before < run.moved <= after))


def _sides(outline: Outline, before: int, after: int) -> tuple[Side, ...]:
    return outline.sides[before : before + 1] + outline.sides[after : after + 1]
