"""Compared: what a change does to the protocol, and which versions it adopts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from protobuild.life.comparing import compared
from protobuild.life.home import Home
from protobuild.life.lenient import read_adopted, read_revision
from protobuild.life.notes import Notes, not_honoured, read_notes, reasons
from protobuild.life.opening import Opened
from protobuild.life.versions import RECORD, last_adopted, versions
from protobuild.model.outline import Outline, Side
from protobuild.model.redlined import Redlined
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.git import Repository, Revision, ask, find_repository, resolve
from protobuild.store.revisions import RevisionTree

BEFORE, AFTER = "Before this change", "With this change"


@dataclass(frozen=True, slots=True)
class Base:
    """The state that a change began from."""

    repository: Repository
    revision: Revision


@dataclass(frozen=True, slots=True)
class Compared:
    """What a change does, where both texts can be read."""

    redlined: Redlined | None
    since: str
    """What it was compared with, in words, or why it was not compared."""
    warnings: tuple[str, ...] = ()


def find_base(home: Home, name: str) -> Base | None:
    """Return where a change parted from what it would change; None where the folder has no history.

    Raises UsageError where the history does not know that name, or is cut short.
    """
    repository = find_repository(home.root)
    if repository is None or not name:
        return None
    theirs, ours = resolve(repository, name), resolve(repository, "HEAD")
    try:
        parted = ask(repository, "merge-base", theirs.oid, ours.oid).decode().strip()
    except UsageError:
        raise UsageError(
            "The history does not say where this change began: it is cut short, or that is another history.",
            fix="Fetch the whole history (in a workflow: fetch-depth: 0, or GIT_DEPTH: 0).",
        ) from None
    return Base(repository, resolve(repository, parted))


def compare(home: Home, opened: Opened, base: Base | None) -> Compared:
    """Return what the draft changes in the text it began from, or else in the version adopted last."""
    if opened.outline is None:
        return Compared(None, "The redline is made once the errors below are put right.")
    old = _text_at(home, base) if base else _adopted(home)
    if old is None:
        return Compared(None, "The protocol is new: there is no earlier text to compare it with.")
    notes = read_notes(home)
    redlined = _redlined(old, opened.outline, notes)
    since = "" if base else f"Compared with: {old.sides[0].label}."
    return Compared(redlined, since, tuple(not_honoured(notes, redlined)))


def adopted_since(home: Home, base: Base | None) -> tuple[str, ...]:
    """Return the folders of the versions that were not there in the state a change began from.

    Where a record cannot be read there is none: that is told as a finding.
    """
    there = set() if base is None else _versions_at(home, base)
    try:
        return tuple(each.folder.name for each in versions(home) if each.folder.name not in there)
    except ProtocolError:
        return ()


def _text_at(home: Home, base: Base) -> Outline | None:
    """Return the text as it was, or None where there was none."""
    try:
        outline = read_revision(base.repository, base.revision, base.repository.inside(home.protocol))
    except UsageError:
        return None
    return replace(outline, sides=(Side(BEFORE, ref=outline.sides[0].ref),))


def _adopted(home: Home) -> Outline | None:
    version = last_adopted(home)
    return read_adopted(version) if version else None


def _redlined(old: Outline, new: Outline, notes: Notes) -> Redlined:
    named = replace(new, sides=(replace(new.sides[0], label=AFTER),))
    return compared((old, named), reasons(notes))


def _versions_at(home: Home, base: Base) -> set[str]:
    try:
        folder = base.repository.inside(home.changelog)
        files = RevisionTree(base.repository, base.revision, folder).files()
    except UsageError:
        return set()
    return {file.partition("/")[0] for file in files if file.partition("/")[2] == RECORD}
