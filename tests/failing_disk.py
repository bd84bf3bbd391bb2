"""Make the disk fail, or the whole program die, at a chosen step of what is written."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

STEPS = ((Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (Path, "rmdir"))
"""What changes a disk, as the store's door does it."""


class Steps:
    """Counts the steps, and does something at one of them."""

    def __init__(self, at: int, do: Callable[[], None], *, onwards: bool = False) -> None:
        self.at, self.do, self.onwards = at, do, onwards
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.at or (self.onwards and self.count > self.at):
            self.do()


@contextmanager
def at_step(steps: Steps) -> Iterator[None]:
    """Let the steps be counted while the block runs."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in STEPS:
            patch.setattr(owner, name, _counted(getattr(owner, name), steps))
        patch.setattr(os, "fsync", _counted(_at_once, steps))  # real ones take most of a test's time
        yield


def _at_once(_: int) -> None:
    """Be as sure as a test needs that words are on the disk."""


def _counted(real: Callable[..., object], steps: Steps) -> Callable[..., object]:
    def counted(*given: object, **options: object) -> object:
        steps.step()
        return real(*given, **options)

    return counted


def refuse(number: int = errno.ENOSPC) -> Callable[[], None]:
    """Return what a full disk does, or one that refuses otherwise."""

    def do() -> None:
        raise OSError(number, os.strerror(number))

    return do


def die() -> None:
    """End the program as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(run: Callable[[], None]) -> int:
    """Run something in a process of its own; return 0, 1 when it failed, or minus the signal it died of."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            run()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, but for what the history keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
