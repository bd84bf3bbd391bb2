"""Name the changes C1, C2 ...; a name that a paper gave stays with its decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from protobuild.model.numbering import letters
from protobuild.model.redlined import Change, Issued, Paper, Rank
from protobuild.redline.schedule.edits import letter_of
from protobuild.redline.schedule.refind import found_again, overlap

_NAME = re.compile(r"C(\d+)([A-Z]*)")


@dataclass(frozen=True, slots=True)
class Known:
    """A name that was given out: what it stands for, as the last paper that lists it has it."""

    issued: Issued
    first: str
    """The paper that gave the name."""
    last: str
    """The last paper in which the change was alive."""


def named(changes: Sequence[Change], papers: Sequence[Paper] = ()) -> tuple[Change, ...]:
    """Return the changes with their names, in the order of the names.

    Without papers they are C1, C2 ... as they come. With papers each decision that one of them
    listed keeps its name; one that was withdrawn since stays listed, touching nothing; a new
    one takes the number before it with a letter.

    An example: a paper listed C1, C2 and C3. Since then C2 was taken back, and something new
    stands before C1, between C1 and C3, and at the end: C0A, C1, C1A, C2 (withdrawn), C3, C4.
    """
    if not papers:
        return tuple(_lettered(replace(change, name=f"C{count}")) for count, change in enumerate(changes, 1))
    known = _known(papers)
    again = found_again([each.issued for each in known.values()], changes)
    kept = {at: name for name, at in again.items()}
    names = _names(len(changes), kept, known)
    alive = [
        _lettered(_as_issued(replace(change, name=name), known.get(name)))
        for change, name in zip(changes, names, strict=True)
    ]
    gone = [_withdrawn(each, alive) for name, each in known.items() if name not in again]
    return tuple(sorted([*alive, *gone], key=lambda change: order(change.name)))


def listed_as(change: Change) -> Issued:
    """Return a change as a paper lists it."""
    return Issued(
        name=change.name,
        what=change.what,
        ids=change.ids,
        base=change.base,
        old=change.old,
        new=change.new,
        title=change.title,
        before=change.before,
        after=change.after,
        mark=change.mark,
    )


def order(name: str) -> tuple[int, int, str]:
    """Return what sorts names as people do: C7, C7A, C8, C10.

    >>> sorted(["C10", "C8", "C7A", "C7"], key=order)
    ['C7', 'C7A', 'C8', 'C10']
    """
    number, letter = _parts(name)
    return number, len(letter), letter


def _parts(name: str) -> tuple[int, str]:
    found = _NAME.fullmatch(name)
    return (int(found.group(1)), found.group(2)) if found else (0, name)


def _known(papers: Iterable[Paper]) -> dict[str, Known]:
    """Return every name ever given, in order of the papers."""
    out: dict[str, Known] = {}
    for paper in papers:
        for issued in paper.changes:
            first = out[issued.name].first if issued.name in out else paper.name
            out[issued.name] = Known(issued, first, paper.name)
    return out


def _names(count: int, kept: Mapping[int, str], given: Iterable[str]) -> list[str]:
    """Return a name for each of so many changes; `kept` has those that have one already."""
    taken = set(given)
    highest = max((_parts(name)[0] for name in taken), default=0)
    last = max(kept, default=-1)
    out: list[str] = []
    for at in range(count):
        if at in kept:
            out.append(kept[at])
        elif at > last:
            highest += 1
            out.append(f"C{highest}")
        else:
            out.append(_between(out[-1] if out else "C0", taken))
        taken.add(out[-1])
    return out


def _between(name: str, taken: set[str]) -> str:
    """Return the number of a name with the first letter that was never given.

    >>> _between("C7", {"C7", "C7A", "C8"})
    'C7B'
    """
    number, count = _parts(name)[0], 1
    while f"C{number}{letters(count).upper()}" in taken:
        count += 1
    return f"C{number}{letters(count).upper()}"


def _lettered(change: Change) -> Change:
    """Return the change with its edits named after it."""
    edits = (replace(edit, name=change.name + letter_of(at)) for at, edit in enumerate(change.edits))
    return replace(change, edits=tuple(edits))


def _as_issued(change: Change, known: Known | None) -> Change:
    """Return the change saying which paper named it, and whether its words are still those."""
    if known is None:
        return change
    changed = "" if change.mark == known.issued.mark else known.last
    return replace(change, issued=known.first, changed_since=changed)


def _withdrawn(known: Known, alive: Sequence[Change]) -> Change:
    """Return a change that is no longer proposed, as its paper had it."""
    issued = known.issued
    touching = max(alive, key=lambda change: overlap(issued, change), default=None)
    now_in = touching.name if touching is not None and overlap(issued, touching) else ""
    return Change(
        name=issued.name,
        what=issued.what,
        at=(),
        old=issued.old,
        new=issued.new,
        before=issued.before,
        after=issued.after,
        force=(),
        rank=Rank.SUBSTANTIVE,
        title=issued.title,
        ids=issued.ids,
        base=issued.base,
        mark=issued.mark,
        issued=known.first,
        withdrawn=known.last,
        now_in=now_in,
    )
