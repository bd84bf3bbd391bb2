"""Registers hold what the text holds, each thing with its place."""

from __future__ import annotations

from typing import Any

import pytest

from imported import taken
from protobuild.life.registers import REGISTERS, registers
from protobuild.life.registers.duties import tally
from protobuild.life.registers.reading import Reading
from protobuild.model.assemble import assemble
from protobuild.model.protocol import Protocol
from protobuild.model.register import Register

STEPS = [
    {"id": "s1", "text": "The member tells the [[role:director]].", "actor": "member", "to": "director"},
    {
        "id": "s2",
        "text": "The director replies.",
        "actor": "director",
        "to": "member",
        "within": "5 working days",
    },
]
CLAUSES: list[dict[str, Any]] = [
    {
        "id": "ask",
        "text": "Members must not press officers. They may ask the [[role:director]] within 3 days.",
    },
    {
        "id": "says",
        "text": "The [[doc:code]] says “officers should reply”. “Working day” means a day of work.",
    },
    {"id": "route", "procedure": {"for": "members", "lead_in": "Steps:", "steps": STEPS}},
    {"id": "time", "response_time": {"text": "Officers will reply within 10 working days.", "value": "10"}},
    {
        "id": "bully",
        "definition": {"term": "bullying", "text": "Bullying is shouting. Ask the Chief Executive."},
    },
    {"id": "table", "matrix": {"columns": ["A"], "rows": [["Chairs should ask in May."]]}},
]


def protocol(*clauses: dict[str, Any], **manifest: Any) -> Protocol:
    data = {
        "manifest": {
            "title": "Protocol",
            "council": {"name": "Example Borough Council"},
            "profile": "none",
            "sections": ["first"],
            "roles": {"director": {"title": "director"}},
            "documents": {"code": {"title": "Code of Conduct", "address": "https://www.example.gov.uk"}},
            "terms": {"ask": {"says": "press", "means": "To insist."}},
            **manifest,
        },
        "sections": [
            {"kind": "other", "id": "first", "heading": "Asking", "clauses": list(clauses or CLAUSES)}
        ],
    }
    return Protocol.model_validate(data)


def made(name: str, whole: Protocol | None = None) -> Register:
    whole = whole or protocol()
    (register,) = registers(whole, assemble(whole), (name,))
    return register


def test_every_duty_has_its_paragraph_who_is_bound_and_whose_words_they_are() -> None:
    rows = [(row[0], row[1], row[2], row[3], row[5]) for row in made("duties").rows]
    assert rows == [
        ("1.1", "Members", "members", "must not", "the council's own"),
        ("1.1", "Members", "members", "may", "the council's own"),
        ("1.2", "officers", "officers", "should", "quoted"),
        ("1.4", "Officers", "officers", "will", "the council's own"),
        ("1.5", "Chairs", "members", "should", "the council's own"),
    ]
    assert made("duties").rows[0][4] == "Members must not press officers."


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("If a member asks, officers must reply.", "officers"),
        ("If a member is unsure, they should ask an officer.", "members"),
        ("A member who is unhappy with the conduct of an officer should say so.", "members"),
        ("Attendance must be approved by the director.", "officers"),
        ("Members’ confidences must be kept.", ""),
        ("It must be kept.", ""),
        ("Neither party should seek advantage.", "both"),
        ("Members and officers should agree.", "both"),
        ("Officers or members may ask.", "both"),
    ],
)
def test_who_is_bound_is_read_from_the_sentence(words: str, side: str) -> None:
    (row,) = made("duties", protocol({"id": "a", "text": words})).rows
    assert row[2] == side


@pytest.mark.parametrize("words", ["In May 2026.", "Against their will.", "The political will is there."])
def test_a_month_and_a_will_are_no_duties(words: str) -> None:
    assert made("duties", protocol({"id": "a", "text": words})).rows == ()


def test_both_sides_stand_beside_each_other_by_matter() -> None:
    text = "Members must respect officers. Officers must reply. Members and officers must not bully."
    rows = {row[0]: row[1:] for row in made("both-sides", protocol({"id": "a", "text": text})).rows}
    assert rows["respect and courtesy"] == ("1.1: Members must respect officers.", "")
    assert rows["answering enquiries"] == ("", "1.1: Officers must reply.")
    assert rows["bullying and harassment"] == ("1.1: Members and officers must not bully.",) * 2


def test_terms_of_manifest_definitions_and_sentences_are_listed_with_their_uses() -> None:
    rows = {row[0]: (row[2], row[3]) for row in made("terms").rows}
    assert rows == {
        "press": ("protocol.yaml", "1.1"),
        "bullying": ("1.5", "1.5"),
        "Working day": ("1.2", "1.2\n1.4"),
    }


def test_every_use_of_a_role_is_listed() -> None:
    assert made("roles").rows == (
        ("Chairs", "named in plain words", "1.5"),
        ("Chief Executive", "named in plain words", "1.5"),
        ("director", "acts in a procedure", "1.3(b)"),
        ("director", "is gone to in a procedure", "1.3(a)"),
        ("director", "named by reference", "1.1\n1.3(a)"),
        ("member", "acts in a procedure", "1.3(a)"),
        ("member", "is gone to in a procedure", "1.3(b)"),
    )


def test_documents_are_listed_with_where_they_are_referred_to() -> None:
    assert made("documents").rows == (("Code of Conduct", "https://www.example.gov.uk", "", "", "1.2"),)


def test_time_limits_are_listed_with_what_is_typed() -> None:
    assert [row[:3] for row in made("response-times").rows] == [
        ("1.1", "3 days", ""),
        ("1.4", "10 working days", "10 working days"),
    ]


def test_without_numbers_the_heading_says_where() -> None:
    assert made("duties", protocol(numbering="none")).rows[0][0] == "Asking"


def test_all_registers_are_made_where_none_is_named() -> None:
    whole = protocol()
    assert [register.name for register in registers(whole, assemble(whole))] == list(REGISTERS)


@pytest.mark.corpus
def test_the_words_of_a_real_text_are_all_counted() -> None:
    found = taken("swale-draft")
    reading = Reading.of(found.protocol, assemble(found.protocol, numbers=found.loaded.numbers))
    assert tally(reading) == {"must": 25, "should": 41, "will": 31, "may": 27, "shall": 0}
    (register,) = registers(
        found.protocol, assemble(found.protocol, numbers=found.loaded.numbers), ("duties",)
    )
    words = [row[3].split()[0] for row in register.rows]
    assert {word: words.count(word) for word in ("must", "should", "will", "may")} == {
        "must": 25,
        "should": 41,
        "will": 30,  # the other is a noun: it is against somebody's will
        "may": 27,
    }
