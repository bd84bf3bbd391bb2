"""What every verb knows: where the reader stands, and how much to say."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from protobuild.life.days import read_day
from protobuild.model.source import UsageError

LONGEST, LONGEST_PATH = 255, 4000
"""Bytes of a name, and of a name with all the folders it lies in, that every disk holds."""


@dataclass(frozen=True, slots=True)
class Session:
    """The words given before the verb."""

    folder: Path
    quiet: bool

    def say(self, words: str) -> None:
        """Tell the reader something that is not the answer itself."""
        if not self.quiet:
            click.echo(words, err=True)

    def remark(self, words: str) -> None:
        """Say what was found, where there is anything to say of it."""
        if words:
            self.say(words)

    def warn(self, words: str) -> None:
        """Say what the reader must not miss, where there is anything; being quiet does not hide it."""
        if words:
            click.echo(f"warning: {words}", err=True)

    def at(self, name: Path) -> Path:
        """Return where a name the reader gave lies; raise UsageError for one that no disk can hold."""
        insist_on_name(name)
        return self.folder / name

    def shown(self, path: Path) -> str:
        """Return a path as the reader would write it."""
        try:
            return path.resolve().relative_to(Path.cwd()).as_posix()
        except ValueError:
            return str(path)


def insist_on_name(name: Path) -> None:
    """Raise UsageError for a name that no disk can hold, which no look at the disk survives."""
    parts = [len(os.fsencode(part)) for part in name.parts]
    if "\0" in str(name) or max(parts, default=0) > LONGEST or sum(parts) > LONGEST_PATH:
        raise no_such_name(str(name))


def no_such_name(name: str) -> UsageError:
    """Return the error for a name that no disk can hold, or for one of several."""
    said = f"'{' '.join(name.split())[:80]}' is no name" if name else "A name that was given is none"
    return UsageError(f"{said} that a disk can hold.", fix="Check the name.")


pass_session = click.make_pass_decorator(Session)


def coloured(wanted: bool | None = None) -> bool:
    """Return what was asked for, else whether a terminal is told whose owner does not want plain words."""
    if wanted is not None:
        return wanted
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def file_stem(given: str) -> str:
    """Return what a reader called a text as part of a file's name.

    >>> file_stem("drafts/Old text.md"), file_stem("14 May 2026")
    ('old-text', '2026-05-14')
    """
    day = read_day(given)
    if day is not None:
        return day.isoformat()
    name = given.rstrip("/").rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "text"
