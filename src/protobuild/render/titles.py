"""Titles: the few words that tell a change from the others, a table by its caption."""

from __future__ import annotations

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change
from protobuild.model.runs import text_of


def title_of(change: Change, outline: Outline) -> str:
    """Return the words a change is known by; those of a table's cells, run together, tell nobody anything."""
    if any(change.title.startswith(says) for says in change.force) or not is_of_table(change, outline):
        return change.title
    return caption(outline.entries[change.at[0]], outline) or change.title


def is_of_table(change: Change, outline: Outline) -> bool:
    """Return whether a change touches one table and nothing beside it."""
    touched = [outline.entries[at] for at in change.at]
    if not touched or touched[0].kind is not Kind.TABLE:
        return False
    return all(entry.kind is Kind.TABLE or entry.level > touched[0].level for entry in touched)


def caption(table: Entry, outline: Outline) -> str:
    """Return a table's caption in plain words: as it will read, or as it read when it was struck."""
    return text_of(table.heading, outline.last if table.gone is None else table.gone - 1)
