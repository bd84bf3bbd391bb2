"""Lists: the numbering of a file, one list of many levels linked to the styles, and its fresh beginnings."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.interchange.docx.writing.names import style_id, style_name
from protobuild.interchange.docx.writing.numbering import (
    BULLETED,
    BULLETS,
    COLUMN,
    DEEPEST,
    MAIN,
    STEP,
    Num,
    Numbering,
)
from protobuild.interchange.docx.writing.shapes import Shape
from protobuild.interchange.docx.writing.xml import W, part
from protobuild.model.outline import Kind

SIGN = ("•", "–")
"""Bullets by level, in turn."""


def write_lists(numbering: Numbering, used: frozenset[str]) -> bytes:
    """Return the part of the file that holds the lists; styles that are not used are not named."""
    body = "".join((*abstracts(numbering, used), *map(_num, numbering.nums)))
    return part("w:numbering", body, ("w", W))


def abstracts(numbering: Numbering, used: frozenset[str]) -> Iterator[str]:
    """Yield the lists themselves."""
    levels = "".join(_numbers(ilvl, shape, used) for ilvl, shape in enumerate(numbering.levels))
    yield _abstract(MAIN, levels)
    yield _abstract(BULLETS, "".join(_bullet(ilvl, Kind.BULLET, used) for ilvl in range(DEEPEST + 1)))
    yield _abstract(BULLETED, "".join(_bullet(ilvl, Kind.ITEM, used) for ilvl in range(DEEPEST + 1)))
    for at, shape in enumerate(numbering.others, BULLETED + 1):
        yield _abstract(
            at, "".join(_level(ilvl, shape.format, shape.word_text(ilvl)) for ilvl in range(DEEPEST + 1))
        )


def _abstract(id: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="50420{id:03X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="50421{id:03X}"/>{levels}</w:abstractNum>'
    )


def _numbers(ilvl: int, shape: Shape | None, used: frozenset[str]) -> str:
    if shape is None:
        return _level(ilvl, "none", "")
    kind = (Kind.SECTION, Kind.PARAGRAPH)[ilvl] if ilvl < 2 else Kind.ITEM
    return _level(ilvl, shape.format, shape.word_text(ilvl), style_name(kind, ilvl + 1), used)


def _bullet(ilvl: int, kind: Kind, used: frozenset[str]) -> str:
    style = style_name(kind, ilvl + 3, labelled=False)
    return _level(ilvl, "bullet", SIGN[ilvl % len(SIGN)], style, used, at=ilvl + 2)


def _level(
    ilvl: int,
    form: str,
    text: str,
    style: str = "",
    used: frozenset[str] = frozenset(),
    at: int | None = None,
) -> str:
    place = ilvl if at is None else at
    left = COLUMN + max(0, place - 1) * STEP
    hanging = COLUMN if place < 2 else STEP
    linked = f'<w:pStyle w:val="{style_id(style)}"/>' if style in used else ""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _num(num: Num) -> str:
    begin = (
        f'<w:lvlOverride w:ilvl="{num.ilvl}"><w:startOverride w:val="{num.start}"/></w:lvlOverride>'
        if num.start is not None
        else ""
    )
    return f'<w:num w:numId="{num.id}"><w:abstractNumId w:val="{num.abstract}"/>{begin}</w:num>'
