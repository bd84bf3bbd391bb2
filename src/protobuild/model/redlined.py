"""What a redline says, beside showing it: the changes C1..Cn, and where every old entry went."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from protobuild.model.outline import Outline


class What(StrEnum):
    """What was decided about a stretch of text, in a reader's words."""

    NEW = "new"
    DROPPED = "dropped"
    REWORDED = "reworded"
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


class Fate(StrEnum):
    """What became of an old entry, or where a new one came from."""

    KEPT = "kept"
    RENUMBERED = "kept, renumbered"
    REWORDED = "reworded"
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
    change: str = ""
    """The change that did it, such as `C7`, or several joined; empty when nobody decided anything."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline with its schedule and concordance."""

    outline: Outline
    changes: tuple[Change, ...]
    concordance: tuple[Whereabouts, ...]
    different: bool = False
    """The two texts have too little in common to be versions of one document."""
