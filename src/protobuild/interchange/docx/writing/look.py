"""Look: the style, list and indentation of a paragraph, as its properties in the file."""

from __future__ import annotations

from dataclasses import dataclass

from protobuild.interchange.docx.writing.names import CELL, COLUMN, style_id, style_name
from protobuild.interchange.docx.writing.numbering import (
    BULLETED,
    BULLETS,
    MAIN,
    NUMBERS,
    STEP,
    Auto,
    Label,
    Numbering,
    ilvl_of,
)
from protobuild.interchange.docx.writing.sides import Face
from protobuild.model.outline import Kind


@dataclass(frozen=True, slots=True)
class Look:
    """What paragraphs of one sort look like."""

    style: str
    """The name of the style."""
    auto: Auto | None = None
    """The list it is numbered in; None for none."""
    linked: bool = False
    """Whether its style alone says that."""
    unlisted: bool = False
    """Whether its style would number it, and must not."""
    indent: str = ""
    """Its own indentation, where its style has another one or none."""

    def properties(self, *, explicit: bool = False) -> str:
        """Return the properties; `explicit` names the list even where the style does."""
        out = f'<w:pStyle w:val="{style_id(self.style)}"/>'
        if self.auto and (explicit or not self.linked):
            out += f'<w:numPr><w:ilvl w:val="{self.auto.ilvl}"/><w:numId w:val="{self.auto.num}"/></w:numPr>'
        elif self.unlisted:
            out += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return out + self.indent


def linked_to(kind: Kind, level: int, *, labelled: bool) -> Auto | None:
    """Return the list to which such a style is linked, by the level at which it commonly lies."""
    face = Face(kind, level, "1" if labelled else "")
    if not labelled:
        return (
            Auto(BULLETED if kind is Kind.ITEM else BULLETS, ilvl_of(face))
            if kind in (Kind.ITEM, Kind.BULLET)
            else None
        )
    at_home = {Kind.SECTION: level == 1, Kind.PARAGRAPH: level == 2, Kind.ITEM: level >= 3}
    return Auto(MAIN, ilvl_of(face)) if at_home.get(kind, False) else None


def look_of(
    face: Face, label: Label, numbering: Numbering, *, in_cell: bool = False, column: bool = False
) -> Look:
    """Return how a paragraph looks that begins such an entry; `column` is a cell that names a column."""
    if column and face.kind is Kind.CELL:
        return Look(COLUMN if face.level == 5 else f"{COLUMN} {face.level - 4}")
    labelled = bool(label) and not (isinstance(label, Auto) and label.num in (BULLETS, BULLETED))
    style = style_name(face.kind, face.level, labelled=labelled)
    if in_cell and face.kind is not Kind.CELL:
        style = CELL + style
    home = linked_to(face.kind, face.level, labelled=labelled or face.kind in (Kind.SECTION, Kind.PARAGRAPH))
    active = (
        not in_cell and home is not None and (home.num != MAIN or numbering.levels[home.ilvl] is not None)
    )
    if isinstance(label, Auto):
        return Look(style, label, linked=active and label == home)
    own = ""
    if active or (face.kind in NUMBERS and not label):
        own = _typed_indent(face, numbering.column, hanging=bool(label))
    return Look(style, unlisted=active, indent="" if in_cell else own)


def _typed_indent(face: Face, column: int, *, hanging: bool) -> str:
    """Return the indentation of what Word does not number: its lines hang behind a number that is typed."""
    left = left_of(max(2, face.level), column)
    step = (column if face.level <= 2 else STEP) if hanging else 0
    return indent(left, step, explicit=True)


def left_of(level: int, column: int) -> int:
    """Return where the words of a level begin: those of a paragraph after the numbers, others further in."""
    return column + max(0, level - 2) * STEP if level >= 2 else 0


def indent(left: int, hanging: int = 0, right: int = 0, *, explicit: bool = False) -> str:
    """Return an indentation; one of nothing is left out, unless it is to take the place of another."""
    if not (left or hanging or right or explicit):
        return ""
    more = f' w:right="{right}"' if right else ""
    first = f' w:hanging="{hanging}"' if hanging else ' w:firstLine="0"' if explicit else ""
    return f'<w:ind w:left="{left}"{more}{first}/>'
