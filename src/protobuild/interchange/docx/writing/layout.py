"""Layout: put pieces into paragraphs and tables, and find where in each text a paragraph ends.

A Word paragraph ends in a mark; an entry of ours begins with a boundary. A mark that only one text
has joins or parts paragraphs there, as a boundary does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protobuild.interchange.docx.writing.sides import BOTH, NEW, OLD, SIDES, Fate, Piece
from protobuild.interchange.docx.writing.tabular import table_end
from protobuild.model.outline import Kind


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of the file."""

    pieces: tuple[Piece, ...]
    """What it holds; more than one where a mark between them stands in neither text."""
    mark: Fate
    """In which of the texts it ends here."""
    heads: tuple[Piece | None, Piece | None]
    """By text, the piece whose look it has: the one that begins the paragraph which ends here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    fate: Fate
    header: bool
    cells: tuple[tuple[Para, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its caption is the paragraph before it."""

    caption: Piece
    rows: tuple[Row, ...]


Block = Para | Table


def layout(given: Sequence[Piece]) -> list[Block]:
    """Return pieces as blocks in reading order."""
    out: list[Block] = []
    flow: list[Piece] = []
    at = 0
    while at < len(given):
        flow.append(given[at])
        end = table_end(given, at)
        if end is not None:
            out += paragraphs(flow)
            out.append(Table(given[at], tuple(_rows(given[at + 1 : end]))))
            flow = []
        at = end or at + 1
    return [*out, *paragraphs(flow)]


def _rows(inner: Sequence[Piece]) -> Iterator[Row]:
    starts = [at for at, piece in enumerate(inner) if piece.kind in (Kind.HEADER, Kind.ROW)]
    for start, end in zip(starts, [*starts[1:], len(inner)], strict=True):
        row = inner[start]
        yield Row(row.fate, row.kind is Kind.HEADER, tuple(_cells(row, inner[start + 1 : end])))


def _cells(row: Piece, inner: Sequence[Piece]) -> Iterator[tuple[Para, ...]]:
    starts = [
        at for at, piece in enumerate(inner) if piece.kind is Kind.CELL and piece.level == row.level + 1
    ]
    for start, end in zip(starts, [*starts[1:], len(inner)], strict=True):
        yield tuple(paragraphs(inner[start:end], closed=True))


def paragraphs(flow: Sequence[Piece], *, closed: bool = False) -> list[Para]:
    """Return pieces without a table between them as paragraphs.

    In each text an entry ends with the last words it has there. The end of a cell cannot be struck,
    so where the flow is `closed` the last mark stands.
    """
    ends = [_ends(flow, side, closed) for side in SIDES]
    out: list[Para] = []
    waiting: tuple[Piece, ...] = ()
    for at, piece in enumerate(flow):
        heads = ends[OLD].get(at), ends[NEW].get(at)
        waiting = (*waiting, piece)
        if heads == (None, None):
            continue
        out.append(Para(waiting, _mark(flow, at, heads), heads))
        waiting = ()
    return out


def _ends(flow: Sequence[Piece], side: int, closed: bool) -> dict[int, Piece]:
    """Return the positions at which paragraphs of that text end, each with the piece that begins it."""
    begun = [at for at, piece in enumerate(flow) if piece.fate.on(side)]
    out: dict[int, Piece] = {}
    for number, at in enumerate(begun):
        after = begun[number + 1] if number + 1 < len(begun) else len(flow)
        last = max((there for there in range(at, after) if there == at or flow[there].says(side)), default=at)
        out[len(flow) - 1 if closed and after == len(flow) else last] = flow[at]
    return out


def _mark(flow: Sequence[Piece], at: int, heads: tuple[Piece | None, Piece | None]) -> Fate:
    old, new = (head is not None for head in heads)
    if old and new:
        return BOTH
    own = flow[at].fate
    if (own.old, own.new) == (old, new):
        return own
    later = (piece.fate for piece in flow[at + 1 :] if not piece.fate.kept)
    cause = next(later, own if not own.kept else Fate(old, new, 1))
    return replace(cause, old=old, new=new, move="")
