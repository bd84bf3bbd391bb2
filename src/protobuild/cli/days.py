"""Take the days a reader types, and today where none is typed."""

from __future__ import annotations

import datetime as dt

from protobuild.life.days import named_day


def today() -> dt.date:
    """Return the day it is where the reader is."""
    return dt.datetime.now().astimezone().date()


def asked_day(given: str | None) -> dt.date:
    """Return the day a reader named, today where none was; raise UsageError where it is no day."""
    return today() if given is None else named_day(given)
