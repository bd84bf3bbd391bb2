"""Edits: the several edits of one decision, each with a label of its own such as C7a."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from protobuild.model.numbering import letters
from protobuild.model.outline import Entry, Kind
from protobuild.model.redlined import Edit, What
from protobuild.redline.force.read import force
from protobuild.redline.schedule.decisions import Decision
from protobuild.redline.schedule.units import Spot

EDITED = frozenset(
    {What.REWORDED, What.MOVED_AND_REWORDED, What.MERGED, What.SPLIT, What.NEW_OVER, What.DROPPED_OVER}
)
"""What may consist of several edits; the rest is taken or left whole."""


SUMMED = ("drops ", "adds ")
"""How a sentence begins that sums up what whole passages lay down."""
Told = Callable[[Sequence[Spot]], Iterable[str]]
"""Say where words of some spots went to in other decisions, or came from."""


def edits(decision: Decision, told: Told, forces: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits of a decision, unnamed, in reading order; none where there is only one.

    An item or a row that comes or goes with all that hangs on it is one edit. Words that only go
    from one paragraph of it to another are none: nobody could take the one end without the other.
    `forces` is what the decision as a whole does to the force of the words.

    An example: `Members [-should-][+must+] declare it[-, in writing,-] at once.` has two, one of
    both words and one of the phrase.
    """
    if decision.what not in EDITED or decision.term:
        return ()
    entries = {at: entry for unit in decision.units for at, entry in zip(unit.at, unit.entries, strict=True)}
    own = {unit.at[0] for unit in decision.units}
    open_to_vote = [spot for spot in decision.spots if not _within(spot, own)]
    found = [_edit(spots, entries, told) for spots in _together(open_to_vote, entries) if _said(spots)]
    return tuple(_netted(found, forces)) if len(found) > 1 else ()


def letter_of(number: int) -> str:
    """Return the letter of the nth edit, counted from 0."""
    return letters(number + 1)


def _netted(found: Sequence[Edit], forces: Sequence[str]) -> list[Edit]:
    """Return the edits saying no more, and no less, than the whole: what goes in one may come in another.

    What a passage drops or adds is summed up for the whole, and stays with each edit that does it.
    """
    told = {says for edit in found for says in edit.force}
    untold = [says for says in forces if says not in told and not says.startswith(SUMMED)]
    out = []
    for edit in found:
        kept = tuple(says for says in edit.force if says in forces or says.startswith(SUMMED))
        if untold and len(kept) < len(edit.force):
            kept, untold = (*untold, *kept), []
        out.append(replace(edit, force=kept))
    return out


def _within(spot: Spot, own: set[int]) -> bool:
    """Whether a spot is nothing but words that go from one paragraph of the decision to another."""
    return bool(spot.ties) and not spot.left and all(tie.root in own for tie in spot.ties)


def _together(spots: Sequence[Spot], entries: dict[int, Entry]) -> list[list[Spot]]:
    """Return the spots, those of one edit in one list."""
    out: list[list[Spot]] = []
    top = -1  # the position of what comes or goes whole, while that lasts
    for spot in spots:
        whole = _whole_at(spot.at, entries)
        if out and (0 <= whole == top or _hangs_on(spot, out[-1])):
            out[-1].append(spot)
        else:
            out.append([spot])
        top = whole
    return out


def _hangs_on(spot: Spot, before: Sequence[Spot]) -> bool:
    """Whether a spot goes with those before it: commas around a phrase, a full stop before a joint."""
    if _lettered(before):
        return False
    return before[-1].at != spot.at or not _lettered([spot])


def _lettered(spots: Sequence[Spot]) -> bool:
    return any(sign.isalnum() for spot in spots for sign in spot.region.old + spot.region.new)


def _whole_at(at: int, entries: dict[int, Entry]) -> int:
    """Return the outermost entry that comes or goes with all under it, this one too; -1 for none."""
    top, level = -1, entries[at].level + 1
    for one in range(at, -1, -1):
        if one not in entries or not _whole(entries[one]) or entries[one].born != entries[at].born:
            break
        if entries[one].level < level:
            if not all(_whole(below) for below in _under(one, entries)):
                break
            top, level = one, entries[one].level
    return top


def _under(at: int, entries: dict[int, Entry]) -> Iterator[Entry]:
    one = at + 1
    while one in entries and entries[one].level > entries[at].level:
        yield entries[one]
        one += 1


def _whole(entry: Entry) -> bool:
    """Whether an entry came or went with all its words."""
    if entry.moved or entry.born == (entry.gone is not None):
        return False
    return not any(
        run.seen_in(0) and run.seen_in(1) and run.text.strip() for run in entry.heading + entry.body
    )


def _said(spots: Sequence[Spot]) -> bool:
    """Whether the spots say anything; the space between joined paragraphs does not."""
    return any((spot.region.old + spot.region.new).strip() for spot in spots)


def _edit(spots: Sequence[Spot], entries: dict[int, Entry], told: Told) -> Edit:
    first = next((spot for spot in spots if _lettered([spot])), spots[0])
    same = [spot for spot in spots if spot.at == first.at]
    between = " | " if all(entries[spot.at].kind is Kind.CELL for spot in spots) else " "
    before = between.join(spot.region.old.strip() for spot in spots if spot.region.old.strip())
    after = between.join(spot.region.new.strip() for spot in spots if spot.region.new.strip())
    counted = [region for spot in spots for region in spot.counted]
    forces = (*force(counted), *told(spots))
    return Edit("", same[-1].at, same[-1].nth, before, after, forces, tuple(_marks(spots, entries)))


def _marks(spots: Sequence[Spot], entries: dict[int, Entry]) -> Iterator[tuple[int, int]]:
    """Yield the marks of some spots, and of the items and rows that come or go with them."""
    for spot in spots:
        if _whole(entries[spot.at]):
            yield spot.at, -1
        yield spot.at, spot.nth
