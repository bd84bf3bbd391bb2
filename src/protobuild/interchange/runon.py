"""Part paragraphs that run on in one line, where the next number stands inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.numbers import DOTTED

_NUMBER = re.compile(r"""(?<=[.:;?!"”’')\]*])\s+(?=(\d{1,2})\.(\d{1,3})\.?\s+["“‘(\[*]*[A-Z])""")
_HEADING = re.compile(r"(?:^|\s+)(?=(\d{1,2})\.?\s+([A-Z][A-Z ,/&'’()-]{2,80}?)\s+(\1\.[01])\s)")


def part(blocks: Sequence[Block]) -> tuple[list[Block], list[Note]]:
    """Return the blocks with run-on paragraphs parted, and where that was done.

    Only the number that comes next counts, so a reference to another paragraph parts nothing.
    """
    out: list[Block] = []
    notes: list[Note] = []
    last = (0, 0)
    for block in blocks:
        if block.shape not in (Shape.PARAGRAPH, Shape.BULLET):
            out.append(block)
            continue
        for piece in _pieces(block, last):
            if piece is not block and piece.line == 0:
                piece = replace(piece, line=block.line)
                said = " ".join(piece.text.split()[:4])
                notes.append(
                    Note(Topic.RUN_ON, f"a new paragraph begins inside the line: “{said}”", block.line)
                )
            out.append(piece)
            last = _reached(piece, last)
    return out, notes


def _reached(block: Block, last: tuple[int, int]) -> tuple[int, int]:
    found = DOTTED.match(block.text)
    if found is None or block.shape is not Shape.PARAGRAPH:
        return last
    major, minor, *_ = found[1].split(".")
    return int(major), int(minor)


def _pieces(block: Block, last: tuple[int, int]) -> Iterator[Block]:
    """Yield the block, or the pieces of it; a piece that is new has no line yet."""
    cuts = _cuts(block, _reached(block, last))
    if not cuts:
        yield block
        return
    starts = [(0, block.shape), *cuts]
    ends = [at for at, _ in cuts] + [len(block.text)]
    for number, ((start, shape), end) in enumerate(zip(starts, ends, strict=True)):
        text = block.text[start:end].strip()
        if not text:
            continue
        first = number == 0
        depth = block.depth if first else 2 if shape is Shape.HEADING else 0
        yield Block(shape, text, block.line if first else 0, depth)


def _cuts(block: Block, last: tuple[int, int]) -> list[tuple[int, Shape]]:
    """Return where new paragraphs and headings begin, each with what begins there."""
    found: list[tuple[int, int, int, int]] = []  # where, 0 for a heading, its numbers
    found += [(m.end(), 1, int(m[1]), int(m[2])) for m in _NUMBER.finditer(block.text)]
    for match in _HEADING.finditer(block.text):
        major, minor = (int(each) for each in match[3].split("."))
        found += [(match.end(), 0, major, minor), (match.start(3), 1, major, minor)]
    cuts: list[tuple[int, Shape]] = []
    major, minor = last
    for at, kind, section, number in sorted(set(found)):
        if kind == 0 and section == major + 1:
            cuts.append((at, Shape.HEADING))
        elif (section, number) == (major, minor + 1) or (section == major + 1 and number in (0, 1)):
            major, minor = section, number
            if at > 0:
                cuts.append((at, Shape.PARAGRAPH))
    return cuts
