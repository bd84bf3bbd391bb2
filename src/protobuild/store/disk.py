"""Disk: the few steps by which kept files are written, so that a crash between two of them loses nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

FRESH = ".new"
"""What a file is called until all of it is on the disk."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole: beside its place first, then renamed into it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + FRESH)
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def rename(old: Path, new: Path) -> None:
    """Give a file another name, taking the place of one that has it. Raises OSError."""
    old.replace(new)


def remove(path: Path) -> None:
    """Remove a file that may be gone already. Raises OSError."""
    path.unlink(missing_ok=True)


def remove_folder(path: Path) -> None:
    """Remove a folder with all that is in it; it may be gone already. Raises OSError."""
    if path.exists():
        shutil.rmtree(path)


def remove_if_empty(path: Path) -> None:
    """Remove a folder that holds nothing any more. Raises OSError."""
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network drives cannot; they keep the order by themselves
        return
    finally:
        os.close(handle)
