"""Summary: what a redline comes to, the force of words first, then how much of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from protobuild.model.redlined import Change, Rank, Redlined, What
from protobuild.model.saying import counted as how_many
from protobuild.model.saying import listed, spoken

DECIDED = frozenset({"adopted", "not yet in force", "in force", "superseded"})
"""The standing of a new text whose changes nobody has to decide any more."""

ORDER = (
    (What.REWORDED, "reworded", "reworded"),
    (What.REPLACED, "replaced", "replaced"),
    (What.MOVED, "moved unchanged", "moved unchanged"),
    (What.MOVED_AND_REWORDED, "moved and reworded", "moved and reworded"),
    (What.MERGED, "merger", "mergers"),
    (What.SPLIT, "split", "splits"),
    (What.NEW, "addition", "additions"),
    (What.NEW_OVER, "addition over earlier text", "additions over earlier text"),
    (What.DROPPED, "deletion", "deletions"),
    (What.DROPPED_OVER, "deletion that keeps the text under it", "deletions that keep the text under them"),
    (What.RELEVELLED, "given another level", "given another level"),
    (What.RETITLED, "new title for a role", "new titles for roles"),
    (What.FORMATTING, "change of formatting only", "changes of formatting only"),
)

LESSER = (
    (Rank.TITLES, "only a new title for a role"),
    (Rank.MINOR, "minor (spacing, capitals, quotation marks, spelling or formatting)"),
)


@dataclass(frozen=True, slots=True)
class Forced:
    """A change in the force of words, and the change it belongs to."""

    change: Change
    name: str
    """What it is called: the change, or the edit that does it."""
    where: str
    says: str


TURNED = ("strengthened", "weakened", "reversed")
"""How it is told that a rule binds more than before, or less, or the other way."""


def forced(redlined: Redlined) -> list[Forced]:
    """Return every change in the force of words that stand: what turns a rule comes first.

    That a sentence stands elsewhere is no change of its force.
    """
    rows = [
        Forced(change, name, ", ".join(change.new or change.old), says)
        for change in redlined.changes
        if change.what is not What.DROPPED
        for name, says in forces(change)
        if not says.startswith("the sentence ")
    ]
    return sorted(rows, key=lambda row: not _turns_modal(row.says))


def forces(change: Change) -> list[tuple[str, str]]:
    """Return what a change does to the force of the words, each with the change or edit that does it."""
    if change.edits:
        return [(edit.name, says) for edit in change.edits for says in edit.force]
    return [(change.name, says) for says in change.force]


def _turns_modal(says: str) -> bool:
    """Whether a rule got another force, whatever its words: `no … should` becomes `no … may` too."""
    return any(f": {turned}" in says for turned in TURNED)


def dropped(redlined: Redlined) -> tuple[Change, ...]:
    """Return the changes that drop text together with what it required."""
    return tuple(
        change
        for change in redlined.changes
        if change.what is What.DROPPED and any(says.startswith("drops ") for says in change.force)
    )


def counted(redlined: Redlined) -> str:
    """Return how many changes there are, and of which sort, in one sentence.

    >>> counted(Redlined(None, (), ()))
    'No words changed.'
    """
    alive = [change for change in redlined.changes if not change.withdrawn]
    withdrawn = len(redlined.changes) - len(alive)
    if not redlined.changes:
        return "No words changed."
    kinds = Counter(change.what for change in alive)
    parts = [f"{kinds[what]} {one if kinds[what] == 1 else many}" for what, one, many in ORDER if kinds[what]]
    open_still = "" if redlined.outline.cover.status in DECIDED else " to decide"
    also = f" {withdrawn} more {'was' if withdrawn == 1 else 'were'} withdrawn." if withdrawn else ""
    colon = ": " if parts else ""
    return f"{how_many(len(alive), 'change')}{open_still}{colon}{listed(parts)}.{also}"


def papers_said(redlined: Redlined) -> str:
    """Return which papers gave the changes their numbers, in a sentence or two; empty where none did."""
    if not redlined.papers:
        return ""
    papers = listed([f"“{paper.name}” ({spoken(paper.on)})" for paper in redlined.papers])
    return (
        f"Changes keep the numbers they were given in {papers}. What is new since has the number before "
        "it with a letter, such as C7A; what was withdrawn stays listed."
    )


def ranked(redlined: Redlined) -> str:
    """Return how many changes are proved minor or touch only a title; empty where none is.

    Nothing is said of the others: what is not proved minor is for the committee to judge.
    """
    ranks = Counter(change.rank for change in redlined.changes if not change.withdrawn)
    parts = [
        f"{ranks[rank]} {'is' if ranks[rank] == 1 else 'are'} {said}" for rank, said in LESSER if ranks[rank]
    ]
    return f"Of these, {listed(parts)}." if parts else ""
