"""Options: how a Word file is to be written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Numbers = Literal["auto", "literal"]

EPOCH = dt.date(2000, 1, 1)
"""The day of revisions of which no day is known: no word processor leaves it out well."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader of the file wants of it."""

    numbers: Numbers = "auto"
    """Whether Word works out the numbers, or old and new ones stand as words that are tracked."""
    moves: bool = True
    """Whether what moved is shown as moved; else as struck at one place and written at the other."""
    comments: bool = True
    """Whether reasons stand beside the text."""
    day: dt.date | None = None
    """The day on which revisions are said to be made; that of adoption where none is given."""
    template: bytes = b""
    """A Word file whose styles, page and furniture are used; none when empty."""


PLAIN = Options()
