"""Finish: what WeasyPrint leaves undone in a PDF: change bars, words for links, tags for changes.

It reads private parts of WeasyPrint 70 (`Page._page_box`, `pdf.tags._build_box_tree`), and nothing else
in the project does. A test draws one page and fails loudly should a later version move them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Box = Any  # WeasyPrint has no types
Tag = Any
Thing = Any

POINTS = 0.75  # of a CSS pixel
GAP = 4.0  # CSS pixels between the lines of one bar
LEFT = 18.0  # CSS pixels between the bar and the text area
WIDTH = 2.2

DECORATION = {"ins": "Underline", "del": "LineThrough"}


@contextmanager
def tagged(tags: Thing) -> Iterator[list[tuple[Box, Tag]]]:
    """Collect which tag WeasyPrint's `pdf.tags` makes for which box while a PDF is written."""
    made: list[tuple[Box, Tag]] = []
    build = tags._build_box_tree

    def recording(box: Box, *rest: Thing) -> Iterator[Tag]:
        for tag in build(box, *rest):
            made.append((box, tag))
            yield tag

    tags._build_box_tree = recording
    try:
        yield made
    finally:
        tags._build_box_tree = build


def finish(document: Thing, pdf: Thing, made: list[tuple[Box, Tag]]) -> None:
    """Draw change bars, name links by their text and tag inserted and deleted words as such."""
    sheets = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]
    for page, sheet in zip(document.pages, sheets, strict=True):
        _draw_bars(page._page_box, sheet, pdf)
        for box in _boxes(page._page_box):
            _name_link(box)
    for box, tag in made:
        _tag_change(box, tag)
    _gather_bodies({tag.reference: tag for _, tag in made}, pdf)


def _boxes(box: Box) -> Iterator[Box]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(getattr(child, "_box", child))


def _words(box: Box) -> str:
    if hasattr(box, "text"):
        return str(box.text)
    return "".join(_words(child) for child in getattr(box, "children", ()))


def _name_link(box: Box) -> None:
    """Say a link's own words to whoever hears it, not the name of its anchor."""
    from pydyf import String  # type: ignore[import-untyped]

    annotation = getattr(box, "link_annotation", None)
    words = "" if annotation is None else _words(box).strip()
    if annotation is not None and words:
        annotation["Contents"] = String(words)


def _tag_change(box: Box, tag: Tag) -> None:
    from pydyf import Dictionary

    decoration = DECORATION.get(box.element_tag or "")
    if decoration and tag.get("S") == "/NonStruct":
        tag["S"] = "/Span"
        tag["A"] = Dictionary({"O": "/Layout", "TextDecorationType": f"/{decoration}"})
    elif box.element_tag == "th" and tag.get("S") == "/TH" and box.element is not None:
        tag["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"


def _gather_bodies(tags: dict[bytes, Tag], pdf: Thing) -> None:
    """Put what lies loose in a list item into its body, where PDF/UA wants it."""
    from pydyf import Array, Dictionary

    for item in [tag for tag in tags.values() if tag.get("S") == "/LI"]:
        kinds = {kid: tags.get(kid, {}).get("S") for kid in item["K"]}
        if set(kinds.values()) <= {"/Lbl", "/LBody"}:
            continue
        loose = [kid for kid in item["K"] if kinds[kid] != "/Lbl"]
        kept = {"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference}
        body = Dictionary({**kept, "K": Array(loose)})
        pdf.add_object(body)
        for tag in (tags[kid] for kid in loose if kid in tags):
            tag["P"] = body.reference
            tag["S"] = "/Div" if tag["S"] == "/LBody" else tag["S"]
        item["K"] = Array([*(kid for kid in item["K"] if kinds[kid] == "/Lbl"), body.reference])


def _draw_bars(page_box: Box, sheet: Thing, pdf: Thing) -> None:
    from pydyf import Array, Stream

    spans = joined(changed_lines(page_box))
    if not spans:
        return
    left = (page_box.margin_left - LEFT) * POINTS
    stream = Stream(compress=True)
    stream.begin_marked_content("Artifact")
    stream.push_state()
    stream.set_line_width(WIDTH * POINTS)
    stream.set_color_rgb(0, 0, 0, stroke=True)
    for top, bottom in spans:
        stream.move_to(left, top * POINTS)
        stream.line_to(left, bottom * POINTS)
        stream.stroke()
    stream.pop_state()
    stream.end_marked_content()
    pdf.add_object(stream)
    sheet["Contents"] = Array([sheet["Contents"], stream.reference])


def changed_lines(page_box: Box) -> list[tuple[float, float]]:
    """Return top and bottom, in CSS pixels, of the marked text's lines that hold a change."""
    return [
        (line.position_y, line.position_y + line.height)
        for main in _boxes(page_box)
        if _is(main, "main", "marked") and main.element_tag == "main"
        for line in _lines(main)
    ]


def _lines(box: Box) -> Iterator[Box]:
    if _is(box, "div", "note"):
        return
    children = [getattr(child, "_box", child) for child in getattr(box, "children", ())]
    if type(box).__name__ == "LineBox":
        if any(_changes(child) for child in children):
            yield box
        return
    for child in children:
        yield from _lines(child)


def _changes(box: Box) -> bool:
    """Return whether a box holds changed words; a new number alone is no change."""
    if _is(box, "span", "num"):
        return False
    if _is(box, "span", "pill") or _is(box, "span", "looks"):
        return True
    if box.element_tag in DECORATION and not _is(box, box.element_tag, "quiet"):
        return True
    return any(_changes(getattr(child, "_box", child)) for child in getattr(box, "children", ()))


def _is(box: Box, tag: str, name: str) -> bool:
    if box.element is None or box.element.tag != tag:
        return False
    return name in (box.element.get("class") or "").split()


def joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the spans with those that touch drawn as one.

    >>> joined([(0, 10), (11, 20), (40, 50)])
    [(0, 20), (40, 50)]
    """
    out: list[tuple[float, float]] = []
    for top, bottom in sorted(spans):
        if out and top - out[-1][1] <= GAP:
            out[-1] = (out[-1][0], max(bottom, out[-1][1]))
        else:
            out.append((top, bottom))
    return out
