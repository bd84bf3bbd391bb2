"""Wordings: what some entries said before a round or after it, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import text_of


def words_of(entries: Sequence[Entry], number: int) -> str:
    """Return the words of some entries as they stood after that round, cells kept apart.

    `Matter | Members | Officers; Policy | decide | advise` for two rows of a table.
    """
    out = ""
    last: Entry | None = None
    for entry in entries:
        if text := _words(entry, number):
            out += _mark_between(last, entry) + text if out else text
            last = entry
        elif entry.kind in (Kind.HEADER, Kind.ROW):
            last = entry
    return out


def _mark_between(last: Entry | None, entry: Entry) -> str:
    """Return what stands between two entries when their words are said in one line."""
    if entry.kind is Kind.CELL and last is not None and last.kind is not Kind.TABLE:
        return " | " if last.kind is Kind.CELL else "; "
    return "; " if entry.kind is Kind.CELL else " "


def _words(entry: Entry, number: int) -> str:
    parts = text_of(entry.heading, number), text_of(entry.body, number)
    text = " ".join(part for part in parts if part.strip())
    label = text_of(entry.num, number) if entry.kind in (Kind.ITEM, Kind.BULLET) else ""
    return f"{label} {text}".strip() if text else ""
