"""Situation: how a protocol stands today, as lines, a page and data."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.saying import counted, spoken
from protobuild.render.cover import month_or_day
from protobuild.render.lines import WIDTH, wrap
from protobuild.render.looking_back.data import act_data, change_data
from protobuild.render.looking_back.page import fill_page
from protobuild.render.looking_back.sayings import redlined_said
from protobuild.render.looking_back.told import Situation
from protobuild.render.markup import el, join
from protobuild.render.shape import Data
from protobuild.render.summary import forced
from protobuild.render.theme import PLAIN, Theme


def situation_text(told: Situation) -> str:
    """Return how a protocol stands, a line or two for each thing."""
    lines = [f"{told.title}, {spoken(told.day)}", ""]
    lines += [wrap(f"{label}: {words}", WIDTH, "  ", "    ") for label, words in _facts(told)]
    lines += [wrap(said, WIDTH, "    ", "      ") for said in _forces(told)]
    return "\n".join(lines) + "\n"


def situation_page(told: Situation, theme: Theme = PLAIN) -> str:
    """Return the same as a page."""
    forces = list(_forces(told))
    body = join(
        (el("h2", "Changes in what the words require"), el("ul", *(el("li", said) for said in forces)))
    )
    return fill_page(
        told, f"how it stands on {spoken(told.day)}", _facts(told), body if forces else "", theme
    )


def situation_data(told: Situation) -> Data:
    """Return the same as data."""
    redlined = told.redlined
    return {
        "schema": "protobuild/status/1",
        "title": told.title,
        "council": told.council,
        "day": told.day.isoformat(),
        "in_force": act_data(told.in_force) if told.in_force else None,
        "remarks": list(told.remarks),
        "to_come": list(told.to_come),
        "draft": told.status,
        "papers": list(told.papers),
        "different": redlined.different if redlined else False,
        "changes": [change_data(change) for change in redlined.changes] if redlined else None,
        "findings": {"errors": told.errors, "warnings": told.warnings, "notes": told.notes},
        "review": {"due": told.review_due or None, "stands": told.review},
    }


def _facts(told: Situation) -> Iterator[tuple[str, str]]:
    yield "In force", told.in_force.says if told.in_force else "no version"
    for said in told.remarks:
        yield "But", said
    if told.in_force and told.in_force.doubt:
        yield "In doubt", told.in_force.doubt
    for said in told.to_come:
        yield "To come", said
    yield "Draft", _draft(told)
    if told.papers:
        yield "Papers issued", ", ".join(told.papers)
    yield "To put right", _findings(told)
    yield "Review", f"{month_or_day(told.review_due)}, {told.review}" if told.review_due else told.review


def _draft(told: Situation) -> str:
    if told.redlined is None:
        said = "nothing has been adopted yet"
    elif not told.redlined.changes and not told.redlined.different:
        return "it says what the version adopted last says"
    else:
        said = redlined_said(told.redlined)
    return said if told.status == "draft" else f"{told.status}; {said}"


def _findings(told: Situation) -> str:
    if not (told.errors or told.warnings):
        return "nothing" + (f"; {counted(told.notes, 'note')} to look at" if told.notes else "")
    return f"{counted(told.errors, 'error')} and {counted(told.warnings, 'warning')} (`protobuild check`)"


def _forces(told: Situation) -> Iterator[str]:
    """Yield what the draft changes in the force of words."""
    if told.redlined and not told.redlined.different:
        yield from (f"{each.name} ({each.where}): {each.says}" for each in forced(told.redlined))
