"""Read one side of a Word file from top to bottom: its paragraphs with their numbers, and its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protobuild.interchange.docx.formats import formatted
from protobuild.interchange.docx.names import W, child, flattened, inside, number, value
from protobuild.interchange.docx.nodes import Call, Cell, Node, Paragraph, Piece, Table
from protobuild.interchange.docx.numbering import Counter, Numbering, Slot, UnknownFormatError
from protobuild.interchange.docx.package import Package
from protobuild.interchange.docx.runs import Reading, read_runs
from protobuild.interchange.docx.sides import (
    ABSENT,
    Side,
    cell_stands,
    ends_here,
    listed_on,
    merged_on,
    properties_on,
    row_stands,
    width_on,
)
from protobuild.interchange.docx.styles import Styles
from protobuild.model.source import ProtobuildError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WRAPPED = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_CONTENTS = "Table of Contents"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a file that its text is read from."""

    package: Package
    body: Element
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    """Footnotes and endnotes, by kind and id."""
    origins: dict[Element, int]
    """Each paragraph's place in the file, from 1."""


def read_parts(package: Package) -> Parts:
    """Return the parts of a file; raise ProtobuildError when one is damaged."""
    root = package.part(package.main)
    body = child(root, "body")
    if root is None or body is None:
        raise ProtobuildError(
            f"{package.name} holds no text at all.", fix="Check that the file is the right one."
        )
    found = {kind: next((part for _, part in package.beside(kind)), None) for kind in _BESIDE}
    styles = Styles(found["styles"])
    notes = dict(_notes("footnote", found["footnotes"])) | dict(_notes("endnote", found["endnotes"]))
    origins = {each: at for at, each in enumerate(body.iter(W + "p"), 1)}
    return Parts(package, body, styles, Numbering(found["numbering"], styles), notes, origins)


def _notes(kind: str, part: Element | None) -> Iterator[tuple[tuple[str, str], Element]]:
    """Yield the notes of a kind that are an author's; the others are the lines that part them."""
    for each in () if part is None else part.iter(W + kind):
        if value(each, "type") in ("", "normal"):
            yield (kind, value(each, "id")), each


_BESIDE = ("styles", "numbering", "footnotes", "endnotes")


def read_side(parts: Parts, side: Side) -> list[Node]:
    """Return what one side of a file holds.

    Raises ProtobuildError for a number in a format that is not known.
    """
    return _Walk(parts, side).nodes(parts.body)


