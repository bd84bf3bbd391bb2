"""The files of a protocol as they stood at a revision, without a checkout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from protobuild.model.source import UsageError
from protobuild.store.git import Repository, Revision, reading
from protobuild.store.objects import AT_ONCE, Batch, GoneError, Object, TooManyError
from protobuild.store.tree import LARGEST, MOST_FILES, TooLargeError, absent

MOST_HELD = 50_000_000
"""Bytes. Of a folder that holds more, files are read when they are asked for."""


@dataclass(frozen=True, slots=True)
class RevisionTree:
    """The files below a folder as they stood at a revision."""

    repository: Repository
    revision: Revision
    subfolder: str = ""
    _listed: dict[str, str] = field(default_factory=dict, compare=False)
    """What the history calls each file, once they have been listed."""
    _read: dict[str, Object] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """The folder's name, and the day of the revision."""
        folder = self.subfolder.rsplit("/", 1)[-1] or self.repository.folder.name
        return f"{folder} of {self.revision.date.isoformat()}"

    def files(self) -> tuple[str, ...]:
        """Return the paths of all files below the folder, in order of name."""
        if not self._listed:
            with reading(self.repository) as batch:
                try:
                    self._listed.update(batch.files(self._folder(batch)))
                except TooManyError:
                    raise UsageError(f"'{self.name}' holds more than {MOST_FILES} files.") from None
                self._read_beside(batch, "")
        return tuple(sorted(self._listed))

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        self.files()
        if path not in self._listed:
            raise absent(path, self.name)
        if path not in self._read:
            with reading(self.repository) as batch:
                self._keep(batch, [path])
                self._read_beside(batch, path.rpartition("/")[0])
        found = self._read[path]
        if found.size > LARGEST:
            raise TooLargeError(f"'{path}' is larger than {LARGEST // 1_000_000} MB, and was not read.")
        return found.data

    def _read_beside(self, batch: Batch, folder: str) -> None:
        """Read the files of one folder at once, since asking costs most, as far as memory is well spent."""
        paths = [path for path in self._listed if path.rpartition("/")[0] == folder]
        for start in range(0, len(paths), AT_ONCE):
            if sum(len(each.data) for each in self._read.values()) <= MOST_HELD:
                self._keep(batch, paths[start : start + AT_ONCE])

    def _keep(self, batch: Batch, paths: Sequence[str]) -> None:
        found = batch.read_all([self._listed[path] for path in paths])
        for path, each in zip(paths, found, strict=True):
            if each is None:
                raise GoneError
            self._read[path] = each

    def _folder(self, batch: Batch) -> Object:
        found = batch.read(f"{self.revision.oid}:{self.subfolder}")
        if found is None and batch.read(f"{self.revision.oid}^{{tree}}") is None:
            raise GoneError
        if found is None:
            raise UsageError(
                f"There was no folder '{self.subfolder}' at that time.",
                fix="Choose a later text, or name the folder the protocol was kept in then.",
            )
        if found.kind != "tree":
            raise UsageError(f"'{self.subfolder}' was not a folder at that time.")
        return found
