"""Days as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from protobuild.life.days import read_day
from protobuild.model.source import UsageError


@pytest.mark.parametrize(
    "given",
    [
        "2026-09-04",
        "4 September 2026",
        "04 september 2026",
        "4th Sept. 2026",
        "4 Sep 2026",
        "04/09/2026",
        "4.9.2026",
        " 4 September 2026 ",
    ],
)
def test_a_day_is_read_as_people_write_it(given: str) -> None:
    assert read_day(given) == dt.date(2026, 9, 4)


@pytest.mark.parametrize("given", ["", "HEAD", "2026", "4 Smarch 2026", "v1.2.2026x", "04/09/26", "old.md"])
def test_what_is_not_a_day_is_none(given: str) -> None:
    assert read_day(given) is None


@pytest.mark.parametrize("given", ["2026-13-45", "30 February 2026", "05/14/2026", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused_with_a_remedy(given: str) -> None:
    with pytest.raises(UsageError, match="not a day in the calendar") as raised:
        read_day(given)
    assert "14/05/2026" in raised.value.fix
