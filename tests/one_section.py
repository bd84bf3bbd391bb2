"""A protocol of few sections, written in a line, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from protobuild.check import run
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place

_CODE = {"code": {"title": "Code of Conduct", "address": "https://www.example.gov.uk/code"}}
"""A document, listed where the words refer to it."""


def section(*clauses: Mapping[str, Any], heading: str = "Introduction", **more: Any) -> dict[str, Any]:
    """Return a section that holds the clauses."""
    return {"kind": "other", "id": "first", "heading": heading, "clauses": list(clauses), **more}


def said(text: str, **more: Any) -> dict[str, Any]:
    """Return a clause that says the text."""
    return {"id": "purpose", "text": text, **more}


def found(
    *sections: Mapping[str, Any], places: Mapping[str, Place] | None = None, **manifest: Any
) -> list[Finding]:
    """Return what the checks find in the sections, under a manifest with these fields as well."""
    data = {
        "manifest": {
            "title": "Protocol",
            "council": {"name": "Example Borough Council"},
            "profile": "none",
            "sections": ["first"],
            "roles": {"monitoring-officer": {"title": "Monitoring Officer"}},
            "documents": _CODE if "[[doc:code]]" in str(sections) else {},
            "terms": {"member": {"says": "member"}},
            "facts": {"political-groups": "yes"},
            **manifest,
        },
        "sections": list(sections),
    }
    protocol = Protocol.model_validate(data)
    return run(protocol, assemble(protocol), places or {})
