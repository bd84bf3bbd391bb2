"""Plan the record of a decision that a version, or some of it, counts no more: for a while, or for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from protobuild.life.adopting.acting import Act
from protobuild.life.afterwards import AFTERWARDS, Event, read_afterwards
from protobuild.life.asking import part
from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted
from protobuild.life.versions import Version, adopted_on, in_force_on, known_versions
from protobuild.model.outline import Outline, citations
from protobuild.model.saying import spoken
from protobuild.model.source import UsageError
from protobuild.store.places import Value
from protobuild.store.tree import file_bytes
from protobuild.store.yaml import write_yaml

HEAD = """\
# What became of this version after its adoption. Entries are only added; what stands here is never changed.
"""
What = Literal["suspended", "withdrawn"]
_NAMES: dict[What, str] = {"suspended": "suspension", "withdrawn": "withdrawal"}


@dataclass(frozen=True, slots=True)
class AskedCeasing:
    """What a clerk says of the decision."""

    what: What
    since: dt.date
    by: str
    minute: str = ""
    until: dt.date | None = None
    adopted: dt.date | None = None
    """The day the version was adopted; the version in force on the first day when left out."""
    provisions: tuple[str, ...] = ()
    """The numbers or ids of what it is about; the whole text when left out."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ceasing:
    """What the record of such a decision does, and the decision in words."""

    act: Act
    says: str


def plan_ceasing(home: Home, asked: AskedCeasing) -> Ceasing:
    """Return what recording the decision does to the files.

    Raises UsageError where there is no such version or provision, the days do not fit, or it is on
    record already, and ProtocolError where what is on record cannot be read.
    """
    _insist_on_sense(asked)
    version = _version(home, asked)
    text = read_adopted(version)
    event = Event(
        what=asked.what,
        since=asked.since,
        until=asked.until,
        by=asked.by,
        minute=asked.minute,
        clauses=tuple(dict.fromkeys(_ids(text, asked))),
        reason=asked.reason,
    )
    if event in read_afterwards(version):
        raise UsageError("That is on record already.", fix=f"Look at {version.folder.name}/{AFTERWARDS}.")
    path = (version.folder / AFTERWARDS).relative_to(home.root).as_posix()
    act = Act(f"the {_NAMES[asked.what]} of {spoken(asked.since)}", {path: _added(version, event)})
    cited = zip(text.entries, citations(text.entries), strict=True)
    return Ceasing(act, event.says({entry.id: number for entry, number in cited if entry.id}))


def _insist_on_sense(asked: AskedCeasing) -> None:
    if not asked.minute:
        raise UsageError("The minute of the decision is missing.", fix="Add --minute and its number.")
    if asked.until is not None and asked.until < asked.since:
        raise UsageError(
            f"It cannot end on {spoken(asked.until)}, before it begins on {spoken(asked.since)}.",
            fix="Look both days up in the minutes.",
        )


def _version(home: Home, asked: AskedCeasing) -> Version:
    if asked.adopted is not None:
        return adopted_on(home, asked.adopted)
    found = in_force_on(home, asked.since)
    if found is None:
        raise UsageError(
            f"No version was in force on {spoken(asked.since)}.",
            fix=f"{known_versions(home)} Name the one that is meant with --adopted.",
        )
    return found


def _ids(text: Outline, asked: AskedCeasing) -> Iterator[str]:
    for wanted in asked.provisions:
        id = part(text, wanted).entries[0].id
        if not id:
            raise UsageError(
                f"'{wanted}' has no lasting name of its own.", fix="Name the paragraph that it belongs to."
            )
        yield id


def _added(version: Version, event: Event) -> bytes:
    """Return the file with the decision at its end."""
    said = event.model_dump(mode="json", exclude_defaults=True)
    fields: dict[str, Value] = {name: said[name] for name in Event.model_fields if said.get(name)}
    path, name = version.folder / AFTERWARDS, f"{version.folder.name}/{AFTERWARDS}"
    before = file_bytes(path, name) if path.exists() else HEAD.encode()
    return before + b"\n" * (not before.endswith(b"\n")) + write_yaml([fields]).encode()
