"""Lay a further round of changes on an outline that already carries marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, cast

from protobuild.model.outline import Entry, Face, Outline
from protobuild.model.runs import Look, Run, tidy

Part = Literal["num", "heading", "body"]
PARTS: tuple[Part, ...] = ("num", "heading", "body")
Piece = Entry | tuple[Part, Run]
"""A boundary (an entry; its own runs are not read), or a run and the part of its entry it stands in."""


def lay(marked: Outline, step: Outline, last: int) -> Outline:
    """Return `marked`, whose last round is `last`, with `step` laid on it as the next round.

    `step` is a one-round redline whose old text is `marked` after its last round. Think of
    one stream in which boundaries are tokens like any other: what is dead in `marked` passes
    through where it lies, what lives takes its fate from `step`, and what `step` adds goes in.
    """
    return replace(marked, entries=tuple(_gather(_Layer(marked, step, last).pieces())))


class _Layer:
    def __init__(self, marked: Outline, step: Outline, last: int) -> None:
        self.below = list(_stream(marked))[::-1]  # a stack: the next piece is at the end
        self.step, self.last, self.round = step, last, last + 1

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of both, in order."""
        for piece in _stream(self.step):
            if isinstance(piece, Entry):
                yield from self._boundary(piece)
            else:
                yield from self._run(*piece)
        yield from reversed(self.below)

    def _boundary(self, entry: Entry) -> Iterator[Piece]:
        name = f"r{self.round}{entry.moved}" if entry.moved else ""
        if entry.born:
            yield from self._dead()
            yield replace(entry, born=self.round, moved=name)
            return
        yield from self._dead()
        alive = cast("Entry", self.below.pop())  # the round's old text stands in the marked one
        faces = tuple(Face(self.round, face.id, face.level, face.kind) for face in entry.was)
        yield replace(
            entry,
            born=alive.born,
            gone=self._now(entry.gone),
            was=alive.was + faces,
            moved=f"{alive.moved} {name}".strip(),
            source=entry.source or alive.source,
        )

    def _run(self, part: Part, run: Run) -> Iterator[Piece]:
        if run.born:
            yield from self._dead_runs()
            moved = self.round if run.moved else 0
            yield part, replace(run, born=self.round, gone=self._now(run.gone), moved=moved)
            return
        left = run.text
        first = True
        while left or (first and run.ref):
            first = False
            yield from self._dead()
            there, alive = self._next_run()
            taken = alive.text[: len(left)]
            if len(taken) < len(alive.text):
                self.below.append((there, replace(alive, text=alive.text[len(taken) :])))
            yield there, self._fated(replace(alive, text=taken), run)
            left = left[len(taken) :]

    def _fated(self, alive: Run, run: Run) -> Run:
        looks = tuple(Look(self.round, look.style, look.href, look.ref) for look in run.was)
        return replace(
            run,
            text=alive.text,
            born=alive.born,
            gone=self._now(run.gone),
            was=alive.was + looks,
            moved=alive.moved or (self.round if run.moved else 0),
        )

    def _next_run(self) -> tuple[Part, Run]:
        return cast("tuple[Part, Run]", self.below.pop())

    def _dead(self) -> Iterator[Piece]:
        """Yield the pieces that no longer stood after the last round, up to one that did."""
        while self.below and not _seen(self.below[-1], self.last):
            yield self.below.pop()

    def _dead_runs(self) -> Iterator[Piece]:
        """Yield the struck runs next in line, so that what replaces them follows them."""
        while self.below and not isinstance(self.below[-1], Entry) and not _seen(self.below[-1], self.last):
            yield self.below.pop()

    def _now(self, gone: int | None) -> int | None:
        return None if gone is None else self.round


def _stream(outline: Outline) -> Iterator[Piece]:
    for entry in outline.entries:
        yield entry
        for part in PARTS:
            runs: tuple[Run, ...] = getattr(entry, part)
            for run in runs:
                yield part, run


def _seen(piece: Piece, number: int) -> bool:
    return piece.seen_in(number) if isinstance(piece, Entry) else piece[1].seen_in(number)


def _gather(pieces: Iterator[Piece]) -> Iterator[Entry]:
    """Yield entries again from the stream of their pieces."""
    entry: Entry | None = None
    parts: dict[Part, list[Run]] = {part: [] for part in PARTS}
    for piece in pieces:
        if isinstance(piece, Entry):
            if entry is not None:
                yield _whole(entry, parts)
            entry, parts = piece, {part: [] for part in PARTS}
        else:
            parts[piece[0]].append(piece[1])
    if entry is not None:
        yield _whole(entry, parts)


def _whole(entry: Entry, parts: dict[Part, list[Run]]) -> Entry:
    return replace(entry, num=tidy(parts["num"]), heading=tidy(parts["heading"]), body=tidy(parts["body"]))
