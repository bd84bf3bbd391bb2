"""Know who changed what in a Word file and when, and what was said beside it in comments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protobuild.interchange.docx.names import W, child, value
from protobuild.interchange.docx.walk import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARKS = tuple(
    W + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "pPrChange")
)
_ANCHORS = tuple(W + name for name in ("p", "commentRangeStart", "commentRangeEnd", "commentReference"))


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change to one paragraph of the file."""

    author: str
    date: dt.date | None
    origin: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, and the paragraphs of the file it stands beside."""

    author: str
    date: dt.date | None
    text: str
    origins: tuple[int, ...]


def changes(parts: Parts) -> list[Change]:
    """Return the tracked changes in the order of the file; a row counts for each of its paragraphs."""
    return list(dict.fromkeys(_changes(parts)))


def moves(parts: Parts) -> dict[int, int]:
    """Return where each paragraph that was moved came from, both as places in the file."""
    ends = {side: _ranges(parts, side) for side in ("From", "To")}
    return {
        new: old
        for name, came in ends["To"].items()
        if len(came) == len(went := ends["From"].get(name, []))
        for new, old in zip(came, went, strict=True)
    }


def _ranges(parts: Parts, side: str) -> dict[str, list[int]]:
    """Return the paragraphs that lie in each named range of moves, from or to."""
    start, end, mark = (f"{W}move{side}{part}" for part in ("RangeStart", "RangeEnd", ""))
    names: dict[str, str] = {}
    out: dict[str, list[int]] = {}
    for element in parts.body.iter(start, end, W + "p"):
        id = value(element, "id")
        if element.tag == start:
            names[id] = value(element, "name")
        elif element.tag == end:
            names.pop(id, None)
        elif element.find(f"{W}pPr/{W}rPr/{mark}") is not None:
            for name in names.values() or [value(each, "name") for each in element.iterfind(start)]:
                out.setdefault(name, []).append(parts.origins[element])
    return out


def tracked(parts: Parts) -> bool:
    """Return whether a file holds tracked changes at all."""
    return next(parts.body.iter(*_MARKS), None) is not None


def comments(parts: Parts) -> list[Comment]:
    """Return the comments of a file in its order, with what they stand beside."""
    beside = _anchored(parts)
    found: list[Comment] = []
    for _, root in parts.package.beside("comments"):
        for each in root.iter(W + "comment"):
            said = (" ".join(_texts(paragraph)) for paragraph in each.iter(W + "p"))
            text = "\n".join(line for line in said if line)
            if text:
                origins = tuple(dict.fromkeys(beside.get(value(each, "id"), ())))
                found.append(Comment(value(each, "author").strip(), _day(each), text, origins))
    return sorted(found, key=lambda comment: comment.origins[:1])


def _changes(parts: Parts) -> Iterator[Change]:
    for paragraph, origin in parts.origins.items():
        for mark in paragraph.iter(*_MARKS):
            yield Change(value(mark, "author").strip(), _day(mark), origin)
    for row in parts.body.iter(W + "tr"):
        marks = [found for name in ("ins", "del") if (found := child(row, "trPr", name)) is not None]
        marks += row.iterfind(f"{W}tc/{W}tcPr/*") if not marks else []
        for mark in marks:
            if mark.tag in _MARKS:
                for paragraph in row.iter(W + "p"):
                    yield Change(value(mark, "author").strip(), _day(mark), parts.origins[paragraph])


def _anchored(parts: Parts) -> dict[str, list[int]]:
    """Return the paragraphs that each comment stands beside."""
    out: dict[str, list[int]] = {}
    unended: set[str] = set()
    at = 0
    for element in parts.body.iter(*_ANCHORS):
        id = value(element, "id")
        if element.tag == W + "p":
            at = parts.origins[element]
            for each in unended:
                out[each].append(at)
        elif element.tag == W + "commentRangeStart":
            within = next(element.iterancestors(W + "p"), None) is not None
            out[id] = [at] if within else []
            unended.add(id)
        elif element.tag == W + "commentRangeEnd":
            unended.discard(id)
        else:
            out.setdefault(id, [at])
    return out


def _texts(paragraph: Element) -> Iterator[str]:
    for each in paragraph.iter(W + "t"):
        if words := " ".join((each.text or "").split()):
            yield words


def _day(mark: Element) -> dt.date | None:
    """Return the day a mark was made, as its author's clock showed it."""
    try:
        return dt.date.fromisoformat(value(mark, "date")[:10])
    except ValueError:
        return None
