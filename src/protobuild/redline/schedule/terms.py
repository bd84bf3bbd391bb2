"""Terms: one title or term put in another's place wherever it is printed, which is one decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from protobuild.redline.force.families import PEOPLE
from protobuild.redline.force.turns import turns
from protobuild.redline.regions import Region
from protobuild.redline.schedule.units import Spot, Term, Unit

MOST = 6
"""Words that a title or a term has at most."""


def renamed(found: Sequence[Unit]) -> list[Unit]:
    """Return the units, each spot where a term is renamed that is renamed twice or more saying so.

    An example: the Head of Paid Service becomes the Chief Executive in `1.2`, `1.3` and `4.1`.
    """
    terms = Counter(term for unit in found for spot in unit.spots if (term := _term(spot)))
    often = {term for term, count in terms.items() if count > 1}
    return [_with(unit, often) if often else unit for unit in found]


def _with(unit: Unit, often: set[Term]) -> Unit:
    spots = [replace(spot, term=term) if (term := _term(spot)) in often else spot for spot in unit.spots]
    return replace(unit, spots=tuple(spots))


def _term(spot: Spot) -> Term | None:
    """Return what is exchanged for what, where both are titles or terms in plain words."""
    region = spot.region
    old, new = region.old.strip(), region.new.strip()
    if not (old and new and spot.words) or region.wording.heading:
        return None
    if max(len(old.split()), len(new.split())) > MOST or old.lower() == new.lower():
        return None
    return (old, new) if _titles(region, old, new) else None


def _titles(region: Region, old: str, new: str) -> bool:
    """Whether these are people or bodies, or names by their capitals, and no other word of force."""
    if told := turns(region):
        return all(turn.family is PEOPLE for turn in told)
    return old[0].isupper() and new[0].isupper()
