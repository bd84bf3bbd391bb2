"""Say where the status in the manifest claims a step that nobody took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from protobuild.life.meetings.path import since_then
from protobuild.life.meetings.reading import Met
from protobuild.model.saying import spoken
from protobuild.model.source import Finding, Place, Severity


def not_taken_yet(
    status: str, met: Sequence[Met], papers: int, after: dt.date | None, place: Place
) -> Iterator[Finding]:
    """Yield a warning where a draft calls itself proposed or recommended, and nothing on record says so.

    `papers` is how many were issued and `after` the day of the last adoption; what came before
    that was about another text.
    """
    counted = since_then(met, after, dt.date.max)
    if status == "proposed" and not papers:
        yield _finding(
            "the status is 'proposed', and no paper was issued",
            'Propose it, which also sets the status: protobuild propose "NAME"',
            place,
        )
    if status == "recommended" and not any(each.record.step == "recommended" for each in counted):
        yield _finding(
            "the status is 'recommended', and no meeting is recorded that did",
            "Record the meeting in meetings/, or write the status the text has.",
            place,
        )


def before_their_papers(met: Sequence[Met], issued: Mapping[str, dt.date]) -> Iterator[Finding]:
    """Yield a warning for each meeting that had a paper before it was issued.

    `issued` are the days of the papers, by their names in small letters.
    """
    for each in met:
        day = issued.get(each.record.paper.casefold())
        if day is not None and each.record.date < day:
            yield Finding(
                "meeting-before-paper",
                f"the meeting was on {spoken(each.record.date)}, and “{each.record.paper}” was issued on "
                f"{spoken(day)}",
                Place(each.file),
                "Whoever looks back would ask which words the meeting had before it.",
                "Look both days up. A paper is issued for an earlier day with --on.",
                Severity.WARNING,
            )


def _finding(message: str, fix: str, place: Place) -> Finding:
    why = "Every page says it, and a reader would take the step as taken."
    return Finding("status-otherwise", message, place, why, fix, Severity.WARNING)
