"""Structure: what a PDF says to whoever hears it: a tag for each element, whole over all its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from protobuild.publish.drawn import (
    Box,
    Element,
    Page,
    Thing,
    annotation_of,
    element_of,
    has,
    inside,
    is_furniture,
    is_row_group,
    mark_of,
    text_of,
)

KINDS = {
    **{name: name.upper() for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "th", "td")},
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("li", "dt", "dd"), "LI"),
    **dict.fromkeys(("nav", "section", "article"), "Sect"),
    **dict.fromkeys(("ins", "del"), "Span"),
    "summary": "P",
    "li::marker": "Lbl",
    "main": "Part",
    "blockquote": "BlockQuote",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "caption": "Caption",
    "a": "Link",
    "img": "Figure",
}
"""From HTML to PDF. What is not listed has no tag of its own: what lies in it belongs to the tag around."""

CONTENTS = {"L": "TOC", "LI": "TOCI"}
"""What lists are in the table of contents."""

BODY = {"LI": "LBody", "TOCI": "Reference"}
"""What holds the words of an item, beside its label."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of drawn text."""

    page: int
    mark: int
    text: str
    made: bool
    """Whether the paper says it and the page does not: a bullet, the page number of a reference."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where on a page a link answers."""

    page: int
    annotation: Thing


@dataclass(slots=True, eq=False)
class Tag:
    """An element as reader software meets it; grown piece by piece, then only read."""

    kind: str
    around: Tag | None = None
    element: Element = None
    kids: list[Tag | Words | Area] = field(default_factory=list)

    def words(self) -> Iterator[Words]:
        """Yield all the words in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.words()
            elif isinstance(kid, Words):
                yield kid


@dataclass(slots=True)
class Structure:
    """The tags of a whole document, and what on each page is none of its text."""

    root: Tag = field(default_factory=lambda: Tag("Document"))
    furniture: list[set[int]] = field(default_factory=list)
    """By page: the pieces that are running heads, page numbers or repeated column headings."""
    of: dict[tuple[Element, str], Tag] = field(default_factory=dict)
    """The tag of each element that has one."""
    begun: dict[Element, int] = field(default_factory=dict)
    """On which page each row of column headings was first met."""


def structure(pages: list[Page]) -> Structure:
    """Return the tags of the pages: all pieces of one element, on however many pages, are one tag."""
    out = Structure()
    for number, page in enumerate(pages):
        out.furniture.append(set())
        _grow(page.box, out.root, number, page, out)
    return out


def _grow(box: Box, around: Tag, number: int, page: Page, out: Structure) -> None:
    """Put what a box holds into the tag around it."""
    if is_furniture(box) or _is_ornament(box) or _is_repeated(box, number, out):
        out.furniture[number].update(_marks(box, page))
        return
    tag = _tag(box, around, out)
    mark = mark_of(box, page)
    if mark is not None:
        made = "::" in (box.element_tag or "")
        _body(tag).kids.append(Words(number, mark, text_of(box), made))
    area = annotation_of(box)
    if area is not None:
        tag.kids.append(Area(number, area))
    for child in inside(box):
        _grow(child, tag, number, page, out)


def _tag(box: Box, around: Tag, out: Structure) -> Tag:
    """Return the tag of a box's element, made when it is first met; the one around where it has none."""
    name = element_of(box)
    if name is None:
        return around
    if name not in out.of:
        tag = _new(name[0], name[1], around)
        if tag is None:
            return around
        out.of[name] = tag
    return out.of[name]


def _new(element: Element, said: str, around: Tag) -> Tag | None:
    """Return a new tag in its place; none where an element has no tag of its own."""
    kind = "Note" if said == "div" and has(element, "note") else KINDS.get(said, "")
    item = _unlabelled(around) if said == "span" and has(element, "num") else None
    if item is not None:
        label = Tag("Lbl", item, element)
        item.kids.insert(0, label)
        return label
    if not kind or around.kind == "Link":
        return None
    if around.kind == "TOC" or (around.element is not None and around.element.tag == "nav"):
        kind = CONTENTS.get(kind, kind)
    place = around if kind == "Lbl" else _body(around)
    tag = Tag(kind, place, element)
    place.kids.append(tag)
    return tag


def _body(tag: Tag) -> Tag:
    """Return where the words of a tag belong: in an item, beside its label."""
    if tag.kind not in BODY:
        return tag
    last = tag.kids[-1] if tag.kids else None
    if not isinstance(last, Tag) or last.kind != BODY[tag.kind]:
        last = Tag(BODY[tag.kind], tag)
        tag.kids.append(last)
    return last


def _unlabelled(paragraph: Tag) -> Tag | None:
    """Return the item that a paragraph is the very beginning of."""
    body = paragraph.around
    item = body.around if body is not None and body.kind == "LBody" else None
    if paragraph.kids or body is None or item is None:
        return None
    return item if body.kids == [paragraph] and item.kids == [body] else None


def _is_repeated(box: Box, number: int, out: Structure) -> bool:
    """Return whether a box repeats the column headings of a table that runs over from an earlier page."""
    if box.element_tag != "thead" or not is_row_group(box):
        return False  # large print has no tables: it may break what would be column headings
    return out.begun.setdefault(box.element, number) < number


def _is_ornament(box: Box) -> bool:
    """Return whether a box is a picture that its page says adds nothing."""
    return box.element_tag == "img" and bool(box.element.get("alt") == "")


def _marks(box: Box, page: Page) -> Iterator[int]:
    mark = mark_of(box, page)
    if mark is not None:
        yield mark
    for child in inside(box):
        yield from _marks(child, page)
