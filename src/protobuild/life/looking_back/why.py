"""Read why an adopted version changed what it changed: the notes that were moved into its folder."""

from __future__ import annotations

from protobuild.life.authored import read_authored
from protobuild.life.notes import Note, Notes, reasons
from protobuild.life.versions import Version
from protobuild.model.redlined import Why
from protobuild.store.tree import file_bytes

FOLDER = "notes"


def reasons_of(version: Version) -> tuple[Why, ...]:
    """Return what the notes collected by a version say of each provision.

    A note that cannot be read gives no reason; the words adopted are not in doubt for it.
    """
    folder = version.folder / FOLDER
    read = (
        read_authored(Note, path.name, file_bytes(path, path.name)).value
        for path in (sorted(folder.glob("*.yaml")) if folder.is_dir() else ())
    )
    return reasons(Notes(tuple(note for note in read if note is not None), ()))
