"""What the meaning hash notices and what it does not."""

from __future__ import annotations

from typing import Any

import pytest

from protobuild.life.meaning import fingerprint, meaning
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol

TEXT = "Members may ask the [[role:clerk]] for advice, see [[answer]]."


def _meaning(text: str = TEXT, *, section: dict[str, Any] | None = None, **manifest: Any) -> str:
    base: dict[str, Any] = {
        "title": "Protocol",
        "council": {"name": "Example Borough Council"},
        "profile": "none",
        "sections": ["advice"],
        "roles": {"clerk": {"title": "Clerk"}},
    }
    clauses = [{"id": "ask", "text": text}, {"id": "answer", "text": "Officers answer."}]
    written = {"kind": "other", "id": "advice", "heading": "Advice", "clauses": clauses} | (section or {})
    return meaning(assemble(Protocol.model_validate({"manifest": base | manifest, "sections": [written]})))


@pytest.mark.parametrize(
    "same",
    [
        _meaning(TEXT.replace(" for", "\nfor")),
        _meaning(TEXT.replace("advice", "**advice**")),
        _meaning(status="in force"),
        _meaning(section={"note": "For drafters."}),
        _meaning(section={"kind": "roles"}),
        _meaning(section={"id": "counsel"}, sections=["counsel"]),
    ],
    ids=["layout", "emphasis", "status", "notes", "kind", "ids"],
)
def test_what_readers_do_not_read_leaves_the_meaning_alone(same: str) -> None:
    assert same == _meaning()


@pytest.mark.parametrize(
    "other",
    [
        _meaning(TEXT.replace("may", "must")),
        _meaning(TEXT.replace("[[answer]]", "[[ask]]")),
        _meaning(TEXT.replace("advice", "[advice](https://example.gov.uk)")),
        _meaning(title="The Protocol"),
        _meaning(section={"heading": "Counsel"}),
        _meaning(roles={"clerk": {"title": "Town Clerk"}}),
    ],
    ids=["a word", "a reference", "a link", "the title", "a heading", "a role's title"],
)
def test_what_readers_read_changes_the_meaning(other: str) -> None:
    assert other != _meaning()


def test_a_reference_counts_by_its_target_and_not_by_its_number() -> None:
    assert _meaning(numbering="none") == _meaning()


def test_the_hash_names_the_rules_it_was_made_by() -> None:
    outline = assemble(
        Protocol.model_validate(
            {
                "manifest": {"title": "P", "council": {"name": "C"}, "profile": "none", "sections": ["a"]},
                "sections": [
                    {"kind": "other", "id": "a", "heading": "A", "clauses": [{"id": "b", "text": "B."}]}
                ],
            }
        )
    )
    assert meaning(outline).startswith("meaning-1:")
    assert meaning(outline)[10:].startswith(fingerprint(outline))
