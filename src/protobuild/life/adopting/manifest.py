"""Say in the manifest that a text was adopted: its status, and when its review is due."""

from __future__ import annotations

import datetime as dt
import re

from protobuild.life.review import review_due
from protobuild.model.protocol import Manifest, Review
from protobuild.store.places import Path
from protobuild.store.splice import spliced

_MONTH = re.compile(r"\d{4}-\d{2}")


def adopted_manifest(
    name: str,
    data: bytes,
    manifest: Manifest,
    on: dt.date,
    in_force: dt.date | None,
    *,
    reviewed: bool = True,
) -> bytes:
    """Return protocol.yaml with the status of an adopted text, every other line as it is.

    A text that counts from a later day is `adopted`, and stays so for ever; that it is in force
    by then is worked out from its record. With `reviewed` the days of the reviews are set too, where
    the manifest says how many months lie between them.
    """
    status = "adopted" if in_force and in_force > on else "in force"
    values: dict[Path, str] = {("status",): status}
    if reviewed and manifest.review.interval_months:
        values[("review", "last")] = _written(on, like=manifest.review.last)
        values[("review", "next")] = _next(on, manifest.review)
    return spliced(name, data, values)


def _next(on: dt.date, review: Review) -> str:
    last = _written(on, like=review.next or "2000-01")  # a month is exact enough where nothing was said
    return review_due(Review(last=last, interval_months=review.interval_months), on).written


def _written(day: dt.date, like: str) -> str:
    """Return a day as a month where it is written so."""
    return f"{day:%Y-%m}" if _MONTH.fullmatch(like) else day.isoformat()
