"""Open a protocol: read its files, assemble what readers see, and say what is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from protobuild.life.home import Home
from protobuild.life.standing import as_draft, claims_too_much, not_adopted
from protobuild.life.versions import last_adopted, versions
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place, errors_of
from protobuild.store.load import Loaded, load, load_leniently, with_excerpts
from protobuild.store.tree import Folder


@dataclass(frozen=True, slots=True)
class Opened:
    """A protocol, what readers see of it, and everything to put right."""

    protocol: Protocol | None
    """None when an error stands in the way."""
    outline: Outline | None
    findings: tuple[Finding, ...]
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    """Where each id was written, as far as the files can be read."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep it from being published."""
        return errors_of(self.findings)


def open_draft(home: Home, today: dt.date | None = None) -> Opened:
    """Return the draft as it is being worked on, with every finding about it.

    It is a draft whatever it calls itself, unless its words are those of an adopted version.
    What is overdue is found where `today` is given.
    """
    opened, loaded = _opened(home.protocol, today)
    if opened.outline is not None and claims_too_much(opened.outline, home):
        told = not_adopted(opened.outline.cover.status, loaded.places["manifest.status"])
        findings = (*opened.findings, *with_excerpts([told], loaded.lines))
        opened = replace(opened, outline=as_draft(opened.outline), findings=findings)
    return replace(opened, findings=_placed(opened.findings, home))


def open_protocol(folder: Path) -> Opened:
    """Return the protocol in a folder with every finding about it, those of the checks included."""
    return _opened(folder)[0]


def _opened(folder: Path, today: dt.date | None = None) -> tuple[Opened, Loaded]:
    from protobuild.check import run

    loaded = load(Folder(folder))
    if loaded.draft is None:
        return Opened(None, None, loaded.findings, loaded.places), loaded
    outline = assemble(loaded.draft, numbers=loaded.numbers, places=loaded.places)
    found = with_excerpts(run(loaded.draft, outline, loaded.places, today), loaded.lines)
    shown = None if loaded.protocol is None else outline
    return Opened(loaded.protocol, shown, (*loaded.findings, *found), loaded.places), loaded


def _placed(findings: Iterable[Finding], home: Home) -> tuple[Finding, ...]:
    """Return findings whose files are named as seen from the home's root."""
    return tuple(
        replace(finding, place=replace(finding.place, file=home.shown(finding.place.file)))
        for finding in findings
    )


def last_protocol(home: Home) -> Protocol | None:
    """Return the protocol that the draft changes, the one adopted last; None before the first."""
    version = last_adopted(home)
    return load_leniently(Folder(version.protocol)).protocol if version else None


def former_ids(home: Home, protocol: Protocol) -> frozenset[str]:
    """Return every id there ever was: those retired, and those of all adopted versions."""
    adopted = (load_leniently(Folder(version.protocol)).protocol for version in versions(home))
    return frozenset(protocol.manifest.retired).union(*(each.ids() for each in adopted))


def open_leniently(home: Home) -> tuple[Protocol, Outline]:
    """Return the draft as far as it can be read, for looking at it; nothing is required of it."""
    loaded = load_leniently(Folder(home.protocol))
    outline = assemble(loaded.protocol, numbers=loaded.numbers)
    return loaded.protocol, as_draft(outline) if claims_too_much(outline, home) else outline
