"""Bring together what a clerk says of the meeting that adopted a text and what its record says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from protobuild.life.home import Home
from protobuild.life.meetings.reading import FOLDER, Met, meeting_name
from protobuild.life.meetings.record import Meeting
from protobuild.model.saying import spoken
from protobuild.model.source import UsageError
from protobuild.store.places import Path
from protobuild.store.splice import spliced
from protobuild.store.tree import file_bytes
from protobuild.store.yaml import write_yaml

_FIELDS = ("paper", "minute", "in_force")
"""What may be said of a meeting as well as written down in its record."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clerk says of a meeting that adopted the protocol."""

    body: str
    on: dt.date
    minute: str = ""
    in_force: dt.date | None = None
    signed_off_by: str = ""
    """The office that vouches that this is the text decided."""
    paper: str = ""
    """The paper that was before the meeting; the last one issued when left out."""


def meeting_of(met: Sequence[Met], asked: Asked) -> Meeting:
    """Return what is known of the meeting, from its record where there is one and from what is said now.

    Raises UsageError where the two contradict each other, where the meeting did not adopt the
    protocol, and where its minute is not known.
    """
    found = _recorded(met, asked)
    if found is not None:
        _insist_on_agreement(found, asked)
    meeting = _together(found.record if found else None, asked)
    if not meeting.minute:
        raise UsageError("The minute of the decision is missing.", fix="Add --minute and its number.")
    if meeting.in_force and meeting.in_force < meeting.date:
        raise UsageError(
            f"The text cannot be in force from {spoken(meeting.in_force)}, before the meeting itself.",
            fix="Look both days up in the minutes.",
        )
    return meeting


def meeting_file(home: Home, met: Sequence[Met], asked: Asked, meeting: Meeting) -> dict[str, bytes]:
    """Return the record of the meeting where there is none yet, or where it lacks what is known now."""
    known = {field: getattr(meeting, field) for field in _FIELDS}
    said = {field: str(value) for field, value in known.items() if value}
    found = _recorded(met, asked)
    if found is not None:
        old = file_bytes(home.root / found.file, found.file)
        values: dict[Path, str] = {(field,): value for field, value in said.items()}
        new = spliced(found.file, old, values)
        return {found.file: new} if new != old else {}
    head = {"body": meeting.body, "date": meeting.date.isoformat(), "step": meeting.step}
    name = meeting_name(meeting.body, meeting.date)
    return {f"{FOLDER}/{name}.yaml": write_yaml({**head, **said}).encode()}


def _recorded(met: Sequence[Met], asked: Asked) -> Met | None:
    name = meeting_name(asked.body, asked.on)
    return next((each for each in met if meeting_name(each.record.body, each.record.date) == name), None)


def _together(record: Meeting | None, asked: Asked) -> Meeting:
    if record is None:
        record = Meeting(body=asked.body, date=asked.on, step="adopted")
    said = {field: getattr(asked, field) for field in _FIELDS}
    return record.model_copy(update={field: value for field, value in said.items() if value})


def _insist_on_agreement(met: Met, asked: Asked) -> None:
    record = met.record
    if record.step != "adopted":
        raise UsageError(
            f"{met.file} says 'step: {record.step}', so this meeting did not adopt the protocol.",
            fix="Look at the minutes, and put right the record or the day.",
        )
    for field in _FIELDS:
        written, said = getattr(record, field), getattr(asked, field)
        if written and said and str(written).casefold() != str(said).casefold():
            raise UsageError(
                f"{met.file} has '{field}: {written}', and you gave '{said}'.",
                fix="Look at the minutes. Put right the record, or leave the option out.",
            )
