"""JSON Schemas of the files authors write, so that an editor helps while an officer types."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from protobuild.model.clause import CONTENT_KEYS
from protobuild.model.protocol import Manifest, Section
from protobuild.model.provisions import catalogue

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NATIVE = ["string", "number", "boolean"]
"""What an editor may take an unquoted value for; protobuild itself reads every value as text."""

_SAYS = {
    "text": "A paragraph of prose, with `items` and `closing` words where it has a list.",
    "expectations": "What one side may expect of the other: a lead-in and a list.",
    "definition": "What a term means, with examples.",
    "procedure": "How a matter is raised, step by step.",
    "response_time": "How soon an enquiry is answered.",
    "matrix": "A table.",
    "quotation": "Words of another document.",
    "subheading": "A heading inside the section, without a number.",
    "signatures": "Those who have endorsed the protocol in its text.",
}


def schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    return {
        "protocol.schema.json": as_text(schema_of(Manifest, "The protocol's own file: protocol.yaml")),
        "section.schema.json": as_text(schema_of(Section, "A section of the protocol")),
    }


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Return the schema of a file that holds what a model says, for whoever types it."""
    schema = model.model_json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        _plain(part)
    if "Clause" in schema.get("$defs", {}):
        _clause(schema["$defs"]["Clause"])
    for name in ("provides", "gaps"):
        for part in (schema, *schema.get("$defs", {}).values()):
            if name in part.get("properties", {}):
                part["properties"][name]["items"] = _provisions()
    if "facts" in schema.get("properties", {}):
        schema["properties"]["facts"]["properties"] = _facts()
    waiver = schema.get("$defs", {}).get("Waiver")
    if waiver:
        waiver["properties"]["provision"] |= _provisions()
    return {"$schema": DIALECT, **schema, "title": title}


def as_text(schema: dict[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _provisions() -> dict[str, Any]:
    """Return what `provides` may name, each with what must be there; editors show both."""
    rows = catalogue().values()
    return {
        "type": "string",
        "enum": [row.slug for row in rows],
        "enumDescriptions": [row.says for row in rows],
        "markdownEnumDescriptions": [f"{row.says}\n\n{row.authority} ({row.basis})" for row in rows],
    }


def _facts() -> dict[str, Any]:
    """Return the facts of a council on which provisions depend; it may state others."""
    conditions = {row.when: row.condition for row in catalogue().values() if row.when}
    return {
        fact: {"type": _NATIVE, "description": f"Whether {condition}: yes or no."}
        for fact, condition in conditions.items()
    }


def _clause(schema: dict[str, Any]) -> None:
    """Say which content keys there are, that there is exactly one, and what goes with `text`."""
    schema["oneOf"] = [{"required": [key], "title": key, "description": _SAYS[key]} for key in CONTENT_KEYS]
    schema["dependentRequired"] = {"items": ["text"], "closing": ["text"]}
    for key in CONTENT_KEYS:
        schema["properties"][key]["description"] = _SAYS[key]


def _plain(schema: dict[str, Any]) -> None:
    """Drop titles and nulls, which help nobody who types, and allow values without quotation marks."""
    schema.pop("title", None)
    for name, field in schema.get("properties", {}).items():
        field.pop("title", None)
        schema["properties"][name] = _field(field)


def _field(field: dict[str, Any]) -> dict[str, Any]:
    choices = [each for each in field.pop("anyOf", []) if each.get("type") != "null"]
    if len(choices) == 1:
        field = {**choices[0], **field}
    if field.get("default", 0) is None:
        del field["default"]
    if field.get("type") == "array" and "items" in field:
        field["items"] = _field(field["items"])
    if isinstance(field.get("additionalProperties"), dict):
        field["additionalProperties"] = _field(field["additionalProperties"])
    for pattern, inner in field.get("patternProperties", {}).items():
        field["patternProperties"][pattern] = _field(inner)
    if field.get("type") in ("string", "integer", "boolean") and "enum" not in field and "const" not in field:
        return _unquoted(field)
    return field


def _unquoted(field: dict[str, Any]) -> dict[str, Any]:
    """Let a value be read as text or as what it looks like: 10, 2026-05-14, yes."""
    if field["type"] == "integer":
        field.pop("exclusiveMinimum", None)
        return {**field, "type": ["integer", "string"], "pattern": "^[1-9][0-9]*$"}
    if field["type"] == "boolean":
        return {**field, "type": ["boolean", "string"], "enum": [True, False, "yes", "no", "true", "false"]}
    if "pattern" in field:
        return field
    return {**field, "type": _NATIVE}
