"""Asking one text for a paragraph."""

from __future__ import annotations

import pytest

from protobuild.life.asking import part
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import UsageError


def _protocol(**manifest: object) -> Protocol:
    clauses = [
        {"id": "ask", "text": "Members may ask for:", "items": [{"id": "law", "text": "law"}]},
        {"id": "answer", "text": "Officers answer."},
    ]
    base = {
        "title": "Protocol",
        "council": {"name": "Example Borough Council"},
        "profile": "none",
        "sections": ["advice"],
    }
    section = {"kind": "other", "id": "advice", "heading": "Advice", "clauses": clauses}
    return Protocol.model_validate({"manifest": base | manifest, "sections": [section]})


@pytest.fixture
def outline() -> Outline:
    return assemble(_protocol())


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("1.1", ["Members may ask for:", "law"]),
        ("1.1(a)", ["law"]),
        ("1.2", ["Officers answer."]),
        ("answer", ["Officers answer."]),
        ("paragraph 1.2", ["Officers answer."]),
        ("Para. 1.2.", ["Officers answer."]),
        ("1.1 (a)", ["law"]),
        ("sub-paragraph 1.1 (A)", ["law"]),
        ("section 1", ["Advice", "Members may ask for:", "law", "Officers answer."]),
        ("1", ["Advice", "Members may ask for:", "law", "Officers answer."]),
    ],
)
def test_a_number_or_an_id_gives_the_entry_with_what_stands_under_it(
    outline: Outline, wanted: str, words: list[str]
) -> None:
    assert [entry.words for entry in part(outline, wanted).entries] == words


def test_an_unknown_number_names_the_nearest(outline: Outline) -> None:
    with pytest.raises(UsageError, match=r"There is no paragraph '1\.3'\.") as raised:
        part(outline, "1.3")
    assert raised.value.fix == "Did you mean 1.2 or 1.1?"


def test_a_number_printed_twice_is_refused_with_both_ids() -> None:
    twice = assemble(_protocol(), numbers={"advice": "1", "ask": "2.1", "answer": "2.1"})
    with pytest.raises(UsageError, match="used 2 times") as raised:
        part(twice, "2.1")
    assert raised.value.fix == "Name the id: ask or answer."
