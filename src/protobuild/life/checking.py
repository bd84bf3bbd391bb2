"""Gather everything to put right: in the draft, in the notes on it and in the versions before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from protobuild.life.home import Home
from protobuild.life.meetings.papers import shown_papers
from protobuild.life.meetings.put_off import not_agreed
from protobuild.life.meetings.reading import Met, read_meetings
from protobuild.life.meetings.standing import before_their_papers, not_taken_yet
from protobuild.life.notes import Ids, Notes, read_notes
from protobuild.life.opening import Opened, former_ids, last_protocol
from protobuild.life.proof import history_faults
from protobuild.life.theme.folder import open_theme
from protobuild.life.unchanged import unchanged_ids
from protobuild.life.unexplained import unexplained
from protobuild.life.versions import last_adopted
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place, ProtocolError, errors_of
from protobuild.store.parts import MANIFEST


def all_findings(home: Home, opened: Opened) -> tuple[Finding, ...]:
    """Return the findings about a draft that was opened, and about all that is kept beside it."""
    met = read_meetings(home)
    look = (*open_theme(home).findings, *met.findings)
    try:
        history = (*history_faults(home), *_on_status(home, opened, met.met))
        notes = _on_notes(home, opened, met.met)
    except ProtocolError as unreadable:
        return (*opened.findings, *read_notes(home).findings, *unreadable.findings, *look)
    return (*opened.findings, *notes, *history, *look)


def _on_status(home: Home, opened: Opened, met: tuple[Met, ...]) -> Iterator[Finding]:
    """Yield what the status claims and nobody did."""
    if opened.protocol is None:
        return
    last = last_adopted(home)
    after = last.record.adopted if last else None
    place = opened.places.get("manifest.status") or Place(MANIFEST)
    place = replace(place, file=home.shown(place.file))
    status = opened.protocol.manifest.status
    papers = shown_papers(home)
    yield from not_taken_yet(status, met, len(papers), after, place)
    yield from before_their_papers(met, {each.name.casefold(): each.record.issued for each in papers})


def _on_notes(home: Home, opened: Opened, met: tuple[Met, ...]) -> tuple[Finding, ...]:
    protocol = opened.protocol
    if protocol is None:
        return read_notes(home).findings
    before = last_protocol(home)
    if before is None:
        return read_notes(home, Ids(frozenset(protocol.ids()))).findings
    known = frozenset(protocol.ids()) | frozenset(before.ids())
    unchanged = unchanged_ids(before, protocol)
    notes = read_notes(
        home, Ids(known, partial(former_ids, home, protocol), unchanged - not_agreed(home, met))
    )
    return (*notes.findings, *_without_reason(home, opened, before, protocol, notes, unchanged))


def _without_reason(
    home: Home,
    opened: Opened,
    before: Protocol,
    protocol: Protocol,
    notes: Notes,
    unchanged: Collection[str],
) -> Iterator[Finding]:
    """Yield a warning for each change without a reason; none while a note is faulty, which may hold it.

    What a note says of something that stands as it was explains nothing else.
    """
    if errors_of(notes.findings):
        return
    noted = frozenset(id for note in notes.notes for id in note.clauses if id not in unchanged)
    for finding in unexplained(before, protocol, noted, opened.places):
        yield replace(finding, place=replace(finding.place, file=home.shown(finding.place.file)))
