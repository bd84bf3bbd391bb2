"""When the review is due."""

from __future__ import annotations

import datetime as dt

import pytest

from protobuild.life.review import Due, review_due
from protobuild.model.protocol import Review


@pytest.mark.parametrize(
    ("written", "day", "due"),
    [
        ("2026-12", "2026-08-01", Due.LATER),
        ("2026-12", "2026-09-01", Due.SOON),
        ("2026-12", "2026-11-30", Due.SOON),
        ("2026-12", "2026-12-01", Due.NOW),
        ("2026-12", "2026-12-31", Due.NOW),
        ("2026-12", "2027-01-01", Due.OVERDUE),
        ("2026-12-03", "2026-12-03", Due.NOW),
        ("2026-12-03", "2026-12-04", Due.OVERDUE),
        ("2024-02", "2024-02-29", Due.NOW),
        ("", "2026-12-04", Due.UNKNOWN),
        ("Spring 2027", "2026-12-04", Due.UNREADABLE),
        ("2026-13", "2026-12-04", Due.UNREADABLE),
    ],
)
def test_a_month_stays_a_month_and_is_overdue_when_it_has_passed(written: str, day: str, due: Due) -> None:
    assert review_due(Review(next=written), dt.date.fromisoformat(day)).due is due


@pytest.mark.parametrize(
    ("last", "months", "due"),
    [
        ("2026-05", 12, "2027-05"),
        ("2026-05-14", 24, "2028-05-14"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-12", 1, "2027-01"),
        ("last year", 12, ""),
    ],
)
def test_without_a_day_it_is_so_many_months_after_the_last(last: str, months: int, due: str) -> None:
    assert review_due(Review(last=last, interval_months=months), dt.date(2026, 6, 1)).written == due
