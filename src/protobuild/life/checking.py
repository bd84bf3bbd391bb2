"""Gather everything to put right: in the draft, in the notes on it and in the versions before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from protobuild.life.home import Home
from protobuild.life.meetings.reading import read_meetings
from protobuild.life.notes import Ids, Notes, read_notes
from protobuild.life.opening import Opened, former_ids, last_protocol
from protobuild.life.proof import history_faults
from protobuild.life.theme.folder import open_theme
from protobuild.life.unchanged import unchanged_ids
from protobuild.life.unexplained import unexplained
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, ProtocolError, Severity


def all_findings(home: Home, opened: Opened) -> tuple[Finding, ...]:
    """Return the findings about a draft that was opened, and about all that is kept beside it."""
    look = (*open_theme(home).findings, *read_meetings(home).findings)
    try:
        history = history_faults(home)
        notes = _on_notes(home, opened)
    except ProtocolError as unreadable:
        return (*opened.findings, *read_notes(home).findings, *unreadable.findings, *look)
    return (*opened.findings, *notes, *history, *look)


def _on_notes(home: Home, opened: Opened) -> tuple[Finding, ...]:
    protocol = opened.protocol
    if protocol is None:
        return read_notes(home).findings
    before = last_protocol(home)
    if before is None:
        return read_notes(home, Ids(frozenset(protocol.ids()))).findings
    known = frozenset(protocol.ids()) | frozenset(before.ids())
    ids = Ids(known, partial(former_ids, home, protocol), unchanged_ids(before, protocol))
    notes = read_notes(home, ids)
    return (*notes.findings, *_without_reason(home, opened, before, protocol, notes))


def _without_reason(
    home: Home, opened: Opened, before: Protocol, protocol: Protocol, notes: Notes
) -> Iterator[Finding]:
    """Yield a warning for each change without a reason; none while a note is faulty, which may hold it."""
    if any(finding.severity is Severity.ERROR for finding in notes.findings):
        return
    noted = frozenset(id for note in notes.notes for id in note.clauses)
    for finding in unexplained(before, protocol, noted, opened.places):
        yield replace(finding, place=replace(finding.place, file=home.shown(finding.place.file)))
