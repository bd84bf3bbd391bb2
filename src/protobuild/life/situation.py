"""Say how a protocol stands today: what is in force, what is proposed, what differs, what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protobuild.life.afterwards import read_afterwards
from protobuild.life.baseline import read_baseline, sift
from protobuild.life.checking import all_findings
from protobuild.life.comparing import compared
from protobuild.life.home import Home
from protobuild.life.issued import read_papers
from protobuild.life.looking_back.past import Past
from protobuild.life.notes import read_notes, reasons
from protobuild.life.opening import open_draft, open_leniently
from protobuild.life.review import ReviewDue, review_due
from protobuild.life.versions import in_force_on, overtaken, rescinded, versions
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.model.saying import spoken
from protobuild.model.source import Finding, Severity
from protobuild.render.calendar import Event
from protobuild.render.looking_back.told import Situation


def situation(home: Home, day: dt.date) -> Situation:
    """Return how a protocol stands on a day; raise ProtobuildError when its history cannot be read."""
    opened = open_draft(home)
    protocol, draft = opened.protocol, opened.outline
    if protocol is None or draft is None:  # it is looked at as far as it can be read
        protocol, draft = open_leniently(home)
    past = Past(home, versions(home))
    version = in_force_on(home, day)
    at = None if version is None else past.versions.index(version)
    due = review_due(protocol.manifest.review, day)
    found = sift(all_findings(home, opened), read_baseline(home)).told
    return Situation(
        draft.title,
        draft.cover.council,
        day,
        in_force=None if at is None else past.act(at),
        remarks=tuple(_remarks(past, at, day)),
        to_come=tuple(_to_come(past, at, day)),
        status=draft.cover.status,
        papers=_papers(past),
        redlined=_differences(past, draft),
        errors=_count(found, Severity.ERROR),
        warnings=_count(found, Severity.WARNING),
        notes=_count(found, Severity.NOTE),
        review=str(due.due),
        review_due=due.written,
    )


def review_event(home: Home, day: dt.date) -> Event | None:
    """Return the next review as a calendar has it; None where no day is set for it."""
    protocol, draft = open_leniently(home)
    due: ReviewDue = review_due(protocol.manifest.review, day)
    if due.first is None or due.last is None:
        return None
    council = protocol.manifest.council.name
    about = f"The review of the protocol of {council} is due. `protobuild status` says how it stands."
    return Event(f"Review: {draft.title}", about, due.first, due.last, protocol.manifest.address)


def _remarks(past: Past, at: int | None, day: dt.date) -> Iterator[str]:
    """Yield what keeps the version in force, or some of it, from counting."""
    if at is not None:
        numbers = past.numbers(at)
        for event in read_afterwards(past.versions[at]):
            if event.touches(day):
                yield event.says(numbers)


def _to_come(past: Past, at: int | None, day: dt.date) -> Iterator[str]:
    for each, version in enumerate(past.versions):
        never = rescinded(version) or overtaken(version, past.versions)
        if each != at and version.record.counts_from > day and not never:
            yield f"{past.act(each).decided}; in force from {spoken(version.record.counts_from)}"


def _papers(past: Past) -> tuple[str, ...]:
    """Return the papers issued on the draft, in their order."""
    ref = past.outline(len(past.versions) - 1).sides[0].ref if past.versions else ""
    kept = read_papers(past.home, ref)
    return tuple(f"“{paper.name}” ({spoken(paper.on)})" for paper in (*kept.others, *kept.papers))


def _differences(past: Past, draft: Outline) -> Redlined | None:
    """Return what the draft changes in the version adopted last; None before the first."""
    if not past.versions:
        return None
    return compared((past.outline(len(past.versions) - 1), draft), reasons(read_notes(past.home)))


def _count(found: tuple[Finding, ...], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in found)
