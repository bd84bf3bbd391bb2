"""Gather everything to put right: in the draft, in the notes on it and in the versions before it."""

from __future__ import annotations

from functools import partial

from protobuild.life.home import Home
from protobuild.life.notes import read_notes
from protobuild.life.opening import Opened, former_ids, known_ids
from protobuild.life.proof import history_faults
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, ProtocolError


def all_findings(home: Home, opened: Opened) -> tuple[Finding, ...]:
    """Return the findings about a draft that was opened, and about all that is kept beside it."""
    try:
        history = history_faults(home)
        notes = _on_notes(home, opened.protocol)
    except ProtocolError as unreadable:
        return (*opened.findings, *read_notes(home).findings, *unreadable.findings)
    return (*opened.findings, *notes, *history)


def _on_notes(home: Home, protocol: Protocol | None) -> tuple[Finding, ...]:
    if protocol is None:
        return read_notes(home).findings
    return read_notes(home, known_ids(home, protocol), partial(former_ids, home, protocol)).findings
