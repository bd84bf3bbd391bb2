"""The rules between the fields of a meeting's record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.life.meetings.record import CHANGE, Meeting
from protobuild.model.source import Finding
from protobuild.store.places import Path, Places

_TIME = re.compile(r"([01]?\d|2[0-3])[:.][0-5]\d")
_DECIDES = frozenset({"recommended", "adopted"})
"""The steps in which a meeting decides of single changes."""


def broken(meeting: Meeting, places: Places) -> Iterator[Finding]:
    """Yield an error for each rule that a record breaks."""
    yield from _whole(meeting, places)
    yield from _changes(meeting, places)


def _whole(meeting: Meeting, places: Places) -> Iterator[Finding]:
    if meeting.time and not _TIME.fullmatch(meeting.time):
        yield _error(
            places, ("time",), f"'{meeting.time}' is not a time of day", "Write it in figures, such as 18:30."
        )
    if meeting.recommended_to and meeting.step != "recommended":
        yield _contradicts(places, "recommended_to", meeting, "recommended")
    if meeting.in_force is not None and meeting.step != "adopted":
        yield _contradicts(places, "in_force", meeting, "adopted")
    elif meeting.in_force is not None and meeting.in_force < meeting.date:
        yield _error(
            places,
            ("in_force",),
            f"the text cannot be in force from {meeting.in_force}, before the meeting of {meeting.date}",
            "Look both days up in the minutes.",
        )
    if meeting.decisions and meeting.step not in _DECIDES:
        yield _contradicts(places, "decisions", meeting, "recommended' or 'adopted")
    if meeting.decisions and not meeting.paper:
        yield _error(
            places,
            ("decisions",),
            "changes are decided by the names a paper gave them, and no paper is named",
            "Add 'paper:' and the name under which the paper was issued.",
        )


def _changes(meeting: Meeting, places: Places) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, decided in enumerate(meeting.decisions):
        at: Path = ("decisions", number, "change")
        if not CHANGE.fullmatch(decided.change):
            yield _error(
                places,
                at,
                f"'{decided.change}' is not the name of a change",
                "Write it as the paper does: C7, or C7a for one of its edits.",
            )
        if decided.change in seen:
            yield _error(
                places, at, f"{decided.change} is decided twice", "Keep the one that the minutes have."
            )
        seen.add(decided.change)
        amended = decided.outcome == "agreed as amended"
        if amended and not decided.words:
            yield _error(
                places,
                ("decisions", number, "outcome"),
                f"{decided.change} was agreed as amended, and the words are not here",
                "Add 'words:' and below it the id of each clause or item with its words as amended.",
            )
        if decided.words and not amended:
            yield _error(
                places,
                ("decisions", number, "words"),
                f"there are amended words for {decided.change}, and it was {decided.outcome}",
                "Write 'outcome: agreed as amended', or delete 'words'.",
            )


def _contradicts(places: Places, field: str, meeting: Meeting, step: str) -> Finding:
    return _error(
        places,
        (field,),
        f"'{field}' does not go with 'step: {meeting.step}'",
        f"Write 'step: {step}' if that is what the meeting did, or delete '{field}'.",
    )


def _error(places: Places, path: Path, message: str, fix: str) -> Finding:
    return Finding(
        "meeting-record",
        message,
        places.value(path),
        "The record could not be followed: the text adopted must be what the meeting decided.",
        fix,
    )
