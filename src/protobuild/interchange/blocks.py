"""Cut a Markdown text into blocks: headings, paragraphs, bullets, quotations and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from protobuild.interchange.beginnings import beginnings
from protobuild.interchange.lines import Line
from protobuild.interchange.numbers import DOTTED, INTEGER
from protobuild.interchange.prose import BREAK, authored
from protobuild.interchange.tables import is_row, read_table, starts_table


class Shape(Enum):
    """What a block of the source looks like."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    QUOTATION = "quotation"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that looks like one thing."""

    shape: Shape
    text: str
    """Its words as Markdown, lines joined, hard breaks kept."""
    line: int
    depth: int = 0
    """The rank of a heading, or how many bullets it lies under."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of a table, headings first."""
    label: str = ""
    """Its number as printed, once that is told apart from the words."""

    @property
    def printed(self) -> str:
        """The number and the words."""
        return f"{self.label} {self.text}" if self.label else self.text


BOLD = re.compile(r"^\*\*((?:[^*\\]|\\.)+)\*\*$")
"""A line all in bold."""
BULLET = re.compile(r"^([ \t]*)((?:[-+*•·▪◦●○‣][ \t]+)+)(?=\S)")
_BULLET_ALONE = re.compile(r"^[ \t]*[-+*•·▪◦●○‣][ \t]*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{3,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}|=+)$")
_DEEPEST = 6
"""Bullets lie at most this deep; no reader follows a deeper list, and Markdown gives up on one."""
_ENDS_SENTENCE = re.compile(r"[.:;?!][\"'”’)*_]*\s*$")


@dataclass(slots=True)
class _Open:
    """The block that lines are being added to."""

    shape: Shape
    line: int
    depth: int = 0
    lines: list[str] = field(default_factory=list)


def shouted(text: str) -> bool:
    """Return whether a line is all in capitals, as headings are."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters)


def read_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a Markdown text in order."""
    return list(_Scanner(lines).blocks())


class _Scanner:
    """One pass over the lines, remembering the block that is open and how deep the list is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.known = beginnings(lines)
        self.above = 0  # the number of the last line with words
        self.open: _Open | None = None
        self.insets: list[int] = []  # how far in each open bullet's words begin
        self.blank = True

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks."""
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if length := self._table_at(at):
                yield from self._close()
                rows = read_table([each.text for each in self.lines[at : at + length]])
                yield Block(Shape.TABLE, "", line.number, rows=rows)
                self.insets.clear()
                at += length
                continue
            yield from self._read(line)
            at += 1
        yield from self._close()

    def _table_at(self, at: int) -> int:
        if not starts_table([each.text for each in self.lines[at : at + 3]]):
            return 0
        end = at
        while end < len(self.lines) and is_row(self.lines[end].text):
            end += 1
        return end - at

    def _read(self, line: Line) -> Iterator[Block]:
        """Take in one line."""
        text = line.text.rstrip("\t")
        if not text.strip() or _BULLET_ALONE.match(text):
            yield from self._close()
            self.blank = True
            return
        yield from self._take(line, text)
        self.blank = False
        self.above = line.number

    def _take(self, line: Line, text: str) -> Iterator[Block]:
        if self._is_underline(text):
            rank = 1 if "=" in text else 2
            yield from self._close(Shape.HEADING, rank)
        elif _RULE.match(text):
            yield from self._close()
        elif heading := _HEADING.match(text):
            yield from self._close()
            self.insets.clear()
            if heading[2].strip("# "):
                yield Block(Shape.HEADING, authored(BREAK.sub(" ", heading[2])), line.number, len(heading[1]))
        elif text.lstrip(" ").startswith(">"):
            yield from self._quotation(line, text.lstrip(" "))
        elif bullet := BULLET.match(text):
            yield from self._close()
            depth = self._nest(len(bullet[1].expandtabs(4)), len(bullet[0].expandtabs(4)))
            self.open = _Open(Shape.BULLET, line.number, depth, [text[bullet.end() :]])
        else:
            yield from self._words(line, text)

    def _is_underline(self, text: str) -> bool:
        """Return whether the line makes a heading of the one line above it."""
        above = self.open
        one = above is not None and above.shape is Shape.PARAGRAPH and len(above.lines) == 1
        return one and bool(_UNDERLINE.match(text))

    def _nest(self, inset: int, words: int) -> int:
        while self.insets and inset < self.insets[-1]:
            self.insets.pop()
        self.insets.append(words)
        return min(len(self.insets), _DEEPEST) - 1

    def _quotation(self, line: Line, text: str) -> Iterator[Block]:
        inner = re.sub(r"^(?:> ?)+", "", text)
        self.insets.clear()
        if not inner.strip():
            yield from self._close()
            return
        if self.open is None or self.open.shape is not Shape.QUOTATION:
            yield from self._close()
            self.open = _Open(Shape.QUOTATION, line.number)
        self.open.lines.append(inner)

    def _words(self, line: Line, text: str) -> Iterator[Block]:
        inset = len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip(" "))
        if self.open and not self._begins(line) and not _starts_anew(self.open.lines, text):
            self.open.lines.append(text)
            return
        yield from self._close()
        depth = 0
        if self.blank and self.insets and inset >= 2:
            depth = len([at for at in self.insets if at <= inset]) or 1
        else:
            self.insets.clear()
        self.open = _Open(Shape.PARAGRAPH, line.number, depth, [text])

    def _begins(self, line: Line) -> bool:
        """Return whether the sequence of numbers says that a new block begins here."""
        below_heading = self.above in self.known.heads and not line.text.lstrip()[:1].islower()
        return line.number in self.known.starts or below_heading

    def _close(self, shape: Shape | None = None, depth: int = 0) -> Iterator[Block]:
        """End the open block; an underline makes it a heading."""
        done, self.open = self.open, None
        if done and (text := join(done.lines)):
            yield Block(shape or done.shape, authored(text), done.line, depth or done.depth)


def _starts_anew(lines: Sequence[str], text: str) -> bool:
    """Return whether a line right below another is a new numbered paragraph, not more of the same."""
    text = text.lstrip()
    if number := DOTTED.match(text):
        cited = text[number.end() : number.end() + 1].islower()
        below = DOTTED.match(lines[0].lstrip()) and not cited
        return bool(_ENDS_SENTENCE.search(lines[-1]) or below)
    found, first = INTEGER.match(text), INTEGER.match(lines[0].lstrip())
    if not found or not found[2]:
        return False
    return found[1] == "1" or bool(first and int(found[1]) == int(first[1]) + 1)


def join(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one, with a line break only where the author forced one."""
    out: list[str] = []
    for number, line in enumerate(lines, 1):
        hard = number < len(lines) and line.endswith(("  ", "\\"))
        out += [(line.rstrip("\\") if hard else line).strip(), "\\\n" if hard else " "]
    return BREAK.sub("\\\\\n", "".join(out)).strip()
