"""Read a Word file as it stands when all its changes are accepted or rejected, numbers worked out.

A reader of its own, so that what the writer believes of Word files is not proved by its own beliefs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from protobuild.model.outline import Outline
from protobuild.model.runs import plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD, NEW = "old", "new"
ABSENT = {OLD: {f"{W}ins", f"{W}moveTo"}, NEW: {f"{W}del", f"{W}moveFrom"}}
"""What stands in the other text only."""


@dataclass
class Line:
    """A paragraph of one text."""

    label: str
    style: str
    words: str

    @property
    def said(self) -> str:
        """The paragraph as it is read."""
        return f"{self.label}\t{self.words}" if self.label else self.words


@dataclass
class Numbers:
    """The lists of a file, and how far each is counted."""

    levels: dict[str, dict[int, etree._Element]]
    abstract: dict[str, str]
    starts: dict[str, dict[int, int]]
    counts: dict[str, list[int]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num: str, ilvl: int) -> str:
        """Return the label of the next paragraph of a list; bullets are none."""
        levels = self.levels[self.abstract[num]]
        counts = self.counts.setdefault(self.abstract[num], [0] * 9)
        start = self.starts[num].get(ilvl) if (num, ilvl) not in self.used else None
        if start is not None:
            self.used.add((num, ilvl))
        counts[ilvl] = start if start is not None else counts[ilvl] + 1
        counts[ilvl + 1 :] = [0] * (8 - ilvl)
        if value(levels[ilvl], "numFmt") in ("bullet", "none"):
            return ""
        label = value(levels[ilvl], "lvlText")
        for level in range(ilvl + 1):
            label = label.replace(
                f"%{level + 1}", written(value(levels[level], "numFmt"), counts[level] or 1)
            )
        return label


def written(form: str, number: int) -> str:
    """Return a number in one of Word's formats."""
    if form.endswith("Letter"):
        out = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        out = ""
        for size, sign in (
            (100, "c"),
            (90, "xc"),
            (50, "l"),
            (40, "xl"),
            (10, "x"),
            (9, "ix"),
            (5, "v"),
            (4, "iv"),
            (1, "i"),
        ):
            out, number = out + sign * (number // size), number % size
    else:
        out = str(number)
    return out.upper() if form.startswith("upper") else out


def value(element: etree._Element, tag: str) -> str:
    """Return the value of a child; empty where there is none."""
    found = element.find(f"{W}{tag}")
    return "" if found is None else found.get(f"{W}val", "")


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return a part as XML."""
    return etree.fromstring(parts(data)[name])


def view(data: bytes, side: str) -> list[Line]:
    """Return the paragraphs of one text, furniture and contents left out."""
    body = xml(data).find(f"{W}body")
    numbers, styles = _numbers(xml(data, "word/numbering.xml")), _styles(xml(data, "word/styles.xml"))
    out: list[Line] = []
    waiting = ""
    for para in _paragraphs(body, side):
        waiting += _words(para, side)
        if _mark(para) in ABSENT[side]:
            continue
        properties = _properties(para, side)
        name, own = (
            styles.get(value(properties, "pStyle"), ("", None)) if properties is not None else ("", None)
        )
        listed = properties.find(f"{W}numPr") if properties is not None else None
        listed = own if listed is None else listed
        num = value(listed, "numId") if listed is not None else "0"
        label = numbers.next(num, int(value(listed, "ilvl") or 0)) if num not in ("", "0") else ""
        out.append(Line(label, name, waiting))
        waiting = ""
    assert not waiting, f"words after the last paragraph: {waiting}"
    return [line for line in out if not line.style.startswith("pb-furniture")]


def said(data: bytes, side: str) -> list[str]:
    """Return what one text says, a paragraph each; those without number and words are left out."""
    return [line.said for line in view(data, side) if line.label or line.words]


def lines_of(outline: Outline) -> list[str]:
    """Return what an outline says, an entry each."""
    out = []
    for entry in outline.entries:
        label, words = plain(entry.num), " ".join(p for p in (plain(entry.heading), plain(entry.body)) if p)
        if label or words:
            out.append(f"{label}\t{words}" if label else words)
    return out


def _paragraphs(around: etree._Element, side: str) -> Iterator[etree._Element]:
    for part in around:
        if part.tag == f"{W}p":
            yield part
        elif part.tag == f"{W}tbl":
            for row in part.iter(f"{W}tr"):
                if not any(child.tag in ABSENT[side] for child in row.find(f"{W}trPr")):
                    for cell in row.iter(f"{W}tc"):
                        yield from _paragraphs(cell, side)


def _words(para: etree._Element, side: str) -> str:
    out = ""
    for run in para.iter(f"{W}r"):
        if any(above.tag in ABSENT[side] for above in run.iterancestors()):
            continue
        for part in run:
            if part.tag in (f"{W}t", f"{W}delText"):
                out += part.text or ""
            out += {f"{W}tab": "\t", f"{W}br": "\n"}.get(part.tag, "")
    return out


def _mark(para: etree._Element) -> str:
    marks = para.find(f"{W}pPr/{W}rPr")
    return marks[0].tag if marks is not None and len(marks) else ""


def _properties(para: etree._Element, side: str) -> etree._Element | None:
    now = para.find(f"{W}pPr")
    before = para.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    return before if side == OLD and before is not None else now


def _styles(root: etree._Element) -> dict[str, tuple[str, etree._Element | None]]:
    return {
        style.get(f"{W}styleId", ""): (value(style, "name"), style.find(f"{W}pPr/{W}numPr"))
        for style in root.iter(f"{W}style")
    }


def _numbers(root: etree._Element) -> Numbers:
    levels = {
        each.get(f"{W}abstractNumId", ""): {
            int(level.get(f"{W}ilvl", "0")): level for level in each.iter(f"{W}lvl")
        }
        for each in root.iter(f"{W}abstractNum")
    }
    nums = list(root.iter(f"{W}num"))
    starts = {
        num.get(f"{W}numId", ""): {
            int(over.get(f"{W}ilvl", "0")): int(value(over, "startOverride"))
            for over in num.iter(f"{W}lvlOverride")
        }
        for num in nums
    }
    return Numbers(levels, {num.get(f"{W}numId", ""): value(num, "abstractNumId") for num in nums}, starts)
