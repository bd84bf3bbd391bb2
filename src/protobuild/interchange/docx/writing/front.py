"""Front: what stands before and after the text: cover, contents, last line, and the table of what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protobuild.interchange.docx.writing.names import END_SAYS, FURNITURE, style_id
from protobuild.interchange.docx.writing.runs import field_of, said_in
from protobuild.interchange.docx.writing.tables import opening
from protobuild.interchange.docx.writing.xml import attribute
from protobuild.model.outline import Cover, Outline, Side
from protobuild.model.redlined import Fate, Redlined
from protobuild.model.saying import spoken

NOT_IN_FORCE = {
    "draft": "This is a draft. It is not in force.",
    "proposed": "This text is proposed. It is not in force.",
    "recommended": "This text is recommended to Council. It is not in force.",
    "not yet in force": "This text has been adopted. It is not yet in force.",
    "superseded": "This text has been superseded. It is no longer in force.",
    "withdrawn": "This text was withdrawn. It is not in force.",
}
SHOWS_CHANGES = "This copy shows changes. It is not the text in force."


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents."""

    words: str
    bookmark: str


def furnished(words: str, sort: str = "", inner: str = "") -> str:
    """Return a paragraph that is no part of the text."""
    style = style_id(f"{FURNITURE} {sort}".strip())
    said = inner or f"<w:r>{said_in(words)}</w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{said}</w:p>'


def above(cover: Cover) -> str:
    """Return what stands over the title: the council and the place in its constitution."""
    parts = (("council", council_of(cover)), ("place", cover.place))
    return "".join(furnished(words, sort) for sort, words in parts if words)


def council_of(cover: Cover) -> str:
    """Return the council's name; one in square brackets only holds a place."""
    name = cover.council.strip()
    return "" if name.startswith("[") and name.endswith("]") else name


def below(outline: Outline) -> str:
    """Return what stands under the title: its standing, and which texts are compared."""
    warning = standing(outline)
    stands = furnished(warning, "standing") if warning else ""
    return stands + "".join(_fact(label, words) for label, words in _facts(outline))


def standing(outline: Outline) -> str:
    """Return what every page of a text that is not in force says; empty for one that is."""
    return SHOWS_CHANGES if outline.last else NOT_IN_FORCE.get(outline.cover.status, "")


def _fact(label: str, words: str) -> str:
    said = f"<w:r><w:rPr><w:b/></w:rPr>{said_in(f'{label}: ')}</w:r><w:r>{said_in(words)}</w:r>"
    return furnished("", "fact", said)


def _facts(outline: Outline) -> Iterator[tuple[str, str]]:
    cover, sides = outline.cover, outline.sides
    if outline.last:
        later = ["New text"] if len(sides) == 2 else [f"Round {chr(64 + n)}" for n in range(1, len(sides))]
        yield from zip(["Old text", *later], map(_named, sides), strict=True)
        return
    if cover.adopted or cover.body:
        day = spoken(cover.adopted) if cover.adopted else ""
        yield "Adopted", ", ".join(part for part in (day, cover.body) if part)
    if cover.in_force:
        yield "In force from", spoken(cover.in_force)
    if cover.review_due:
        yield "Review due", cover.review_due
    if sides and sides[0].ref:
        yield "Check mark of the text", sides[0].ref


def _named(side: Side) -> str:
    return f"{side.label} ({side.ref})" if side.ref else side.label


def contents(headings: Sequence[Heading]) -> str:
    """Return the contents as a field of links; page numbers are worked out when Word opens the file."""
    if not headings:
        return ""
    lines = [_line(heading) for heading in headings]
    start, end = field_of(' TOC \\o "1-1" \\h \\z \\u ', "\0", dirty=True).split("\0")
    first = '<w:p><w:pPr><w:pStyle w:val="Toc1"/></w:pPr>'
    inner = [f"{first}{line}</w:p>" for line in lines]
    inner[0] = inner[0].replace(first, first + start, 1)
    inner[-1] = inner[-1].removesuffix("</w:p>") + end + "</w:p>"
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{furnished('Contents', 'heading')}{''.join(inner)}"
        "</w:sdtContent></w:sdt>"
    )


def _line(heading: Heading) -> str:
    said = f"<w:r>{said_in(heading.words)}</w:r>"
    return f'<w:hyperlink w:anchor="{attribute(heading.bookmark)}" w:history="1">{said}</w:hyperlink>'


def last_line() -> str:
    """Return the paragraph that ends the text and never changes."""
    return furnished(END_SAYS, "end")


COLUMNS = ("Old", "New", "What became of it", "How it begins")


WIDTHS = (1100, 1100, 1900, 4970)
"""How wide they are."""


def whereabouts(redlined: Redlined) -> str:
    """Return where every paragraph went whose number or place changed; empty where none did."""
    rows = [
        (row.old, ", ".join(row.new), row.fate.value, row.words)
        for row in redlined.concordance
        if row.fate not in (Fate.KEPT, Fate.REWORDED) or row.new not in ((row.old,), ())
    ]
    if not rows:
        return ""
    head = _row(COLUMNS, "column", header=True)
    body = "".join(_row(row, "cell") for row in rows)
    table = f"{opening(WIDTHS, 'Where paragraphs went')}{head}{body}</w:tbl>"
    said = furnished("Where paragraphs went", "heading")
    return said + furnished("Old and new numbers", "caption") + table + furnished("End of the table", "end")


def _row(cells: Sequence[str], sort: str, *, header: bool = False) -> str:
    mark = "<w:tblHeader/>" if header else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{furnished(words, sort)}</w:tc>'
        for words, width in zip(cells, WIDTHS, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inner}</w:tr>"
