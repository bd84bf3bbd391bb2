"""Reviews: the last and the next review are days or months, in that order.

Passes: `review: {last: 2026-05-14, next: 2028-05}`.
Fails: `next: Spring 2028`; `next: 2026-13`; `next: 2025-05` while `last: 2026-05-14`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "reviews"

_MONTH = re.compile(r"\d{4}-\d{2}")


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each review whose time cannot be read, or that comes before the last."""
    review = look.protocol.manifest.review
    days = {name: _day(said) for name, said in (("last", review.last), ("next", review.next)) if said}
    for name, day in days.items():
        if day is None:
            yield _unreadable(look, name, getattr(review, name))
    last, following = days.get("last"), days.get("next")
    if last and following and following < last and not review.last.startswith(review.next):
        yield _backwards(look, review.last, review.next)


def _day(said: str) -> dt.date | None:
    """Return the day, or the first of the month."""
    try:
        return dt.date.fromisoformat(f"{said}-01" if _MONTH.fullmatch(said) else said)
    except ValueError:
        return None


def _unreadable(look: Look, name: str, said: str) -> Finding:
    return Finding(
        NAME,
        f"the {name} review is '{said}', which is neither a day nor a month of the calendar",
        look.place(f"manifest.review.{name}"),
        "Nobody could be reminded when the review is due.",
        "Write year, month and day, such as 2027-05-14, or year and month, such as 2027-05.",
        Severity.WARNING,
    )


def _backwards(look: Look, last: str, following: str) -> Finding:
    return Finding(
        NAME,
        f"the next review, {following}, is before the last, {last}",
        look.place("manifest.review.next"),
        "Readers would take the protocol for one whose review is overdue.",
        "Write when the next review is due.",
        Severity.WARNING,
    )
