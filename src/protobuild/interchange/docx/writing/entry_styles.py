"""Entry styles: what paragraphs look like, by the kind and the level of their entry."""

from __future__ import annotations

from dataclasses import dataclass

from protobuild.interchange.docx.writing.look import indent, left_of
from protobuild.interchange.docx.writing.names import CELL, COLUMN, shape_of
from protobuild.interchange.docx.writing.numbering import STEP
from protobuild.model.outline import Kind

INK = "14568F"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style."""

    name: str
    based: str = "Normal"
    follows: str = ""
    """The style of the paragraph typed after it; its own when empty."""
    paragraph: str = ""
    """Properties after the numbering, in Word's order."""
    keep: str = ""
    """Properties before the numbering: what it keeps together with."""
    run: str = ""
    outline: int | None = None
    quick: bool = True


def sized(points: float, *more: str) -> str:
    """Return properties of a run in that size."""
    return "".join(more) + f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


BOLD, ITALIC, COLOUR = "<w:b/>", "<w:i/>", f'<w:color w:val="{INK}"/>'
KEEP = "<w:keepNext/><w:keepLines/>"


def spaced(before: int, after: int) -> str:
    """Return the space before and after a paragraph."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def of_entry(name: str, base: int) -> Style:
    """Return the style of entries; `base` is where the words of numbered paragraphs begin."""
    shape = shape_of(name)
    assert shape is not None, name  # noqa: S101 - names are made by style_name
    kind, level = shape
    if name.startswith(COLUMN):
        return Style(name, keep="<w:keepNext/>", paragraph=spaced(40, 40), run=sized(10, BOLD))
    if name.startswith(CELL):
        return _in_cell(name, kind, level)
    return _of_kind(name, kind, level, base)


def _in_cell(name: str, kind: Kind, level: int) -> Style:
    """Return the style of what hangs on the words of a cell: nothing is indented but a list."""
    listed = 284 if kind in (Kind.ITEM, Kind.BULLET) else 0
    return Style(
        name, paragraph=spaced(40, 40) + indent(listed + max(0, level - 6) * 284, listed), run=sized(10)
    )


def _of_kind(name: str, kind: Kind, level: int, base: int) -> Style:
    here, outer = left_of(level, base), left_of(level - 1, base)
    match kind:
        case Kind.TITLE:
            return Style(name, keep=KEEP, paragraph=spaced(0, 240), run=sized(26, BOLD, COLOUR))
        case Kind.SECTION:
            hang = indent(base, base)
            return Style(
                name,
                follows="Protocol Paragraph",
                keep=KEEP,
                paragraph=spaced(360, 120) + hang,
                run=sized(15, BOLD, COLOUR),
                outline=level - 1,
            )
        case Kind.SUBHEADING:
            return Style(
                name,
                follows="Protocol Paragraph",
                keep=KEEP,
                paragraph=spaced(240, 80) + indent(outer if level > 2 else 0),
                run=sized(12, BOLD, COLOUR),
                outline=min(8, level - 1),
            )
        case Kind.PARAGRAPH:
            return Style(name, paragraph=spaced(0, 140) + indent(here, base))
        case Kind.ITEM | Kind.BULLET:
            return Style(name, paragraph=spaced(0, 100) + indent(here, STEP))
        case Kind.QUOTATION:
            return Style(name, paragraph=spaced(60, 120) + indent(outer + STEP // 2, right=STEP), run=ITALIC)
        case Kind.ATTRIBUTION:
            return Style(name, paragraph=spaced(0, 160) + indent(outer + STEP // 2), run=sized(10))
        case Kind.TABLE:
            return Style(name, keep=KEEP, paragraph=spaced(200, 80), run=sized(10, BOLD, COLOUR))
        case Kind.CELL | Kind.ROW | Kind.HEADER:
            return Style(name, paragraph=spaced(40, 40), run=sized(10))
        case Kind.SIGNATURE:
            return Style(name, keep="<w:keepLines/>", paragraph=spaced(480, 120) + indent(outer))
        case _:
            return Style(name, paragraph=spaced(0, 140) + indent(outer if level > 1 else 0))
