"""Tabular: which entries make a table that Word can track row by row."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.interchange.docx.writing.sides import SIDES, Fate, Piece
from protobuild.model.outline import Kind

ROWS = (Kind.HEADER, Kind.ROW)


def table_end(found: Sequence[Piece], at: int) -> int | None:
    """Return the position after a table that begins there; None where no sound table does."""
    end = region_end(found, at)
    if end is None or found[at + 1].kind not in ROWS:
        return None
    return end if is_sound(found[at:end]) else None


def region_end(found: Sequence[Piece], at: int) -> int | None:
    """Return the position after all that lies in a table; None where it holds nothing or is none."""
    if found[at].kind is not Kind.TABLE:
        return None
    end = at + 1
    while end < len(found) and found[end].level > found[at].level:
        end += 1
    return end if end > at + 1 else None


def is_sound(table: Sequence[Piece]) -> bool:
    """Return whether a table is made of rows, these of cells, and every change is of a row or in a cell."""
    caption, *inner = table
    row: Piece | None = None
    cells = 0
    for piece in inner:
        if piece.kind in ROWS:
            if row is not None and not cells:
                return False
            if not _fits(piece, caption.fate) or piece.level != caption.level + 1 or piece.words:
                return False
            row, cells = piece, 0
        elif row is None or not _belongs(piece, row, cells):
            return False
        else:
            cells += _is_cell(piece, row)
    return bool(cells) and _same_kind(table)


def _is_cell(piece: Piece, row: Piece) -> bool:
    return piece.kind is Kind.CELL and piece.level == row.level + 1


def _belongs(piece: Piece, row: Piece, cells: int) -> bool:
    """Whether a piece stands within the row in both texts, and nothing leaves or joins a cell."""
    if _is_cell(piece, row):
        return _alike(piece.fate, row.fate) and _stays_within(piece, row.fate)
    return cells > 0 and piece.level > row.level + 1 and _stays_within(piece, row.fate)


def _stays_within(piece: Piece, row: Fate) -> bool:
    return _fits(piece, row) and all(row.on(side) or not piece.says(side) for side in SIDES)


def _fits(piece: Piece, around: Fate) -> bool:
    """Whether a piece stands in no text in which what is around it does not."""
    return all(around.on(side) or not piece.fate.on(side) for side in SIDES)


def _alike(one: Fate, other: Fate) -> bool:
    return (one.old, one.new) == (other.old, other.new)


def _same_kind(table: Sequence[Piece]) -> bool:
    """Whether nothing in the table changes what it is."""
    return all(
        not piece.fate.kept or (piece.faces[0].kind, piece.faces[0].level) == (piece.kind, piece.level)
        for piece in table
        if piece.kind in (*ROWS, Kind.CELL, Kind.TABLE)
    )
