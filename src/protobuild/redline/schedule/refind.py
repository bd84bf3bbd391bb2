"""Find again, in a later redline, the decisions that a paper listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from protobuild.model.redlined import Change, Issued
from protobuild.redline.matching.likeness import likeness, wording

RESEMBLES = 0.60
"""Likeness of words from which two changes that no number and no id connects are one decision."""


class Closeness(NamedTuple):
    """How near a change is to one that was listed; compared from the first field on."""

    same: bool
    """Whether it says exactly the same, numbers aside."""
    shared: float
    """Share of the provisions the two touch that both touch."""
    alike: float
    """Likeness of the words, where nothing else connects the two."""
    kind: bool
    """Whether the same was done: reworded and reworded."""


def found_again(listed: Sequence[Issued], changes: Sequence[Change]) -> dict[str, int]:
    """Return the names whose decision is there again, and which change it is; each at most once.

    The nearest are paired first: what says the same, then what touches the same provisions (by
    their numbers in the base and their ids), then what has like words. So a decision keeps its
    name when a later draft renumbers it, edits it further or drops what it reworded.
    """
    near = []
    for first, issued in enumerate(listed):
        for second, change in enumerate(changes):
            closeness = _closeness(issued, change)
            if closeness is not None:
                near.append((closeness, -first, -second))
    out: dict[str, int] = {}
    used: set[int] = set()
    for _, first, second in sorted(near, reverse=True):
        name = listed[-first].name
        if name not in out and -second not in used:
            out[name] = -second
            used.add(-second)
    return out


def overlap(issued: Issued, change: Change) -> float:
    """Return which share of the provisions that either touches both touch."""
    one, other = {*issued.base, *issued.ids}, {*change.base, *change.ids}
    return len(one & other) / len(one | other) if one and other else 0.0


def _closeness(issued: Issued, change: Change) -> Closeness | None:
    """Return how near the two are, or None where they cannot be one decision."""
    same, shared = issued.mark == change.mark, overlap(issued, change)
    kind = issued.what is change.what
    if shared or (same and not (issued.base and change.base)):
        return Closeness(same, shared, 0.0, kind)
    if issued.base or change.base or not (kind and issued.after and change.after):
        return None  # what stood in the base is known by its number there
    alike = likeness(wording(issued.after), wording(change.after))
    return Closeness(False, 0.0, alike, kind) if alike >= RESEMBLES else None
