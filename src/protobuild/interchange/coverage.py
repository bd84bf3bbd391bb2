"""Prove that every word of the source is in the assembled text, once and in its order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from protobuild.interchange.notes import LeftOut
from protobuild.interchange.prose import bare, word_list
from protobuild.model.outline import Kind, Outline
from protobuild.model.runs import plain

_SYNTAX = frozenset("*_\\[]()<>#|`~-+=•·▪◦●○‣.:\u00ad\u200b")
"""Characters that Markdown or a list uses as signs, and the full stop that numbers lose."""
_WINDOW = 2_000
"""How many words around a fault are compared: enough to name it, and never slow."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words went in, and what became of them."""

    words_in: int
    kept: int
    left_out: int
    supplied: int
    """Words of the program's own, such as a title taken from the file's name."""
    lost: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing was lost, invented or put in another order."""
        return not self.lost and not self.invented and self.words_in == self.kept + self.left_out


def coverage(
    lines: Mapping[int, str],
    outline: Outline,
    left_out: Iterable[LeftOut] = (),
    *,
    literal: bool = False,
    title_line: int = 0,
    supplied: Sequence[str] = (),
) -> Coverage:
    """Compare the words of the source's lines with those of the outline, numbers included.

    `lines` are those that are kept; what was left out is only counted.

    A title is read first wherever it stands, since that is where it is printed. `supplied` are
    words the program put in; they are taken out of the outline before it is compared.
    """
    order = sorted(lines, key=lambda number: (number != title_line, number))
    source = [word for number in order for word in _said(lines[number], literal)]
    out = sum(len(word_list(bare(each.words, literal))) for each in left_out)
    printed, extra = _printed(outline, supplied)
    lost, invented = _differences(source, printed)
    kept = len(source) - len(lost)
    signs = _signs(list(lines.values()), outline, literal, supplied)
    return Coverage(
        words_in=len(source) + out,
        kept=kept,
        left_out=out,
        supplied=extra,
        lost=(*lost, *signs[0]),
        invented=(*invented, *signs[1]),
    )


def _said(line: str, literal: bool) -> list[str]:
    return word_list(unicodedata.normalize("NFC", bare(line, literal)))


def _texts(outline: Outline, supplied: Sequence[str]) -> list[str]:
    """Return what each entry prints, without what the program supplied.

    An item's label is read before its number: sources print it on the line above.
    """
    pending = list(supplied)
    out: list[str] = []
    for entry in outline.entries:
        heading = plain(entry.heading)
        if heading in pending and entry.kind in (Kind.TITLE, Kind.SECTION):
            pending.remove(heading)
            heading = ""
        number = plain(entry.num)
        first, then = (heading, number) if entry.kind is Kind.ITEM else (number, heading)
        out.append(f"{first} {then} {plain(entry.body)}")
    return out


def _printed(outline: Outline, supplied: Sequence[str]) -> tuple[list[str], int]:
    texts = _texts(outline, supplied)
    words = [word for text in texts for word in word_list(bare(text, literal=True))]
    return words, sum(len(word_list(text)) for text in supplied)


def _differences(source: list[str], printed: list[str]) -> tuple[list[str], list[str]]:
    """Return what is in one and not the other, in order; nothing when they are the same."""
    if source == printed:
        return [], []
    start = next(at for at, (a, b) in enumerate(zip_longest(source, printed)) if a != b)
    lost, invented = Counter(source), Counter(printed)
    both = lost & invented
    lost, invented = lost - both, invented - both
    if lost or invented:
        return sorted(lost.elements()), sorted(invented.elements())
    a, b = source[start : start + _WINDOW], printed[start : start + _WINDOW]
    moved = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    words = [word for tag, i, j, _, _ in moved if tag != "equal" for word in a[i:j]]
    return words, words


def _signs(
    lines: Sequence[str], outline: Outline, literal: bool, supplied: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return the punctuation lost and invented, apart from what Markdown itself uses."""
    before = Counter(sign for line in lines for sign in _punctuation(bare(line, literal)))
    after = Counter(sign for text in _texts(outline, supplied) for sign in _punctuation(text))
    return sorted((before - after).elements()), sorted((after - before).elements())


def _punctuation(text: str) -> list[str]:
    normal = unicodedata.normalize("NFC", text)
    return [sign for sign in re.findall(r"[^\w\s]", normal) if sign not in _SYNTAX]
