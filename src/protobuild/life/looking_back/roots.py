"""Find a provision in a text or a redline by its id, without reading all of it each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from protobuild.model.outline import Entry, Outline


@dataclass(frozen=True, slots=True)
class Rooted:
    """A text or a redline, and where the provisions of each id begin in it."""

    outline: Outline
    roots: Mapping[str, tuple[int, ...]]
    """Both ends of a move have one id, and an id that changed leads to the same place as the new one."""


def rooted(outline: Outline) -> Rooted:
    """Return a text with where its provisions begin."""
    roots: dict[str, tuple[int, ...]] = {}
    for at, entry in enumerate(outline.entries):
        for id in _ids(entry):
            roots[id] = (*roots.get(id, ()), at)
    return Rooted(outline, roots)


def _ids(entry: Entry) -> set[str]:
    return {entry.id, *(face.id for face in entry.was)} - {""}
