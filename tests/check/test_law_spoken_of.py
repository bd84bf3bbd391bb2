"""What may be against the law is said with care: a note, with the source, the nation and what was read."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, said, section
from protobuild.model.source import Finding

OURS = ("penalties", "harassment", "characteristics", "principles")
PRINCIPLES = "selflessness integrity objectivity accountability openness honesty leadership".split()


def notes(*clauses: dict[str, Any], nation: str = "england") -> list[Finding]:
    """Return what the four checks find; others have their own to say of the same words."""
    findings = found(section(*clauses), council={"name": "Example Borough Council", "nation": nation})
    return [finding for finding in findings if finding.rule in OURS]


TOLD = [
    ("penalties", "A member who breaks this protocol may be suspended.", "Localism Act 2011"),
    ("penalties", "A councillor may be censured by the committee.", "[2018] EWHC 1151 (Admin)"),
    (
        "penalties",
        "A member may have acted in breach of it. It may result in an investigation and a hearing.",
        "28(4) and (6)",
    ),
    ("harassment", "Harassment is conduct that alarms, on at least two occasions.", "Section 7(3)"),
    ("harassment", "Harassment is conduct with the purpose of violating dignity.", "not read"),
    (
        "characteristics",
        "They must not discriminate on the basis of race, gender or disability.",
        "age, gender rea",
    ),
    ("principles", "The Nolan Committee laid down ten principles of public life.", "Section 28(1)"),
]


@pytest.mark.parametrize(("check", "words", "why"), TOLD)
def test_it_is_a_note_that_says_may_and_names_its_source(check: str, words: str, why: str) -> None:
    (finding,) = notes(said(words))
    assert (finding.rule, finding.severity) == (check, "note")
    assert "may" in finding.message
    assert why in finding.why
    assert "England" in finding.why
    assert "read" in finding.why
    assert finding.fix


@pytest.mark.parametrize(("check", "words", "why"), TOLD)
def test_it_is_silenced_by_a_reason_and_in_a_quotation(check: str, words: str, why: str) -> None:
    assert notes(said(words, quiet={check: "Counsel was asked."})) == []
    assert notes(said(f"It says “{words}”")) == []


@pytest.mark.parametrize(("check", "words", "why"), TOLD)
def test_nothing_is_said_of_a_nation_whose_law_it_is_not(check: str, words: str, why: str) -> None:
    assert notes(said(words), nation="northern-ireland") == []
    assert bool(notes(said(words), nation="wales")) == (check in ("harassment", "characteristics"))


@pytest.mark.parametrize(
    "words",
    [
        "This protocol sets no penalties for members.",
        "An officer may be suspended under the Disciplinary Procedure.",
        "A member may be suspended under the arrangements made for it.",
        "An officer acted in breach. It may result in an investigation and a hearing.",
        "Members attend the hearing of the case.",
        "Harassment is conduct on two occasions, or once towards each of two or more people.",
        "They meet on two occasions.",
        "Harassment is conduct with the purpose or effect of violating dignity.",
        "The aim of this section is that everyone has dignity and is free of harassment.",
        "Nobody may discriminate because of a characteristic such as race, sex or age.",
        "It is done regardless of age, and on the basis of need.",
        "Discrimination is because of age, disability, gender reassignment, marriage and civil partnership, "
        "pregnancy and maternity, race, religion or belief, sex or sexual orientation.",
        "The seven principles of public life apply.",
        "Three principles guide the council: thrift, speed and care.",
    ],
)
def test_sound_words_are_let_be(words: str) -> None:
    assert notes(said(words)) == []


def test_a_list_said_to_be_the_acts_names_what_the_act_does_not() -> None:
    lead = "The principles in section 28 of the Localism Act 2011 are:"
    items = [{"id": name, "text": f"{name};"} for name in PRINCIPLES]
    assert notes(said(lead, items=items)) == []
    (finding,) = notes(
        said(lead, items=[*items, {"id": "stewardship", "heading": "Stewardship", "text": "x"}])
    )
    assert finding.rule == "principles"
    assert "Not among them: Stewardship." in finding.why
