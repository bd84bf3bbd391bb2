"""Say when a protocol's review is due, and whether that day has passed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from protobuild.model.protocol import Review

_MONTH = re.compile(r"\d{4}-\d{2}")
SOON = 92
"""Days. A review that is due within a quarter wants a place in the work programme now."""


class Due(StrEnum):
    """How a review stands on a day."""

    UNKNOWN = "no day is set for the next review"
    UNREADABLE = "the day of the next review cannot be read"
    LATER = "not due yet"
    SOON = "due soon"
    NOW = "due now"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """When the next review is due, and how that stands on a day."""

    due: Due
    written: str = ""
    """The day or month as it is written; a month stays a month."""
    first: dt.date | None = None
    """The day, or the first of the month."""
    last: dt.date | None = None
    """The day, or the last of the month."""


def review_due(review: Review, day: dt.date) -> ReviewDue:
    """Return when the next review is due: as it is set, else so many months after the last."""
    written = review.next or _after(review)
    if not written:
        return ReviewDue(Due.UNKNOWN)
    span = _span(written)
    if span is None:
        return ReviewDue(Due.UNREADABLE, written)
    return ReviewDue(_how(*span, day), written, *span)


def _how(first: dt.date, last: dt.date, day: dt.date) -> Due:
    if day > last:
        return Due.OVERDUE
    if day >= first:
        return Due.NOW
    return Due.SOON if (first - day).days <= SOON else Due.LATER


def _span(written: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of what is written: a day, or a month."""
    month = bool(_MONTH.fullmatch(written))
    try:
        first = dt.date.fromisoformat(f"{written}-01" if month else written)
    except ValueError:
        return None
    days = calendar.monthrange(first.year, first.month)[1]
    return first, first.replace(day=days) if month else first


def _after(review: Review) -> str:
    """Return when so many months have passed since the last review, as exactly as that is written."""
    span = _span(review.last) if review.last and review.interval_months else None
    if span is None:
        return ""
    months = span[0].year * 12 + span[0].month - 1 + (review.interval_months or 0)
    month = f"{months // 12:04}-{months % 12 + 1:02}"
    if _MONTH.fullmatch(review.last):
        return month
    days = calendar.monthrange(months // 12, months % 12 + 1)[1]
    return f"{month}-{min(span[0].day, days):02}"
