"""Whole folder: make a new folder with all its files, or nothing at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from protobuild.model.source import UsageError
from protobuild.publish.files import write_files

STAGE = ".protobuild-new"
"""How the name of a folder ends that is not finished; it begins with a dot."""
_ANOTHER = "Name a folder that is not there yet."


def insist_on_room(folder: Path) -> None:
    """Raise UsageError where a new folder cannot be made: something is there already."""
    try:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"'{folder.name}' is a file, not a folder.", fix=_ANOTHER)
        if folder.exists() and any(folder.iterdir()):
            why = f"The folder '{folder.name}' is not empty, and nothing is written into it."
            raise UsageError(why, fix=_ANOTHER)
    except OSError as fault:
        raise _not_made(folder, fault) from None
    if Path.cwd().is_relative_to(folder.resolve()):
        raise UsageError(
            f"You stand in the folder '{folder.resolve().name}' itself, so it cannot be made anew.",
            fix="Go to the folder above it, and name it from there.",
        )


def write_folder(folder: Path, contents: Mapping[str, bytes], finish: Callable[[Path], None]) -> None:
    """Make a folder with these files; it appears under its name once `finish` is done with it.

    Raises UsageError where something is there already, or nothing can be written. What a run that
    was cut off left beside it is removed.
    """
    insist_on_room(folder)
    target = folder.resolve()
    stage = target.with_name(f".{target.name}{STAGE}")
    try:
        _remove(stage)
        stage.mkdir(parents=True)
        write_files(stage, contents)
        finish(stage)
        if target.exists():
            target.rmdir()
        stage.rename(target)
    except OSError as fault:
        raise _not_made(target, fault) from fault
    finally:
        _remove(stage)


def _not_made(folder: Path, fault: OSError) -> UsageError:
    return UsageError(
        f"Nothing was made in {folder.parent}: {fault.strerror or 'the disk refused it'}.",
        fix="Name a folder in a place where you may write.",
    )


def _remove(stage: Path) -> None:
    """Remove a folder that is not finished, if it is there at all."""
    if stage.is_dir():
        shutil.rmtree(stage, ignore_errors=True)
