"""Find which ids of an earlier version a newly read text may carry."""

from __future__ import annotations

from protobuild.model.outline import Entry, Outline
from protobuild.redline.matching.alike import NEARBY
from protobuild.redline.matching.likeness import likeness, wording
from protobuild.redline.matching.match import match
from protobuild.redline.schedule.units import numbers

CERTAIN = 0.70
"""Likeness below which an id is not carried: a wrong id would be trusted for ever."""


def carried(old: Outline, new: Outline) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return new ids with the old ids they carry, and a line for each pair too unlike to be sure.

    An id is carried one to one, for equal words or a likeness of 0.7. Anything less keeps its
    own id and is told: `4.4 resembles the earlier 11.2 (likeness 0.62)`.
    """
    pairs: dict[str, str] = {}
    unsure: list[str] = []
    before, after = numbers(old, 0), numbers(new, 0)
    for at, to in match(old, new, ids=False).pairs.items():
        one, other = old.entries[at], new.entries[to]
        if not one.id or not other.id:
            continue
        score = _likeness(one, other)
        if score >= CERTAIN:
            pairs[other.id] = one.id
        elif score >= NEARBY:
            here, there = after.get(to) or other.id, before.get(at) or one.id
            unsure.append(f"{here} resembles the earlier {there} (likeness {score:.2f})")
    return pairs, tuple(unsure)


def _likeness(old: Entry, new: Entry) -> float:
    if old.words == new.words:
        return 1.0
    return likeness(wording(old.words), wording(new.words))
