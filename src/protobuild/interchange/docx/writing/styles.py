"""Styles: the look of a Word file, with the headings, lists and captions that Word itself knows."""

from __future__ import annotations

from collections.abc import Iterable

from protobuild.interchange.docx.writing.entry_styles import Style, of_entry
from protobuild.interchange.docx.writing.fixed_styles import DEFAULTS, FURNISHED, RUNNING, fixed
from protobuild.interchange.docx.writing.look import linked_to
from protobuild.interchange.docx.writing.names import BULLETED, CELL, COLUMN, LISTED, shape_of, style_id
from protobuild.interchange.docx.writing.numbering import Auto, Numbering
from protobuild.interchange.docx.writing.xml import W, attribute, part
from protobuild.model.outline import Kind

BUILT_IN = (
    "Title",
    "heading",
    "List Bullet",
    "List Continue",
    "Quote",
    "caption",
    "header",
    "footer",
    "toc",
    "annotation",
)


def list_of(style: Style, numbering: Numbering) -> Auto | None:
    """Return the list a style is linked to; None where that list numbers nothing in this file."""
    shape = shape_of(style.name)
    if shape is None or style.name.startswith((COLUMN, LISTED, CELL)):
        return None
    bulleted = style.name.startswith(BULLETED) or shape[0] is Kind.BULLET
    home = linked_to(*shape, labelled=not bulleted)
    if home is None or (not bulleted and numbering.levels[home.ilvl] is None):
        return None
    return home


def write_style(style: Style, numbering: Numbering) -> str:
    """Return a paragraph style as it stands in the file."""
    home = list_of(style, numbering)
    numbered = (
        f'<w:numPr><w:ilvl w:val="{home.ilvl}"/><w:numId w:val="{home.num}"/></w:numPr>' if home else ""
    )
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    properties = style.keep + numbered + style.paragraph + outline
    follows = f'<w:next w:val="{style_id(style.follows)}"/>' if style.follows else ""
    return (
        f'<w:style w:type="paragraph"{_custom(style.name)} w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{attribute(style.name)}"/><w:basedOn w:val="{style_id(style.based)}"/>{follows}'
        f"{'<w:qFormat/>' if style.quick else ''}"
        f"{f'<w:pPr>{properties}</w:pPr>' if properties else ''}"
        f"{f'<w:rPr>{style.run}</w:rPr>' if style.run else ''}</w:style>"
    )


def _custom(name: str) -> str:
    return "" if name.startswith(BUILT_IN) else ' w:customStyle="1"'


def wanted(used: Iterable[str], numbering: Numbering) -> list[tuple[str, str]]:
    """Return all styles of a file, by name, the fixed ones first."""
    base = numbering.column
    names = sorted({*used, "Protocol Paragraph"} - {style.name for style in FURNISHED})
    made = [of_entry(name, base) for name in names]
    paragraphs = [*FURNISHED, *RUNNING, *made]
    return [*fixed(), *((style.name, write_style(style, numbering)) for style in paragraphs)]


def write_styles(used: Iterable[str], numbering: Numbering) -> bytes:
    """Return the part of the file that holds the styles."""
    body = DEFAULTS + "".join(style for _, style in wanted(used, numbering))
    return part("w:styles", body, ("w", W))
