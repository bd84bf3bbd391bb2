"""Set aside the lines that are not the author's text: page numbers, page headings, contents lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protobuild.interchange.notes import LeftOut

_PAGE = re.compile(
    r"^\s*(?:[-–—]\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s*[-–—])?\s*$", re.IGNORECASE
)
_CONTENTS = re.compile(r"^\s*#{0,6}\s*(?:table of )?contents(?: page)?:?\s*$", re.IGNORECASE)
_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\. ){3,}|\t\s*\d{1,3}\s*$|\s{3,}\d{1,3}\s*$")
_LONGEST_HEADER = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source and its number, from 1."""

    number: int
    text: str


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text; a page break stays visible as a form feed."""
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def set_aside(lines: Sequence[Line]) -> tuple[list[Line], list[LeftOut]]:
    """Return the author's lines, with blank ones where others stood, and what was left out."""
    reasons = dict(_contents(lines))
    reasons |= {at: "page number" for at in _page_numbers(lines) if at not in reasons}
    reasons |= {at: "page heading" for at in _page_headings(lines, reasons) if at not in reasons}
    kept = [
        Line(line.number, "" if at in reasons else line.text.replace("\f", " "))
        for at, line in enumerate(lines)
    ]
    left = [
        LeftOut(lines[at].number, " ".join(lines[at].text.split()), reasons[at])
        for at in sorted(reasons)
        if lines[at].text.strip()
    ]
    return kept, left


def _contents(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a contents list: from its heading to the last line with a leader to a page."""
    for at, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            last = _last_leader(lines, at)
            if last > at:
                yield from ((each, "contents list") for each in range(at, last + 1))
            return


def _last_leader(lines: Sequence[Line], at: int) -> int:
    last = at
    others = 0  # lines with words since the last leader
    for position in range(at + 1, len(lines)):
        text = lines[position].text
        if _LEADER.search(text) and len(text) < 200:
            last, others = position, 0
        elif text.strip():
            others += 1
            if others > 3:
                break
    return last


def _page_numbers(lines: Sequence[Line]) -> Iterator[int]:
    for at, line in enumerate(lines):
        if _PAGE.match(line.text) and _alone(lines, at):
            yield at


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line stands between blank lines, page breaks or the ends of the file."""
    around = [lines[at - 1].text if at else "", lines[at + 1].text if at + 1 < len(lines) else ""]
    return all(not text.strip() or "\f" in text for text in around) or "\f" in lines[at].text


def _page_headings(lines: Sequence[Line], pages: dict[int, str]) -> Iterator[int]:
    """Yield lines that repeat at the edge of three pages or more."""
    edges = [at for at, line in enumerate(lines) if _short(line.text) and _at_edge(lines, at, pages)]
    said = Counter(lines[at].text.strip() for at in edges)
    return (at for at in edges if said[lines[at].text.strip()] > 2)


def _short(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_HEADER and not text.rstrip().endswith((".", ":", ";"))


def _at_edge(lines: Sequence[Line], at: int, pages: dict[int, str]) -> bool:
    if "\f" in lines[at].text:
        return True
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and near - at in range(-3, 4):
            if pages.get(near) == "page number" or "\f" in lines[near].text:
                return True
            if lines[near].text.strip():
                break
            near += step
    return False
