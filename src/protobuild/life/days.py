"""Read a day as people write it: 2026-05-14, 14 May 2026 or 14/05/2026."""

from __future__ import annotations

import datetime as dt
import re

from protobuild.model.source import UsageError

MONTHS = "january february march april may june july august september october november december".split()
"""Literal, since what the computer calls the months depends on its own language."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
_WORDS = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})")


def read_day(given: str) -> dt.date | None:
    """Return the day that is written, or None where none is.

    Raises UsageError for a day that no calendar has.

    >>> read_day("14 May 2026") == read_day("14/05/2026") == dt.date(2026, 5, 14)
    True
    """
    written = given.strip().lower()
    found = _ISO.fullmatch(written) or _FIGURES.fullmatch(written)
    if found:
        return _day(given, int(found["year"]), int(found["month"]), int(found["day"]))
    found = _WORDS.fullmatch(written)
    month = _month(found["name"]) if found else 0
    return _day(given, int(found["year"]), month, int(found["day"])) if found and month else None


def named_day(given: str) -> dt.date:
    """Return the day a reader named; raise UsageError where it is none."""
    day = read_day(given)
    if day is None:
        raise UsageError(f"'{given}' is not a day.", fix="Write it as 2026-05-14 or 14 May 2026.")
    return day


def _month(name: str) -> int:
    """Return the month of that name, in full or cut short; 0 where there is none."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.startswith(name)), 0)


def _day(given: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise UsageError(
            f"'{given}' is not a day in the calendar.",
            fix="Write the day as 2026-05-14, or day first as 14/05/2026.",
        ) from None
