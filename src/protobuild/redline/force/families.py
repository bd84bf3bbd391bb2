"""Families of words that carry force, and what to make of one that comes, goes or becomes another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from protobuild.redline.force import figures, modals, people, signs
from protobuild.redline.force.around import Found, Reader
from protobuild.redline.force.modals import WEAK, Force

_EXCEPTION = ("an exception is made", "an exception is lost")
_CONDITION = ("a condition is made", "a condition is lost")
_SOFTER = ("softened", "made firmer")
BROUGHT = {
    **dict.fromkeys(("unless", "except", "other than"), _EXCEPTION),
    **dict.fromkeys(("subject to", "provided", "if"), _CONDITION),
    **dict.fromkeys(("normally", "where possible", "where appropriate", "try", "discretion"), _SOFTER),
    "or": ("there is now a choice", "there is no longer a choice"),
}
"""What a sign brings when it comes, and takes with it when it goes."""
NAMES = {
    "consent": "consent",
    "consult": "consultation",
    "decide": "a decision",
    "advise": "advice",
    "tell": "telling",
}
"""What a reader calls what is done."""


class Alone(Enum):
    """When a word that comes or goes, with no other in its place, is told."""

    ALWAYS = auto()
    PURE = auto()
    """Only where words are merely added or merely struck."""
    NEVER = auto()


Outcome = Callable[[Found, Found], str]


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Words of one sort, whose coming, going or exchange changes what a text demands."""

    read: Reader
    signs: frozenset[str]
    """A text without any of these words, or a digit, holds none of the family."""
    alone: Alone
    outcome: Outcome
    """What to make of one in another's place, beyond the words themselves."""
    alike: Callable[[Found], str] = lambda found: ""
    """What is rather paired with what, where several are exchanged."""
    clauses: bool = False
    """Whether one inside a longer clause that comes or goes is told too."""
    rewrites: bool = False
    """Whether one is told where a long stretch is rewritten."""
    places: bool = False
    """Whether its place in the sentence matters, so that one that only moved is told."""
    reach: int | None = None
    """Words after the first of its longest phrase, where all begin with a sign; else what follows counts."""
    names: bool = False
    """Whether it is told as it is written, and not in small letters."""


def alone_outcome(found: Found, *, came: bool) -> str:
    """Return what to make of a word that comes or goes alone, or nothing where that is not certain."""
    if found.sort in people.TELLING:
        return found.sort
    return BROUGHT.get(found.key, ("", ""))[0 if came else 1]


def _nothing(old: Found, new: Found) -> str:
    return ""


def _modals(old: Found, new: Found) -> str:
    if ("entitled" in old.words) != ("entitled" in new.words) and old.sort != new.sort:
        return ""  # a right of the one is a duty of another, not of the same
    forces = [Force.NONE if one.sort == WEAK else Force(one.sort) for one in (old, new)]
    return modals.outcome(forces[0], forces[1])


def _people(old: Found, new: Found) -> str:
    return old.sort if old.sort == new.sort else ""


def _acts(old: Found, new: Found) -> str:
    return f"{NAMES[old.key]} becomes {NAMES[new.key]}"


def _extents(old: Found, new: Found) -> str:
    if "part" not in (old.key, new.key):
        return ""
    return "the list is no longer complete" if new.key == "part" else "the list is now complete"


def _opposites(old: Found, new: Found) -> str:
    return "" if old.key in ("yes", "no") else "reversed"


def _family(
    table: tuple[signs.Row, ...],
    alone: Alone,
    outcome: Outcome = _nothing,
    *,
    clauses: bool = False,
    places: bool = False,
) -> Family:
    read, words, reach = signs.reader(table)
    return Family(read, words, alone, outcome, clauses=clauses, places=places, reach=reach)


MODALS = Family(modals.modals, modals.SIGNS, Alone.ALWAYS, _modals, clauses=True, rewrites=True)
PEOPLE = Family(people.people, people.SIGNS, Alone.PURE, _people, clauses=True, names=True)
REFERENCES = Family(figures.references, figures.PLACE_SIGNS, Alone.NEVER, _nothing, rewrites=True, names=True)
FIGURES = Family(
    figures.figures,
    figures.SIGNS,
    Alone.ALWAYS,
    _nothing,
    alike=figures.unit,
    clauses=True,
    rewrites=True,
    names=True,
)
BOUNDS = _family(signs.BOUNDS, Alone.PURE, clauses=True)
NEGATION = _family(signs.NEGATION, Alone.ALWAYS, clauses=True, places=True)
EXCEPTIONS = _family(signs.EXCEPTIONS, Alone.ALWAYS, clauses=True)
ONLY = _family(signs.ONLY, Alone.ALWAYS, clauses=True, places=True)
QUANTITIES = _family(signs.QUANTITIES, Alone.PURE)
JOINS = _family(signs.JOINS, Alone.PURE, clauses=True)
ACTS = _family(signs.ACTS, Alone.NEVER, _acts)
OPPOSITES = Family(lambda text: [], frozenset(), Alone.NEVER, _opposites, names=True)
"""One word exchanged for its opposite: read not by a word but by the pair."""
FAMILIES: tuple[Family, ...] = (
    MODALS,
    BOUNDS,
    EXCEPTIONS,
    ONLY,
    NEGATION,
    OPPOSITES,
    PEOPLE,
    REFERENCES,
    FIGURES,
    ACTS,
    _family(signs.SOFTENERS, Alone.PURE),
    _family(signs.CONDITIONS, Alone.PURE),
    _family(signs.PROMPTNESS, Alone.PURE),
    QUANTITIES,
    JOINS,
    _family(signs.EXTENTS, Alone.NEVER, _extents),
)
"""Read in this order, and told in it: what one family takes is not read again by a later one."""
