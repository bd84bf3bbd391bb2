"""Tell of every adopted version what it changed, and what became of it."""

from __future__ import annotations

from protobuild.life.afterwards import read_afterwards
from protobuild.life.home import Home
from protobuild.life.looking_back.past import Past, past_of
from protobuild.render.looking_back.told import Log, Logged


def log_of(home: Home) -> Log:
    """Return every version, the latest first; raise UsageError when there is none."""
    past = past_of(home)
    last = past.outline(len(past.versions) - 1)
    rows = tuple(_row(past, at) for at in reversed(range(len(past.versions))))
    return Log(last.title, last.cover.council, rows)


def _row(past: Past, at: int) -> Logged:
    numbers = past.numbers(at)
    events = tuple(event.says(numbers) for event in read_afterwards(past.versions[at]))
    return Logged(past.act(at), past.redlined(at) if at else None, events)
