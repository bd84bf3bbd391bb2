"""Read a peer's result as segments: marked text, HTML with ins and del, or Word's tracked changes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

from benchmarks.peers.documents import STYLES
from benchmarks.peers.segments import KEPT, STRUCK, WRITTEN, Segment

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DIFF = "{http://namespaces.shoobx.com/diff}"
_LEADS = {name: start for start, name in STYLES.items()}
_HTML_LEADS = {"h1": "# ", "h2": "# ", "li": "- ", "p": "", "tr": "|", "td": " "}


def between_signs(text: str, struck: tuple[str, str], written: tuple[str, str]) -> Iterator[Segment]:
    """Yield the segments of a text in which signs stand around what was struck and written."""
    pattern = re.compile(
        rf"{re.escape(struck[0])}(?P<struck>.*?){re.escape(struck[1])}"
        rf"|{re.escape(written[0])}(?P<written>.*?){re.escape(written[1])}",
        re.DOTALL,
    )
    at = 0
    for found in pattern.finditer(text):
        yield Segment(KEPT, text[at : found.start()])
        if found["struck"] is not None:
            yield Segment(STRUCK, found["struck"])
        else:
            yield Segment(WRITTEN, found["written"])
        at = found.end()
    yield Segment(KEPT, text[at:])


Marked = Callable[[ElementTree.Element], tuple[str, bool]]
"""Tells of an element what it makes of its words, empty for nothing, and whether it redresses them."""


def in_html(root: ElementTree.Element, marked: Marked) -> list[Segment]:
    """Return the segments of a marked HTML tree; a line is struck or written when all its words are."""
    lines: list[list[Segment]] = [[]]
    _walk(root, KEPT, dressed=False, marked=marked, lines=lines)
    return [one for line in lines for one in _line(line)]


def _walk(
    element: ElementTree.Element, op: str, *, dressed: bool, marked: Marked, lines: list[list[Segment]]
) -> None:
    mark, changed = marked(element)
    here, dressed = mark or op, dressed or changed
    if (start := _HTML_LEADS.get(element.tag)) is not None and not _in_cell(element, lines):
        deep = element.tag == "li" and element.get("class") == "deep"
        lines.append([Segment(here, ("" if element.tag == "td" else "\n") + ("-- " if deep else start))])
    if element.text:
        lines[-1].append(Segment(here, " ".join(re.split(r"\s+", element.text)), dressed=dressed))
    for child in element:
        _walk(child, here, dressed=dressed, marked=marked, lines=lines)
        if child.tail:
            lines[-1].append(Segment(here, re.sub(r"\s+", " ", child.tail), dressed=dressed))
    if element.tag == "td":
        lines[-1].append(Segment(here, " |"))
        lines.append([])


def _in_cell(element: ElementTree.Element, lines: list[list[Segment]]) -> bool:
    """Whether it is the paragraph that a cell begins with."""
    return element.tag == "p" and bool(lines[-1]) and lines[-1][0].text == " "


def _line(line: list[Segment]) -> Iterator[Segment]:
    """Yield a line, its beginning struck or written when nothing else in it is kept."""
    ops = {one.op for one in line[1:] if one.text.strip(" |")}
    start = line[0] if line else None
    if start and start.op == KEPT and len(ops) == 1 and KEPT not in ops:
        op = ops.pop()
        yield from (replace(one, op=op) for one in line)
    else:
        yield from line


def in_word(file: bytes) -> list[Segment]:
    """Return the segments of a Word file with tracked changes."""
    with zipfile.ZipFile(BytesIO(file)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml")).find(f"{W}body")
        names = _style_names(ElementTree.fromstring(parts.read("word/styles.xml")))
    assert body is not None
    out: list[Segment] = []
    paragraphs: list[ElementTree.Element] = []
    for block in body:
        if block.tag == f"{W}p":
            paragraphs.append(block)
        elif block.tag == f"{W}tbl":
            out += _paragraphs(paragraphs, names)
            paragraphs = []
            for row in block.iter(f"{W}tr"):
                out += _table_row(row)
    return [*out, *_paragraphs(paragraphs, names)]


def _style_names(styles: ElementTree.Element) -> dict[str, str]:
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in styles.iter(f"{W}style"))
    return {id: (name.get(f"{W}val", "")).title() for id, name in named if name is not None}


def _paragraphs(paragraphs: list[ElementTree.Element], names: dict[str, str]) -> Iterator[Segment]:
    """Yield neighbouring paragraphs.

    Word tracks the mark at a paragraph's end. Where the mark stands in one text only, the words go
    on into the next paragraph in the other, and what ends them says what the whole is.
    """
    marks = [_mark_of(one) for one in paragraphs]
    looks = [_looks(one, names) for one in paragraphs]
    starts = tuple(_starts(marks, [look[side] for look in looks], (WRITTEN, STRUCK)[side]) for side in (0, 1))
    for at, paragraph in enumerate(paragraphs):
        old, new = starts[0].get(at), starts[1].get(at)
        if old is not None and old == new:
            yield Segment(KEPT, old)
        else:
            yield Segment(STRUCK, old or "")
            yield Segment(WRITTEN, new or "")
        yield from _runs(paragraph, KEPT, moved=False)


def _starts(marks: list[str], looks: list[str], absent: str) -> dict[int, str]:
    """Return what begins each line of one text, by the paragraph it begins with."""
    out: dict[int, str] = {}
    first = 0
    for at, mark in enumerate(marks):
        if mark != absent or at == len(marks) - 1:
            out[first] = "\n" + looks[at]
            first = at + 1
    return out


def _looks(paragraph: ElementTree.Element, names: dict[str, str]) -> tuple[str, str]:
    """Return what begins the paragraph's line in the old text and in the new one."""
    now = _look(paragraph.find(f"{W}pPr"), names)
    before = paragraph.find(f"{W}pPr/{W}pPrChange")
    return (_look(before.find(f"{W}pPr"), names) if before is not None else now), now


