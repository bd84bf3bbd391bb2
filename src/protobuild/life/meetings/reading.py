"""Read the records of meetings in meetings/, with every fault in them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.life.meetings.record import Meeting
from protobuild.life.meetings.rules import broken
from protobuild.model.source import Finding, Place, refuse_errors
from protobuild.store.load import with_excerpts
from protobuild.store.tree import file_bytes

FOLDER = "meetings"
_FORMAL = frozenset({"full", "the"})
"""What is left out of a body's name in the name of a file: the Full Council is the council."""


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting, and the file that records it."""

    file: str
    """Its name as seen from the root."""
    record: Meeting


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings recorded, earliest first, and what is wrong with the records."""

    met: tuple[Met, ...] = ()
    findings: tuple[Finding, ...] = ()


def meeting_name(body: str, date: dt.date) -> str:
    """Return what the record of a meeting, or the version it adopted, is called.

    >>> meeting_name("Full Council", dt.date(2026, 11, 20))
    '2026-11-20-council'
    """
    words = re.findall(r"[a-z0-9]+", body.lower())
    kept = [word for word in words if word not in _FORMAL] or words or ["meeting"]
    return f"{date.isoformat()}-{'-'.join(kept)[:60].strip('-')}"


def read_meetings(home: Home) -> Meetings:
    """Return every meeting recorded, in order of their days, with every fault in the records."""
    met: list[Met] = []
    findings: list[Finding] = []
    for path in _files(home):
        name = path.relative_to(home.root).as_posix()
        read = read_authored(Meeting, name, file_bytes(path, name))
        findings += read.findings
        if read.value is not None:
            met.append(Met(name, read.value))
            findings += with_excerpts(broken(read.value, read.places), read.lines)
            findings += _misnamed(path, name, read.value)
    return Meetings(tuple(sorted(met, key=lambda each: (each.record.date, each.file))), tuple(findings))


def meetings(home: Home) -> tuple[Met, ...]:
    """Return every meeting recorded, earliest first; raise ProtocolError when a record has faults."""
    read = read_meetings(home)
    refuse_errors(read.findings)
    return read.met


def _files(home: Home) -> list[Path]:
    folder = home.root / FOLDER
    return sorted(folder.glob("*.yaml")) if folder.is_dir() else []


def _misnamed(path: Path, name: str, record: Meeting) -> Iterator[Finding]:
    """Yield an error for a file that is called by another meeting than it records."""
    called = meeting_name(record.body, record.date)
    if path.stem != called:
        yield Finding(
            "meeting-otherwise",
            f"the file is named '{path.stem}', and records the meeting '{called}'",
            Place(name),
            "Two records could stand for one meeting, or the wrong one be found.",
            f"Rename it to {called}.yaml, or put right 'body' or 'date' from the minutes.",
        )
