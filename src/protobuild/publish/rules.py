"""Rules: what a page must have, so that its PDF can be followed by whoever hears it."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.publish.drawn import Thing
from protobuild.publish.faults import PdfFaultError
from protobuild.publish.structure import Structure, Tag

BUNDLED = ("Source-Sans-3", "Signs")


def check_rules(made: Structure, pdf: Thing) -> None:
    """Raise `PdfFaultError` where a title, a language or a picture's words are missing or a heading skipped.

    WeasyPrint says nothing of most of these, and a PDF without them is no PDF/UA.
    """
    faults = [*_document(pdf), *_headings(made.root), *_pictures(made.root), *_fonts(pdf)]
    if faults:
        raise PdfFaultError("; ".join(faults))


def _document(pdf: Thing) -> Iterator[str]:
    if "Title" not in pdf.info:
        yield "the page has no title"
    if "Lang" not in pdf.catalog:
        yield "the page does not name its language"


def _headings(root: Tag) -> Iterator[str]:
    """Yield every heading more than one step below the heading before it."""
    before = 0
    for tag in _all(root):
        if tag.kind[0] == "H" and tag.kind[1:].isdigit():
            level = int(tag.kind[1:])
            if level > before + 1:
                words = "".join(piece.text for piece in tag.words())
                yield f"the heading “{words}” skips a level: {tag.kind} after H{before}"
            before = level


def _pictures(root: Tag) -> Iterator[str]:
    for tag in _all(root):
        if tag.kind == "Figure" and not (tag.element.get("alt") or "").strip():
            yield f"the picture {tag.element.get('src', '')[:60]} has no words that say what it shows"


def _fonts(pdf: Thing) -> Iterator[str]:
    """Yield every font that is none of ours: on another computer the PDF would look otherwise."""
    fonts = (item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Font")
    names = sorted({str(font["BaseFont"]) for font in fonts if "BaseFont" in font})
    strange = [name for name in names if not any(ours in name for ours in BUNDLED)]
    yield from (f"the font {name} is not bundled" for name in strange)


def _all(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _all(kid)
