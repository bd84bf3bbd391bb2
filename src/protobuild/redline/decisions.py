"""Gather what one round did into decisions: what a committee would vote on as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protobuild.model.outline import Kind
from protobuild.model.redlined import What
from protobuild.redline.sections import Sections
from protobuild.redline.units import Spot, Unit


@dataclass(frozen=True, slots=True)
class Step:
    """A decision in the making: units that belong together, in which perhaps nothing was decided."""

    what: What | None
    """None where everything stands as it stood."""
    units: tuple[Unit, ...]
    departures: tuple[int, ...] = ()
    beside: Unit | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, and the units it touches."""

    what: What
    units: tuple[Unit, ...]
    departures: tuple[int, ...] = ()
    """Positions of the old places of what moved."""
    beside: Unit | None = None
    """For text kept under a new or a struck paragraph: the paragraph it hung on, or hangs on now."""
    role: str = ""
    """For a new title: the role that has it."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The changed stretches that are part of it."""
        found = (spot for unit in self.units for spot in unit.spots)
        if self.role:
            return tuple(spot for spot in found if self.role in spot.region.roles)
        return tuple(spot for spot in found if spot.words)

    @property
    def first(self) -> int:
        """Its first position in reading order."""
        return self.units[0].at[0]


def decisions(found: Sequence[Unit], went: Sections) -> list[Decision]:
    """Return the decisions of one round in reading order.

    Each step takes what the one before it gives: classify every unit by itself; bring moves
    together; attach what joined a paragraph or parted from it; drop what only stands; gather
    runs of deletions and whole new sections. New titles of roles are gathered beside these.
    """
    steps = classified(found, went)
    steps = moves_together(steps, found)
    steps = joins_attached(steps)
    decided = [Decision(step.what, step.units, step.departures, step.beside) for step in steps if step.what]
    return sorted([*runs_gathered(decided), *new_titles(found)], key=lambda decision: decision.first)


# -- 1. each unit by itself -------------------------------------------------------------------


def classified(found: Sequence[Unit], went: Sections) -> list[Step]:
    """Return a step for every unit, but for the old places of what moved.

    An example: `1 Advice` kept, `1.1` with a word swapped, `1.2` struck and `1.3` now `1.2` give
    None, REWORDED, DROPPED and None.
    """
    out: list[Step] = []
    before: Unit | None = None  # the last unit that stood
    above: Unit | None = None  # the last unit that stands
    for unit in found:
        if unit.leaves:
            before = unit
            continue
        what = _what(unit, went)
        beside = {What.NEW_OVER: before, What.DROPPED_OVER: above}.get(what) if what else None
        out.append(Step(what, (unit,), beside=beside))
        before = unit if unit.stood else before
        above = unit if unit.stands else above
    return out


def _what(unit: Unit, went: Sections) -> What | None:
    """Return what the round did to a unit, or None when it only renumbered it, or nothing."""
    if unit.arrives:
        return What.MOVED_AND_REWORDED if unit.reworded else What.MOVED
    match (unit.stood, unit.stands):
        case (False, True):
            return _what_came(unit)
        case (True, False):
            return _what_went(unit, went)
        case (True, True):
            return _what_stays(unit)
    return None


def _what_came(unit: Unit) -> What:
    if unit.keeps_words:
        return What.SPLIT
    return What.NEW_OVER if unit.keeps_text_under else What.NEW


def _what_went(unit: Unit, went: Sections) -> What:
    if unit.root.kind is Kind.SECTION and (headings := went.went.get(unit.at[0])):
        return What.SPLIT if len(headings) > 1 else What.MERGED
    if unit.keeps_words:
        return What.MERGED
    return What.DROPPED_OVER if unit.keeps_text_under else What.DROPPED


def _what_stays(unit: Unit) -> What | None:
    if unit.reworded:
        return What.REWORDED
    if unit.relevelled:
        return What.RELEVELLED
    return What.FORMATTING if unit.redressed else None


# -- 2. moves ---------------------------------------------------------------------------------


def moves_together(steps: Sequence[Step], found: Sequence[Unit]) -> list[Step]:
    """Return the steps with what one move carried in one decision, and its old places named.

    An example: section 4 moves before section 2 and carries `4.1` and `4.2`, of which one is
    reworded: one decision, MOVED_AND_REWORDED, whose departures are the three old places.
    """
    left: dict[str, tuple[int, ...]] = {}
    for unit in found:
        if unit.leaves:
            left[unit.journey] = left.get(unit.journey, ()) + unit.at
    out: list[Step] = []
    places: dict[str, int] = {}
    for step in steps:
        journey = step.units[0].journey
        if not journey:
            out.append(step)
        elif journey in places:
            mover = out[places[journey]]
            both = {mover.what, step.what}
            what = What.MOVED_AND_REWORDED if What.MOVED_AND_REWORDED in both else mover.what
            out[places[journey]] = replace(mover, what=what, units=mover.units + step.units)
        else:
            places[journey] = len(out)
            out.append(replace(step, departures=left.get(journey, ())))
    return out


# -- 3. joins and partings --------------------------------------------------------------------


def joins_attached(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with each paragraph that joined another, or parted from it, in its decision.

    An example: `2.1` is kept, the boundary of `2.2` is struck and its words go on: MERGED, with
    both units. A struck section heading is a decision of its own.
    """
    out: list[Step] = []
    base = -1  # where the last decision about something that stands lies
    for step in steps:
        unit = step.units[0]
        joins = step.what in (What.MERGED, What.SPLIT) and unit.root.kind is not Kind.SECTION
        if joins and base >= 0:
            out[base] = replace(out[base], what=step.what, units=out[base].units + step.units)
            continue
        out.append(step)
        if step.units[-1].stands:
            base = len(out) - 1
    return out


# -- 4. runs ----------------------------------------------------------------------------------


def runs_gathered(decided: Sequence[Decision]) -> list[Decision]:
    """Return the decisions with a run of deletions in one section as one, and a whole new section.

    An example: in section 3 `3.1` is reworded, `3.2` and `3.4` are struck, with `3.3` kept between
    them: REWORDED, and one DROPPED with both. Names struck from the end of a section are another
    matter than its rules, and stay apart.
    """
    out: list[Decision] = []
    for decision in decided:
        if out and _continues(out[-1], decision):
            out[-1] = replace(out[-1], units=out[-1].units + decision.units)
        else:
            out.append(decision)
    return out


def _continues(run: Decision, decision: Decision) -> bool:
    last, unit = run.units[-1], decision.units[0]
    if run.what is not decision.what or last.section != unit.section:
        return False
    if run.what is What.DROPPED:
        return (last.root.kind is Kind.SIGNATURE) == (unit.root.kind is Kind.SIGNATURE)
    return run.what is What.NEW and run.units[0].root.kind is Kind.SECTION


# -- 5. titles --------------------------------------------------------------------------------


def new_titles(found: Sequence[Unit]) -> Iterator[Decision]:
    """Yield one decision for each role that got another title, with every unit that prints it.

    An example: the chief clerk becomes the director in `1.2` and `4.1`, and `4.1` is reworded
    besides: one RETITLED with both paragraphs; the rewording of `4.1` is another decision.
    """
    places: dict[str, list[Unit]] = {}
    for unit in found:
        for role in sorted({role for spot in unit.spots for role in spot.region.roles}):
            places.setdefault(role, []).append(unit)
    for role, units in places.items():
        yield Decision(What.RETITLED, tuple(units), role=role)
