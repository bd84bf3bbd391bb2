"""Schema: the published JSON Schema of every answer about the past and the present."""

from __future__ import annotations

import json
from typing import Any

from protobuild.render.looking_back.acts_data import ACT, AMENDED, CHANGE
from protobuild.render.looking_back.data import ASOF, BLAME, BLAMED, DRAFT, HISTORY, LOG, LOGGED, STEP
from protobuild.render.looking_back.situation import FINDINGS, REVIEW, STATUS
from protobuild.render.shape import Shape, named, schema_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SORTS: dict[str, tuple[Shape[Any], str]] = {
    "asof": (ASOF, "What the text, or one provision of it, said on a day."),
    "history": (HISTORY, "The story of one provision, or the drafts of all."),
    "log": (LOG, "Every version."),
    "blame": (BLAME, "Which version last changed each provision."),
    "status": (STATUS, "How the protocol stands on a day."),
}
"""Every sort of answer, by the verb that gives it with `--format json`."""

PARTS: dict[str, tuple[Shape[Any], str]] = {
    "version": (ACT, "The decision that made a version."),
    "change": (CHANGE, "One change in the words."),
    "amended": (AMENDED, "The decision that last changed some words."),
    "step": (STEP, "What one version did to a provision."),
    "draft": (DRAFT, "One state of the files between adoptions."),
    "logged": (LOGGED, "One version, and what it changed."),
    "blamed": (BLAMED, "One provision, and the decision that last changed it."),
    "findings": (FINDINGS, "How much there is to put right."),
    "review": (REVIEW, "When the next review is due."),
}
"""Every shape the answers are made of, by its name in the schema, and what it is."""


def looking_back_schema() -> str:
    """Return the JSON Schema of what `asof`, `history`, `log`, `blame` and `status` give as data."""
    parts = {name: schema_of(shape, says) for name, (shape, says) in (SORTS | PARTS).items()}
    schema = {
        "$schema": DIALECT,
        "title": "An answer about the past, or about how a protocol stands",
        "oneOf": [named(name) for name in SORTS],
        "$defs": parts,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
