"""Drawn: the private parts of WeasyPrint that we read, behind a few functions; nothing else touches them.

An upgrade of WeasyPrint is mended here. `tests/publish/test_drawn.py` draws a page, and fails loudly
where a part is gone or behaves otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

Library = Any  # WeasyPrint and pydyf have no types
Box = Any
Element = Any
Thing = Any

FIRST, BEFORE = 70, 71
"""The versions whose private parts are known: from the first, before the second."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was drawn."""

    box: Box
    stream: Thing
    """The drawing itself: what was painted, in order."""
    marks: dict[Box, dict[str, Any]]
    """What WeasyPrint called each piece of drawn text, until somebody takes it away."""


Finish = Callable[[Thing, list[Page]], None]


def is_known(version: str) -> bool:
    """Return whether the private parts of that version of WeasyPrint are known."""
    major = version.partition(".")[0]
    return major.isdigit() and FIRST <= int(major) < BEFORE


UNUSED = frozenset({"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"})
"""What WeasyPrint 70 makes ready for every element, lest it be a footnote. None of ours is."""


@contextmanager
def read_as(weasyprint: Library, tree: Element) -> Iterator[None]:
    """Have any page that is read meanwhile be that tree of elements, which costs WeasyPrint no time."""
    before = weasyprint.tinyhtml5
    weasyprint.tinyhtml5 = SimpleNamespace(parse=lambda *_, **__: tree)
    try:
        yield
    finally:
        weasyprint.tinyhtml5 = before


@contextmanager
def plainly_styled(weasyprint: Library) -> Iterator[None]:
    """Have no styles worked out meanwhile for notes at the foot of a page, nor for bullets but of items."""
    rules = weasyprint.UA_STYLESHEET.matcher
    anywhere, named = rules.other_selectors, rules.lower_local_name_selectors
    bullets = [rule for rule in anywhere if rule[3] == "marker"]
    rules.other_selectors = [rule for rule in anywhere if rule[3] not in UNUSED | {"marker"}]
    rules.lower_local_name_selectors = {**named, "li": [*named["li"], *bullets]}
    try:
        yield
    finally:
        rules.other_selectors, rules.lower_local_name_selectors = anywhere, named


@contextmanager
def finished(weasyprint: Library, finish: Finish) -> Iterator[None]:
    """Have `finish` make the tags of every PDF written meanwhile, in place of WeasyPrint's own."""
    module = weasyprint.pdf
    before = module.add_tags

    def add_tags(pdf: Thing, document: Thing, _: object, streams: list[Thing]) -> None:
        pairs = zip(document.pages, streams, strict=True)
        finish(pdf, [Page(page._page_box, stream, stream._tags) for page, stream in pairs])

    module.add_tags = add_tags
    try:
        yield
    finally:
        module.add_tags = before


@contextmanager
def lines_filled(weasyprint: Library) -> Iterator[None]:
    """Have no text that is laid out meanwhile stop after its first word where all of it has room.

    A space at the end of a line takes no room, but WeasyPrint 70 measures a text before a link or other
    markup with its last space. Where all fits but for that space, it keeps one word on the line.
    """
    module = weasyprint.layout.inline
    before = module.split_first_line

    def split_first_line(
        text: str, style: Thing, context: Thing, width: float | None, *rest: Thing, **named: Thing
    ) -> Thing:
        found = before(text, style, context, width, *rest, **named)
        if not (_goes_on(found) and text.endswith(" ")) or " " in found[0].text:
            return found
        if _goes_on(before(text.rstrip(" "), style, context, width, *rest, **named)):
            return found
        return before(text, style, context, None, *rest, **named)

    module.split_first_line = split_first_line
    try:
        yield
    finally:
        module.split_first_line = before


def _goes_on(found: Thing) -> bool:
    """Return whether a text did not fit on its line; what was found says where it is to be resumed."""
    return found[2] is not None


def inside(box: Box) -> list[Box]:
    """Return the boxes that lie in a box, in reading order."""
    return [getattr(child, "_box", child) for child in getattr(box, "children", ())]


def element_of(box: Box) -> tuple[Element, str] | None:
    """Return the element a box shows, and its tag; a pseudo-element's tag is such as `span::after`.

    All pieces of one element, on whatever page, have the same; boxes made up between are their parent's.
    """
    return None if box.element is None else (box.element, str(box.element_tag))


def is_furniture(box: Box) -> bool:
    """Return whether a box stands in the margin of a page: a running head, a page number."""
    return type(box).__name__ == "MarginBox"


def is_line(box: Box) -> bool:
    """Return whether a box is one line of text."""
    return type(box).__name__ == "LineBox"


def is_row_group(box: Box) -> bool:
    """Return whether a box is a group of rows of what is laid out as a table."""
    return type(box).__name__ == "TableRowGroupBox"


def text_of(box: Box) -> str:
    """Return the words drawn for a box itself, not for what lies in it."""
    return str(getattr(box, "text", ""))


def mark_of(box: Box, page: Page) -> int | None:
    """Return the number under which a box was drawn on its page; none where nothing was drawn."""
    mark = page.marks.get(box)
    return None if mark is None else int(mark["mcid"])


def annotation_of(box: Box) -> Thing | None:
    """Return the area a link answers to, where the box is a link."""
    return getattr(box, "link_annotation", None)


def has(element: Element, name: str) -> bool:
    """Return whether an element has that class."""
    return name in (element.get("class") or "").split()


def is_shown(box: Box, tag: str, name: str) -> bool:
    """Return whether a box shows an element of that tag and class."""
    return box.element is not None and box.element.tag == tag and has(box.element, name)


def retire(page: Page, numbers: Collection[int]) -> None:
    """Draw those pieces as furniture of the page, which no reader software meets."""
    from pydyf import Dictionary  # type: ignore[import-untyped]

    drawn = page.stream.stream
    for at, item in enumerate(drawn):
        if item == b"BDC" and drawn[at - 1].get("MCID") in numbers:
            drawn[at - 2 : at] = ["/Artifact", Dictionary({"Type": "/Pagination"})]
