"""JSON Schemas of every file a person writes: the protocol, meetings, reasons and what came after."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from protobuild.life.afterwards import Events
from protobuild.life.meetings.record import CHANGE, Meeting
from protobuild.life.notes import Note
from protobuild.store import schema as of_the_protocol

FILES: dict[str, tuple[type[BaseModel], str]] = {
    "meeting.schema.json": (Meeting, "The record of a meeting: meetings/<day>-<body>.yaml"),
    "note.schema.json": (Note, "Why the draft changes something: changelog/next/<name>.yaml"),
    "afterwards.schema.json": (Events, "What became of a version: changelog/<version>/afterwards.yaml"),
}
"""Each schema by the name of its file: what it is made from, and its title."""


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    own = {name: of_the_protocol.schema_of(model, title) for name, (model, title) in FILES.items()}
    _rules(own["meeting.schema.json"])
    return of_the_protocol.schemas() | {name: of_the_protocol.as_text(schema) for name, schema in own.items()}


def _rules(meeting: dict[str, Any]) -> None:
    """Add the rules between the fields of a meeting's record, as far as a schema can say them."""
    meeting["dependentRequired"] = {"decisions": ["paper"]}
    decided = meeting["$defs"]["Decided"]
    decided["properties"]["change"]["pattern"] = f"^{CHANGE.pattern}$"
    decided["if"] = {"properties": {"outcome": {"const": "agreed as amended"}}}
    decided["then"] = {"required": ["words"]}
    decided["else"] = {"properties": {"words": False}}
