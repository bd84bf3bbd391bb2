"""Rows: which entries of a redline stand beside one another when the two texts are shown in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protobuild.model.outline import Entry, Outline
from protobuild.render.tree import ROWS


def rows(outline: Outline) -> list[list[int]]:
    """Return the positions that share a row, in reading order, the title left out.

    An entry has a row of its own, a row of a table with its cells one. Words that join another
    provision in one of the texts share its row, with whatever stands between: in that text they
    are one paragraph.
    """
    out: list[list[int]] = []
    for block in _blocks(outline.entries):
        for number in (0, outline.last):
            if _joins(outline.entries[block[0]], number):
                block = _back_to(number, out, outline.entries) + block
        out.append(block)
    return out


def _blocks(entries: Sequence[Entry]) -> Iterator[list[int]]:
    """Yield each entry alone, rows of tables with what lies in them."""
    at = 1
    while at < len(entries):
        end = at + 1
        if entries[at].kind in ROWS:
            while end < len(entries) and entries[end].level > entries[at].level:
                end += 1
        yield list(range(at, end))
        at = end


def _joins(entry: Entry, number: int) -> bool:
    """Whether an entry's words stand in a text in which it begins no provision of its own."""
    return not entry.seen_in(number) and any(run.seen_in(number) and run.text.strip() for run in entry.runs)


def _back_to(number: int, out: list[list[int]], entries: Sequence[Entry]) -> list[int]:
    """Take back rows as far as the last provision that begins in that text; return them as one."""
    taken: list[int] = []
    while out:
        taken = out.pop() + taken
        if any(entries[at].seen_in(number) for at in taken):
            break
    return taken
