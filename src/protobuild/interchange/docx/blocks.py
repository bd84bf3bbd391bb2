"""Turn what a side of a Word file holds into the blocks that every import goes on with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.docx.names import child, value
from protobuild.interchange.docx.nodes import HIDDEN, STRUCK, Node, Paragraph, Piece, Table
from protobuild.interchange.docx.phrases import bared, headed_by_look, phrased, seen, words_of
from protobuild.interchange.docx.styles import Styles
from protobuild.interchange.docx.tables import Row, read_rows
from protobuild.interchange.docx.writing.names import FURNITURE
from protobuild.interchange.notes import LeftOut, Note, Topic

_QUOTED = ("quote", "intense quote", "quotation", "block text", "block quotation")
_TYPED_BULLET = re.compile(r"^\s*(?:[•·▪◦●○‣]\s*|[-–*]\t\s*)(?=\S)")
_TYPED_NUMBER = re.compile(
    r"^\s*((?:\d{1,3}(?:\.\d{1,3})*\.?|\(?[a-z]{1,4}[.)]))[ \u00a0]*\t\s*", re.IGNORECASE
)
_STOP = re.compile(r"[.;:,]$")
_LONGEST_HEADING = 150
_FEW_WORDS = 60
"""Characters of a heading that may end in a full stop, as short ones do."""


@dataclass(slots=True)
class Gathered:
    """The blocks of a side, and where each of its words went."""

    blocks: list[Block] = field(default_factory=list)
    lines: dict[int, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    origins: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Which paragraphs of the file each place comes from."""
    marked: bool = False
    """Whether a style says what is a heading."""


def gather_blocks(styles: Styles, nodes: Iterable[Node]) -> Gathered:
    """Return the blocks of a side in order."""
    gathering = _Gathering(styles)
    gathering.take(nodes)
    return gathering.out


