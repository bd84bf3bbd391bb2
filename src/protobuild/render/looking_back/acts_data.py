"""Decisions and changes as data, field by field, as every answer about the past holds them."""

from __future__ import annotations

from typing import Any

from protobuild.model.redlined import Change, Rank, What
from protobuild.render.looking_back.told import Act, Amended
from protobuild.render.shape import (
    TEXT,
    TEXT_OR_NULL,
    YES_OR_NO,
    Data,
    Field,
    Shape,
    listed,
    named,
    one_of,
    written,
)
from protobuild.render.summary import forces

DAY: Data = {"type": "string", "format": "date"}
DAY_OR_NULL: Data = {"type": ["string", "null"], "format": "date"}

ACT: Shape[Act] = {
    "folder": Field("The name of its folder in changelog/.", TEXT, lambda act: act.version),
    "body": Field("Who decided it.", TEXT, lambda act: act.body),
    "adopted": Field("The day of the decision.", DAY, lambda act: act.adopted.isoformat()),
    "in_force": Field("The day from which it counts.", DAY, lambda act: act.in_force.isoformat()),
    "minute": Field("The minute's number.", TEXT_OR_NULL, lambda act: act.minute or None),
    "recommended_by": Field(
        "Who recommended it, and when.", TEXT_OR_NULL, lambda act: act.recommended or None
    ),
    "decisions": Field(
        "What was decided of single changes, a sentence each.", listed(TEXT), lambda act: list(act.decisions)
    ),
    "delegation": Field(
        "What allowed an officer to decide it alone; null where a meeting did.",
        TEXT_OR_NULL,
        lambda act: act.delegation or None,
    ),
    "signed_off_by": Field(
        "The office that vouches that this is the text decided.",
        TEXT_OR_NULL,
        lambda act: act.signed_off or None,
    ),
    "entered": Field(
        "That it was put on record afterwards, when and by whom; null where it was at once.",
        TEXT_OR_NULL,
        lambda act: act.entered or None,
    ),
    "meaning": Field("The hash of the text, which layout does not change.", TEXT, lambda act: act.meaning),
    "doubt": Field(
        "Why it may not be the text that was adopted; null when nothing says so.",
        TEXT_OR_NULL,
        lambda act: act.doubt or None,
    ),
}

CHANGE: Shape[Change] = {
    "name": Field("What the schedule calls it, such as `C7`.", TEXT, lambda change: change.name),
    "what": Field("What was decided.", one_of(What), lambda change: change.what.value),
    "rank": Field("How much it matters.", one_of(Rank), lambda change: change.rank.value),
    "old": Field("Old numbers, as printed.", listed(TEXT), lambda change: list(change.old)),
    "new": Field("New numbers, as printed.", listed(TEXT), lambda change: list(change.new)),
    "force": Field(
        "What changes in the force of the words, a sentence each.",
        listed(TEXT),
        lambda change: [says for _, says in forces(change)],
    ),
    "reason": Field("Why, where somebody said.", TEXT_OR_NULL, lambda change: change.reason or None),
    "proposer": Field("Who proposed it.", TEXT_OR_NULL, lambda change: change.proposer or None),
}

AMENDED: Shape[Amended] = {
    "version": Field("The decision.", named("version"), lambda amended: written(ACT, amended.act)),
    "first_on_record": Field(
        "Whether it is the first version on record, so that nobody knows what it changed.",
        YES_OR_NO,
        lambda amended: amended.first,
    ),
    "changes": Field(
        "What it changed in the words.",
        listed(named("change")),
        lambda amended: [written(CHANGE, change) for change in amended.changes],
    ),
}


def or_null(holds: Data) -> Data:
    """Return what holds a thing, or nothing."""
    return {"anyOf": [holds, {"type": "null"}]}


def what_it_is(sort: str) -> Field[Any]:
    """Return the field that says which sort of answer it is, and its number."""
    name = f"protobuild/{sort}/1"
    return Field("Which sort of answer this is, and its number.", {"const": name}, lambda _: name)
