"""JSON: a redline or an outline as data anyone can score or draw again without our code.

Tables say once what there is: of entries, of changes and, below, of the whole. The writer fills them,
and `redline_schema` turns them into the JSON Schema that is published.
"""

from __future__ import annotations

import json
from typing import Any

from protobuild.model.outline import Outline, accept, parents
from protobuild.model.redlined import Redlined
from protobuild.render.changes_data import CHANGE, EDIT, PAPER, WHEREABOUTS
from protobuild.render.entries_data import ENTRY, FACE, LOOK, RUN, SIDE, Placed
from protobuild.render.places import places
from protobuild.render.shape import (
    TEXT,
    YES_OR_NO,
    Data,
    Field,
    Shape,
    listed,
    named,
    schema_of,
    written,
)
from protobuild.render.unchanged import unchanged

SCHEMA = "protobuild/redline/1"
"""The number rises when a reader of an earlier one would be misled; a further field misleads nobody."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

WHOLE: Shape[Redlined] = {
    "schema": Field("What this is, and its number.", {"const": SCHEMA}, lambda redlined: SCHEMA),
    "title": Field("The title, as it will read.", TEXT, lambda redlined: accept(redlined.outline).title),
    "sides": Field(
        "The texts compared: the base, then the text after each round. One side: a text without changes.",
        listed(named("side")),
        lambda redlined: [written(SIDE, side) for side in redlined.outline.sides],
    ),
    "different": Field(
        "Whether the texts have too little in common to be versions of one document.",
        YES_OR_NO,
        lambda redlined: redlined.different,
    ),
    "entries": Field(
        "Headings, paragraphs, items and cells in the reading order of the redline, old and new together.",
        listed(named("entry")),
        lambda redlined: [written(ENTRY, placed) for placed in _placed(redlined.outline)],
    ),
    "changes": Field(
        "The schedule, a decision each; empty for a text without changes.",
        listed(named("change")),
        lambda redlined: [written(CHANGE, change) for change in redlined.changes],
    ),
    "papers": Field(
        "The papers whose names for changes are kept, in the order they were issued.",
        listed(named("paper")),
        lambda redlined: [written(PAPER, paper) for paper in redlined.papers],
    ),
    "concordance": Field(
        "Where every old paragraph went and every new one came from.",
        listed(named("whereabouts")),
        lambda redlined: [written(WHEREABOUTS, row) for row in redlined.concordance],
    ),
}

PARTS: dict[str, tuple[Shape[Any], str]] = {
    "side": (SIDE, "One of the texts compared."),
    "entry": (ENTRY, "One step of the reading order: a boundary, and the words up to the next."),
    "face": (FACE, "What an entry was before a round changed it."),
    "run": (RUN, "Words that look one way and were made by one round."),
    "look": (LOOK, "How a run looked before a round changed it."),
    "change": (CHANGE, "One decision, with everything a committee needs to take it."),
    "edit": (EDIT, "One of several edits that make a change."),
    "paper": (PAPER, "A paper that was issued: its names for changes are given for good."),
    "whereabouts": (WHEREABOUTS, "One row of the table that says where every paragraph went."),
}
"""Every shape the whole is made of, by its name in the schema, and what it is."""


def write_json(given: Redlined | Outline) -> str:
    """Return a redline or an outline as JSON, the same text for the same input."""
    redlined = given if isinstance(given, Redlined) else Redlined(given, (), ())
    return json.dumps(written(WHOLE, redlined), ensure_ascii=False, indent=1) + "\n"


def redline_schema() -> str:
    """Return the JSON Schema of what `write_json` writes."""
    schema: Data = {
        "$schema": DIALECT,
        "title": "A redline, or a text without changes",
        **schema_of(
            WHOLE,
            "The text after round n is every entry and run with born <= n and not gone <= n. "
            "The words of an entry that does not stand join the entry before.",
        ),
        "$defs": {name: schema_of(shape, says) for name, (shape, says) in PARTS.items()},
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _placed(outline: Outline) -> list[Placed]:
    where, above = places(outline), parents(outline.entries)
    quiet = unchanged(outline, where).at if outline.last else frozenset()
    return [Placed(at, entry, where, above, at in quiet) for at, entry in enumerate(outline.entries)]
