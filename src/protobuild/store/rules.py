"""The rules between fields: known kinds, one content key to a clause, full rows in a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from pydantic import BaseModel

from protobuild.model.clause import CONTENT_KEYS, Clause, Matrix
from protobuild.model.kinds import KINDS
from protobuild.model.protocol import Section
from protobuild.model.source import Finding, Place
from protobuild.model.spelling import nearest
from protobuild.store.fields import bare, below
from protobuild.store.phrases import Where
from protobuild.store.places import Path
from protobuild.store.words import loss

Broken: TypeAlias = tuple[Path, Finding]
"""A finding, with the path of what breaks the rule."""


def broken_rules(model: type[BaseModel], data: object, where: Where) -> Iterator[Broken]:
    """Yield a finding for each rule the data breaks.

    The model holds the same rules, but does not reach them while any single field is wrong.
    """
    yield from _walk(model, data, (), where)


def _walk(shape: object, data: object, path: Path, where: Where) -> Iterator[Broken]:
    shape = bare(shape)
    if isinstance(data, dict):
        if shape is Section:
            yield from _kind(data, path, where)
        if shape is Clause:
            yield from _clause(data, path, where)
        if shape is Matrix:
            yield from _matrix(data, path, where)
        for key, value in data.items():
            yield from _walk(below(shape, key), value, (*path, key), where)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _walk(below(shape, number), value, (*path, number), where)


def _kind(data: dict[str, object], path: Path, where: Where) -> Iterator[Broken]:
    given = data.get("kind")
    if isinstance(given, str) and given and given not in KINDS:
        near = nearest(given, KINDS)
        yield (
            path,
            Finding(
                "unknown-kind",
                f"'{given}' is not a kind of section",
                where.value((*path, "kind")),
                loss("kind"),
                f"Write '{near}'." if near else f"Write one of {', '.join(KINDS)}; 'other' fits any matter.",
            ),
        )


def _clause(data: dict[str, object], path: Path, where: Where) -> Iterator[Broken]:
    found = [key for key in CONTENT_KEYS if key in data]
    if not found:
        yield path, _nothing(data, where.key(path))
    for extra in found[1:]:
        yield path, _second(found[0], extra, where.key((*path, extra)))
    for part in ("items", "closing"):
        if part in data and found and "text" not in found:
            yield path, _stray(found[0], part, where.key((*path, part)))


def _nothing(data: dict[str, object], place: Place) -> Finding:
    meant = next((near for key in data if (near := nearest(key, CONTENT_KEYS))), "")
    return Finding(
        "no-content",
        f"this clause says nothing: it has none of {', '.join(CONTENT_KEYS)}",
        place,
        "Readers would see an empty paragraph.",
        f"Did you mean '{meant}'?" if meant else "Add 'text: |' and its words on the lines below.",
    )


def _second(first: str, extra: str, place: Place) -> Finding:
    return Finding(
        "two-contents",
        f"this clause has '{first}' already, and cannot have '{extra}' as well",
        place,
        "A clause is one paragraph; nobody could say which of the two is meant.",
        f"Give '{extra}' a clause of its own, with an id of its own.",
    )


def _stray(content: str, part: str, place: Place) -> Finding:
    return Finding(
        "stray-field",
        f"'{part}' belongs to 'text', and this clause has '{content}'",
        place,
        "These words have no place in the paragraph.",
        f"Move '{part}' into '{content}', or into a clause of its own.",
    )


def _matrix(data: dict[str, object], path: Path, where: Where) -> Iterator[Broken]:
    columns, rows = data.get("columns"), data.get("rows")
    if not isinstance(columns, list) or not isinstance(rows, list):
        return
    for number, row in enumerate(rows):
        if isinstance(row, list) and len(row) != len(columns):
            yield (
                path,
                Finding(
                    "uneven-table",
                    f"row {number + 1} has {len(row)} cells, and the table has {len(columns)} columns",
                    where.value((*path, "rows", number)),
                    "Cells would stand under the wrong heading.",
                    "Add the missing cells, as '' where they are empty."
                    if len(row) < len(columns)
                    else "Remove a cell, or add a column; a cell with a comma in it needs quotation marks.",
                ),
            )
