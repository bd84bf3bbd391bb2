"""Register: a table of what a text holds, such as its duties or the roles it names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Register:
    """One table, ready to be printed, put on a page or opened in a spreadsheet."""

    name: str
    """What its file is called, such as `duties`."""
    title: str
    about: str
    """What it lists, and what a reader must know of how it was read."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """A line break in a cell parts what is several."""
