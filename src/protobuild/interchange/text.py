"""Read a Markdown or plain text file as blocks, the shape that every kind of source comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protobuild.interchange.blocks import Block, read_blocks
from protobuild.interchange.decode import decode
from protobuild.interchange.glued import part_glued
from protobuild.interchange.lines import set_aside, split_lines
from protobuild.interchange.notes import LeftOut, Note, Unit
from protobuild.interchange.plain import read_plain


@dataclass(frozen=True, slots=True)
class Source:
    """A document as blocks, with what is needed to prove that none of its words is lost."""

    name: str
    blocks: tuple[Block, ...]
    """A block that carries a label carries it for certain; other labels stand in the words still."""
    lines: Mapping[int, str]
    """The words at each place, as they are to be found again."""
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Note, ...] = ()
    literal: bool = False
    """Whether a star or a bracket in `lines` is just that, and never Markdown."""
    unit: Unit = "line"
    tracked: bool = False
    """Whether it is but one side of a file with tracked changes."""


def read_text(name: str, data: bytes) -> Source:
    """Return the blocks of a .md or .txt file; raise ProtobuildError when it is not readable text."""
    text, notes = decode(name, data)
    literal = name.lower().endswith(".txt")
    text, glued = part_glued(text)
    lines = split_lines(text)
    kept, left_out = set_aside(lines)
    blocks, joined = read_plain(kept) if literal else (read_blocks(kept), [])
    away = {each.line for each in left_out}
    said = {line.number: line.text for line in lines if line.number not in away}
    return Source(name, tuple(blocks), said, tuple(left_out), (*notes, *glued, *joined), literal)
