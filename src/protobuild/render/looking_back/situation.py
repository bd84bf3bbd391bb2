"""Situation: how a protocol stands today, as lines, a page and data."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.saying import counted, spoken
from protobuild.render.cover import month_or_day
from protobuild.render.lines import WIDTH, wrap
from protobuild.render.looking_back.acts_data import ACT, CHANGE, DAY, or_null, what_it_is
from protobuild.render.looking_back.page import fill_page
from protobuild.render.looking_back.sayings import redlined_said
from protobuild.render.looking_back.told import Situation
from protobuild.render.markup import el, join
from protobuild.render.shape import (
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    YES_OR_NO,
    Data,
    Field,
    Shape,
    listed,
    named,
    written,
)
from protobuild.render.summary import forced
from protobuild.render.theme import PLAIN, Theme

FINDINGS: Shape[Situation] = {
    "errors": Field("How many errors.", WHOLE, lambda told: told.errors),
    "warnings": Field("How many warnings.", WHOLE, lambda told: told.warnings),
    "notes": Field("How many things to look at.", WHOLE, lambda told: told.notes),
}

REVIEW: Shape[Situation] = {
    "due": Field("The day or month it is due.", TEXT_OR_NULL, lambda told: told.review_due or None),
    "stands": Field("How that stands, such as `overdue`.", TEXT, lambda told: told.review),
}

STATUS: Shape[Situation] = {
    "schema": what_it_is("status"),
    "title": Field("The title of the draft.", TEXT, lambda told: told.title),
    "council": Field("Whose text it is.", TEXT, lambda told: told.council),
    "day": Field("The day that was asked about.", DAY, lambda told: told.day.isoformat()),
    "in_force": Field(
        "The version in force; null for none.",
        or_null(named("version")),
        lambda told: written(ACT, told.in_force) if told.in_force else None,
    ),
    "remarks": Field(
        "What keeps it, or some of it, from counting, a sentence each.",
        listed(TEXT),
        lambda told: list(told.remarks),
    ),
    "to_come": Field(
        "The versions adopted and not yet in force.", listed(TEXT), lambda told: list(told.to_come)
    ),
    "draft": Field("What the draft calls itself.", TEXT, lambda told: told.status),
    "papers": Field("The papers issued on the draft.", listed(TEXT), lambda told: list(told.papers)),
    "different": Field(
        "Whether the draft has too little in common with the version adopted last to be compared.",
        YES_OR_NO,
        lambda told: told.redlined.different if told.redlined else False,
    ),
    "changes": Field(
        "What the draft changes in the version adopted last; null before the first.",
        or_null(listed(named("change"))),
        lambda told: [written(CHANGE, each) for each in told.redlined.changes] if told.redlined else None,
    ),
    "findings": Field("What there is to put right.", named("findings"), lambda told: written(FINDINGS, told)),
    "review": Field("The next review.", named("review"), lambda told: written(REVIEW, told)),
}


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
    return written(STATUS, told)


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
