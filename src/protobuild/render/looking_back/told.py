"""Told: what is known of the past, ready to be printed, shown as a page or written as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from protobuild.model.outline import Outline
from protobuild.model.redlined import Change, Redlined
from protobuild.model.saying import spoken


@dataclass(frozen=True, slots=True)
class Act:
    """The decision that made a version."""

    version: str
    """The name of the version's folder."""
    body: str
    adopted: date
    in_force: date
    minute: str = ""
    recommended: str = ""
    decisions: tuple[str, ...] = ()
    delegation: str = ""
    """What allowed an officer to decide it alone; empty where a meeting did."""
    signed_off: str = ""
    entered: str = ""
    """That it was put on record afterwards, in words; empty where it was at once."""
    meaning: str = ""
    """The meaning hash of the text."""
    doubt: str = ""
    """Why it may not be the text that was adopted; empty when nothing says so."""

    @property
    def decided(self) -> str:
        """When and by whom, such as `14 May 2026, Full Council, minute 23`."""
        return f"{spoken(self.adopted)}, {self.body}" + (f", minute {self.minute}" if self.minute else "")

    @property
    def says(self) -> str:
        """The same with the day from which it counts, and how it came to be on record."""
        entered = f"; {self.entered}" if self.entered else ""
        return f"{self.decided}; in force from {spoken(self.in_force)}{entered}"


@dataclass(frozen=True, slots=True)
class Amended:
    """The decision that last changed some words."""

    act: Act
    changes: tuple[Change, ...] = ()
    first: bool = False
    """Whether it is the first version on record, so that nobody knows what it changed."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """What the text, or one provision of it, said on a day."""

    title: str
    council: str
    day: date
    act: Act
    outline: Outline
    """What was asked for, with all that lies under it."""
    lines: tuple[str, ...]
    """The same as it stands in the version's text.txt."""
    in_force: bool = True
    """Whether it counted on that day."""
    remarks: tuple[str, ...] = ()
    """What a reader has to know beside, a sentence or two each."""
    whole: bool = True
    """Whether the whole text was asked for."""
    id: str = ""
    number: str = ""
    """The number it had on that day."""
    today: date | None = None
    """The day that counts as today."""
    number_today: str | None = None
    """The number it has in the text in force today; None when it is not in that text."""
    amended: Amended | None = None


class Did(StrEnum):
    """What a version did to a provision."""

    FIRST = "on record for the first time"
    BEGAN = "new"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    NOTHING = "not changed"
    ENDED = "left out"
    ABSENT = "not in this version"


@dataclass(frozen=True, slots=True)
class Step:
    """What one version did to a provision."""

    act: Act
    did: Did
    number: str = ""
    """The number it has in that version; where it was left out, the one it had."""
    before: str = ""
    """The number it had in the version before."""
    redline: Outline | None = None
    """Its words, marked with what the version changed; clean where it changed nothing."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """One state of the files between adoptions, as the history kept it."""

    kept: date
    who: str
    """Who kept it, by the name the history has."""
    why: str
    """The first line of what was said of it."""
    ref: str
    """The name by which the history knows it."""
    before: str = ""
    """The words of the provision before; empty where it was not there."""
    after: str = ""
    redline: Outline | None = None
    """Its words, marked with what was changed; None where no single provision was asked for."""
    touched: tuple[str, ...] = ()
    """The ids of the clauses it touched."""
    adopts: str = ""
    """The names of the versions whose adoption was kept with it."""


@dataclass(frozen=True, slots=True)
class History:
    """Every version of one provision, the latest first."""

    title: str
    council: str
    day: date
    """The day whose number was asked for."""
    id: str
    number: str
    steps: tuple[Step, ...]
    drafts: tuple[Draft, ...] = ()
    with_drafts: bool = False
    cut_short: bool = False
    """Whether only the latest part of the history is here."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One version, and what it changed."""

    act: Act
    redlined: Redlined | None = None
    """What it changed in the version adopted before; None for the first."""
    events: tuple[str, ...] = ()
    """What became of it later, a sentence each."""


@dataclass(frozen=True, slots=True)
class Log:
    """Every version, the latest first."""

    title: str
    council: str
    rows: tuple[Logged, ...]


@dataclass(frozen=True, slots=True)
class Blamed:
    """One provision, and the version that last changed its words."""

    id: str
    number: str
    words: str
    """How it begins."""
    heading: bool
    """Whether it is the heading of a section, which groups what follows."""
    amended: Amended


@dataclass(frozen=True, slots=True)
class Blame:
    """Every provision of a text with the version that last changed it."""

    title: str
    council: str
    act: Act
    rows: tuple[Blamed, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """How a protocol stands on a day."""

    title: str
    council: str
    day: date
    in_force: Act | None
    remarks: tuple[str, ...]
    """What keeps it, or some of it, from counting."""
    to_come: tuple[str, ...]
    """The versions adopted and not yet in force."""
    status: str
    """What the draft is called: `draft`, `proposed` ..."""
    papers: tuple[str, ...]
    """The papers issued on the draft."""
    redlined: Redlined | None
    """What the draft changes in the version adopted last; None before the first."""
    errors: int
    warnings: int
    notes: int
    review: str
    """How the next review stands, such as `overdue`."""
    review_due: str = ""
    """The day or month it is due."""
