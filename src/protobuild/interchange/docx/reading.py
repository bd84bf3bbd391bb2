"""Read a Word file as a source for an import: one side of it, or both where changes are tracked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from protobuild.interchange.blocks import Block, Shape
from protobuild.interchange.docx.blocks import Gathered, gather_blocks
from protobuild.interchange.docx.nodes import Node, Table
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.phrases import seen, words_of
from protobuild.interchange.docx.revisions import comments, tracked
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import Parts, read_parts, read_side
from protobuild.interchange.notes import LeftOut, Note, Topic
from protobuild.interchange.text import Source
from protobuild.model.saying import spoken

__all__ = ["Side", "WordSource", "read_docx", "side_of"]

_LONGEST_TITLE = 100
_NOISE = (("header", "page header"), ("footer", "page footer"))


@dataclass(frozen=True, slots=True)
class WordSource:
    """One side of a Word file."""

    source: Source
    origins: Mapping[int, tuple[int, ...]]
    """Which paragraphs of the file each place comes from."""


def read_docx(name: str, data: bytes, side: Side = Side.NEW) -> Source:
    """Return one side of a Word file as blocks; raise ProtobuildError when it cannot be read."""
    return side_of(read_parts(open_package(name, data)), side).source


def side_of(parts: Parts, side: Side) -> WordSource:
    """Return one side of an opened file."""
    gathered = gather_blocks(parts.styles, read_side(parts, side))
    blocks, notes = _titled(gathered)
    said = _comments(parts, gathered)
    source = Source(
        parts.package.name,
        tuple(blocks),
        gathered.lines,
        (*gathered.left_out, *_around(parts, side)),
        (*notes, *gathered.notes, *said),
        literal=True,
        unit="paragraph",
        tracked=tracked(parts),
    )
    return WordSource(source, gathered.origins)


def _comments(parts: Parts, gathered: Gathered) -> Iterator[Note]:
    """Yield a note for each comment: its words are no part of the text."""
    line_of = {origin: line for line, origins in gathered.origins.items() for origin in origins}
    for comment in comments(parts):
        line = next((line_of[origin] for origin in comment.origins if origin in line_of), 0)
        when = f" on {spoken(comment.date)}" if comment.date else ""
        yield Note(Topic.COMMENT, f"{comment.author or 'somebody'}{when}: “{comment.text}”", line)


def _titled(gathered: Gathered) -> tuple[list[Block], list[Note]]:
    """Return the blocks with their title marked, where styles mark the headings but not the title."""
    blocks = gathered.blocks
    first = blocks[0] if blocks else None
    if first is None or not gathered.marked or any(_is_title(block) for block in blocks):
        return blocks, []
    if first.shape is Shape.HEADING:
        alone = [block.depth for block in blocks if block.shape is Shape.HEADING].count(first.depth) == 1
        highest = all(block.depth >= first.depth for block in blocks if block.shape is Shape.HEADING)
        if first.label or not (alone and highest and len(blocks) > 1):
            return blocks, []
        return [replace(first, depth=1), *blocks[1:]], []
    text = first.text.replace("*", "")
    if first.shape is not Shape.PARAGRAPH or first.label or len(text) > _LONGEST_TITLE or text[-1] in ".:;,":
        return blocks, []
    said = f"taken for a title (the first line, short and without a full stop): “{text}”"
    return [replace(first, shape=Shape.HEADING, text=text, depth=1), *blocks[1:]], [
        Note(Topic.HEADING, said, first.line, "medium")
    ]


def _is_title(block: Block) -> bool:
    return block.shape is Shape.HEADING and block.depth == 1


def _around(parts: Parts, side: Side) -> Iterator[LeftOut]:
    """Yield the words above and below the pages, each once."""
    for kind, reason in _NOISE:
        said = (_words(read_side(replace(parts, body=root), side)) for _, root in parts.package.beside(kind))
        for words in dict.fromkeys(said):
            if words:
                yield LeftOut(0, words, reason)


def _words(nodes: list[Node]) -> str:
    out: list[str] = []
    for node in nodes:
        if isinstance(node, Table):
            out += [_words(cell.nodes) for row in node.rows for cell in row]
        else:
            out += [words_of(seen(node.pieces)), _words(node.below)]
    return " ".join(words for words in out if words)
