"""Insist that a draft may be proposed or adopted: no error, no gap, and a reason for every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from protobuild.life.checking import all_findings
from protobuild.life.comparing import compared
from protobuild.life.home import Home
from protobuild.life.issued import Kept, read_papers
from protobuild.life.lenient import named, read_adopted
from protobuild.life.notes import Notes, read_notes, reasons
from protobuild.life.opening import open_draft
from protobuild.life.versions import Version, last_adopted
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.redlined import Change, Rank, Redlined
from protobuild.model.source import Finding, Place, ProtocolError, Severity
from protobuild.store.parts import MANIFEST

DEBTS = frozenset({"known-gap"})
"""Warnings about a draft that stand in the way once it is proposed."""
NOTHING = "none"
"""What stands for the check mark of the text before the first one."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A draft that may be proposed or adopted, and what it changes."""

    protocol: Protocol
    text: Outline
    notes: Notes
    last: Version | None
    """The version it changes; None for the first text."""
    base: Outline | None
    redlined: Redlined | None
    """What it changes, numbered by the papers issued; None for the first text."""
    kept: Kept
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each id was written."""


def fit_draft(home: Home) -> Fit:
    """Return the draft with what it changes; raise ProtocolError, naming all that stands in the way."""
    opened = open_draft(home)
    findings = all_findings(home, opened)
    barred = [replace(each, severity=Severity.ERROR) for each in findings if _bars(each)]
    if barred or opened.protocol is None or opened.outline is None:
        raise ProtocolError(barred)
    last = last_adopted(home)
    text, notes = named(opened.outline), read_notes(home)
    if last is None:
        return Fit(opened.protocol, text, notes, None, None, None, read_papers(home, NOTHING))
    base = read_adopted(last)
    kept = read_papers(home, base.sides[0].ref)
    redlined = compared((base, text), reasons(notes), kept.papers)
    return Fit(opened.protocol, text, notes, last, base, redlined, kept, opened.places)


def insist_on_reasons(fit: Fit, home: Home) -> None:
    """Raise ProtocolError for each change that no note explains.

    One that is proved minor needs no reason, nor does one that touches nothing a note could name,
    such as the protocol's own title.
    """
    changes = fit.redlined.changes if fit.redlined else ()
    lacking = [
        _without_reason(change, fit.places, home)
        for change in changes
        if not (change.reason or change.withdrawn or change.rank is Rank.MINOR) and _nameable(change)
    ]
    if lacking:
        raise ProtocolError(lacking)


def _bars(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or finding.rule in DEBTS


def _without_reason(change: Change, places: Mapping[str, Place], home: Home) -> Finding:
    return Finding(
        "no-reason",
        f"{change.name} ({change.title}) has no reason",
        _place(change, places, home),
        "The committee would not read why.",
        f"Write why in a file of changelog/next, with 'clauses: [{', '.join(_nameable(change))}]'.",
    )


def _nameable(change: Change) -> tuple[str, ...]:
    """Return the ids of a change that a note may name; a role is none."""
    return tuple(id for id in change.ids if ":" not in id)


def _place(change: Change, places: Mapping[str, Place], home: Home) -> Place:
    """Return where a change was written; for what is gone, the list of sections."""
    found = (places[id] for id in change.ids if id in places)
    place = next(found, None) or places.get("manifest.sections") or Place(MANIFEST)
    return replace(place, file=home.shown(place.file))
