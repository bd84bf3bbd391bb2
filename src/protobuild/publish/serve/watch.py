"""Watch: tell when a file that is served from was saved, added or taken away; the only door to watchfiles."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

from protobuild.life.home import Home
from protobuild.life.theme.folder import THEME
from protobuild.publish.site.plan import STATEMENT

WAIT = 1_000
"""Milliseconds after which the files are looked at even if nothing was heard: not every disk tells."""

SETTLE = 60
"""Milliseconds without a further change after which a save counts as done."""

Seen = dict[Path, tuple[int, int]]


async def saves(home: Home, before: Seen, stop: asyncio.Event) -> AsyncIterator[None]:
    """Yield after each save since the files were seen, until told to stop."""
    while not stop.is_set():
        async for _ in awatch(
            *_folders(home),
            stop_event=stop,
            watch_filter=None,
            step=SETTLE,
            rust_timeout=WAIT,
            yield_on_timeout=True,
        ):
            now = seen(home)
            if now != before:
                before = now
                yield
                break  # a folder may have come or gone


def seen(home: Home) -> Seen:
    """Return every file that is served from, with when it was written and how long it is."""
    out: Seen = {}
    for top in (home.protocol, home.changelog, home.root / THEME, home.root / STATEMENT):
        for path in [top, *(top.rglob("*") if top.is_dir() else ())]:
            try:
                said = path.stat()
            except OSError:
                continue  # gone again, such as an editor's own copy
            if path.is_file():
                out[path] = (said.st_mtime_ns, said.st_size)
    return out


def _folders(home: Home) -> list[Path]:
    folders = (home.protocol, home.changelog, home.root / THEME)
    return [folder for folder in folders if folder.is_dir()] or [home.root]
