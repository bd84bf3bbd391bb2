"""Change several files as one step: all of them or none, whatever cuts the run off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from protobuild.model.source import ProtobuildError
from protobuild.store import disk

STAGE = ".adopting"
"""The folder, in changelog/, in which everything stands ready before anything is changed."""
BEGUN = "begun.json"
"""What is being changed. While it is there the old files can be put back."""
DONE = "done.json"
"""The same, once every file is changed; only the history may still lack it."""

BEFORE = ".before"
"""What is put after the name of a file to say what it said before."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file that is written or removed."""

    path: str
    """Its name as seen from the root."""
    before: str
    """The checksum of what stood there; empty for nothing."""
    after: str
    """The checksum of what is to stand there; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What is being changed, and what it is called in words."""

    what: str
    steps: tuple[Step, ...]
    folders: tuple[str, ...]
    """Folders that are made for it, the innermost first."""
    note: Mapping[str, str]
    """What the one who changes them needs to know to finish later."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files it touches, as seen from the root."""
        return tuple(step.path for step in self.steps)


def begin(
    root: Path, stage: Path, what: str, files: Mapping[str, bytes | None], note: Mapping[str, str]
) -> Journal:
    """Put everything ready beside the files, and return the journal of it; nothing is changed yet.

    `files` holds what each file is to say, or None where it is to go, in the order in which it
    happens. Raises OSError, leaving nothing behind that counts.
    """
    disk.remove_folder(stage)
    steps: list[Step] = []
    for number, (path, data) in enumerate(files.items()):
        old = _bytes(root / path)
        if old is not None:
            disk.write(stage / "before" / str(number), old)
        if data is not None:
            disk.write(stage / "after" / str(number), data)
        steps.append(Step(path, _sum(old), _sum(data)))
    journal = Journal(what, tuple(steps), _new_folders(root, files), dict(note))
    disk.write(stage / BEGUN, json.dumps(asdict(journal), ensure_ascii=False, indent=1).encode())
    disk.settle(stage)
    return journal


def carry_out(root: Path, stage: Path, journal: Journal, may_go_on: Callable[[], None]) -> None:
    """Change every file, asking before each; `undo` puts the old files back where this fails.

    Raises OSError, or what `may_go_on` raises.
    """
    for number, step in enumerate(journal.steps):
        may_go_on()
        target = root / step.path
        if step.after:
            disk.write(target, (stage / "after" / str(number)).read_bytes())
        else:
            disk.remove(target)
    for folder in {(root / step.path).parent for step in journal.steps}:
        if folder.is_dir():
            disk.settle(folder)
    may_go_on()
    disk.rename(stage / BEGUN, stage / DONE)
    disk.settle(stage)


def undo(root: Path, stage: Path, journal: Journal) -> tuple[str, ...]:
    """Put the old files back; return the names of those somebody changed since, which are left alone.

    What such a file said before is put beside it. May be run again when it was itself cut off.
    Raises OSError.
    """
    changed = [
        step.path
        for number, step in reversed(list(enumerate(journal.steps)))
        if not _put_back(root / step.path, step, stage / "before" / str(number))
    ]
    for folder in journal.folders:
        disk.remove_if_empty(root / folder)
    close(stage)
    return tuple(reversed(changed))


def _put_back(target: Path, step: Step, old: Path) -> bool:
    """Put one file back; return whether that was possible, since nobody else had changed it."""
    disk.remove(target.with_name(target.name + disk.FRESH))  # left by a run cut off while it wrote
    now = _sum(_bytes(target))
    if now == step.before:
        return True
    if now != step.after:
        if step.before:
            disk.write(target.with_name(target.name + BEFORE), old.read_bytes())
        return False
    if step.before:
        disk.write(target, old.read_bytes())
    else:
        disk.remove(target)
    return True


def close(stage: Path) -> None:
    """Remove what stood ready; the journal goes first, so that nothing is begun any more. Raises OSError."""
    disk.remove(stage / BEGUN)
    disk.remove(stage / DONE)
    disk.remove_folder(stage)


@dataclass(frozen=True, slots=True)
class Left:
    """What a run that was cut off left behind."""

    journal: Journal
    done: bool
    """Whether all its files are changed, so that it is to be finished and not undone."""


def left_behind(stage: Path) -> Left | None:
    """Return what a run left behind, or None where it had changed nothing.

    Raises ProtobuildError when it cannot be read.
    """
    for name, done in ((BEGUN, False), (DONE, True)):
        if (stage / name).is_file():
            return Left(_read(stage / name), done)
    return None


def _read(path: Path) -> Journal:
    try:
        data = json.loads(path.read_text("utf-8"))
        steps = tuple(Step(**step) for step in data["steps"])
        return Journal(data["what"], steps, tuple(data["folders"]), data["note"])
    except (OSError, ValueError, TypeError, KeyError):
        raise ProtobuildError(
            f"Something was begun here and cut off, and {path.parent.name}/{path.name} does not say what.",
            fix=f"Move the folder {path.parent.name} out of changelog. What stood before is in its folder "
            "'before', if a file has to be put back.",
        ) from None


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _sum(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _new_folders(root: Path, files: Mapping[str, bytes | None]) -> tuple[str, ...]:
    """Return the folders that are not there yet, the innermost first."""
    wanted = {
        folder.as_posix()
        for path, data in files.items()
        if data is not None
        for folder in Path(path).parents
        if folder != Path() and not (root / folder).exists()
    }
    return tuple(sorted(wanted, key=lambda folder: (-folder.count("/"), folder)))
