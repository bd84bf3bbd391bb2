"""Find the notes and papers that an adopted version takes with it out of changelog/next/."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.adopting.ready import Fit
from protobuild.life.home import Home
from protobuild.life.issued import FOLDER
from protobuild.life.notes import NEXT, read_notes
from protobuild.life.unchanged import unchanged_ids
from protobuild.store.load import load_leniently
from protobuild.store.tree import Folder, file_bytes

NOTES = "notes"
"""The folder of a version that has them."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A file that an adopted version takes with it."""

    old: str
    """Where it stands, as seen from the root."""
    data: bytes


def waiting_ids(fit: Fit, refused: Collection[str] = (), deferred: Collection[str] = ()) -> frozenset[str]:
    """Return the ids of what is not changed yet, so that the reasons for it are still to be read.

    What a meeting refused will not be changed, and its reasons are kept with the decision.
    """
    if fit.last is None:
        return frozenset()
    before = load_leniently(Folder(fit.last.protocol)).protocol
    return (unchanged_ids(before, fit.protocol) - frozenset(refused)) | frozenset(deferred)


def moved_notes(home: Home, waiting: Collection[str] = ()) -> dict[str, Moved]:
    """Return the notes and the papers issued, by where the version keeps them.

    A note stays where it is while all that it explains waits for another meeting.
    """
    notes = read_notes(home)
    going = [
        home.root / file
        for file, note in zip(notes.files, notes.notes, strict=True)
        if not set(note.clauses) <= set(waiting)
    ]
    issued = home.changelog / NEXT / FOLDER
    papers = [path for path in issued.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {_place(path, home): _moved(path, home) for path in sorted([*going, *papers])}


def emptied_folders(home: Home) -> tuple[str, ...]:
    """Return the folders of the papers issued, the innermost first: they go with the last file in them."""
    issued = home.changelog / NEXT / FOLDER
    inner = sorted(path for path in issued.rglob("*") if path.is_dir())
    return tuple(path.relative_to(home.root).as_posix() for path in (*reversed(inner), issued))


def _place(path: Path, home: Home) -> str:
    return f"{NOTES}/{path.relative_to(home.changelog / NEXT).as_posix()}"


def _moved(path: Path, home: Home) -> Moved:
    name = path.relative_to(home.root).as_posix()
    return Moved(name, file_bytes(path, name))
