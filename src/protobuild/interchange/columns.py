"""Know a table that is laid out with spaces or tabs in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protobuild.interchange.beginnings import is_numbered
from protobuild.interchange.blocks import BULLET, Block, Shape
from protobuild.interchange.lines import Line
from protobuild.interchange.notes import Note, Topic
from protobuild.interchange.prose import Part, authored, compose

_GAP = re.compile(r"(?<=\S)(?: {2,}|[ ]*\t\s*)(?=\S)")
_WIDE = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t\s*)(?=\S)")
_FEWEST = 3
"""How many rows prove a table: its headings and two more."""


def read_columns(lines: Sequence[Line]) -> tuple[list[Block], list[Note]]:
    """Return the tables laid out with spaces, each on its first line, and what is to be said of them.

    Only rows of as many cells, each column beginning at one place, are certainly a table.
    What merely looks like one stays running words, and is reported.
    """
    tables: list[Block] = []
    notes: list[Note] = []
    for run in _runs(lines):
        first, last = run[0].number, run[-1].number
        if _is_table(run):
            rows = tuple(tuple(_cell(text) for text in _cells(line)) for line in run)
            tables.append(Block(Shape.TABLE, "", first, depth=len(run), rows=rows))
            said = (
                f"taken for a table of {len(rows[0])} columns, down to line {last}; its headings stand first"
            )
            notes.append(Note(Topic.TABLE, said, first, "medium"))
        elif len(run) > 1:
            said = f"this looks like a table, down to line {last}, but it was kept as running words"
            notes.append(Note(Topic.TABLE, said, first, "low"))
    return tables, notes


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the neighbouring lines that have wide gaps inside them."""
    run: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if _WIDE.search(text) and not is_numbered(text) and not BULLET.match(text):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_table(run: Sequence[Line]) -> bool:
    if len(run) < _FEWEST:
        return False
    tabbed = all("\t" in line.text.strip() for line in run)
    aligned = tabbed or len({_starts(line) for line in run}) == 1
    return aligned and len({len(_cells(line)) for line in run}) == 1


def _cells(line: Line) -> list[str]:
    return _GAP.split(line.text.strip())


def _cell(text: str) -> str:
    return compose([Part("paragraph", authored(text, literal=True))])


def _starts(line: Line) -> tuple[int, ...]:
    """Return where each cell of a line begins."""
    text = line.text.expandtabs(8).rstrip()
    inset = len(text) - len(text.lstrip())
    return (inset, *(found.end() for found in _GAP.finditer(text)))