def _look(properties: ElementTree.Element | None, names: dict[str, str]) -> str:
    style = properties.find(f"{W}pStyle") if properties is not None else None
    return _LEADS.get(names.get(style.get(f"{W}val", ""), ""), "") if style is not None else ""


def _mark_of(paragraph: ElementTree.Element) -> str:
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return KEPT
    if properties.find(f"{W}del") is not None or properties.find(f"{W}moveFrom") is not None:
        return STRUCK
    if properties.find(f"{W}ins") is not None or properties.find(f"{W}moveTo") is not None:
        return WRITTEN
    return KEPT


def _table_row(row: ElementTree.Element) -> Iterator[Segment]:
    properties = row.find(f"{W}trPr")
    op = KEPT
    if properties is not None:
        op = STRUCK if properties.find(f"{W}del") is not None else op
        op = WRITTEN if properties.find(f"{W}ins") is not None else op
    yield Segment(op, "\n|")
    for cell in row.iter(f"{W}tc"):
        runs = [one for paragraph in cell.iter(f"{W}p") for one in _runs(paragraph, op, moved=False)]
        ops = {one.op for one in runs if one.text.strip()}
        sign = ops.pop() if len(ops) == 1 else op
        yield from (Segment(sign, " "), *runs, Segment(sign, " |"))


def _runs(element: ElementTree.Element, op: str, *, moved: bool) -> Iterator[Segment]:
    ops = {"ins": WRITTEN, "moveTo": WRITTEN, "del": STRUCK, "moveFrom": STRUCK}
    for child in element:
        name = child.tag.removeprefix(W)
        if name in ops:
            yield from _runs(child, ops[name], moved=name.startswith("move"))
        elif name == "r":
            text = "".join(part.text or "" for part in child if part.tag in (f"{W}t", f"{W}delText"))
            dressed = child.find(f"{W}rPr/{W}rPrChange") is not None
            yield Segment(op, text, moved, dressed=dressed)
        elif name in ("hyperlink", "smartTag", "sdt", "sdtContent"):
            yield from _runs(child, op, moved=moved)
