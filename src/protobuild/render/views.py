"""Views: how much of a redline is shown, and in what arrangement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tracked:
    """How the tracked changes of a Word file are written."""

    numbers: Literal["auto", "literal"] = "auto"
    """Whether the word processor works out the numbers, or old and new ones are tracked as words."""
    moves: bool = True
    """Whether what moved is shown as moved; else as struck at one place and written at the other."""
    day: dt.date | None = None
    """The day on which they are said to be made; that of adoption where none is given."""


@dataclass(frozen=True, slots=True)
class View:
    """A way to show a redline; without words, all of it in one column."""

    only: bool = False
    """Only what changed, with enough around it to be understood."""
    sides: bool = False
    """The old text on the left and the new one on the right."""
    below: bool = False
    """Reasons under what they are about and not beside it, for large print."""
    tracked: Tracked = Tracked()


WHOLE = View()