@dataclass(slots=True)
class _Walk:
    """One reading from top to bottom; lists count and notes are numbered as they come."""

    parts: Parts
    side: Side
    reading: Reading = field(init=False)
    counter: Counter = field(init=False)
    called: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        parts = self.parts
        links = parts.package.related(parts.package.main)
        self.reading = Reading(self.side, parts.styles, links, self._mark)
        self.counter = Counter(parts.numbering)

    def nodes(self, container: Iterable[Element], contents: bool = False) -> list[Node]:
        """Return the paragraphs and tables among elements; the end of what holds them ends the last."""
        out: list[Node] = []
        flowing: Paragraph | None = None  # words whose paragraph does not end on this side
        for element, listed in self._standing(container, contents):
            if element.tag == W + "p":
                flowing = self._paragraph(element, flowing, listed)
                if ends_here(child(element, "pPr"), self.side):
                    out += self._ended(flowing)
                    flowing = None
            elif rows := self._rows(element):
                out += self._remainder(flowing)
                flowing = None
                out.append(Table(rows))
        return [*out, *self._remainder(flowing)]

    def _standing(self, elements: Iterable[Element], contents: bool) -> Iterator[tuple[Element, bool]]:
        """Yield the paragraphs and tables, each with whether it is part of a contents list."""
        for element in elements:
            if element.tag == W + "sdt":
                gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
                yield from self._standing(inside(element), contents or gallery == _CONTENTS)
            elif element.tag in (W + "p", W + "tbl"):
                yield element, contents
            elif element.tag in _WRAPPED:
                if element.tag not in ABSENT[self.side]:
                    yield from self._standing(element, contents)
            elif element.tag in (W + "altChunk", W + "subDoc"):
                raise ProtobuildError(
                    f"{self.parts.package.name} takes in another file, whose words are not in it as text.",
                    fix="Open it in Word, save it once more as a Word Document (.docx), and name that file.",
                )
            else:
                inner = list(flattened([element]))
                if inner != [element]:
                    yield from self._standing(inner, contents)

    def _paragraph(self, element: Element, flowing: Paragraph | None, contents: bool) -> Paragraph:
        """Return the paragraph an element makes, going on with the words that flow into it."""
        properties = properties_on(element, self.side)
        begun = flowing or Paragraph((), None)
        begun.origins += (self.parts.origins.get(element, 0),)
        begun.properties = properties
        begun.contents = begun.contents or contents or self.reading.in_contents
        read_runs(self.reading, element, begun, value(child(properties, "pStyle")))
        begun.contents = begun.contents or self.reading.in_contents
        return begun

    def _ended(self, paragraph: Paragraph) -> list[Node]:
        """Return a paragraph with its number, and below it what hangs on it."""
        self._number(paragraph)
        for call in paragraph.calls:
            paragraph.below += self._note(call, paragraph)
        for box in paragraph.drawn:
            paragraph.below += self.nodes(box)
            paragraph.remarks.append("a text box hangs here; its words stand below the paragraph")
        return [paragraph]

    def _remainder(self, flowing: Paragraph | None) -> list[Node]:
        """Return words whose paragraph never ended; nothing where there are none."""
        return self._ended(flowing) if flowing is not None and flowing.pieces else []

    def _number(self, paragraph: Paragraph) -> None:
        parts, properties = self.parts, paragraph.properties
        paragraph.inset = parts.styles.inset(properties)
        slot = parts.numbering.slot(properties, listed_on(properties, self.side))
        if slot is None:
            return
        level = parts.numbering.level(slot.num, slot.level)
        paragraph.depth = slot.level
        paragraph.bullet = level is not None and level.format == "bullet"
        paragraph.label = self._label(slot, paragraph)
        if level is not None and level.inset is not None:
            paragraph.inset = level.inset

    def _label(self, slot: Slot, paragraph: Paragraph) -> str:
        try:
            return self.counter.label(slot).strip()
        except UnknownFormatError as unknown:
            said = " ".join(paragraph.text.split()[:6])
            raise ProtobuildError(
                f"{self.parts.package.name}: the paragraph “{said} …” has a number in the format"
                f" “{unknown}”, which cannot be worked out.",
                fix="Give its list ordinary numbers or letters in Word, save the file, and try again.",
            ) from None

    def _rows(self, table: Element) -> list[list[Cell]]:
        rows = [each for each in flattened(table) if each.tag == W + "tr" and row_stands(each, self.side)]
        return [cells for row in rows if (cells := self._cells(row))]

    def _cells(self, row: Element) -> list[Cell]:
        out = [Cell([])] * (number(child(row, "trPr", "gridBefore")) or 0)
        for cell in flattened(row):
            if cell.tag == W + "tc" and cell_stands(cell, self.side):
                nodes = self.nodes(cell)
                merged = merged_on(cell, self.side) and not any(_has_words(node) for node in nodes)
                width = width_on(cell, self.side)
                out.append(Cell([] if merged else nodes, max(1, min(width, 60))))
        return out

    def _mark(self, name: str, reference: Element) -> str:
        """Return the mark of a note; empty where the text writes its own."""
        if value(reference, "customMarkFollows") in ("1", "true", "on"):
            return ""
        self.called[name] = self.called.get(name, 0) + 1
        format = "lowerRoman" if name.startswith("end") else "decimal"
        return formatted(self.called[name], format) or str(self.called[name])

    def _note(self, call: Call, caller: Paragraph) -> list[Node]:
        """Return what a footnote or endnote says, its mark before it."""
        note = self.parts.notes.get((call.kind, call.id))
        nodes = [] if note is None else self.nodes(note)
        if call.mark and nodes and isinstance(first := nodes[0], Paragraph):
            first.pieces.insert(0, Piece(f"[{call.mark}] "))
        caller.remarks.append(f"{call.kind} {call.mark} stands below the paragraph that calls it")
        return nodes


def _has_words(node: Node) -> bool:
    return isinstance(node, Table) or bool(node.text.strip())
