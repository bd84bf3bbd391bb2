"""Read what became of an adopted version after its adoption: suspended for a while, or withdrawn."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import ClassVar, Literal
from typing import Protocol as Shape

from pydantic import RootModel

from protobuild.life.authored import read_authored
from protobuild.model.clause import Authored, Prose, Slug
from protobuild.model.saying import listed, spoken
from protobuild.model.source import ProtocolError, errors_of
from protobuild.store.tree import file_bytes

AFTERWARDS = "afterwards.yaml"
"""What became of a version, such as its withdrawal. It grows, and no checksum covers it."""


class Kept(Shape):
    """An adopted version, by its folder."""

    @property
    def folder(self) -> Path:
        """Where it is kept."""


class Event(Authored):
    """One decision about a version that was adopted before."""

    LOSSES: ClassVar[dict[str, str]] = {
        "what": "Nobody could say whether the text still counted.",
        "since": "Nobody could say from when the text did not count.",
        "by": "Nobody could say who decided it.",
        "until": "The text would count as suspended for ever.",
        "clauses": "The whole text would count as suspended.",
    }
    """What is lost without a field."""

    what: Literal["suspended", "withdrawn"]
    """Suspended for a while, or withdrawn for good."""
    since: dt.date
    """The first day on which the text does not count."""
    until: dt.date | None = None
    """The last such day; for good when left out."""
    by: Prose
    """Who decided it, such as `Full Council`."""
    minute: str = ""
    """The minute's number."""
    clauses: tuple[Slug, ...] = ()
    """The ids of what it is about; the whole text when left out."""
    reason: str = ""
    """Why, as the minutes have it."""

    def touches(self, day: dt.date) -> bool:
        """Return whether it keeps the text, or some of it, from counting on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def for_good(self) -> bool:
        """Whether it has no end."""
        return self.until is None

    @property
    def whole(self) -> bool:
        """Whether it is about the whole text."""
        return not self.clauses

    def says(self, numbers: dict[str, str]) -> str:
        """Return it as a sentence; `numbers` are those of the provisions it may name."""
        named = [numbers.get(id, "") or f"“{id}”" for id in self.clauses]
        several = len(named) > 1
        subject = f"Paragraph{'s' if several else ''} {listed(named)}" if named else "The text"
        verb = "were" if several else "was"
        when = f"from {spoken(self.since)}" + (f" to {spoken(self.until)}" if self.until else "")
        minute = f", minute {self.minute}" if self.minute else ""
        reason = f" Reason: {' '.join(self.reason.split())}" if self.reason else ""
        return f"{subject} {verb} {self.what} {when} ({self.by}{minute}).{reason}"


class Events(RootModel[tuple[Event, ...]]):
    """afterwards.yaml: every such decision, earliest first."""


def read_afterwards(version: Kept) -> tuple[Event, ...]:
    """Return what became of a version; raise ProtocolError when the file cannot be read."""
    path = version.folder / AFTERWARDS
    if not path.exists():
        return ()
    name = f"{version.folder.name}/{AFTERWARDS}"
    read = read_authored(Events, name, file_bytes(path, name))
    errors = errors_of(read.findings)
    if read.value is None or errors:
        raise ProtocolError(errors or read.findings)
    return read.value.root
