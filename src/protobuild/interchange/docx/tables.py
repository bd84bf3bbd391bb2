"""Read the tables of a Word file as rows of Markdown cells, as many in each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protobuild.interchange.docx.nodes import STRONG, Cell, Node, Paragraph, Table
from protobuild.interchange.docx.phrases import phrased, seen, words_of
from protobuild.interchange.prose import Part, compose


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    words: str
    """All its words, in their order."""
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[str, ...] = ()


def read_rows(table: Table) -> list[Row]:
    """Return the rows of a table, the headings first; a cell over several columns stands in the first."""
    return [_row(cells, first=number == 0) for number, cells in enumerate(table.rows)]


def _row(cells: list[Cell], *, first: bool) -> Row:
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    remarks: list[str] = []
    for cell in cells:
        held = list(_paragraphs(cell.nodes))
        texts += [compose([part for each in held if (part := _part(each, first))]), *[""] * (cell.width - 1)]
        paragraphs += held
        if cell.width > 1:
            remarks.append(f"a cell lies over {cell.width} columns; its words stand in the first of them")
        if any(isinstance(node, Table) for node in cell.nodes):
            remarks.append("a table inside a cell was kept as paragraphs of the cell")
    words = " ".join(said for each in paragraphs if (said := _said(each)))
    return Row(tuple(texts), words, tuple(paragraphs), tuple(remarks))


def _paragraphs(nodes: list[Node]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, and of what hangs on them or lies inside."""
    for node in nodes:
        if isinstance(node, Table):
            for row in node.rows:
                for cell in row:
                    yield from _paragraphs(cell.nodes)
        else:
            yield node
            yield from _paragraphs(node.below)


def _part(paragraph: Paragraph, plainly: bool) -> Part | None:
    pieces = seen(paragraph.pieces)
    if plainly:
        pieces = [replace(piece, look=piece.look - {STRONG}) for piece in pieces]
    text = phrased(pieces)
    if paragraph.bullet and text:
        return Part("bullet", text, paragraph.depth)
    label = "" if paragraph.bullet else paragraph.label
    return Part("paragraph", f"{label} {text}".strip()) if label or text else None


def _said(paragraph: Paragraph) -> str:
    label = "" if paragraph.bullet else paragraph.label
    return f"{label} {words_of(seen(paragraph.pieces))}".strip()
