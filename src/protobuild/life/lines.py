"""Write a text one entry a line, each with its paragraph's number, so that `grep '^5.2 '` answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protobuild.model.outline import Entry, Kind, Outline, citations, parents
from protobuild.model.runs import Runs, plain

_ROWS = frozenset({Kind.HEADER, Kind.ROW})


def numbered_lines(outline: Outline) -> str:
    """Return the text of a clean outline, a line for each entry.

    Each line begins with the number of the section or paragraph it belongs to, then the
    entry's own label where it has one. A row of a table is one line, its cells parted by bars.
    """
    return "".join(f"{line}\n" for _, line in placed_lines(outline.entries))


def placed_lines(entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """Yield each line with the position of the entry that begins it."""
    above = parents(entries)
    cited = citations(entries)
    shown = -1  # the last position whose words stand in a line already
    for position, entry in enumerate(entries):
        if position <= shown:
            continue
        words = _words(entry)
        if entry.kind in _ROWS:
            shown = _end(entries, position)
            words = _row(entries[position + 1 : shown + 1])
        own = _flat(entry.num) if entry.kind in (Kind.ITEM, Kind.BULLET) else ""
        parts = (_paragraph(entries, position, above, cited), own, words)
        if line := " ".join(part for part in parts if part):
            yield position, line


def _paragraph(entries: Sequence[Entry], position: int, above: list[int], cited: list[str]) -> str:
    """Return the number of the paragraph or section an entry belongs to; empty for none."""
    while position >= 0:
        if entries[position].kind in (Kind.PARAGRAPH, Kind.SECTION) and cited[position]:
            return cited[position]
        position = above[position]
    return ""


def _end(entries: Sequence[Entry], first: int) -> int:
    """Return the position of the last entry that lies under the first."""
    last = first
    while last + 1 < len(entries) and entries[last + 1].level > entries[first].level:
        last += 1
    return last


def _row(inside: Sequence[Entry]) -> str:
    """Return the cells of a row, parted by bars; a cell's further paragraphs follow its first."""
    cells: list[str] = []
    for entry in inside:
        if entry.kind is Kind.CELL or not cells:
            cells.append(_words(entry))
        else:
            cells[-1] = f"{cells[-1]} {_words(entry)}"
    return " | ".join(cells)


def _words(entry: Entry) -> str:
    return " ".join(part for part in (_flat(entry.heading), _flat(entry.body)) if part)


def _flat(runs: Runs) -> str:
    return " ".join(plain(runs).split("\n")).strip(" ")
