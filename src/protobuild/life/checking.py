"""Gather everything to put right: in the draft, in the notes on it and in the versions before it."""

from __future__ import annotations

from functools import partial

from protobuild.life.home import Home
from protobuild.life.notes import Ids, read_notes
from protobuild.life.opening import Opened, former_ids, last_protocol
from protobuild.life.proof import history_faults
from protobuild.life.theme.folder import open_theme
from protobuild.life.unchanged import unchanged_ids
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, ProtocolError


def all_findings(home: Home, opened: Opened) -> tuple[Finding, ...]:
    """Return the findings about a draft that was opened, and about all that is kept beside it."""
    look = open_theme(home).findings
    try:
        history = history_faults(home)
        notes = _on_notes(home, opened.protocol)
    except ProtocolError as unreadable:
        return (*opened.findings, *read_notes(home).findings, *unreadable.findings, *look)
    return (*opened.findings, *notes, *history, *look)


def _on_notes(home: Home, protocol: Protocol | None) -> tuple[Finding, ...]:
    if protocol is None:
        return read_notes(home).findings
    before = last_protocol(home)
    if before is None:
        return read_notes(home, Ids(frozenset(protocol.ids()))).findings
    known = frozenset(protocol.ids()) | frozenset(before.ids())
    ids = Ids(known, partial(former_ids, home, protocol), unchanged_ids(before, protocol))
    return read_notes(home, ids).findings
