"""Say what a redline decides: the changes C1..Cn, one for each decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from protobuild.model.outline import Kind, Outline
from protobuild.model.redlined import Change, Rank, Redlined, What
from protobuild.redline.compare import different
from protobuild.redline.concordance import concordance
from protobuild.redline.force import force
from protobuild.redline.rank import rank
from protobuild.redline.rounds import between
from protobuild.redline.units import Unit, numbers, units

Reasons = Mapping[str, tuple[str, str]]
"""Clause id to the reason for its change and who proposes it."""

BEGINNING = 60
"""Letters of a text that are enough to know it by."""


@dataclass(slots=True)
class _Group:
    """A decision while it is gathered: what it is, and the units it touches."""

    what: What
    units: list[Unit]
    departures: list[int] = field(default_factory=list)


def describe(outline: Outline, reasons: Reasons | None = None) -> Redlined:
    """Return the redline with its schedule of changes and its concordance.

    Changes come in reading order, round by round at each place, and are named C1, C2 ...
    Renumbering alone is no change. A run of deletions in one section is one change, and so
    is one role's new title wherever it is printed.
    """
    found = [
        change for number in range(1, outline.last + 1) for change in _changes(outline, number, reasons or {})
    ]
    found.sort(key=lambda change: (min(change.at), change.round))
    named = tuple(replace(change, name=f"C{count}") for count, change in enumerate(found, 1))
    return Redlined(outline, named, concordance(outline, named), different(outline))


def _changes(outline: Outline, number: int, reasons: Reasons) -> Iterator[Change]:
    step, positions = between(outline, number - 1, number)
    old, new = numbers(step, 0), numbers(step, 1)
    for group in _groups(list(units(step))):
        change = _change(group, old, new, reasons)
        yield replace(change, at=tuple(positions[at] for at in change.at), round=number)


def _groups(found: Sequence[Unit]) -> list[_Group]:
    """Return the decisions of one round, in reading order."""
    out: list[_Group] = []
    arrivals: dict[str, _Group] = {}
    titles: dict[str, _Group] = {}
    survivors = {unit.section for unit in found if _survives(unit)}
    base: _Group | None = None  # the decision on the last unit that stands, for what joins or leaves it
    for unit in found:
        what = _what(unit, survivors)
        if unit.leaves:
            continue
        root = unit.root.moved.split(".")[0]
        if unit.arrives and root in arrivals:
            arrivals[root].units.append(unit)
        elif what in (What.MERGED, What.SPLIT) and unit.root.kind is not Kind.SECTION and base is not None:
            base.what = what
            base.units.append(unit)
            if not base.units[0].reworded and base not in out:
                out.append(base)
        elif what is What.RETITLED and (role := _role(unit)) in titles:
            titles[role].units.append(unit)
        elif out and what is not None and _continues(out[-1], unit, what):
            out[-1].units.append(unit)
        elif what is not None:
            out.append(_Group(what, [unit]))
            arrivals |= {root: out[-1]} if root else {}
            titles |= {_role(unit): out[-1]} if what is What.RETITLED else {}
        if unit.stands:
            decided = what is not None and out and out[-1].units[-1] is unit
            base = out[-1] if decided else _Group(What.MERGED, [unit])
    _add_departures(found, arrivals)
    return out


def _what(unit: Unit, survivors: set[int]) -> What | None:
    """Return what the round did to a unit, or None when it only renumbered it, or nothing."""
    if unit.arrives:
        return What.MOVED_AND_REWORDED if unit.reworded else What.MOVED
    match (unit.stood, unit.stands):
        case (False, True):
            return What.SPLIT if unit.keeps_words else What.NEW
        case (True, False):
            heads_kept = unit.root.kind is Kind.SECTION and unit.at[0] in survivors
            return What.MERGED if unit.keeps_words or heads_kept else What.DROPPED
        case (True, True):
            return _what_in_place(unit)
    return None


def _what_in_place(unit: Unit) -> What | None:
    if unit.reworded:
        return What.RETITLED if rank(unit.regions) is Rank.TITLES else What.REWORDED
    if unit.relevelled:
        return What.RELEVELLED
    return What.FORMATTING if unit.redressed else None


def _survives(unit: Unit) -> bool:
    """Whether a unit below a heading stood before the round and still stands somewhere."""
    if unit.root.kind is Kind.SECTION:
        return False
    return unit.stood and (unit.stands or unit.keeps_words or bool(unit.root.moved))


def _continues(group: _Group, unit: Unit, what: What) -> bool:
    """Whether a unit belongs to the decision before it: a run of deletions, or a whole new section."""
    last = group.units[-1]
    if group.what is not what or last.section != unit.section:
        return False
    return what is What.DROPPED or (what is What.NEW and group.units[0].root.kind is Kind.SECTION)


def _role(unit: Unit) -> str:
    return ",".join(sorted({role for region in unit.regions for role in region.roles}))


def _add_departures(found: Sequence[Unit], arrivals: Mapping[str, _Group]) -> None:
    for unit in found:
        if unit.leaves and (group := arrivals.get(unit.root.moved.split(".")[0])):
            group.departures += unit.at


def _change(group: _Group, old: Mapping[int, str], new: Mapping[int, str], reasons: Reasons) -> Change:
    changed = [region for unit in group.units for region in unit.regions]
    roots = [unit.at[0] for unit in group.units]
    touched = [at for unit in group.units for at in unit.touched or unit.at]
    if not any(old.get(at) or new.get(at) for at in roots):
        roots = touched  # an item that belongs to no numbered paragraph names itself
    olds = [old[at] for at in [*group.departures, *roots] if old.get(at)]
    news = [new[at] for at in roots if new.get(at)]
    if group.what is What.MERGED and not news:
        news = [_section_before(new, roots[0])]
    reason, proposer = _reason(group, reasons)
    before = " ".join(unit.before for unit in group.units if unit.before)
    after = " ".join(unit.after for unit in group.units if unit.after)
    if group.departures and not before:
        before = _words_moved(group)
    forces = force(changed)
    return Change(
        name="",
        what=group.what,
        at=tuple(touched + group.departures),
        old=tuple(dict.fromkeys(olds)),
        new=tuple(dict.fromkeys(news)),
        before=before,
        after=after,
        force=forces,
        rank=_rank(group),
        reason=reason,
        proposer=proposer,
        title=_title(forces, before, after),
    )


def _section_before(numbers: Mapping[int, str], at: int) -> str:
    """Return the section a struck heading's paragraphs have joined: the last one that stands."""
    return next((numbers[one] for one in range(at, 0, -1) if numbers.get(one, "").startswith("section")), "")


def _words_moved(group: _Group) -> str:
    """Return the old words of a moved unit, read at its new place: carried and struck ones."""
    out = []
    for unit in group.units:
        for entry in unit.entries:
            runs = [run for run in entry.heading + entry.body if run.moved or run.gone is not None]
            out.append("".join(run.text for run in runs))
    return " ".join(text for text in out if text)


def _rank(group: _Group) -> Rank:
    match group.what:
        case What.FORMATTING:
            return Rank.MINOR
        case What.REWORDED | What.RETITLED:
            return rank([region for unit in group.units for region in unit.regions])
        case _:
            return Rank.SUBSTANTIVE


def _reason(group: _Group, reasons: Reasons) -> tuple[str, str]:
    for unit in group.units:
        for entry in unit.entries:
            for id in (entry.id, *(face.id for face in entry.was)):
                if id in reasons:
                    return reasons[id]
    return "", ""


def _title(forces: Sequence[str], before: str, after: str) -> str:
    if forces:
        return forces[0]
    text = after or before
    return text if len(text) <= BEGINNING else text[:BEGINNING].rsplit(" ", 1)[0] + " …"
