"""Bars: a stroke in the margin beside every line of the marked text that holds a change."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.publish.drawn import Box, Page, Thing, inside, is_line, is_shown, text_of

POINTS = 0.75  # of a CSS pixel
GAP = 4.0  # CSS pixels between the lines of one bar
LEFT = 18.0  # CSS pixels between the bar and the text area
WIDTH = 2.2


def draw_bars(pages: list[Page], pdf: Thing) -> None:
    """Draw the change bars of all pages, as furniture that no reader software meets."""
    for page, number in zip(pages, pdf.pages["Kids"][::3], strict=True):
        _draw(page, pdf.objects[number], pdf)


def _draw(page: Page, sheet: Thing, pdf: Thing) -> None:
    from pydyf import Array, Stream  # type: ignore[import-untyped]

    spans = joined(changed_lines(page.box))
    if not spans:
        return
    left = (page.box.margin_left - LEFT) * POINTS
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
        for main in _marked(page_box)
        for line in _lines(main)
        if any(map(_changes, inside(line)))
    ]


def _marked(box: Box) -> Iterator[Box]:
    if is_shown(box, "main", "marked"):
        yield box
        return
    for child in inside(box):
        yield from _marked(child)


def _lines(box: Box) -> Iterator[Box]:
    if is_shown(box, "div", "note"):
        return
    if is_line(box):
        yield box
        return
    for child in inside(box):
        yield from _lines(child)


def _changes(box: Box) -> bool:
    """Return whether a box holds changed words; a new number alone is no change."""
    if is_shown(box, "span", "num"):
        return False
    if is_shown(box, "span", "pill") or is_shown(box, "span", "looks"):
        return True
    if box.element_tag in ("ins", "del") and not is_shown(box, box.element_tag, "quiet"):
        return _is_seen(box)
    return any(map(_changes, inside(box)))


def _is_seen(box: Box) -> bool:
    """Return whether a box holds words to be seen: what is only heard may end a line before the change."""
    if is_shown(box, "span", "vh"):
        return False
    return bool(text_of(box).strip()) or any(map(_is_seen, inside(box)))


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