class _Gathering:
    """One pass over the paragraphs and tables."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.out = Gathered()
        self.line = 0
        self.bullets: list[tuple[int, int]] = []  # how deep each open bullet lies
        self.last: Paragraph | None = None  # the last paragraph of a list

    def take(self, nodes: Iterable[Node], below: bool = False) -> None:
        """Take in paragraphs and tables; `below` says that they hang on the paragraph before."""
        for node in nodes:
            if isinstance(node, Table):
                self._table(node)
            else:
                self._paragraph(node, below)
                self.take(node.below, below=True)

    def _next(self, paragraph: Paragraph) -> int:
        self.line += 1
        self.out.origins[self.line] = paragraph.origins
        self._remark(paragraph)
        return self.line

    def _paragraph(self, paragraph: Paragraph, below: bool) -> None:
        line = self._next(paragraph)
        pieces = seen(paragraph.pieces)
        words = words_of(pieces)
        names = self._styles_of(paragraph)
        label = "" if paragraph.bullet else paragraph.label
        if reason := _no_text(paragraph, names):
            self._leave_out(line, f"{label} {words}", reason)
        elif not words:
            self._leave_out(line, label, "a number with no words after it")
        else:
            self._add(self._block(paragraph, pieces, names, line, below), label, words)

    def _add(self, block: Block, label: str, words: str) -> None:
        self.out.blocks.append(block)
        self.out.lines[block.line] = f"{label} {words}".strip()
        self.out.marked = self.out.marked or (block.shape is Shape.HEADING and block.depth > 1)
        if block.shape is not Shape.BULLET and not block.depth:
            self.bullets.clear()

    def _block(
        self, paragraph: Paragraph, pieces: list[Piece], names: Sequence[str], line: int, below: bool
    ) -> Block:
        words = words_of(pieces)
        label = "" if paragraph.bullet else paragraph.label
        if depth := self._heading(paragraph, words, names):
            self.last = None
            return Block(Shape.HEADING, phrased(bared(pieces)), line, depth, label=label)
        if any(name in _QUOTED for name in names):
            return Block(Shape.QUOTATION, f"{label} {phrased(pieces)}".strip(), line)
        typed = not label and _TYPED_BULLET.match("".join(piece.text for piece in pieces))
        if paragraph.bullet or typed:
            text = phrased(_without(pieces, typed.end()) if typed else pieces)
            return Block(Shape.BULLET, text, line, self._nested(paragraph))
        if label:
            self.last = paragraph
            self._note_typed(label, paragraph, line)
            return Block(Shape.PARAGRAPH, phrased(pieces), line, label=label)
        return Block(Shape.PARAGRAPH, phrased(headed_by_look(pieces)), line, self._depth(paragraph, below))

    def _heading(self, paragraph: Paragraph, words: str, names: Sequence[str]) -> int:
        """Return the rank of a heading, 1 for the title; 0 for a paragraph, whatever its style is called."""
        if names[:1] == ("title",):
            return 1
        rank = self.styles.rank(paragraph.properties)
        if rank is None or len(words) > _LONGEST_HEADING:
            return 0
        return 0 if _STOP.search(words) and len(words) > _FEW_WORDS else rank + 2

    def _nested(self, paragraph: Paragraph) -> int:
        """Return under how many bullets a bullet lies."""
        key = (paragraph.inset, paragraph.depth)
        while self.bullets and self.bullets[-1] >= key:
            self.bullets.pop()
        self.bullets.append(key)
        self.last = paragraph
        return len(self.bullets) - 1

    def _depth(self, paragraph: Paragraph, below: bool) -> int:
        """Return 1, or more, for words that go on with an item of a list, set in as far as it is."""
        if below:
            return 1
        last = self.last
        if (
            last is None
            or not paragraph.inset
            or paragraph.inset < last.inset
            or not (last.depth or last.bullet)
        ):
            return 0
        return max(1, len(self.bullets))

    def _note_typed(self, label: str, paragraph: Paragraph, line: int) -> None:
        found = _TYPED_NUMBER.match(paragraph.text)
        if found and not paragraph.bullet:
            self._say(
                line,
                f"the number {found[1]} was typed by hand after the automatic {label}, which is taken;"
                f" {found[1]} stays among the words",
                Topic.MISPLACED,
            )

    def _table(self, table: Table) -> None:
        rows = read_rows(table)
        self.last = None
        held = [each for row in rows for each in row.paragraphs if each.text.strip()]
        if held and all(_no_text(each, self._styles_of(each)) for each in held):
            for each in held:
                self._paragraph(each, below=False)
            return
        if len(rows) < 2:
            self.take(node for row in table.rows for cell in row for node in cell.nodes)
            return
        first = self.line + 1
        width = max(len(row.cells) for row in rows)
        for row in rows:
            self._row(row)
        cells = tuple((*row.cells, *[""] * (width - len(row.cells))) for row in rows)
        self.out.blocks.append(Block(Shape.TABLE, "", first, rows=cells))

    def _row(self, row: Row) -> None:
        self.line += 1
        self.out.origins[self.line] = tuple(at for each in row.paragraphs for at in each.origins)
        for each in row.paragraphs:
            self._remark(each)
        for remark in row.remarks:
            self._say(self.line, remark)
        self.out.lines[self.line] = row.words

    def _remark(self, paragraph: Paragraph) -> None:
        for remark in paragraph.remarks:
            self._say(self.line, remark)
        hidden = words_of(piece for piece in paragraph.pieces if HIDDEN in piece.look)
        self._leave_out(self.line, hidden, "hidden words")
        struck = words_of(piece for piece in seen(paragraph.pieces) if STRUCK in piece.look)
        if struck:
            self._say(self.line, f"struck through by hand, not as a tracked change, and kept: “{struck}”")

    def _say(self, line: int, message: str, topic: Topic = Topic.WORD) -> None:
        self.out.notes.append(Note(topic, message, line))

    def _leave_out(self, line: int, words: str, reason: str) -> None:
        if words.strip():
            self.out.left_out.append(LeftOut(line, words.strip(), reason))

    def _styles_of(self, paragraph: Paragraph) -> tuple[str, ...]:
        return self.styles.names(value(child(paragraph.properties, "pStyle")))


def _no_text(paragraph: Paragraph, names: Sequence[str]) -> str:
    """Return why a paragraph is no part of the author's text; empty for one that is."""
    if any(name.startswith(FURNITURE) for name in names[:1]):
        return "printed by protobuild itself"
    contents = paragraph.contents or any(re.match(r"toc (?:\d|heading)|contents", name) for name in names[:1])
    return "contents list" if contents else ""


def _without(pieces: Iterable[Piece], count: int) -> list[Piece]:
    """Return the pieces without their first characters."""
    out: list[Piece] = []
    for piece in pieces:
        out.append(Piece(piece.text[count:], piece.look, piece.href))
        count = max(0, count - len(piece.text))
    return out
