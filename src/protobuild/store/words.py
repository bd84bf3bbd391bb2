"""The words in which a file's fields, and what is wrong with them, are named to the person who wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel

from protobuild.model import clause, protocol
from protobuild.model.saying import listed

NOUNS: dict[type[BaseModel], str] = {
    clause.Clause: "a clause",
    clause.Item: "an item",
    clause.Expectations: "'expectations'",
    clause.Definition: "'definition'",
    clause.Procedure: "'procedure'",
    clause.Step: "a step",
    clause.ResponseTime: "'response_time'",
    clause.Matrix: "'matrix'",
    clause.Quotation: "'quotation'",
    clause.Signature: "a signature",
    protocol.Section: "a section",
    protocol.Manifest: "the protocol's own file",
    protocol.Council: "'council'",
    protocol.Role: "a role",
    protocol.Document: "a document",
    protocol.Term: "a term",
    protocol.Waiver: "a waiver",
    protocol.Review: "'review'",
    protocol.Endorsement: "an endorsement",
    protocol.PathStep: "a step of 'decision_path'",
    protocol.Delegation: "'delegation'",
}
"""What a reader calls each mapping of the model."""

LOSSES: dict[str, str] = {
    "id": "Without an id nothing can refer to it, and a redline cannot follow it from version to version.",
    "provides": "Without it this clause does not count towards what a protocol must say.",
    "heading": "Readers would see it without a heading.",
    "clauses": "The section would be published with no words in it.",
    "kind": "Without a kind nobody can say which provisions belong here.",
    "title": "Every page is headed by the title.",
    "council": "Readers must see whose protocol it is.",
    "sections": "Without it no section is published, nor their order known.",
    "applies_if": "Without it the words are published for every council, whatever its arrangements.",
    "quiet": "Without it the check is not silenced here.",
    "note": "The note would be lost to those who draft after you.",
    "gaps": "Without it what is known to be missing counts as an error.",
    "catalogue": "Without it what a later catalogue requires is an error at once, and no warning first.",
    "decision_path": "Without it a recommendation by any body is enough before the protocol is adopted.",
    "delegation": "Without it no officer may change anything alone.",
    "waivers": "Without it what the council decided to leave out counts as an error.",
}
"""What is lost when a field is absent or not understood, where more can be said than the usual."""

_SLUG = re.compile(r"[^a-z0-9]+")


def noun(model: type[BaseModel] | None) -> str:
    """Return what a reader calls a mapping of that model."""
    return NOUNS.get(model, "this part of the file") if model else "this part of the file"


def loss(field: str, model: type[BaseModel] | None = None) -> str:
    """Return what readers lose without that field; a model may say so of its own fields, as LOSSES."""
    own: dict[str, str] = getattr(model, "LOSSES", {})
    return own.get(field) or LOSSES.get(field, f"As it stands, what '{field}' holds would not be published.")


def listing(words: Iterable[str]) -> str:
    """Return the words quoted, the last two joined by `or`.

    >>> listing(["a", "b", "c"])
    "'a', 'b' or 'c'"
    """
    return listed([f"'{word}'" for word in words], "or")


def slugged(words: str) -> str:
    """Return a name that may be an id and resembles the words.

    >>> slugged("No Compromise!")
    'no-compromise'
    """
    slug = _SLUG.sub("-", words.lower()).strip("-")[:60].strip("-")
    return slug if slug[:1].isalpha() else f"p-{slug}".rstrip("-")
