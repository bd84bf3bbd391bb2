"""Lower: where a table changes in a way Word cannot track, strike the old one and write the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protobuild.interchange.docx.writing.sides import NEW, OLD, SIDES, Fate, Piece, Words
from protobuild.interchange.docx.writing.tabular import ROWS, is_sound, region_end
from protobuild.model.outline import Kind

OF_TABLES = (Kind.TABLE, *ROWS, Kind.CELL)


def lowered(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces; where a table is not sound, all of it as it was, struck, then as it is, written."""
    out: list[Piece] = []
    at = 0
    for start, end in _regions(found):
        out += found[at:start]
        out += [_alone(piece, OLD) for piece in _projected(found[start:end], OLD)]
        out += [_alone(piece, NEW) for piece in _projected(found[start:end], NEW)]
        at = end
    return [*out, *found[at:]]


def _regions(found: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the stretches to be written twice: unsound tables with all that words cross into or out of."""
    at = 0
    for start, end, sound in list(_tables(found)):
        if start < at:
            continue
        if sound and not _crossed(found, end):
            continue
        while _crossed(found, start) and start > at:
            start -= 1
        while end < len(found) and _crossed(found, end):
            end += 1
        yield start, end
        at = end


def _tables(found: Sequence[Piece]) -> Iterator[tuple[int, int, bool]]:
    """Yield where tables, or what is left of them, begin and end, and whether Word can track them."""
    at = 0
    while at < len(found):
        end = region_end(found, at)
        if end is not None:
            yield at, end, found[at + 1].kind in ROWS and is_sound(found[at:end])
            at = end
            continue
        if _of_table(found[at]):
            changed = not found[at].fate.kept or found[at].faces[OLD] != found[at].faces[NEW]
            yield at, at + 1, not changed
        at += 1


def _of_table(piece: Piece) -> bool:
    return any(piece.fate.on(side) and piece.faces[side].kind in OF_TABLES for side in SIDES)


def _crossed(found: Sequence[Piece], at: int) -> bool:
    """Whether in one of the texts words from here on belong to an entry before."""
    return any(_crossed_in(found, at, side) for side in SIDES)


def _crossed_in(found: Sequence[Piece], at: int, side: int) -> bool:
    for piece in found[at:]:
        if piece.fate.on(side):
            return False
        if piece.says(side):
            return True
    return False


def _projected(region: Sequence[Piece], side: int) -> Iterator[Piece]:
    """Yield the pieces of one text, words whose entry does not stand joined to the entry before."""
    waiting: Piece | None = None
    for piece in region:
        if piece.fate.on(side):
            if waiting is not None:
                yield waiting
            waiting = piece
        elif waiting is not None:
            joined = tuple(each for each in piece.words if each.fate.on(side))
            waiting = replace(waiting, body=waiting.body + joined)
    if waiting is not None:
        yield waiting


def _alone(piece: Piece, side: int) -> Piece:
    """Return the piece as it stands in one text, struck or written as a whole."""
    fate = Fate(side == OLD, side == NEW, max(1, piece.fate.round))
    faces = (piece.faces[side], piece.faces[side])
    num, heading, body = (_words(words, side, fate) for words in (piece.num, piece.heading, piece.body))
    return replace(piece, fate=fate, faces=faces, num=num, heading=heading, body=body)


def _words(words: Sequence[Words], side: int, fate: Fate) -> tuple[Words, ...]:
    return tuple(
        replace(each, fate=fate, was=None, style=_style(each, side)) for each in words if each.fate.on(side)
    )


def _style(words: Words, side: int) -> frozenset[str]:
    return words.was if side == OLD and words.was is not None else words.style
