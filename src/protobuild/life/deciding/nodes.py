"""Walk the data of files: the clauses and items in a section, the lists and fields in a mapping."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.life.deciding.mixing import LISTS
from protobuild.life.deciding.sources import Data
from protobuild.store.places import Value


def nodes(value: Value | None) -> Iterator[Data]:
    """Yield the clauses of a section, and the items and steps in them, each as its data."""
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            yield each
            for held in (each, *(part for part in each.values() if isinstance(part, dict))):
                for key in LISTS:
                    yield from nodes(held.get(key))


def words_in(data: Data, key: str) -> list[str]:
    """Return the entries of a list of words; none where there is no such list."""
    value = data.get(key)
    return [str(each) for each in value] if isinstance(value, list) else []


def fields_in(data: Data, key: str) -> Data:
    """Return the fields of a mapping; none where there is no such mapping."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}
