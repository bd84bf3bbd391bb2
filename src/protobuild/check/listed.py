"""Find the lists of a protocol, those of citable items and those of Markdown, with what leads into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from protobuild.check.spot import Spot
from protobuild.model.clause import Clause

_ITEM = re.compile(r"^ ?(?:[-+*]|\d{1,2}[.)]) +(?P<words>\S.*(?:\n+ {2,}\S.*)*)", re.MULTILINE)
_MARKUP = re.compile(r"\[\[[^\]]*\]\]|\[(?P<linked>[^\]]*)\]\([^)]*\)|[*_]")
_CITABLE = re.compile(r"(?P<list>.*\.(?:items|examples|steps))\.\d+\.text$")
_NESTED = re.compile(r"(?P<parent>.*\.items\.\d+)\.items$")
_LEADS = (".text", ".lead_in")


@dataclass(frozen=True, slots=True)
class Line:
    """A lead-in or an item, as a stretch of a spot's words as written."""

    spot: Spot
    start: int
    end: int
    words: str
    """The same without the signs of Markdown; what a reference prints is not among them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of two items or more."""

    clause: Clause
    path: str
    """How the model leads to its clause."""
    lead: Line | None
    """The last sentence before it."""
    items: tuple[Line, ...]
    citable: bool
    """Whether its items have letters or numbers."""
    closed: bool
    """Whether words after it belong to the same sentence or paragraph."""


def lists(spots: Iterable[Spot]) -> Iterator[Listed]:
    """Yield every list of two items or more, in reading order; those of quotations are others' to write."""
    for path, group in groupby(spots, key=lambda spot: ".".join(spot.path.split(".")[:4])):
        own = list(group)
        if own[0].clause is not None and not own[0].clause.quotation:
            yield from _citable(own[0].clause, path, own)
            for spot in own:
                yield from _written(own[0].clause, path, spot)


def _citable(clause: Clause, path: str, spots: list[Spot]) -> Iterator[Listed]:
    lines: dict[str, list[Line]] = {}
    by_path = {spot.path: spot for spot in spots}
    for spot in spots:
        found = _CITABLE.match(spot.path)
        if found:
            lines.setdefault(found["list"], []).append(_line(spot, 0, len(spot.words)))
    for here, items in lines.items():
        if len(items) < 2:
            continue
        nested = _NESTED.match(here)
        parent = nested["parent"] if nested else here.rpartition(".")[0]
        lead = next((by_path[parent + end] for end in _LEADS if parent + end in by_path), None)
        closed = not nested and any(spot.path.endswith("closing") for spot in spots)
        led = _last(lead, len(lead.words)) if lead else None
        yield Listed(clause, path, led, tuple(items), _cited(clause), closed)


def _cited(clause: Clause) -> bool:
    content = clause.expectations or clause.definition or clause.procedure or clause
    return content.marks != "bullets"


def _written(clause: Clause, path: str, spot: Spot) -> Iterator[Listed]:
    """Yield the lists in a spot's Markdown; items with nothing but blank lines between them are one list."""
    if "\n" not in spot.words:
        return
    stretch: list[re.Match[str]] = []
    for found in _ITEM.finditer(spot.words):
        if stretch and spot.words[stretch[-1].end() : found.start()].strip():
            yield from _listed(clause, path, spot, stretch)
            stretch = []
        stretch.append(found)
    yield from _listed(clause, path, spot, stretch)


def _listed(clause: Clause, path: str, spot: Spot, stretch: list[re.Match[str]]) -> Iterator[Listed]:
    if len(stretch) < 2:
        return
    items = tuple(_line(spot, *found.span("words")) for found in stretch)
    before = stretch[0].start()
    lead = _last(spot, before) if spot.words[:before].strip() else None
    closed = bool(spot.words[stretch[-1].end() :].strip())
    yield Listed(clause, path, lead, items, citable=False, closed=closed)


def _last(spot: Spot, end: int) -> Line:
    """Return the last line before an offset: prose is written a sentence a line."""
    end = len(spot.words[:end].rstrip())
    return _line(spot, spot.words.rfind("\n", 0, end) + 1, end)


def _line(spot: Spot, start: int, end: int) -> Line:
    raw = spot.words[start:end]
    shown = _MARKUP.sub(lambda found: found["linked"] or "", raw) if "[" in raw or "*" in raw else raw
    return Line(spot, start, end, " ".join(shown.split()))
