"""Unchanged: whether a site lies there already as it would be made, seen from the files it is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from protobuild.life.home import Home
from protobuild.life.theme.folder import THEME
from protobuild.publish.again import maker, sum_of
from protobuild.publish.site.folder import read_ledger
from protobuild.publish.site.plan import STATEMENT


def made_from(home: Home, *options: str) -> str:
    """Return a hash of all that a site is made from; empty where nobody can tell.

    Every file counts that lies where a site's words and looks come from, whether it is read or not.
    """
    if home.protocol == home.root:  # the site itself may lie among them
        return ""
    said = hashlib.sha256(maker())
    said.update(repr(options).encode())
    try:
        for path in _files(home):
            name = path.relative_to(home.root).as_posix()
            said.update(f"{name}\n{sum_of(path.read_bytes())}\n".encode())
    except OSError:
        return ""
    return said.hexdigest()


def stands(folder: Path, whole: str) -> bool:
    """Return whether the site in a folder was made from that very same, and every file is as it was made."""
    ledger = read_ledger(folder)
    if not whole or ledger is None or ledger.whole != whole:
        return False
    try:
        return all({sum_of((folder / name).read_bytes())} == sums for name, sums in ledger.files.items())
    except OSError:
        return False


def _files(home: Home) -> Iterator[Path]:
    for place in (home.protocol, home.changelog, home.root / THEME, home.root / STATEMENT):
        yield from (path for path in (place, *sorted(place.rglob("*"))) if path.is_file())
