"""Act on what is kept: under a lock, all or nothing, and kept in the history where there is one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.adopting.journal import (
    STAGE,
    Journal,
    begin,
    carry_out,
    close,
    left_behind,
    undo,
)
from protobuild.life.home import Home
from protobuild.model.saying import capital, listed
from protobuild.model.source import ProtobuildError
from protobuild.store import disk
from protobuild.store.git import find_repository
from protobuild.store.keeping import History, Keeping, gone, history_of, insist_on_ready, is_ignored, keep
from protobuild.store.lock import Held, locked

LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done, worked out before anything is."""

    what: str
    """What it is called, such as `the adoption of 20 November 2026`."""
    files: Mapping[str, bytes | None]
    """What each file is to say, or None where it is to go, in order; names are seen from the root."""
    message: str = ""
    """What the history says of it."""
    name: str = ""
    """What the history calls the state; empty where it is not to be kept there."""
    also: tuple[str, ...] = ()
    """Files that are kept in the history with it, although this does not change them."""
    emptied: tuple[str, ...] = ()
    """Folders that go too where nothing is left in them, the innermost first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What was done."""

    act: Act
    commit: str = ""
    """The fingerprint of the state in the history; empty where none is kept."""


def perform(
    home: Home,
    plan: Callable[[], Act],
    since: str,
    *,
    history: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Happened:
    """Do what a plan says: all of it, or none where any part fails.

    What an earlier run left half done is finished or put back first, and told at once. `since` says
    in words when this is; `history` whether to keep it in the history, where there is one. Raises
    ProtobuildError.
    """
    with locked(home.changelog / LOCK, "an adoption", since) as held:
        if said := recovered(home):
            tell(f"{said} It was {held.before.said}." if held.before else said)
        act = plan()
        kept_in = _history(home, act) if history and act.name else None
        commit = _all_or_nothing(home, act, held, kept_in)
    return Happened(act, commit)


def recovered(home: Home) -> str:
    """Finish or put back what a run that was cut off left, and say so; empty where none did."""
    stage = home.changelog / STAGE
    left = left_behind(stage)
    if left is None:
        with suppress(OSError):
            disk.remove_folder(stage)  # what was made ready for nothing, or is over
        return ""
    if left.done:
        _keep_later(home, left.journal)
        close(stage)
        return f"{capital(left.journal.what)} had been cut off near its end; it is finished now."
    changed = undo(home.root, stage, left.journal)
    said = f"{capital(left.journal.what)} had been cut off; what it had written was put back."
    if changed:
        said += f" {listed(changed)} had been changed since and was left as it is."
    return said


def unfinished(home: Home) -> str:
    """Return what was begun and cut off, in words; empty where nothing was."""
    left = left_behind(home.changelog / STAGE)
    return capital(left.journal.what) if left else ""


def _all_or_nothing(home: Home, act: Act, held: Held, kept_in: History | None) -> str:
    stage = home.changelog / STAGE
    keeping = _keeping(home, act, kept_in) if kept_in else None
    note = {"history": json.dumps([keeping.paths, keeping.message, keeping.name])} if keeping else {}
    journal: Journal | None = None
    try:
        journal = begin(home.root, stage, act.what, act.files, note)
        carry_out(home.root, stage, journal, lambda: _insist_on_lock(held))
        commit = keep(kept_in, keeping) if kept_in and keeping else ""
    except BaseException as reason:
        _put_back(home.root, stage, journal, act.what)
        if isinstance(reason, OSError):
            raise _not_done(act.what, reason) from None
        raise
    with suppress(OSError):  # it is done, and the next run clears away what is left of the preparation
        for folder in act.emptied:
            disk.remove_if_empty(home.root / folder)
        close(stage)
    return commit


def _put_back(root: Path, stage: Path, journal: Journal | None, what: str) -> None:
    """Leave everything as it was; raise ProtobuildError where the disk refuses even that."""
    try:
        if journal is None:
            close(stage)
        else:
            undo(root, stage, journal)
    except OSError as reason:
        raise ProtobuildError(
            f"{capital(what)} failed, and the disk does not let it be put back: {_said(reason)}.",
            fix="Nothing is lost. When the disk can be written again, give the same command: it first "
            "puts back what was begun.",
        ) from None


def _insist_on_lock(held: Held) -> None:
    if held.lost():
        raise ProtobuildError(
            f"The file {held.path.name} was taken away while this was going on, so somebody else may be "
            "writing here.",
            fix="Everything is as it was. Make sure that nobody else is at it, and try again.",
        )


def _not_done(what: str, reason: OSError) -> ProtobuildError:
    place = f" ('{Path(reason.filename).name}')" if reason.filename else ""
    return ProtobuildError(
        f"{capital(what)} was not done, because the disk refused: {_said(reason)}{place}.",
        fix="Everything is as it was. Close the file if it is open elsewhere, or make room on the disk, "
        "and try again.",
    )


def _said(reason: OSError) -> str:
    return (reason.strerror or "no reason was given").lower()


def _history(home: Home, act: Act) -> History | None:
    """Return the history that is to keep the act, or None; raise UsageError where it cannot now."""
    repository = find_repository(home.root)
    if repository is None:
        return None
    history = history_of(repository)
    if is_ignored(history, repository.inside(home.protocol) + "/"):
        return None
    insist_on_ready(history, act.name)
    return history


def _keeping(home: Home, act: Act, history: History) -> Keeping:
    inside = history.repository.inside(home.root)
    prefix = f"{inside}/" if inside else ""
    paths = [prefix + path for path in (*act.files, *act.also)]
    if act.also:  # sections that the draft dropped go with their files
        paths += gone(history, history.repository.inside(home.protocol))
    return Keeping(tuple(dict.fromkeys(paths)), act.message, act.name)


def _keep_later(home: Home, journal: Journal) -> None:
    """Keep in the history what a run was cut off before keeping, or while it did."""
    noted = journal.note.get("history")
    repository = find_repository(home.root) if noted else None
    if noted and repository:
        paths, message, name = json.loads(noted)
        keep(history_of(repository), Keeping(tuple(paths), message, name))
