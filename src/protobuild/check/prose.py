"""Prose: a stretch of words as its readers see it, in sentences, with the council's own words told apart.

Checks of language read prose and not what was written: references are filled in, and the signs of
Markdown and the addresses of links are left out. What is quoted is another's to word, so `own`
holds blanks in its place, sign for sign.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protobuild.check.spot import Spot
from protobuild.model.assemble import words_of
from protobuild.model.outline import Outline, citations
from protobuild.model.protocol import Protocol

_SIGNS = re.compile(
    r"\[\[(?P<name>[^\[\]]*)\]\]"
    r"|\[(?P<linked>[^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)"
    r"|\\(?P<meant>[*_\[\]\\<>#|])"
    r"|(?P<mark>\*\*?|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w))"
    r"|(?P<gap>\\?\s*\n\s*(?:\n\s*)?)(?P<item>(?:(?:[-+*]|\d{1,2}[.)])[ ]+|>[ ]*))?"
    r"|(?P<space>[ \t]{2,})"
)
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|(?<!\w)‘[^’\n]*(?:’\w[^’\n]*)*’(?!\w)")
_OPENING = '“‘"'
_END = re.compile(r"(?<=[.!?])[”’\")]*\s+(?=[A-Z“‘\"(])|\n+")
_NOT_AN_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|No|Nos|Mr|Mrs|Ms|Dr|v|s|ss|para|paras|reg|Sch|cf)\.)$")


@dataclass(frozen=True, slots=True)
class Prose:
    """One spot's words as they are read."""

    spot: Spot
    words: str
    """What readers see; a new paragraph or list item begins after a line break."""
    own: str
    """The same, with blanks where others are quoted."""
    _read: tuple[int, ...]
    _written: tuple[int, ...]

    def written(self, at: int) -> int:
        """Return where the sign at an offset of `words` stands in the spot's words as written."""
        piece = bisect_right(self._read, at) - 1
        return self._written[piece] + at - self._read[piece]

    def filled(self, at: int) -> bool:
        """Return whether a reference prints what stands there, so that no drafter typed it."""
        return self.spot.words.startswith("[[", self._written[bisect_right(self._read, at) - 1])

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence begins and ends, as offsets of `words`."""
        start = 0
        for found in _END.finditer(self.words):
            if "\n" not in found.group() and self._goes_on(start, found):
                continue
            if found.start() > start:
                yield start, found.start()
            start = found.end()
        if start < len(self.words):
            yield start, len(self.words)

    def _goes_on(self, start: int, end: re.Match[str]) -> bool:
        """Return whether what looks like an end is an abbreviation's, or stands inside a quotation."""
        after = end.end()
        inside = self.own[after] == " " and self.words[after] not in _OPENING and bool(self.own.strip())
        return inside or _NOT_AN_END.search(self.words, start, end.start()) is not None


def sayings(protocol: Protocol, outline: Outline) -> dict[str, str]:
    """Return what each reference prints: the number of a provision, the words of a role or document."""
    entries = outline.entries
    cited = zip(entries, citations(entries), strict=True)
    return words_of(protocol.manifest) | {entry.id: number for entry, number in cited if entry.id and number}


def prose(spot: Spot, said: Mapping[str, str]) -> Prose:
    """Return a spot's words as read, where `said` tells what each reference prints."""
    parts: list[str] = []
    read, written = [0], [0]
    blocks: list[int] = []  # where quotations begin and end, by turns
    length = at = 0
    for found in _SIGNS.finditer(spot.words):
        before = spot.words[at : found.start()]
        shown, begins = _shown(found, said)
        parts += before, shown
        length += len(before)
        if found["gap"] and _quotes(found) != bool(len(blocks) % 2):
            blocks.append(length)
        read += length, length + len(shown)
        written += begins, found.end()
        length += len(shown)
        at = found.end()
    words = "".join((*parts, spot.words[at:]))
    return Prose(spot, words, _own(spot, words, blocks), tuple(read), tuple(written))


def _quotes(found: re.Match[str]) -> bool:
    """Return whether a new line is one of a quotation."""
    return (found["item"] or "").startswith(">")


def _shown(found: re.Match[str], said: Mapping[str, str]) -> tuple[str, int]:
    """Return what a sign prints, and where in what was written that begins."""
    match found.lastgroup:
        case "name":
            return said.get(found["name"], found["name"]), found.start()
        case "linked":
            return found["linked"], found.start("linked")
        case "meant":
            return found["meant"], found.start("meant")
        case "mark":
            return "", found.start()
        case "gap" | "item" if found["item"] or found["gap"].count("\n") > 1:
            return "\n", found.start()
        case _:
            return " ", found.start()


def _own(spot: Spot, words: str, blocks: list[int]) -> str:
    """Return the words with blanks for a quotation's, whether it is a block or stands in marks."""
    if spot.clause is not None and spot.clause.quotation:
        return " " * len(words)
    for start, end in zip(blocks[::2], (*blocks[1::2], len(words)), strict=False):
        words = words[:start] + " " * (end - start) + words[end:]
    return _QUOTED.sub(lambda found: " " * len(found.group()), words)
