"""Files: put what was made into a folder, all of it or none, so that a crash leaves the old files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from protobuild.model.source import UsageError

FRESH = ".new"
OLD = ".old"


def write_files(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write the files into the folder and return their paths.

    A name may lead into a folder below, as `pages/one.html` does, which is made where it is missing.
    Each is first written beside its place, and only when all are there are they renamed into it.
    Should a renaming fail, those already done are undone. Raises `UsageError` where the folder
    cannot be written to.
    """
    for name in contents:
        if not leads_inside(name):
            raise ValueError(f"{name!r} is not the name of a file")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_beside(folder, contents)
        _rename_all(folder, list(contents))
    except OSError as fault:
        raise UsageError(
            f"Nothing was written to {folder}: {fault.strerror or 'the folder refused it'}.",
            fix="Close the file if it is open elsewhere, or name another folder.",
        ) from fault
    return [folder / name for name in contents]


def leads_inside(name: str) -> bool:
    """Return whether a name is that of a file in a folder or below it, whatever folder that is.

    >>> leads_inside("2026-05-14/index.html"), leads_inside("../secret")
    (True, False)
    """
    return all(part and part not in (".", "..") and Path(part).name == part for part in name.split("/"))


def _write_beside(folder: Path, contents: Mapping[str, bytes]) -> None:
    try:
        for name, data in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with (folder / (name + FRESH)).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        for name in contents:
            (folder / (name + FRESH)).unlink(missing_ok=True)
        raise


def _rename_all(folder: Path, names: list[str]) -> None:
    """Rename each new file onto the old one, which stays known under another name until all are done.

    At no moment is a name without a whole file, old or new.
    """
    kept: list[str] = []
    done: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                _keep(folder / name, folder / (name + OLD))
                kept.append(name)
            (folder / (name + FRESH)).replace(folder / name)
            done.append(name)
    except OSError:
        for name in done:
            if name in kept:
                (folder / (name + OLD)).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        for name in names:
            (folder / (name + FRESH)).unlink(missing_ok=True)
        for name in kept:
            (folder / (name + OLD)).unlink(missing_ok=True)
        raise
    for name in kept:
        (folder / (name + OLD)).unlink(missing_ok=True)


def _keep(file: Path, under: Path) -> None:
    """Give a file a second name; where the file system has no such thing, copy it."""
    under.unlink(missing_ok=True)
    try:
        under.hardlink_to(file)
    except OSError:
        shutil.copy2(file, under)
