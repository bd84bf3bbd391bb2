"""Read both sides of a Word file with tracked changes: the same ids on both, and notes on the changes."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from protobuild.interchange.carry import carry_ids
from protobuild.interchange.clauses import Data
from protobuild.interchange.document import Imported, to_outline, typed
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.reading import WordSource, side_of
from protobuild.interchange.docx.revisions import Change, Comment, changes, comments, moves
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import read_parts
from protobuild.model.saying import spoken


@dataclass(frozen=True, slots=True)
class Both:
    """A file's text before and after its tracked changes, and what it says about them."""

    old: Imported
    new: Imported
    notes: tuple[Data, ...]
    """For each comment on a change, and each author of others: what changelog/next/ holds."""


def read_both(name: str, data: bytes, carry: Callable[[Imported], Imported]) -> Both:
    """Return both sides of a Word file; raise ProtobuildError when either cannot be read.

    `carry` gives the old side the ids of an earlier version, where there is one.
    """
    parts = read_parts(open_package(name, data))
    before, after = side_of(parts, Side.OLD), side_of(parts, Side.NEW)
    old, new = carry(typed(before.source)), typed(after.source)
    old_ids, new_ids = _Ids(old, before), _Ids(new, after)
    moved = moves(parts)
    new = carry_ids(new, _pairs(old_ids, new_ids, moved), taken=old_ids.lines.keys())
    new_ids = _Ids(new, after)
    told = _Told(old_ids, new_ids, _changed(old, new) | {new_ids.of(origin) for origin in moved})
    return Both(old, new, tuple(_notes(told, changes(parts), comments(parts))))


class _Ids:
    """Which id each paragraph of the file came to, on one side."""

    def __init__(self, imported: Imported, word: WordSource) -> None:
        self.lines: Mapping[str, int] = imported.report.lines
        self._order = sorted((line, number, id) for number, (id, line) in enumerate(self.lines.items()))
        self._line_of = {origin: line for line, origins in word.origins.items() for origin in origins}
        self._origins = word.origins

    def of(self, origin: int) -> str:
        """Return the id of the provision that a paragraph of the file is, or is part of; empty for none."""
        line = self._line_of.get(origin)
        if line is None:
            return ""
        at = bisect_right(self._order, (line, len(self._order), ""))
        return self._order[at - 1][2] if at else ""

    def begun(self) -> Iterator[tuple[str, int]]:
        """Yield each id with the paragraph of the file that ends its first words."""
        for id, line in self.lines.items():
            if origins := self._origins.get(line):
                yield id, origins[-1]


def _pairs(old: _Ids, new: _Ids, moved: Mapping[int, int]) -> dict[str, str]:
    """Return new ids with old ones: those of provisions that begin in the same paragraph of the file.

    `moved` gives the paragraph that each one moved to came from.
    """
    begun: dict[int, list[str]] = {}
    for id, origin in old.begun():
        begun.setdefault(origin, []).append(id)
    came = ((id, moved.get(origin, origin)) for id, origin in new.begun())
    return {id: begun[origin].pop(0) for id, origin in came if begun.get(origin)}


def _changed(old: Imported, new: Imported) -> frozenset[str]:
    """Return the ids of what one side says and the other does not."""
    before, after = (dict(_said(imported)) for imported in (old, new))
    return frozenset(id for id in before.keys() | after.keys() if before.get(id) != after.get(id))


def _said(imported: Imported) -> Iterator[tuple[str, str]]:
    """Yield each id with all that stands under it before the next id."""
    id, words = "", ""
    for entry in to_outline(imported).entries:
        if entry.id:
            yield id, words
            id, words = entry.id, ""
        words += f"\n{entry.level} {entry.kind} {entry.words}"
    yield id, words


@dataclass(frozen=True, slots=True)
class _Told:
    """Which provisions a change or a comment is about."""

    old: _Ids
    new: _Ids
    changed: frozenset[str]

    def ids(self, origins: Iterable[int]) -> list[str]:
        """Return the ids of what is changed among these paragraphs, in their order."""
        found = (id for origin in origins for id in (self.new.of(origin), self.old.of(origin)))
        return [id for id in dict.fromkeys(found) if id and id in self.changed]


def _notes(told: _Told, made: list[Change], said: list[Comment]) -> Iterator[Data]:
    explained: set[str] = set()
    for comment in said:
        ids = told.ids(comment.origins)
        if ids:
            explained |= set(ids)
            when = f" (comment of {spoken(comment.date)})" if comment.date else ""
            yield {"clauses": ids, "reason": comment.text, "proposer": f"{comment.author}{when}".strip()}
    by_author: dict[str, list[Change]] = {}
    for change in made:
        by_author.setdefault(change.author, []).append(change)
    for author, theirs in by_author.items():
        ids = [id for id in told.ids(change.origin for change in theirs) if id not in explained]
        if ids:
            reason = f"Tracked in Word{_when(theirs)}; no reason is given in the file."
            yield {"clauses": ids, "reason": reason} | ({"proposer": author} if author else {})


def _when(made: list[Change]) -> str:
    days: list[dt.date] = sorted({change.date for change in made if change.date})
    if not days:
        return ""
    return f" on {spoken(days[0])}" + (f" to {spoken(days[-1])}" if len(days) > 1 else "")
