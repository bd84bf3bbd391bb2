"""Folder: write a site so that it is there whole or not at all, and nothing of anybody's is lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from protobuild.model.source import UsageError
from protobuild.publish.files import leads_inside, write_files

LEDGER = ".site.json"
"""What was written to the folder, so that it is known again as ours, and what somebody changed in it."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a site did."""

    fresh: tuple[str, ...]
    """The files that are new or have changed; the others were left as they were."""
    removed: tuple[str, ...]
    """The files of an earlier site that this one does not have."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What an earlier run says it wrote."""

    files: dict[str, set[str]] = field(default_factory=dict)
    """Each file with the checksums it may have: a crash leaves some old and some new."""
    inputs: dict[str, str] = field(default_factory=dict)
    """By path: a hash of all that a PDF was made from, so that an equal one is kept."""
    whole: str = ""
    """A hash of all that the site was made from; empty where it may not be kept as it is."""


def write_site(
    folder: Path, files: Mapping[str, bytes], inputs: Mapping[str, str] | None = None, whole: str = ""
) -> Written:
    """Write the files of a site into a folder, and take away what an earlier one had there.

    Raises UsageError when the folder holds something else, or a file that was changed by hand.
    """
    sums = {name: {digest(data)} for name, data in files.items()}
    known = _insist_on_ours(folder).files
    _insist_on_nobody_elses(folder, known, sums)
    fresh = {name: data for name, data in files.items() if _digest_of(folder / name) not in sums[name]}
    stale = tuple(sorted(name for name in known.keys() - files.keys() if (folder / name).is_file()))
    if fresh or stale:
        either = {name: sums.get(name, set()) | known.get(name, set()) for name in {*sums, *known}}
        _write_ledger(folder, Ledger(either))
        write_files(folder, fresh)
        _remove(folder, stale)
    _write_ledger(folder, Ledger(sums, dict(inputs or {}), whole))
    return Written(tuple(sorted(fresh)), stale)


def read_ledger(folder: Path) -> Ledger | None:
    """Return what was written to a folder before, or None where nothing says so."""
    try:
        said = json.loads((folder / LEDGER).read_bytes())
        files = {str(name): {str(each) for each in sums} for name, sums in said["files"].items()}
        if not all(map(leads_inside, files)):
            return None  # it was not written by us
        inputs = {str(name): str(each) for name, each in said["made_from"].items()}
        return Ledger(files, inputs, str(said.get("whole", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str:
    return digest(path.read_bytes()) if path.is_file() else ""


def _insist_on_ours(folder: Path) -> Ledger:
    """Return what was written to a folder before; nothing where it is empty or not there."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"'{folder.name}' is a file, not a folder.", fix="Name another folder with --out.")
    if not folder.exists() or not any(folder.iterdir()):
        return Ledger()
    ledger = read_ledger(folder)
    if ledger is None:
        raise UsageError(
            f"The folder '{folder.name}' holds something that is not a site made by protobuild.",
            fix="Name a new or empty folder with --out.",
        )
    return ledger


def _insist_on_nobody_elses(
    folder: Path, known: Mapping[str, set[str]], sums: Mapping[str, set[str]]
) -> None:
    """Raise UsageError where a file would be written over or taken away that is not as we wrote it."""
    for name in sorted({*known, *sums}):
        there = _digest_of(folder / name)
        if there and there not in known.get(name, set()) | sums.get(name, set()):
            raise UsageError(
                f"{folder.name}/{name} was not made here or was changed by hand, and would be lost.",
                fix="Move it out of the folder to keep it, and publish again; or name another folder.",
            )


def _write_ledger(folder: Path, ledger: Ledger) -> None:
    files = {name: sorted(ledger.files[name]) for name in sorted(ledger.files)}
    said = {"files": files, "made_from": dict(sorted(ledger.inputs.items())), "whole": ledger.whole}
    data = f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
    if _digest_of(folder / LEDGER) != digest(data):
        write_files(folder, {LEDGER: data})


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Take files away, and the folders they leave empty."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for above in path.relative_to(folder).parents:
            if above.parts and not any((folder / above).iterdir()):
                (folder / above).rmdir()
