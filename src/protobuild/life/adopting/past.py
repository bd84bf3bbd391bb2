"""Plan the entry of an old version: with its own days and minute, its own printed numbers, and a mark."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.adopting.acting import Act
from protobuild.life.adopting.kept import version_files
from protobuild.life.home import Home
from protobuild.life.importing import import_text
from protobuild.life.meetings.reading import meeting_name
from protobuild.life.sides import insist_on_text
from protobuild.life.versions import Version, versions
from protobuild.model.saying import spoken
from protobuild.model.source import UsageError
from protobuild.store.parts import MANIFEST, protocol_files
from protobuild.store.places import Value
from protobuild.store.splice import spliced
from protobuild.store.tree import Folder

UNKNOWN_BODY = "Body not recorded"
"""What stands for the body where nobody can say which it was."""


@dataclass(frozen=True, slots=True)
class AskedPast:
    """What is known of a version that was adopted long ago."""

    source: Path
    """A text, or the folder of a protocol."""
    adopted: dt.date
    by: str
    """The office that enters it."""
    body: str = ""
    minute: str = ""
    in_force: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What the entry of an old version does, and how its text was read."""

    act: Act
    report: str = ""
    """What a person should know of how a text was read; empty for a folder."""


def plan_past(home: Home, asked: AskedPast, today: dt.date) -> Past:
    """Return what entering an old version does to the files.

    Provisions that are plainly those of the nearest version on record carry its ids. Raises
    UsageError where the version is on record already or the text is none that can be read.
    """
    body = asked.body or UNKNOWN_BODY
    name = meeting_name(body, asked.adopted)
    _insist_on_sense(home, asked, today, name)
    protocol, report = _protocol(asked.source, _nearest(home, asked.adopted))
    protocol[MANIFEST] = spliced(MANIFEST, protocol[MANIFEST], {("status",): "adopted"})
    record: dict[str, Value] = {
        "body": body,
        "adopted": asked.adopted.isoformat(),
        "minute": asked.minute,
        "in_force": asked.in_force.isoformat() if asked.in_force else "",
        "entered": {"on": today.isoformat(), "by": asked.by},
    }
    day = spoken(asked.adopted)
    act = Act(
        what=f"the entry of the version of {day}",
        files=dict(version_files(name, protocol, record, {})),
        message=f"Enter the version adopted on {day} ({body})\n\nEntered afterwards by {asked.by}.",
        name=f"adopted/{name}",
    )
    return Past(act, report)


def _insist_on_sense(home: Home, asked: AskedPast, today: dt.date, name: str) -> None:
    if not asked.by:
        raise UsageError(
            "The record says who entered an old version.", fix="Add --by and your office, not your name."
        )
    if asked.adopted > today:
        raise UsageError(f"{spoken(asked.adopted)} is still to come.", fix="Give the day of the decision.")
    if asked.in_force and asked.in_force < asked.adopted:
        raise UsageError(
            f"The text cannot have been in force from {spoken(asked.in_force)}, before it was adopted.",
            fix="Look both days up in the minutes.",
        )
    if (home.changelog / name).exists():
        raise UsageError(
            f"That version is on record already, in changelog/{name}.",
            fix="An adopted version is never altered. Look at its record.yaml.",
        )


def _nearest(home: Home, day: dt.date) -> Version | None:
    """Return the next version after a day, else the last one before it; None where there is none."""
    found = versions(home)
    later = [version for version in found if version.record.adopted >= day]
    return later[0] if later else (found[-1] if found else None)


def _protocol(source: Path, nearest: Version | None) -> tuple[dict[str, bytes], str]:
    """Return the files of the old version, and how its text was read."""
    if source.is_dir():
        inner = source if (source / MANIFEST).is_file() else source / "protocol"
        if not (inner / MANIFEST).is_file():
            raise UsageError(
                f"The folder '{source.name}' holds no protocol: it has no {MANIFEST}.",
                fix="Name a folder with a protocol.yaml in it, or a text file.",
            )
        folder = Folder(inner)
        return {file: folder.read(file) for file in protocol_files(folder)}, ""
    if not source.is_file():
        raise UsageError(f"There is no file '{source.name}'.", fix="Check the spelling of its name.")
    insist_on_text(source)
    made = import_text(source, nearest.protocol if nearest else None)
    return made.files, made.report
