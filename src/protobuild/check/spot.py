"""Spot: a stretch of words in a protocol, where it was written, and which checks are silent there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protobuild.model.clause import Clause, Item, Step
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import Place

if TYPE_CHECKING:
    from protobuild.check.page import Page
    from protobuild.check.prose import Prose


@dataclass(frozen=True, slots=True)
class Spot:
    """One field's words."""

    path: str
    """How the model leads to it, such as `sections.0.clauses.2.text`."""
    words: str
    clause: Clause | None = None
    """The clause it stands in, if any."""

    def silent(self, check: str) -> bool:
        """Return whether the clause silences that check."""
        return self.clause is not None and check in self.clause.quiet


@dataclass(frozen=True, slots=True)
class Look:
    """What a check looks at."""

    protocol: Protocol
    outline: Outline
    places: Mapping[str, Place]
    checks: tuple[str, ...]
    """The names of all the checks."""
    spots: tuple[Spot, ...]
    """All words that are published, in reading order."""
    prose: tuple[Prose, ...]
    """The same as they are read, spot by spot."""
    page: Page
    """The same in one piece."""
    today: dt.date | None = None
    """The day it is looked at; where nobody says, nothing is found overdue."""

    def place(self, path: str) -> Place:
        """Return where a path is written, or what holds it; the manifest when nothing is known."""
        while path:
            found = self.places.get(path)
            if found is not None:
                return found
            path = path.rpartition(".")[0]
        return Place("protocol.yaml")

    def within(self, spot: Spot, start: int, end: int) -> Place:
        """Return where a stretch of a spot's words is written.

        Exact for words on one line and for blocks (`|`), which is how prose is written.
        """
        whole = self.place(spot.path)
        before, words = spot.words[:start], spot.words[start:end].split("\n", 1)[0]
        line = whole.line + before.count("\n")
        column = whole.column + len(before) - (before.rfind("\n") + 1)
        if whole.end_line and line > whole.end_line:
            return whole
        return Place(whole.file, line, column, line, column + max(1, len(words)))

    def where(self, prose: Prose, start: int, end: int) -> Place:
        """Return where a stretch of words as read is written."""
        return self.within(prose.spot, prose.written(start), prose.written(end - 1) + 1)

    def clauses(self) -> Iterator[tuple[str, Clause]]:
        """Yield every clause with its path."""
        for at, section in enumerate(self.protocol.sections):
            for number, clause in enumerate(section.clauses):
                yield f"sections.{at}.clauses.{number}", clause


def spots(protocol: Protocol) -> Iterator[Spot]:
    """Yield all words of a protocol that are published, in reading order."""
    yield Spot("manifest.front", protocol.manifest.front)
    for at, section in enumerate(protocol.sections):
        yield Spot(f"sections.{at}.heading", section.heading)
        for number, clause in enumerate(section.clauses):
            yield from _of_clause(clause, f"sections.{at}.clauses.{number}")


def listed(clause: Clause) -> str:
    """Return how a clause leads to its citable items, such as `expectations.items`."""
    if clause.expectations:
        return "expectations.items"
    if clause.definition:
        return "definition.examples"
    return "procedure.steps" if clause.procedure else "items"


def items(things: tuple[Item | Step, ...], path: str) -> Iterator[tuple[str, Item | Step]]:
    """Yield items with their paths, those under others included."""
    for number, item in enumerate(things):
        here = f"{path}.{number}"
        yield here, item
        if isinstance(item, Item):
            yield from items(item.items, f"{here}.items")


def _of_clause(clause: Clause, path: str) -> Iterator[Spot]:
    for name, words in _fields(clause):
        if words:
            yield Spot(f"{path}.{name}", words, clause)
    for here, item in items(clause.listed, f"{path}.{listed(clause)}"):
        if isinstance(item, Item) and item.heading:
            yield Spot(f"{here}.heading", item.heading, clause)
        yield Spot(f"{here}.text", item.text, clause)


def _fields(clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the words a clause holds itself, each with how the clause leads to it."""
    key = clause.content_key
    content = getattr(clause, key)
    yield "heading", clause.heading
    if isinstance(content, str):
        yield key, content
        yield "closing", clause.closing
    for name in ("lead_in", "text", "closing", "caption", "source", "pin"):
        yield f"{key}.{name}", getattr(content, name, "")
    if clause.matrix:
        yield from ((f"matrix.columns.{at}", cell) for at, cell in enumerate(clause.matrix.columns))
        for number, row in enumerate(clause.matrix.rows):
            yield from ((f"matrix.rows.{number}.{at}", cell) for at, cell in enumerate(row))
