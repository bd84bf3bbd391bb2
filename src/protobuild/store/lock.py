"""Lock: let one run at a time change what is kept, and say who holds it."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from protobuild.model.source import ProtobuildError


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, as the lock's file says."""

    doing: str
    """What is being done, such as `an adoption`."""
    user: str
    computer: str
    process: int
    since: str
    """When it was begun, in words."""

    @property
    def said(self) -> str:
        """The holder in words."""
        return f"{self.doing}, begun {self.since} by {self.user} on {self.computer} (process {self.process})"


@dataclass(frozen=True, slots=True)
class Held:
    """A lock that is held by this run."""

    path: Path
    file: IO[str]
    before: Holder | None
    """Who held it and never gave it back: that run was cut off."""

    def lost(self) -> bool:
        """Return whether somebody took the lock's file away."""
        return not _is_there(self.path, self.file)


@contextmanager
def locked(path: Path, doing: str, since: str) -> Iterator[Held]:
    """Hold a lock while the block runs; the system gives it back even when the run is cut off.

    Raises ProtobuildError, naming the holder and the remedy, while another run holds it.
    """
    held = _taken(path, Holder(doing, _user(), socket.gethostname(), os.getpid(), since))
    try:
        yield held
    finally:
        _give_back(held)


def _give_back(held: Held) -> None:
    """Remove the lock's file, emptied first: where it cannot be removed it names nobody."""
    ours = not held.lost()
    with suppress(OSError):
        held.file.truncate(0)
        if ours:
            held.path.unlink()
    held.file.close()
    if ours and sys.platform == "win32":  # where no file is removed while it is open
        with suppress(OSError):
            held.path.unlink()


def _taken(path: Path, holder: Holder) -> Held:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _opened(path)
    except OSError as reason:
        raise ProtobuildError(
            f"Nothing can be written in '{path.parent.name}': {reason.strerror or 'the disk refused'}.",
            fix="Ask whose folder it is, or work on a copy of your own.",
        ) from None
    file.seek(0)
    before = _read(file.read())
    if before is not None and before.computer != holder.computer:
        file.close()  # a folder that is shared: whether that run still goes on cannot be seen from here
        raise _elsewhere(path, before)
    file.seek(0)
    file.truncate()
    file.write(json.dumps(asdict(holder), ensure_ascii=False))
    file.flush()
    return Held(path, file, before)


def _opened(path: Path) -> IO[str]:
    """Return the lock's file, held; one that was removed while we waited for it is not the lock."""
    while True:
        file = path.open("a+", encoding="utf-8")
        if not _hold(file):
            file.seek(0)
            holder = _read(file.read())
            file.close()
            raise _busy(path, holder)
        if _is_there(path, file):
            return file
        file.close()


def _hold(file: IO[str]) -> bool:
    """Return whether the system let us have the file for ourselves."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(4096)  # a place beyond its words, which others may then still read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(path: Path, file: IO[str]) -> bool:
    """Return whether the file that is open is the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except OSError:
        return False


def _read(words: str) -> Holder | None:
    """Return the holder a lock's file names; None where it names nobody."""
    try:
        return Holder(**json.loads(words))
    except (ValueError, TypeError):
        return None


def _busy(path: Path, holder: Holder | None) -> ProtobuildError:
    said = holder.said if holder else "another run of protobuild"
    return ProtobuildError(
        f"Something else is being kept here at this moment: {said}.",
        fix=f"Wait until it has ended, then try again. The lock is the file {path.name} in "
        f"'{path.parent.name}'; it goes by itself.",
    )


def _elsewhere(path: Path, holder: Holder) -> ProtobuildError:
    return ProtobuildError(
        f"Another computer holds the lock of this folder: {holder.said}.",
        fix=f"Ask there whether it has ended. If it has, delete the file {path.name} in "
        f"'{path.parent.name}', and try again.",
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "somebody"
