"""Say days, lists and numbers of things as councils write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence


def spoken(day: dt.date) -> str:
    """Return a day as it is written in minutes.

    >>> spoken(dt.date(2026, 5, 4))
    '4 May 2026'
    """
    return f"{day.day} {day:%B %Y}"  # `%-d`, a day without a nought, is not known on Windows


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return the parts as one phrase, the last two joined by a word.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def capital(words: str) -> str:
    """Return the words with a capital first letter, the others as they are.

    >>> capital("the MO decides")
    'The MO decides'
    """
    return words[:1].upper() + words[1:]


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing.

    >>> counted(1, "error"), counted(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
