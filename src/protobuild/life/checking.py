"""Gather everything to put right: in the draft, in the notes on it and in the versions before it."""

from __future__ import annotations

from protobuild.life.home import Home
from protobuild.life.notes import read_notes
from protobuild.life.opening import Opened, known_ids
from protobuild.life.proof import history_faults
from protobuild.model.source import Finding, ProtocolError


def all_findings(home: Home, opened: Opened) -> tuple[Finding, ...]:
    """Return the findings about a draft that was opened, and about all that is kept beside it."""
    try:
        history = history_faults(home)
        known = None if opened.protocol is None else known_ids(home, opened.protocol)
    except ProtocolError as unreadable:
        return (*opened.findings, *read_notes(home).findings, *unreadable.findings)
    return (*opened.findings, *read_notes(home, known).findings, *history)
