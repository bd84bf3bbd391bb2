"""What a redline says, beside showing it: the changes C1..Cn, and where every old entry went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from protobuild.model.outline import Outline


class What(StrEnum):
    """What was decided about a stretch of text, in a reader's words."""

    NEW = "new"
    NEW_OVER = "new, over earlier text"  # its own words are new; text under it stood elsewhere before
    DROPPED = "dropped"
    DROPPED_OVER = "dropped, text under it kept"
    REWORDED = "reworded"
    REPLACED = "replaced"  # other words stand in its place, and none of its own is kept
    MOVED = "moved"
    MOVED_AND_REWORDED = "moved and reworded"
    MERGED = "merged"
    SPLIT = "split"
    RELEVELLED = "given another level"
    RETITLED = "new title for a role"
    FORMATTING = "formatting only"


class Rank(StrEnum):
    """How much a change matters. What is not proved minor is substantive."""

    SUBSTANTIVE = "substantive"
    TITLES = "titles"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Edit:
    """One of several edits that make a change, so that a committee can take them one by one."""

    name: str
    """What the committee calls it: `C7a`."""
    at: int
    """The position of its entry in the redline's entries."""
    nth: int
    """Its place among that round's changed stretches of the entry, heading then body, from 0."""
    before: str
    """The words it strikes; empty when it only adds."""
    after: str
    """The words it writes; empty when it only strikes."""
    force: tuple[str, ...] = ()
    """What it changes in the force of the words, a sentence each."""
    marks: tuple[tuple[int, int], ...] = ()
    """Those of the change's marks that are its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One decision, with everything a committee needs to take it."""

    name: str
    """What the committee calls it: `C7`."""
    what: What
    at: tuple[int, ...]
    """Positions, in the redline's entries, of what it touches; a move's old places come last."""
    old: tuple[str, ...]
    """Old numbers as printed, in reading order; section headings as `section 4`."""
    new: tuple[str, ...]
    """New numbers as printed."""
    before: str
    """The old words, plain; empty when all is new."""
    after: str
    """The new words, plain; empty when all is dropped."""
    force: tuple[str, ...]
    """What changes in the force of the words, a sentence each, such as `“should” becomes “must”`."""
    rank: Rank
    reason: str = ""
    """Why, from the notes on changes not yet adopted."""
    proposer: str = ""
    round: int = 1
    """Which round made it."""
    title: str = ""
    """A few words that tell it from the others, for bookmarks and lists."""
    edits: tuple[Edit, ...] = ()
    """Its edits, where there are several; each has its own label at its words."""
    ids: tuple[str, ...] = ()
    """The ids of the provisions it touches, in reading order; a new title has its `role:` first."""
    base: tuple[str, ...] = ()
    """What it touches, by its numbers in the base; as `old` where there is one round."""
    mark: str = ""
    """A check mark of what it decides, which a change of numbers alone does not touch."""
    issued: str = ""
    """The paper that first gave it this name; empty when no paper has."""
    changed_since: str = ""
    """The paper since which its words changed; empty when they are as last issued."""
    withdrawn: str = ""
    """The paper since which it was withdrawn; it then touches nothing, and says what that paper said."""
    now_in: str = ""
    """For one withdrawn: the change that now decides about the same text; empty when none does."""
    marks: tuple[tuple[int, int], ...] = ()
    """The marks that are its own, as positions in the redline's entries: with -1 the boundary, level and
    look of an entry, else the nth changed stretch of its words in that round. No two changes share one."""


@dataclass(frozen=True, slots=True)
class Why:
    """What a person says of the change of one provision."""

    id: str
    reason: str
    proposer: str = ""
    rank: Rank | None = None
    """How much it matters, where a person says so; it may raise a change's rank, never lower it."""
    round: int | None = None
    """Which round it explains; None for whichever changed the provision."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A change as a paper issued it: its name, and what finds the same decision again."""

    name: str
    what: What
    ids: tuple[str, ...]
    base: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    title: str
    before: str
    after: str
    mark: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was issued: the names it gave to changes are given for good."""

    name: str
    """What people call it, such as `Standards Committee, 3 June`."""
    on: date
    """The day it was issued."""
    base: str
    """The text its redline began from, in a reader's words."""
    ref: str
    """The check mark of that text."""
    changes: tuple[Issued, ...]


class Fate(StrEnum):
    """What became of an old entry, or where a new one came from."""

    KEPT = "kept"
    RENUMBERED = "kept, renumbered"
    REWORDED = "reworded"
    REPLACED = "replaced"
    MOVED = "moved"
    MERGED = "merged into"
    SPLIT = "split into"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One row of the concordance."""

    fate: Fate
    old: str
    """The old number, or the old words' beginning where there was no number; empty when new."""
    new: tuple[str, ...]
    """Where it stands now; empty when dropped."""
    at: int
    """The position of its entry in the redline."""
    words: str
    """How it begins, so that a reader knows it without looking it up."""
    changes: tuple[str, ...] = ()
    """The changes that did it, such as `C7`; empty when nobody decided anything."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline with its schedule and concordance."""

    outline: Outline
    changes: tuple[Change, ...]
    concordance: tuple[Whereabouts, ...]
    different: bool = False
    """The two texts have too little in common to be versions of one document."""
    papers: tuple[Paper, ...] = ()
    """The papers whose names for changes are kept, in the order they were issued."""
