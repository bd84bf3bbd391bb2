"""Write the words of a Word paragraph as Markdown that means just those words, bold and links kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from protobuild.interchange.docx.nodes import EMPHASIS, HIDDEN, PLAIN, STRONG, UNDERLINED, Piece
from protobuild.interchange.prose import authored, escape
from protobuild.model.markdown import fold, read_inline
from protobuild.model.runs import plain

_STARS = ((EMPHASIS, "*"), (STRONG, "**"))
_SHOWN = frozenset({STRONG, EMPHASIS})
_PRINTABLE = re.compile(r"(?:https?://|mailto:)[^\s()<>\\]*", re.IGNORECASE)


def phrased(pieces: Sequence[Piece]) -> str:
    """Return Markdown for the pieces of one paragraph; a forced line break stays one."""
    return "\\\n".join(text for line in _lines(pieces) if (text := _line(line)))


def bared(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces without bold, italics or links, as the words of a heading are written."""
    return [Piece(piece.text) for piece in pieces]


def seen(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that a reader sees: hidden words are not among them."""
    return [piece for piece in pieces if HIDDEN not in piece.look]


def headed_by_look(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces of a line all underlined as if they were bold: both are how headings look."""
    pieces = list(pieces)
    if all(UNDERLINED in piece.look for piece in pieces if piece.text.strip()):
        return [replace(piece, look=piece.look | {STRONG}) for piece in pieces]
    return pieces


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words of pieces in one line."""
    return fold("".join(piece.text for piece in pieces))


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=text)] for text in others]
    return lines


def _line(pieces: Sequence[Piece]) -> str:
    words = words_of(pieces)
    if any(piece.look & _SHOWN or _PRINTABLE.fullmatch(piece.href) for piece in pieces):
        marked = fold("".join(_marked(look, href, text) for look, href, text in _joined(pieces)))
        if plain(read_inline(marked)) == words:
            return marked
    return authored(words, literal=True) if words else ""


def _joined(pieces: Iterable[Piece]) -> Iterable[tuple[frozenset[str], str, str]]:
    """Yield the pieces that look alike joined; a space between two alike looks as they do."""
    dressed: list[tuple[frozenset[str], str, str]] = []
    for piece in pieces:
        blank = not piece.text.strip()
        if blank and dressed:
            dressed.append((*dressed[-1][:2], piece.text))
        else:
            href = piece.href if _PRINTABLE.fullmatch(piece.href) else ""
            dressed.append((PLAIN if blank else piece.look & _SHOWN, "" if blank else href, piece.text))
    for (look, href), alike in groupby(dressed, key=lambda each: each[:2]):
        yield look, href, "".join(text for _, _, text in alike)


def _marked(look: frozenset[str], href: str, text: str) -> str:
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    words = escape(core)
    for style, stars in _STARS:
        words = f"{stars}{words}{stars}" if style in look else words
    words = f"[{words}]({href})" if href else words
    return text[:start] + words + text[start + len(core) :]
