"""Gather what one round did into decisions: what a committee would vote on as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protobuild.model.outline import Kind
from protobuild.model.redlined import What
from protobuild.redline.schedule.sections import Sections
from protobuild.redline.schedule.sentences import taken
from protobuild.redline.schedule.units import Spot, Term, Unit


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
    term: Term | None = None
    """For a term renamed in several places: its old and its new words."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The changed stretches that are part of it."""
        found = (spot for unit in self.units for spot in unit.spots)
        if self.role:
            return tuple(spot for spot in found if self.role in spot.region.roles)
        if self.term:
            return tuple(spot for spot in found if spot.term == self.term)
        return tuple(spot for spot in found if spot.words)

    @property
    def first(self) -> int:
        """Its first position in reading order."""
        return self.units[0].at[0]


def decisions(found: Sequence[Unit], went: Sections) -> list[Decision]:
    """Return the decisions of one round in reading order.

    Each step takes what the one before it gives: classify every unit by itself; bring moves
    together; attach what joined a paragraph or parted from it; gather runs of deletions and whole
    new sections; drop what only stands. New titles of roles, and terms renamed throughout, are
    gathered beside these.
    """
    steps = classified(found, went)
    steps = moves_together(steps, found)
    steps = runs_gathered(taken_in(joins_attached(steps), taken(found)))
    decided = [Decision(step.what, step.units, step.departures, step.beside) for step in steps if step.what]
    beside = [*new_titles(found), *new_terms(found)]
    return sorted([*decided, *beside], key=lambda decision: decision.first)


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
            before = before if unit.host else unit
            continue
        what = _what(unit, went)
        if unit.host:
            out.append(Step(what, (unit,)))
            continue
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
        return What.REPLACED if unit.replaced else What.REWORDED
    if unit.relevelled:
        return What.RELEVELLED
    if unit.parted or unit.joined:
        return What.SPLIT if unit.parted else What.MERGED
    return What.FORMATTING if unit.redressed else None


# -- 2. moves ---------------------------------------------------------------------------------


def moves_together(steps: Sequence[Step], found: Sequence[Unit]) -> list[Step]:
    """Return the steps with what one move carried in one decision, and its old places named.

    Items of one list put in another order, and rows of one table, are one decision.

    An example: section 4 moves before section 2 and carries `4.1` and `4.2`, of which one is
    reworded: one decision, MOVED_AND_REWORDED, whose departures are the three old places.
    """
    moves = _moves(found)
    left: dict[str, tuple[int, ...]] = {}
    struck: dict[str, tuple[Unit, ...]] = {}
    for unit in found:
        if unit.leaves:
            move = moves[unit.journey]
            left[move] = left.get(move, ()) + unit.at
            struck[move] = struck.get(move, ()) + ((unit.left_behind,) if unit.left_behind.at else ())
    out: list[Step] = []
    places: dict[str, int] = {}
    for step in steps:
        move = moves.get(step.units[0].journey, "")
        if not move:
            out.append(step)
        elif move in places:
            mover = out[places[move]]
            both = {mover.what, step.what}
            what = What.MOVED_AND_REWORDED if What.MOVED_AND_REWORDED in both else mover.what
            out[places[move]] = replace(mover, what=what, units=mover.units + step.units)
        else:
            places[move] = len(out)
            out.append(replace(step, departures=left.get(move, ())))
    return [_with_struck(step, struck.get(moves.get(step.units[0].journey, ""), ())) for step in out]


def _with_struck(step: Step, struck: tuple[Unit, ...]) -> Step:
    """Return a move with what was struck from it as it left: an item that did not go along."""
    if not struck:
        return step
    return replace(step, what=What.MOVED_AND_REWORDED, units=step.units + struck)


def _moves(found: Sequence[Unit]) -> dict[str, str]:
    """Return what each journey is decided with: itself, or the first within the same paragraph or table."""
    ends: dict[str, set[int]] = {}
    for unit in found:
        if unit.journey:
            ends.setdefault(unit.journey, set()).add(unit.host.at[0] if unit.host else -1)
    within: dict[int, str] = {}
    out: dict[str, str] = {}
    for journey, hosts in ends.items():
        one_place = len(hosts) == 1 and -1 not in hosts
        out[journey] = within.setdefault(min(hosts), journey) if one_place else journey
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
        if step.units[-1].stands and not step.units[-1].host:
            base = len(out) - 1
    return out


def taken_in(steps: Sequence[Step], into: Mapping[int, int]) -> list[Step]:
    """Return the steps with each dropped paragraph whose words another took in, in that one's decision.

    An example: `1.1` is dropped, and its words stand at the end of `2.1`: MERGED, with both.
    """
    taken_by: dict[int, list[Unit]] = {}
    for step in steps:
        for unit in step.units:
            if unit.at[0] in into:
                taken_by.setdefault(into[unit.at[0]], []).append(unit)
    out: list[Step] = []
    for step in steps:
        joined = [one for unit in step.units for one in taken_by.get(unit.at[0], ())]
        units = sorted([*step.units, *joined], key=lambda unit: unit.at[0])
        if joined:
            out.append(replace(step, what=What.MERGED, units=tuple(units)))
        elif step.units[0].at[0] not in into:
            out.append(step)
    return out


# -- 4. runs ----------------------------------------------------------------------------------


def runs_gathered(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with a run of deletions in one section as one, and a whole new section.

    An example: in section 3 `3.1` is reworded, `3.2`, `3.3` and `3.5` are struck, and `3.4` is kept:
    REWORDED, one DROPPED with `3.2` and `3.3`, None, and another DROPPED. Names struck from the end
    of a section are another matter than its rules, and stay apart.
    """
    out: list[Step] = []
    for step in steps:
        if out and _continues(out[-1], step):
            out[-1] = replace(out[-1], units=out[-1].units + step.units)
        else:
            out.append(step)
    return out


def _continues(run: Step, step: Step) -> bool:
    last, unit = run.units[-1], step.units[0]
    if run.what is not step.what or last.section != unit.section:
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


def new_terms(found: Sequence[Unit]) -> Iterator[Decision]:
    """Yield one decision for each term renamed in several places, with every unit that has it."""
    places: dict[Term, list[Unit]] = {}
    for unit in found:
        for term in dict.fromkeys(spot.term for spot in unit.spots if spot.term):
            places.setdefault(term, []).append(unit)
    for term, units in places.items():
        yield Decision(What.REWORDED, tuple(units), term=term)
