"""Excerpt: the changed words of an entry with a little of what stands around them, for the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protobuild.model.runs import Run, Runs
from protobuild.render.labels import label_of
from protobuild.render.marks import Mark, mark_of

AROUND = 7
"""How many kept words stand on either side of a change."""
LONG = 45
"""How many words of one inserted or deleted run are shown."""


def excerpt(runs: Runs) -> Runs:
    """Return the runs with long kept and long changed stretches cut down to their ends."""
    kept = [run for run in runs if run.text or label_of(run)]
    return tuple(_cut(kept))


def _cut(runs: list[Run]) -> Iterator[Run]:
    last = len(runs) - 1
    for position, run in enumerate(runs):
        words = run.text.split(" ")
        if mark_of(run) is not Mark.KEPT:
            yield run if len(words) <= LONG else replace(run, text=" ".join(words[:LONG]) + " …")
            continue
        head = words[:AROUND] if position else []
        tail = words[-AROUND:] if position < last else []
        if len(words) <= len(head) + len(tail) + 3:
            yield run
        else:
            yield replace(run, text=" ".join((*head, "…", *tail)))


def shorten(text: str, words: int = LONG) -> str:
    """Return the text, cut after so many words with a sign that more follows.

    >>> shorten("one two three", 2)
    'one two …'
    """
    listed = text.split()
    return text if len(listed) <= words else " ".join(listed[:words]) + " …"
