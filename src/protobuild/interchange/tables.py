"""Read Markdown tables, whose cells may hold several paragraphs parted by `<br>`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protobuild.interchange.prose import BREAK, Part, authored, compose

_SEPARATOR = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")


def is_separator(text: str) -> bool:
    """Return whether the line is the rule between a table's headings and its rows."""
    return "|" in text and bool(_SEPARATOR.match(text))


def is_row(text: str) -> bool:
    """Return whether the line can be a row of a table."""
    return text.lstrip(" ").startswith("|")


def starts_table(lines: Sequence[str]) -> bool:
    """Return whether the first three lines are a row of headings, the rule below it, and a row."""
    if len(lines) < 3 or not is_separator(lines[1]):
        return False
    return all(is_row(line) and not is_separator(line) for line in (lines[0], lines[2]))


def read_table(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table, headings first, each padded to the longest.

    A cell is Markdown; its paragraphs are parted by a blank line.
    """
    rows = [_cells(line) for line in lines if not is_separator(line)]
    width = max(len(row) for row in rows)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(_cell(cell) for cell in _BAR.split(inner))


def _cell(text: str) -> str:
    paragraphs = [part.strip() for part in BREAK.split(text.replace("\\|", "|"))]
    return compose([Part("paragraph", authored(part)) for part in paragraphs if part])
