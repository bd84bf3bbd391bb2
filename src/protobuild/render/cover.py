"""Cover: what the front of a copy says of its standing, in whole words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from protobuild.model.outline import Cover
from protobuild.model.saying import spoken

STANDING = {
    "draft": "Draft, not in force",
    "proposed": "Proposed, not in force",
    "recommended": "Recommended to Council, not in force",
    "adopted": "Adopted",
    "not yet in force": "Adopted, not yet in force",
    "in force": "In force",
    "superseded": "Superseded, no longer in force",
    "withdrawn": "Withdrawn, not in force",
}

WARNING = {
    "draft": "This is a draft. It is not in force.",
    "proposed": "This text is proposed. It is not in force.",
    "recommended": "This text is recommended to Council. It is not in force.",
    "not yet in force": "This text has been adopted. It is not yet in force.",
    "superseded": "This text has been superseded. It is no longer in force.",
    "withdrawn": "This text was withdrawn. It is not in force.",
}

SHOWS_CHANGES = "This copy shows changes. It is not the text in force."


def month_or_day(written: str) -> str:
    """Return `2027-05` or `2027-05-01` in words, and anything else as it was written."""
    try:
        return spoken(date.fromisoformat(written))
    except ValueError:
        pass
    try:
        return f"{date.fromisoformat(f'{written}-01'):%B %Y}"
    except ValueError:
        return written


def letterhead(cover: Cover) -> Cover:
    """Return the cover as it is printed: a name in square brackets only holds a place, and is left out."""
    name = cover.council.strip()
    return replace(cover, council="") if name.startswith("[") and name.endswith("]") else cover


def facts(cover: Cover) -> Iterator[tuple[str, str]]:
    """Yield what is known of a text's standing, label and words."""
    yield "Status", STANDING.get(cover.status, cover.status.capitalize())
    if cover.adopted or cover.body:
        when = spoken(cover.adopted) if cover.adopted else ""
        yield "Adopted", ", ".join(part for part in (when, cover.body) if part)
    if cover.in_force:
        yield "In force from", spoken(cover.in_force)
    if cover.review_due:
        yield "Review due", month_or_day(cover.review_due)


def warning(cover: Cover) -> str:
    """Return what every page of a text that is not in force says; empty for one that is."""
    return WARNING.get(cover.status, "")
