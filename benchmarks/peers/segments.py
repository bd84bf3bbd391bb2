"""Segments: what any engine's redline comes down to, so that all are scored alike.

A segment is a stretch of text that stands in both texts (`=`), the old one only (`-`) or the new
one only (`+`). A text is a line for each entry: `# 1 Heading`, `1.1 Words`, `- (a) Words`,
`> Words`, and `| cell | cell |` for a table row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

KEPT, STRUCK, WRITTEN = "=", "-", "+"

LEADS = frozenset({"#", "-", "--", ">", "|"})
"""What begins a line and says what it is; never a word."""
_LABEL = re.compile(r"[\d.]+|\([a-z]+\)?|\)")
"""A number at a line's beginning, or a part of one where an engine marks letters."""
WORD = re.compile(r"\w+(?:[.,:'’‑-]\w+)*(?:\(\w+\))*")
_PIECE = re.compile(r"\n|[^\s]+|[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and what became of it."""

    op: str
    text: str
    moved: bool = False
    """Carried to or from another place, and shown so."""
    inner: bool = False
    """Struck on the way of a move: shown at the new place, in neither text there."""
    dressed: bool = False
    """Its emphasis or its link changed and its words did not."""
    line: int = 0
    """Which line of the redline it stands in, once it is counted."""


def accepted(segments: Iterable[Segment]) -> str:
    """Return the new text as the engine gives it."""
    return "".join(one.text for one in segments if one.op != STRUCK)


def rejected(segments: Iterable[Segment]) -> str:
    """Return the old text as the engine gives it back."""
    return "".join(one.text for one in segments if one.op != WRITTEN and not one.inner)


def words(text: str) -> list[str]:
    """Return the words and signs of a text, without what says that a line is a heading or an item."""
    return [token for token in text.split() if token not in LEADS]


def blocks(text: str) -> list[str]:
    """Return the lines of a text, white space folded, empty lines left out."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line and line not in LEADS]


def counted(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments cut to tokens, without leads, labels and spaces at the lines' beginnings."""
    at_start, line = True, 0
    for one in segments:
        for text in _PIECE.findall(one.text):
            if text == "\n":
                at_start, line = True, line + 1
            elif not (at_start and (text in LEADS or not text.strip() or _LABEL.fullmatch(text))):
                at_start = False
                yield Segment(one.op, text, one.moved, line=line)


def marked_words(segments: Iterable[Segment]) -> dict[str, list[str]]:
    """Return the words struck and written, numbers of lines and moved words left out."""
    out: dict[str, list[str]] = {STRUCK: [], WRITTEN: []}
    for op, text, moved in stretches(segments):
        if op != KEPT and not moved:
            out[op] += WORD.findall(text)
    return out


def pieces(segments: Iterable[Segment]) -> int:
    """Return how many stretches a reader sees marked, moved ones left out.

    Struck words read before written ones wherever no kept word stands between them, but each line
    for itself: three paragraphs replaced one by one are six pieces, all three at once are two.
    """
    telling = (one for one in counted(segments) if one.text.strip())
    seen = [KEPT]
    for (_, kept), region in groupby(telling, key=lambda one: (one.line, one.op == KEPT or one.moved)):
        ops = {KEPT} if kept else {one.op for one in region}
        seen += [op for op in (KEPT, STRUCK, WRITTEN) if op in ops]
    return sum(op not in (KEPT, before) for before, op in pairwise(seen))


def stretches(segments: Iterable[Segment]) -> Iterator[tuple[str, str, bool]]:
    """Yield the counted text joined to the longest stretches of one kind; white space decides nothing."""
    kind: tuple[str, bool] | None = None
    text = ""
    for one in counted(segments):
        if (one.op, one.moved) != kind and one.text.strip():
            if kind is not None:
                yield kind[0], text, kind[1]
            kind, text = (one.op, one.moved), ""
        text += one.text
    if kind is not None:
        yield kind[0], text, kind[1]


def torn(segments: Iterable[Segment]) -> int:
    """Return how many words of either text are marked in part."""
    listed = list(segments)
    sides = (
        [one for one in listed if one.op != WRITTEN and not one.inner],
        [one for one in listed if one.op != STRUCK],
    )
    return sum(_torn(side) for side in sides)


def _torn(side: Iterable[Segment]) -> int:
    text, flags = "", ""
    for one in side:
        text += one.text
        flags += ("=" if one.op == KEPT or one.moved else "x") * len(one.text)
    return sum(len(set(flags[found.start() : found.end()])) > 1 for found in WORD.finditer(text))


def same_text(one: str, other: str) -> bool:
    """Return whether two texts say the same, however their letters are composed."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
