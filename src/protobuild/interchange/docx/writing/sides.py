"""Sides: what a redline holds, reduced to its two ends, the old text and the new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.runs import Run, plain, tidy

OLD, NEW = 0, 1
SIDES = (OLD, NEW)


@dataclass(frozen=True, slots=True)
class Fate:
    """In which of the two texts something stands, and which round changed that."""

    old: bool = True
    new: bool = True
    round: int = 0
    """The round that wrote or struck it; 0 for what stands in both."""
    move: str = ""
    """The name of the move that took it from, or brought it to, its place."""

    def on(self, side: int) -> bool:
        """Return whether it stands in that text."""
        return self.new if side else self.old

    @property
    def kept(self) -> bool:
        """Whether it stands in both."""
        return self.old and self.new

    @property
    def known(self) -> bool:
        """Whether it stands in either."""
        return self.old or self.new


BOTH = Fate()


@dataclass(frozen=True, slots=True)
class Words:
    """A run as the two texts see it."""

    text: str
    fate: Fate = BOTH
    style: frozenset[str] = frozenset()
    was: frozenset[str] | None = None
    """Its look in the old text, where that differs and the words stand in both."""
    redressed: int = 0
    """The round that changed its look."""
    href: str = ""
    ref: str = ""
    look: str = ""
    """The name of a character style; empty for none."""


@dataclass(frozen=True, slots=True)
class Face:
    """What an entry is in one of the texts."""

    kind: Kind
    level: int
    label: str
    """Its number as printed; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry as the two texts see it."""

    at: int
    """Its position in the outline."""
    id: str
    fate: Fate
    faces: tuple[Face, Face]
    """In the old and in the new text; only what `fate` knows is meant."""
    num: tuple[Words, ...] = ()
    heading: tuple[Words, ...] = ()
    body: tuple[Words, ...] = ()
    passed: tuple[str, ...] = field(default=(), compare=False)
    """Words that one round wrote and a later one struck: they stand in neither text."""

    @property
    def kind(self) -> Kind:
        """What it is, in the new text where it stands there."""
        return self.faces[NEW if self.fate.new else OLD].kind

    @property
    def level(self) -> int:
        """How deep it lies, in the new text where it stands there."""
        return self.faces[NEW if self.fate.new else OLD].level

    @property
    def words(self) -> tuple[Words, ...]:
        """All it says, its number too."""
        return self.num + self.heading + self.body

    def says(self, side: int) -> bool:
        """Return whether it adds any words to that text, where it begins nothing of its own."""
        own = self.heading + self.body if self.fate.on(side) else self.words
        return any(each.text and each.fate.on(side) for each in own)


def pieces(outline: Outline) -> list[Piece]:
    """Return the entries as the first and the last text see them.

    What a round wrote and a later one struck stands in neither: it is left out, and told in `passed`.
    Words whose entry began in neither text belong to the entry before.
    """
    out: list[Piece] = []
    for at, entry in enumerate(outline.entries):
        made = _piece(at, entry, outline.last)
        if made.fate.known or not out:
            out.append(made)
        else:
            before = out[-1]
            passed = before.passed + made.passed
            out[-1] = replace(before, body=before.body + made.words, passed=passed)
    return [_spaced(piece, out[at + 1 :]) if piece.heading else piece for at, piece in enumerate(out)]


def _spaced(piece: Piece, after: Sequence[Piece]) -> Piece:
    """Return a piece with a space behind its heading, in each text in which more words follow there."""
    old, new = (_runs_on(piece, after, side) for side in SIDES)
    if not (old or new):
        return piece
    rounds = (each.fate.round for each in piece.words if not each.fate.kept)
    cause = (
        BOTH if old and new else Fate(old, new, piece.fate.round or next(rounds, 1), piece.fate.move and "m")
    )
    return replace(piece, heading=(*piece.heading, Words(" ", cause)))


def _runs_on(piece: Piece, after: Sequence[Piece], side: int) -> bool:
    headed = any(each.fate.on(side) for each in piece.heading)
    if not (headed and piece.fate.on(side)):
        return False
    if any(each.fate.on(side) for each in piece.body):
        return True
    for later in after:
        if later.fate.on(side):
            return False
        if later.says(side):
            return True
    return False


def _piece(at: int, entry: Entry, last: int) -> Piece:
    fate = _fate(entry, last) if at else BOTH
    move = (entry.came if fate.new else entry.went) if fate.old is not fate.new else ""
    passing = (run.text for run in entry.runs if run.born and run.gone is not None and run.born < run.gone)
    return Piece(
        at,
        entry.id,
        replace(fate, move=move),
        (_face(entry, 0), _face(entry, last)),
        tuple(_words(entry.num, last)),
        tuple(_words(entry.heading, last)),
        tuple(_words(entry.body, last)),
        tuple(text for text in passing if text.strip()),
    )


def _face(entry: Entry, number: int) -> Face:
    then = entry.as_of(number)
    return Face(then.kind, then.level, plain(then.num))


def _fate(thing: Entry | Run, last: int) -> Fate:
    old, new = thing.seen_in(0), thing.seen_in(last)
    if old and new:
        return BOTH
    return Fate(old, new, (thing.gone if old else thing.born) or 0)


def _words(runs: Iterable[Run], last: int) -> Iterator[Words]:
    for run in tidy(runs):
        fate = _fate(run, last)
        if not run.text or not fate.known:
            continue
        fate = replace(fate, move="m") if run.moved and not fate.kept else fate
        was, now = _looks(run, last)
        if fate.kept and (was.href, was.ref) != (now.href, now.ref):
            until = run.was[0].until
            yield _dressed(was, Fate(True, False, until))
            yield _dressed(now, Fate(False, True, until))
        elif fate.kept and was.style != now.style:
            yield replace(_dressed(now, fate), was=was.style, redressed=run.was[0].until)
        else:
            yield _dressed(now if fate.new else was, fate)


def _looks(run: Run, last: int) -> tuple[Run, Run]:
    """Return the run as it looked in the old and in the new text."""
    alone = replace(run, born=0, gone=None)
    return alone.as_of(0), alone.as_of(last)


def _dressed(run: Run, fate: Fate) -> Words:
    return Words(run.text, fate, run.style, href=run.href, ref=run.ref)
