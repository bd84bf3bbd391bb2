"""Walk the history, the latest state first, and say which files each changed and what they held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.store.git import Repository, UnknownRevisionError, ask, resolve

NOTHING = frozenset("0")
"""What the name of an object is made of where there was no file."""

_FORMAT = "%x02%H%x00%as%x00%an%x00%s"
_HEADER = "\x02"
_TWO_PATHS = ("R", "C")
"""A file that was renamed or copied has two paths."""

_LOG = (
    "log",
    "--raw",
    "-z",
    "-c",  # of a merge, only what is in none of the texts it joins
    "-M",
    "--root",
    "--no-abbrev",
    "--no-color",
    "--no-notes",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
    "--encoding=UTF-8",
    "--date-order",
    f"--format={_FORMAT}",
    "--end-of-options",
)


@dataclass(frozen=True, slots=True)
class Touched:
    """One file that was changed: where it was and is, and the names of what it held."""

    old: str
    new: str
    before: tuple[str, ...]
    """The name of what it held, in each of the states that were joined; empty where it was not there."""
    after: str

    @property
    def born(self) -> bool:
        """Whether it was not there before."""
        return not any(self.before)


@dataclass(frozen=True, slots=True)
class Kept:
    """One state of the files, as somebody kept it."""

    oid: str
    date: dt.date
    who: str
    summary: str
    files: tuple[Touched, ...]


def walk(repository: Repository) -> Iterator[Kept]:
    """Yield every state that led to the present one, the latest first; nothing where none was kept.

    Raises UsageError when the history cannot be read.
    """
    try:
        now = resolve(repository, "HEAD").oid
    except UnknownRevisionError:
        return
    tokens = ask(repository, *_LOG, now).decode("utf-8", "surrogateescape").split("\0")
    yield from _read(tokens)


def _read(tokens: list[str]) -> Iterator[Kept]:
    at = 0
    while at + 3 < len(tokens):
        oid, day, who, summary = tokens[at : at + 4]
        at += 4
        files = []
        while at + 1 < len(tokens) and not tokens[at].startswith(_HEADER):
            if tokens[at].lstrip("\n"):  # nothing but a line's end stands before the files of a merge
                touched, at = _file(tokens, at)
                files.append(touched)
            else:
                at += 1
        yield Kept(oid.removeprefix(_HEADER), _day(day), _seen(who), _seen(summary), tuple(files))


def _file(tokens: list[str], at: int) -> tuple[Touched, int]:
    """Return one changed file, and the position after it.

    Its line is `:100644 100644 <before> <after> M`; of a merge, with a mode and a name for each parent.
    """
    said = tokens[at].lstrip("\n")
    parents = len(said) - len(said.lstrip(":"))
    words = said.lstrip(":").split(" ")
    before, after = words[parents + 1 : 2 * parents + 1], words[2 * parents + 1]
    two = parents == 1 and words[-1].startswith(_TWO_PATHS)
    old, new = tokens[at + 1], tokens[at + 1 + two]
    return Touched(old, new, tuple(map(_held, before)), _held(after)), at + 2 + two


def _seen(words: str) -> str:
    """Return words without what steers a terminal or cannot be printed; anybody may have written them."""
    return words if words.isprintable() else "".join(each if each.isprintable() else " " for each in words)


def _held(oid: str) -> str:
    return "" if NOTHING.issuperset(oid) else oid


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:  # a clock that was set to the year 0
        return dt.date.min
