"""What one side of a Word file holds, in its order: paragraphs with their words and numbers, and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STRONG, EMPHASIS = "strong", "emphasis"
UNDERLINED, STRUCK, HIDDEN = "underlined", "struck", "hidden"
PLAIN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph that look one way."""

    text: str
    """A tab is a tab in it, a forced line break a newline."""
    look: frozenset[str] = PLAIN
    href: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as one side shows it."""

    origins: tuple[int, ...]
    """Which paragraphs of the file it is made of, counted from 1."""
    properties: Element | None
    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    """Its automatic number or bullet."""
    bullet: bool = False
    depth: int = 0
    """How deep it lies in its list."""
    inset: int = 0
    calls: list[Call] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)
    """The text boxes that hang on it."""
    below: list[Node] = field(default_factory=list)
    """What its notes and text boxes say."""
    remarks: list[str] = field(default_factory=list)
    """What it holds beside words, such as a picture."""
    contents: bool = False
    """Whether it is part of a contents list."""

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Call:
    """A reference to a footnote or an endnote."""

    kind: str
    id: str
    mark: str


@dataclass(slots=True)
class Cell:
    """A cell of a table."""

    nodes: list[Node]
    width: int = 1
    """How many columns it lies over."""


@dataclass(slots=True)
class Table:
    """A table: rows of cells."""

    rows: list[list[Cell]]


Node = Paragraph | Table
