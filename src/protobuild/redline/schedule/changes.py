"""Say what a redline decides: the changes C1..Cn, one for each decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from protobuild.model.outline import Entry, Outline
from protobuild.model.redlined import Change, Edit, Paper, Rank, Redlined, What, Why
from protobuild.redline.compare import different
from protobuild.redline.concordance import concordance
from protobuild.redline.force.rank import rank
from protobuild.redline.force.read import force
from protobuild.redline.rounds import between
from protobuild.redline.schedule.decisions import Decision, decisions
from protobuild.redline.schedule.edits import edits
from protobuild.redline.schedule.naming import named
from protobuild.redline.schedule.reasons import explained
from protobuild.redline.schedule.said import mark, said, title, titles_apart
from protobuild.redline.schedule.sections import Sections, sections, told_apart
from protobuild.redline.schedule.sentences import goes, tied
from protobuild.redline.schedule.terms import renamed
from protobuild.redline.schedule.units import Spot, numbers, units


def describe(outline: Outline, reasons: Sequence[Why] = (), papers: Sequence[Paper] = ()) -> Redlined:
    """Return the redline with its schedule of changes and its concordance.

    Changes come in reading order, round by round at each place, and are named C1, C2 ...
    Renumbering alone is no change. A run of deletions in one section is one change, and so
    is one role's new title wherever it is printed. What a paper issued earlier decided keeps
    the name it was given there (see `naming`).
    """
    found = [
        explained(change, reasons, outline.last)
        for number in range(1, outline.last + 1)
        for change in _changes(outline, number)
    ]
    found.sort(key=lambda change: (min(change.at), change.round))
    changes = named(titles_apart(found), papers)
    return Redlined(outline, changes, concordance(outline, changes), different(outline), tuple(papers))


@dataclass(frozen=True, slots=True)
class _Round:
    """What is known of one round, by position in it: numbers before and after, and where sections went."""

    number: int
    entries: Sequence[Entry]
    positions: list[int]
    """From a position in the round alone to the one in the whole redline."""
    old: Mapping[int, str]
    new: Mapping[int, str]
    base: Mapping[int, str]
    """The numbers in the base."""
    hosts: Mapping[int, int]
    """What an item or a row that moves by itself hangs on."""
    sections: Sections

    def place(self, at: int) -> int:
        """Return the position in the whole redline."""
        return self.positions[at]

    def placed(self, edit: Edit) -> Edit:
        """Return an edit with its positions in the whole redline."""
        marks = tuple(dict.fromkeys((self.place(at), nth) for at, nth in edit.marks))
        return replace(edit, at=self.place(edit.at), marks=marks)

    def numbers(self, side: Mapping[int, str], places: Sequence[int]) -> tuple[str, ...]:
        """Return what places are called on one side; a row that moves is called by its table."""
        called = (side.get(self.hosts.get(at, at) if side.get(at) == "" else at) for at in places)
        return tuple(dict.fromkeys(name for name in called if name))


def _changes(outline: Outline, number: int) -> Iterator[Change]:
    step, positions = between(outline, number - 1, number)
    found = renamed(tied(list(units(step))))
    hosts = {unit.at[0]: unit.host.at[0] for unit in found if unit.host}
    named = numbers(outline, 0)
    base = {at: named[place] for at, place in enumerate(positions) if place in named}
    old, new = numbers(step, 0), numbers(step, 1)
    known = _Round(number, step.entries, positions, old, new, base, hosts, sections(step))
    return (_change(decision, known) for decision in decisions(found, known.sections))


def _change(decision: Decision, known: _Round) -> Change:
    """Return a decision as a change, still without its name."""
    before, after = said(decision)
    touched = _touched(decision)
    told = partial(_gone, decision, known)
    forces = _forces(decision, told(decision.spots))
    return Change(
        name="",
        what=decision.what,
        at=tuple(known.place(at) for at in touched),
        old=_old(decision, known),
        new=_new(decision, known),
        before=before,
        after=after,
        force=forces,
        rank=_rank(decision),
        round=known.number,
        title=title(decision, forces, known.new.get(decision.first) or known.old.get(decision.first, "")),
        edits=tuple(known.placed(edit) for edit in edits(decision, told, forces)),
        ids=_ids(decision),
        base=known.numbers(known.base, [*decision.departures, *_named(decision, known)]),
        mark=mark(decision),
        marks=tuple((known.place(at), nth) for at, nth in dict.fromkeys(_marks(decision))),
    )


def _forces(decision: Decision, told: Iterable[str]) -> tuple[str, ...]:
    """Return what it changes in the force of the words; of a term renamed throughout, how often."""
    says = force([region for spot in decision.spots for region in spot.counted])
    times = f" ({len(decision.spots)} times)" if decision.term else ""
    return (*(each + times for each in says), *told)


def _gone(decision: Decision, known: _Round, spots: Sequence[Spot]) -> Iterator[str]:
    """Yield a sentence for words of some spots that went to another decision, or came from one."""
    own = {unit.at[0] for unit in decision.units}
    for tie in dict.fromkeys(tie for spot in spots for tie in spot.ties):
        told = goes(tie, known.old if tie.came else known.new)
        if told and tie.root not in own:
            yield told


# -- where it is ------------------------------------------------------------------------------


def _touched(decision: Decision) -> list[int]:
    """Return the positions it touches in reading order, the old places of a move last."""
    if decision.role or decision.term:
        return [*dict.fromkeys(spot.at for spot in decision.spots)]
    at = [one for unit in decision.units for one in unit.touched or unit.at]
    return [*dict.fromkeys(one for one in at if one not in decision.departures), *decision.departures]


def _marks(decision: Decision) -> Iterator[tuple[int, int]]:
    """Yield the marks that stand or fall with it: of entries, but for new titles and terms, and of words."""
    if not (decision.role or decision.term):
        yield from ((at, -1) for unit in decision.units for at in unit.at)
        yield from ((at, -1) for at in decision.departures)
    yield from ((spot.at, spot.nth) for spot in decision.spots)


def _named(decision: Decision, known: _Round) -> list[int]:
    """Return the positions of what it is named by: the roots, or what it touches where none has a number."""
    roots = [unit.at[0] for unit in decision.units]
    if any(known.old.get(at) or known.new.get(at) for at in roots):
        return roots
    return _touched(decision)  # an item that belongs to no numbered paragraph names itself


def _old(decision: Decision, known: _Round) -> tuple[str, ...]:
    places = [*decision.departures, *_named(decision, known)]
    if decision.what is What.NEW_OVER and decision.beside:
        places = [decision.beside.at[0], *places]
    return known.numbers(known.old, places)


def _new(decision: Decision, known: _Round) -> tuple[str, ...]:
    news = known.numbers(known.new, _named(decision, known))
    if decision.what is What.DROPPED_OVER and decision.beside:
        return known.numbers(known.new, [decision.beside.at[0]])
    if decision.what in (What.MERGED, What.SPLIT) and not news:  # a struck heading
        headings = known.sections.went.get(decision.first, ())
        return told_apart(headings, known.new, known.old.get(decision.first, ""), known.entries, 1)
    return news


def _ids(decision: Decision) -> tuple[str, ...]:
    """Return the ids it touches; of a new title, the role and the paragraphs nothing else changed in."""
    if decision.role or decision.term:
        own = [unit.root.id for unit in decision.units if not unit.reworded]
        return tuple(dict.fromkeys(id for id in (decision.role, *own) if id))
    out: list[str] = []
    for unit in decision.units:
        touched = set(unit.touched or unit.at)
        for at, entry in zip(unit.at, unit.entries, strict=True):
            if entry is unit.root or at in touched:
                out += [entry.id, *(face.id for face in entry.was)]
        if unit.host and not unit.root.id:
            out.append(unit.host.root.id)
    return tuple(dict.fromkeys(id for id in out if id))


def _rank(decision: Decision) -> Rank:
    match decision.what:
        case What.FORMATTING:
            return Rank.MINOR
        case What.REWORDED | What.REPLACED | What.RETITLED:
            return rank([spot.region for spot in decision.spots])
        case _:
            return Rank.SUBSTANTIVE
