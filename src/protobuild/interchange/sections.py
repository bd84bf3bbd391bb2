"""Part the blocks of a document into its title, its cover matter and its sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.prose import Part, compose, word_list
from protobuild.model.markdown import fold, read_inline
from protobuild.model.runs import plain
from protobuild.model.source import ProtobuildError

NO_HEADING = "[No heading]"
"""Printed in square brackets, as an editor's words are, where the source has no heading."""

_LONGEST_FRONT = 250
"""Words. More than this before the first heading is text, not a cover."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section of the source: its heading and the blocks under it."""

    heading: str
    label: str
    line: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The source, parted."""

    title: str
    title_line: int
    """0 when the title is not in the text."""
    front: str
    sections: tuple[Stretch, ...]
    supplied: tuple[str, ...]
    """Words that are not the author's."""
    notes: tuple[Note, ...]


def split(name: str, blocks: Sequence[Block]) -> Document:
    """Return the document parted; every block is in exactly one place.

    Raises ProtobuildError when there is no text below the headings.
    """
    title, before, rest = _title(blocks)
    if not any(block.shape is not Shape.HEADING for block in rest):
        raise ProtobuildError(
            f"{name} holds no text: {'only headings' if blocks else 'no words at all'}.",
            fix="Check that the file is the right one and that its words were saved with it.",
        )
    opening, stretches = _stretches(rest)
    front, body = _cover(opening, bool(stretches))
    if body:
        stretches.insert(0, Stretch(NO_HEADING, "", body[0].line, tuple(body)))
    front, stretches = _settle_empty([*before, *front], stretches)
    if not stretches:
        front, stretches = [], [Stretch(NO_HEADING, "", front[0].line, tuple(front))]
    notes = _notes(name, title, stretches, front)
    said = fold(plain(read_inline(title.text))) if title else ""
    supplied = [NO_HEADING] * sum(each.heading == NO_HEADING for each in stretches)
    if not said:
        said = fold(PurePath(name).stem) or "[No title]"
        supplied.append(said)
    return Document(
        said,
        title.line if title else 0,
        compose([part_of(block) for block in front]),
        tuple(stretches),
        tuple(supplied),
        tuple(notes),
    )


def part_of(block: Block) -> Part:
    """Return a block as part of a clause's words, its number among them."""
    match block.shape:
        case Shape.BULLET:
            return Part("bullet", block.printed, block.depth)
        case Shape.QUOTATION:
            return Part("quotation", block.text, block.depth)
        case Shape.HEADING:
            bold = f"**{block.printed}**"
            plainly = "*" in block.text or "\\" in block.text
            return Part("paragraph", block.printed if plainly else bold)
    return Part("paragraph", block.printed, block.depth)


def _title(blocks: Sequence[Block]) -> tuple[Block | None, list[Block], list[Block]]:
    """Return the title, the blocks before it and the blocks after it."""
    for at, block in enumerate(blocks):
        if block.shape is Shape.TABLE:
            break  # a cover holds no table, so this is text already
        if block.shape is Shape.HEADING:
            if block.depth == 1 and not block.label:
                return block, list(blocks[:at]), list(blocks[at + 1 :])
            break
    return None, [], list(blocks)


def _stretches(blocks: Sequence[Block]) -> tuple[list[Block], list[Stretch]]:
    top = min((block.depth for block in blocks if block.shape is Shape.HEADING), default=0)
    opening: list[Block] = []
    found: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if block.shape is Shape.HEADING and block.depth == top:
            found.append((block, []))
        else:
            (found[-1][1] if found else opening).append(block)
    return opening, [Stretch(head.text, head.label, head.line, tuple(under)) for head, under in found]


def _cover(opening: Sequence[Block], has_sections: bool) -> tuple[list[Block], list[Block]]:
    """Part what stands before the first section into cover matter and text."""
    if not has_sections or sum(len(word_list(block.text)) for block in opening) > _LONGEST_FRONT:
        return [], list(opening)
    for at, block in enumerate(opening):
        if block.shape is Shape.TABLE or (block.shape is Shape.PARAGRAPH and block.label):
            return list(opening[:at]), list(opening[at:])
    return list(opening), []


def _settle_empty(front: list[Block], stretches: list[Stretch]) -> tuple[list[Block], list[Stretch]]:
    """Put a heading with nothing under it where its words can stand: in the section before, or the cover."""
    out: list[Stretch] = []
    for stretch in stretches:
        if any(block.shape is not Shape.HEADING for block in stretch.blocks):
            out.append(stretch)
            continue
        headings = [
            Block(Shape.HEADING, stretch.heading, stretch.line, 3, label=stretch.label),
            *stretch.blocks,
        ]
        if out:
            out[-1] = replace(out[-1], blocks=(*out[-1].blocks, *headings))
        else:
            front = [*front, *headings]
    return front, out


def _notes(
    name: str, title: Block | None, stretches: Sequence[Stretch], front: Iterable[Block]
) -> list[Note]:
    notes: list[Note] = []
    if title is None:
        notes.append(
            Note(Topic.FRONT, f"no title was found; the name of the file {name} stands in its place")
        )
    if first := next(iter(front), None):
        notes.append(
            Note(Topic.FRONT, "the words outside every section were kept as cover matter", first.line)
        )
    notes += [
        Note(
            Topic.HEADING,
            f"the text has no heading here; {NO_HEADING} is printed until it has one",
            each.line,
        )
        for each in stretches
        if each.heading == NO_HEADING
    ]
    return notes
