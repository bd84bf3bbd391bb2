"""Find the adopted versions a protocol keeps of itself, each whole in a folder of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protobuild.life.afterwards import AFTERWARDS, Event, read_afterwards
from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.life.record import Record
from protobuild.model.outline import Cover, Side
from protobuild.model.saying import spoken
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.tree import file_bytes

RECORD = "record.yaml"
TEXT = "text.txt"
SUMS = "SHA256SUMS"
PUBLISHED = "published.yaml"
"""What was published of a version. It grows after the adoption, so that no checksum covers it."""
GROWING = (SUMS, PUBLISHED, AFTERWARDS)
"""What the checksums of a version leave out."""


@dataclass(frozen=True, slots=True)
class Version:
    """An adopted version: its folder and the record of its adoption."""

    folder: Path
    record: Record

    @property
    def protocol(self) -> Path:
        """The folder of the protocol's files as adopted."""
        return self.folder / "protocol"

    @property
    def name(self) -> str:
        """What a reader calls it: `14 May 2026 (Full Council)`."""
        return f"{spoken(self.record.adopted)} ({self.record.body})"


def versions(home: Home) -> tuple[Version, ...]:
    """Return the adopted versions, earliest first.

    Raises ProtocolError when a record cannot be read: a history with holes is no history.
    """
    if not home.changelog.is_dir():
        return ()
    folders = (path.parent for path in home.changelog.glob(f"*/{RECORD}"))
    found = [read_version(folder) for folder in folders if not folder.name.startswith(".")]
    return tuple(sorted(found, key=lambda version: (version.record.adopted, version.folder.name)))


def read_version(folder: Path) -> Version:
    """Return the version kept in a folder; raise ProtocolError when its record has faults."""
    name = f"{folder.name}/{RECORD}"
    read = read_authored(Record, name, file_bytes(folder / RECORD, name))
    if read.value is None:
        raise ProtocolError(read.findings)
    return Version(folder, read.value)


def last_adopted(home: Home) -> Version | None:
    """Return the version adopted last, or None when there is none."""
    found = versions(home)
    return found[-1] if found else None


def adopted_on(home: Home, day: dt.date) -> Version:
    """Return the version adopted on a day.

    Raises UsageError, naming the versions there are, when none or more than one was.
    """
    found = [version for version in versions(home) if version.record.adopted == day]
    if len(found) == 1:
        return found[0]
    if found:
        names = " and ".join(version.folder.name for version in found)
        raise UsageError(
            f"Two texts were adopted on {spoken(day)}: {names}.",
            fix=f"Name the folder you mean, such as changelog/{found[0].folder.name}",
        )
    raise UsageError(f"No version was adopted on {spoken(day)}.", fix=known_versions(home))


def standing_on(home: Home, day: dt.date) -> Version:
    """Return the version adopted on a day, else the one that was in force on it.

    Raises UsageError when the record begins later, or when two versions claim the day.
    """
    found = versions(home)
    if any(version.record.adopted == day for version in found):
        return adopted_on(home, day)
    newest = in_force_on(home, day)
    if newest is None:
        raise _not_recorded(home, found, day)
    return newest


def in_force_on(home: Home, day: dt.date) -> Version | None:
    """Return the version in force on a day, or None before the first one was.

    Raises UsageError when two versions claim the day.
    """
    before = [
        version for version in versions(home) if version.record.counts_from <= day and not rescinded(version)
    ]
    if not before:
        return None
    newest = max(before, key=standing)
    if sum(standing(version) == standing(newest) for version in before) > 1:
        return adopted_on(home, newest.record.adopted)  # which refuses, and names them
    return newest


def standing(version: Version) -> tuple[dt.date, dt.date]:
    """Sort by when a version was adopted, and for one meeting by when it came into force.

    Of two that count on a day the later decision stands: the earlier one was superseded by it,
    even where it was to count from a later day.
    """
    return version.record.adopted, version.record.counts_from


def rescinded(version: Version) -> Event | None:
    """Return the decision that withdrew a version before it came into force; None where it did, or will."""
    return next(
        (
            event
            for event in read_afterwards(version)
            if event.whole and event.for_good and event.since <= version.record.counts_from
        ),
        None,
    )


def overtaken(version: Version, found: Sequence[Version]) -> Version | None:
    """Return the later decision that stands from before a version would have come into force; or None."""
    counts = version.record.counts_from
    later = [other for other in found if standing(other) > standing(version) and not rescinded(other)]
    return max((each for each in later if each.record.counts_from <= counts), key=standing, default=None)


def _not_recorded(home: Home, found: Sequence[Version], day: dt.date) -> UsageError:
    if not found:
        return UsageError(f"There is no record of {spoken(day)}.", fix=known_versions(home))
    records = [version.record for version in found]
    first = min(records, key=lambda record: (record.counts_from, record.adopted))
    return UsageError(
        f"There is no record of {spoken(day)}: the first version on record was adopted on "
        f"{spoken(first.adopted)} and in force from {spoken(first.counts_from)}.",
        fix=known_versions(home),
    )


def known_versions(home: Home) -> str:
    """Return a sentence that names the adopted versions by the dates a reader may type."""
    found = versions(home)
    if not found:
        return "No version has been adopted yet."
    names = ", ".join(f"{version.record.adopted} ({version.record.body})" for version in found)
    return f"Adopted versions: {names}."


def side_of(version: Version) -> Side:
    """Return what a redline calls the version."""
    record = version.record
    minute = f", minute {record.minute}" if record.minute else ""
    afterwards = f", {record.afterwards}" if record.afterwards else ""
    return Side(f"Adopted {spoken(record.adopted)}", f"{record.body}{minute}{afterwards}")


def cover_as_adopted(version: Version, cover: Cover) -> Cover:
    """Return the cover with what the record says about the decision."""
    record = version.record
    return replace(cover, body=record.body, adopted=record.adopted, in_force=record.counts_from)
