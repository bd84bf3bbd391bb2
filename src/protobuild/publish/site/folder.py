"""Folder: write a site so that it is there whole or not at all, and nothing of anybody's is lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from protobuild.model.source import UsageError
from protobuild.publish.files import write_files

LEDGER = ".site.json"
"""What was written to the folder, so that it is known again as ours, and what somebody changed in it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a site did."""

    fresh: tuple[str, ...]
    """The files that are new or have changed; the others were left as they were."""
    removed: tuple[str, ...]
    """The files of an earlier site that this one does not have."""


Known = dict[str, set[str]]
"""The files of earlier sites, each with the checksums it may have: a crash leaves some old and some new."""


def write_site(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write the files of a site into a folder, and take away what an earlier one had there.

    Raises UsageError when the folder holds something else, or a file that was changed by hand.
    """
    sums = {name: digest(data) for name, data in files.items()}
    known = _insist_on_ours(folder)
    _insist_on_nobody_elses(folder, known, sums)
    fresh = {name: data for name, data in files.items() if _digest_of(folder / name) != sums[name]}
    stale = tuple(sorted(name for name in known.keys() - files.keys() if (folder / name).is_file()))
    if fresh or stale:
        _write_ledger(folder, sums, known)
        write_files(folder, fresh)
        _remove(folder, stale)
    _write_ledger(folder, sums, {})
    return Written(tuple(sorted(fresh)), stale)


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str:
    return digest(path.read_bytes()) if path.is_file() else ""


def _insist_on_ours(folder: Path) -> Known:
    """Return what was written to a folder before; nothing where it is empty or not there."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"'{folder.name}' is a file, not a folder.", fix="Name another folder with --out.")
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    try:
        said = json.loads((folder / LEDGER).read_bytes())["files"]
        return {str(name): {str(each) for each in sums} for name, sums in said.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UsageError(
            f"The folder '{folder.name}' holds something that is not a site made by protobuild.",
            fix="Name a new or empty folder with --out.",
        ) from None


def _insist_on_nobody_elses(folder: Path, known: Known, sums: Mapping[str, str]) -> None:
    """Raise UsageError where a file would be written over or taken away that is not as we wrote it."""
    for name in sorted({*known, *sums}):
        there = _digest_of(folder / name)
        if there and there not in known.get(name, set()) | {sums.get(name, "")}:
            raise UsageError(
                f"{folder.name}/{name} was not made here or was changed by hand, and would be lost.",
                fix="Move it out of the folder to keep it, and publish again; or name another folder.",
            )


def _write_ledger(folder: Path, sums: Mapping[str, str], before: Known) -> None:
    """Write which files are ours; while they are being written, both as they were and as they will be."""
    names = sorted({*sums, *before})
    said = {name: sorted({*before.get(name, ()), *([sums[name]] if name in sums else [])}) for name in names}
    ledger = f"{json.dumps({'files': said}, ensure_ascii=False, indent=1)}\n".encode()
    if _digest_of(folder / LEDGER) != digest(ledger):
        write_files(folder, {LEDGER: ledger})


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Take files away, and the folders they leave empty."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for above in path.relative_to(folder).parents:
            if above.parts and not any((folder / above).iterdir()):
                (folder / above).rmdir()
