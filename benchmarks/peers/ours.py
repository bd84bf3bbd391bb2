"""Our own redline as segments, and the lists it gives beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.peers.segments import KEPT, STRUCK, WRITTEN, Segment
from benchmarks.peers.sides import lead

from protobuild.model.outline import Entry, Kind, Outline, citations, project
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Run, text_of
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

_MODAL = r"(?:must|should|may|will|shall|can|cannot|required to|expected to|entitled to)(?: not)?"
_EXCHANGE = re.compile(rf"“({_MODAL})” becomes “({_MODAL})”")
_ALONE = re.compile(rf"“({_MODAL})” is (struck|added)")
_PASSAGE = re.compile(r"^(drops|adds) (.*)$")


@dataclass(frozen=True, slots=True)
class Lists:
    """What a redline says beside its marks; each list is compared as a whole."""

    renumbered: Counter[tuple[str, str]] = field(default_factory=Counter)
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    formatting: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    references: Counter[tuple[str, str]] = field(default_factory=Counter)
    modals: frozenset[str] = frozenset()


def compare(old: Outline, new: Outline, *, ids: bool) -> Redlined:
    """Return our redline of two texts, with its changes."""
    return describe(redline(old, new, ids=ids))


def segments(marked: Outline) -> Iterator[Segment]:
    """Yield our redline as segments."""
    for entry in marked.entries[1:]:
        op, moved = _op(entry.born, entry.gone), bool(entry.moved)
        if entry.kind is not Kind.TABLE:
            yield Segment(op, " " if entry.kind is Kind.CELL else "\n", moved)
            yield from _start(entry, op, moved=moved)
        for run in entry.heading + entry.body:
            yield _segment(run, arriving=moved and op == WRITTEN, leaving=moved and op == STRUCK)
        if entry.kind is Kind.CELL:
            yield Segment(op, " |", moved)


def _op(born: int, gone: int | None) -> str:
    return STRUCK if gone is not None else WRITTEN if born else KEPT


def _start(entry: Entry, op: str, *, moved: bool) -> Iterator[Segment]:
    """Yield what begins a line: what the entry is, and its number."""
    before = next(((face.level, face.kind) for face in entry.was), (entry.level, entry.kind))
    starts = [
        lead(*face) + (number + " " if number else "")
        for face, number in (
            (before, text_of(entry.num, 0)),
            ((entry.level, entry.kind), text_of(entry.num, 1)),
        )
    ]
    if op == KEPT and starts[0] == starts[1]:
        yield Segment(KEPT, starts[0])
        return
    if op != WRITTEN:
        yield Segment(STRUCK, starts[0], moved)
    if op != STRUCK:
        yield Segment(WRITTEN, starts[1], moved)


def _segment(run: Run, *, arriving: bool, leaving: bool) -> Segment:
    return Segment(
        _op(run.born, run.gone),
        run.text,
        moved=leaving or (arriving and bool(run.moved)),
        inner=bool(run.born) and run.gone is not None,
        dressed=_dressed(run),
    )


def _dressed(run: Run) -> bool:
    return any((look.style, look.href) != (run.style, run.href) for look in run.was)


def lists(redlined: Redlined) -> Lists:
    """Return the lists of our redline."""
    marked = redlined.outline
    cited = _cited(marked, 0), _cited(marked, 1)
    standing = [
        (at, entry)
        for at, entry in enumerate(marked.entries)
        if entry.seen_in(0) and entry.seen_in(1) and not entry.moved
    ]
    return Lists(
        renumbered=Counter(_renumbered(standing)),
        moves=Counter(_moves(marked, cited)),
        formatting=Counter(_formatting(marked)),
        kinds=Counter(_kinds(standing)),
        references=Counter(_references(marked)),
        modals=frozenset(
            modal for change in redlined.changes for said in change.force for modal in modals(said)
        ),
    )


def _cited(marked: Outline, number: int) -> dict[int, str]:
    """Return the number each position of the redline is cited by in one text."""
    seen = [at for at, entry in enumerate(marked.entries) if entry.seen_in(number)]
    return dict(zip(seen, citations(project(marked, number).entries), strict=True))


def _renumbered(standing: list[tuple[int, Entry]]) -> Iterator[tuple[str, str]]:
    for _, entry in standing:
        pair = text_of(entry.num, 0), text_of(entry.num, 1)
        if pair[0] != pair[1] and all(pair):
            yield pair


def _moves(marked: Outline, cited: tuple[dict[int, str], dict[int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the old and new number of each move; what is carried has a dot in its move's name."""
    ends: dict[str, list[str]] = {}
    for at, entry in enumerate(marked.entries):
        if entry.moved and "." not in entry.moved:
            side = int(entry.gone is None)
            ends.setdefault(entry.moved, ["", ""])[side] = cited[side][at]
    yield from ((old, new) for old, new in ends.values())


def _formatting(marked: Outline) -> Iterator[str]:
    for entry in marked.entries:
        for run in entry.heading + entry.body:
            if _dressed(run):
                yield run.text


def _kinds(standing: list[tuple[int, Entry]]) -> Iterator[str]:
    for _, entry in standing:
        for face in entry.was:
            if (face.level, face.kind) != (entry.level, entry.kind):
                yield f"{face.kind} {face.level} > {entry.kind} {entry.level}"


def _references(marked: Outline) -> Iterator[tuple[str, str]]:
    """Yield the references that point elsewhere now, by the bare ids."""
    for entry in marked.entries:
        struck = [run.ref for run in entry.body if run.ref and run.gone is not None]
        written = [
            run.ref for run in entry.body if run.ref and run.born and run.gone is None and not run.moved
        ]
        if entry.gone is not None or not written:
            continue
        for old, new in zip(struck, written, strict=False):
            if old.removeprefix("o-") != new.removeprefix("n-"):
                yield old.removeprefix("o-"), new.removeprefix("n-")


def modals(said: str) -> Iterator[str]:
    """Yield the modals that a sentence on force names: `should > must`, `+ may`, `- must`."""
    if found := _EXCHANGE.search(said):
        yield bare(f"{found[1]} > {found[2]}")
    elif found := _ALONE.search(said):
        yield f"{'+' if found[2] == 'added' else '-'} {found[1]}"
    elif found := _PASSAGE.match(said):
        for word in re.findall(rf"“({_MODAL})”", found[2]):
            yield f"{'+' if found[1] == 'adds' else '-'} {word}"


def bare(exchange: str) -> str:
    """Return an exchange of modals without the `not` that both have."""
    old, new = exchange.split(" > ")
    if old.endswith(" not") and new.endswith(" not"):
        old, new = old.removesuffix(" not"), new.removesuffix(" not")
    return f"{old} > {new}"
