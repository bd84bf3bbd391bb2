"""Cut a plain text into blocks, putting back together lines that a page or a margin broke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protobuild.interchange.beginnings import Beginnings, beginnings
from protobuild.interchange.blocks import BULLET, Block, Shape, shouted
from protobuild.interchange.columns import read_columns
from protobuild.interchange.lines import Line
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.numbers import DOTTED, INTEGER, MARK
from protobuild.interchange.prose import authored

_WIDEST_WRAPPED = 130
"""Lines this long are paragraphs; shorter ones may be broken by a margin."""
_ENDS = re.compile(r"[.:;?!][\"'”’)]*$")
_MARKED_HEADING = re.compile(r"^(#{1,6})[ \t]+(?=\S)")


def read_plain(lines: Sequence[Line]) -> tuple[list[Block], list[Note]]:
    """Return the blocks of a plain text in order, with the joins and the tables made."""
    tables, notes = read_columns(lines)
    rows = {number for table in tables for number in range(table.line, table.line + table.depth)}
    lines = [replace(line, text="") if line.number in rows else line for line in lines]
    widest = max((len(line.text) for line in lines), default=0)
    width = widest if widest <= _WIDEST_WRAPPED else 0
    blocks = [_block(group) for group in _groups(lines, width, beginnings(lines))]
    mended, joined = _mend(sorted([*blocks, *tables], key=lambda block: block.line))
    return mended, [*notes, *joined]


def _groups(lines: Sequence[Line], width: int, known: Beginnings) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; `width` is that of the margin, 0 when lines are whole."""
    group: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if group and (not text or _begins(group, line, width, known) or _starts_anew(group, text, width)):
            yield group
            group = []
        if text:
            group.append(line)
    if group:
        yield group


def _begins(group: list[Line], line: Line, width: int, known: Beginnings) -> bool:
    """Return whether the sequence of numbers says that a new paragraph begins at this line."""
    last, text = group[-1].text.strip(), line.text.strip()
    if line.number in known.starts:
        return not _number_alone(last)
    would_fit = len(last) + len(text.split()[0]) < width * 0.85
    return group[-1].number in known.heads and would_fit and not text[:1].islower()


def _starts_anew(group: list[Line], text: str, width: int) -> bool:
    last = group[-1].text.strip()
    if _marked_heading(last):
        return True
    if not width:
        return not _number_alone(last)
    if BULLET.match(text) or _MARKED_HEADING.match(text) or shouted(text) != shouted(last):
        return not _number_alone(last)
    ended = bool(_ENDS.search(last)) or _number_alone(text)
    if ended and (DOTTED.match(text) or MARK.match(text) or INTEGER.match(text)):
        return True
    return bool(_ENDS.search(last)) and len(last) < width * 0.7 and text[:1].isupper()


def _number_alone(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*[.)]?", text))


def _block(group: list[Line]) -> Block:
    text = " ".join(line.text.strip() for line in group)
    if bullet := BULLET.match(text):
        depth = 1 if len(group[0].text) - len(group[0].text.lstrip()) > 3 else 0
        return Block(Shape.BULLET, authored(text[bullet.end() :], literal=True), group[0].number, depth)
    if len(group) == 1 and (heading := _marked_heading(text)):
        words = authored(text[heading.end() :], literal=True)
        return Block(Shape.HEADING, words, group[0].number, len(heading[1]))
    return Block(Shape.PARAGRAPH, authored(text, literal=True), group[0].number)


def _marked_heading(text: str) -> re.Match[str] | None:
    """Return the signs before a heading; a whole sentence after them is none."""
    found = _MARKED_HEADING.match(text)
    return found if found and not _ENDS.search(text) else None


def _mend(blocks: list[Block]) -> tuple[list[Block], list[Note]]:
    """Join what a page end broke: a sentence that stops in the middle and goes on in small letters."""
    out: list[Block] = []
    notes: list[Note] = []
    for block in blocks:
        if out and _goes_on(out[-1], block):
            notes.append(Note(Topic.JOINED, f"joined to the line before: “{block.text[:40]}”", block.line))
            out[-1] = replace(out[-1], text=f"{out[-1].text} {block.text}")
        else:
            out.append(block)
    return out, notes


def _goes_on(before: Block, block: Block) -> bool:
    return (
        before.shape in (Shape.PARAGRAPH, Shape.BULLET)
        and block.shape is Shape.PARAGRAPH
        and len(before.text) >= 40
        and (before.text[-1:].islower() or before.text.endswith(","))
        and block.text[:1].islower()
        and not MARK.match(block.text)
    )
