"""Tree: where the files of a protocol come from, be it a folder, a revision or memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol as Shape

from protobuild.model.source import ProtobuildError, UsageError

LARGEST = 2_000_000
"""Bytes. The longest real protocol seen is under 0.1 MB, so 2 MB is a mistake or an attack."""

MOST_FILES = 10_000
"""Files. More than this is somebody's whole drive, not a protocol."""

_REASONS: dict[type[OSError], str] = {
    PermissionError: "you are not allowed to open it",
    IsADirectoryError: "it is a folder",
}


class TooLargeError(ProtobuildError):
    """A file is larger than any protocol could be, and was not read."""


class Tree(Shape):
    """A set of named files."""

    @property
    def name(self) -> str:
        """What a reader calls the place, such as the folder's name."""

    def files(self) -> tuple[str, ...]:
        """Return the paths of all files, with `/` between folders, in order of name."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raise ProtobuildError when it is missing, too large or outside."""


@dataclass(frozen=True, slots=True)
class Files:
    """Files held in memory."""

    name: str
    contents: Mapping[str, bytes]

    def files(self) -> tuple[str, ...]:
        """Return the paths of all files in order of name."""
        return tuple(sorted(self.contents))

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        if path not in self.contents:
            raise absent(path, self.name)
        return bounded(path, self.contents[path])


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder on disk. Hidden files, and links that lead outside it, are not read."""

    path: Path

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path.resolve().name

    def files(self) -> tuple[str, ...]:
        """Return the paths of all files below the folder in order of name."""
        if not self.path.is_dir():
            raise UsageError(f"There is no folder '{self.path}'.", fix="Check the spelling of its name.")
        found: list[str] = []
        for path in _walk(self.path):
            found.append(path.relative_to(self.path).as_posix())
            if len(found) > MOST_FILES:
                raise UsageError(
                    f"'{self.path}' holds more than {MOST_FILES} files, so it is not a protocol's folder.",
                    fix="Name the folder that holds protocol.yaml.",
                )
        return tuple(sorted(found))

    def read(self, path: str) -> bytes:
        """Return a file's bytes, never those of a file outside the folder."""
        target = self.path / PurePosixPath(path)
        if not Path(os.path.realpath(target)).is_relative_to(self.path.resolve()):
            raise ProtobuildError(
                f"'{path}' leads to a file outside '{self.name}', and was not read.",
                fix="Put a copy of the file itself in the folder.",
            )
        return file_bytes(target, path)


def file_bytes(path: Path, name: str, most: int = LARGEST) -> bytes:
    """Return a file's bytes; raise ProtobuildError, calling it `name`, when it cannot be had.

    More than `most` are not read.
    """
    try:
        with path.open("rb") as file:
            return bounded(name, file.read(most + 1), most)
    except FileNotFoundError:
        raise absent(name, path.parent.resolve().name) from None
    except OSError as reason:
        raise ProtobuildError(
            f"'{name}' could not be read: {_REASONS.get(type(reason), 'the disk refused')}.",
            fix="Check that it is a file that you may open, and that no other program holds it.",
        ) from None


def bounded(path: str, data: bytes, most: int = LARGEST) -> bytes:
    """Return the bytes, or raise TooLargeError when there are too many."""
    if len(data) > most:
        raise TooLargeError(
            f"'{path}' is larger than {most // 1_000_000} MB, and was not read.",
            fix="A protocol's files are small. Check that the right file has this name.",
        )
    return data


def absent(path: str, name: str) -> ProtobuildError:
    """Return the error that says a file is not there."""
    return ProtobuildError(f"There is no file '{path}' in '{name}'.", fix="Check the spelling of its name.")


def _walk(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(each for each in inner if not each.startswith("."))
        for each in names:
            path = Path(folder) / each
            if not each.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path
