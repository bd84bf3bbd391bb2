"""Gendered words, modals, acronyms and people named: what is told of, and what is let be."""

from __future__ import annotations

import pytest

from one_section import found, said, section

TOLD = [
    ("gendered", "A member uses his/her card.", "'his/her'", "'their'"),
    ("gendered", "If a member asks, he or she is told.", "'he or she'", "'they'"),
    ("gendered", "It is for him / her.", "'him / her'", "'them'"),
    ("gendered", "Whatever s/he says.", "'s/he'", "'they'"),
    ("gendered", "The officer signs her name.", "'her'", "'their' or 'them'"),
    ("gendered", "The officer decides herself.", "'herself'", "'themselves'"),
    ("gendered", "Ask the Chairmen.", "'Chairmen'", "'chairs'"),
    ("gendered", "Ask the Vice-Chairman.", "'Vice-Chairman'", "'vice-chair'"),
    ("gendered", "The chairmanship rotates.", "'chairmanship'", "'chair's office'"),
    ("gendered", "A spokeswoman replies.", "'spokeswoman'", "'spokesperson'"),
    ("gendered", "It needs manpower.", "'manpower'", "'staff'"),
    ("modals", "Members shall ask.", "'shall' may be read", "'must'"),
    ("modals", "Members should never disclose it.", "a prohibition", "'must not'"),
    ("modals", "Approval should be sought from the director.", "a condition", "'must'"),
    ("acronyms", "Ask the LGA.", "'LGA'", "(LGA)"),
    ("acronyms", "It is paid by VCS, and VCS alone.", "'VCS'", "(VCS)"),
    ("people_named", "Ask Councillor Mary Example.", "'Councillor Mary Example'", "office"),
    ("people_named", "Ask Ms Example.", "'Ms Example'", "office"),
    ("people_named", "Mary Example\\\nChief Executive", "'Mary Example'", "office"),
]


@pytest.mark.parametrize(("check", "words", "says", "fix"), TOLD)
def test_a_word_is_told_with_its_remedy(check: str, words: str, says: str, fix: str) -> None:
    (finding,) = found(section(said(words)))
    assert finding.rule == check
    assert says in finding.message
    assert fix in finding.fix
    assert finding.severity in ("note", "warning")


@pytest.mark.parametrize(("check", "words", "says", "fix"), TOLD)
def test_it_is_silenced_in_a_clause_that_says_why(check: str, words: str, says: str, fix: str) -> None:
    assert found(section(said(words, quiet={check: "The council chose it."}))) == []


@pytest.mark.parametrize("words", [words for _, words, _, _ in TOLD])
def test_it_is_let_be_in_a_quotation(words: str) -> None:
    assert found(section(said(f"The code says “{words}”"))) == []
    assert found(section({"id": "q", "quotation": {"text": words, "source": "The code"}})) == []


@pytest.mark.parametrize(
    "words",
    [
        "The member and their group ask the chair, the manager and the human resources team.",
        "Here, there, where, this, history and the theme of the man-made lake.",
        "Proceedings before His Majesty’s courts.",
        "Members should ask early, and should not hesitate to ask again.",
        "Reports should not be late.",
        "“Should” states what is expected. Members should not disclose it.",
        "The Local Government Association (LGA) helps. Ask the LGA.",
        "In the UK, and in part VII of it.",
        "THE ROLE OF MEMBERS AND OFFICERS",
        "See COM/2/AB and a reference such as AB12 3CD.",
        "Ask the Monitoring Officer, the Chief Executive and Councillor Services.",
    ],
)
def test_sound_words_are_let_be(words: str) -> None:
    assert found(section(said(words))) == []


def test_a_title_that_a_reference_prints_is_let_be() -> None:
    roles = {"chairman": {"title": "Chairman of the LGA"}}
    assert found(section(said("Ask the [[role:chairman]].")), roles=roles) == []


def test_a_gendered_word_is_told_once_in_a_paragraph() -> None:
    findings = found(section(said("The Chairman and the Vice-Chairman, or his or her deputy, and her aide.")))
    assert [finding.message.split("'")[1] for finding in findings] == ["Chairman", "his or her", "her"]


def test_a_person_among_signatures_is_told() -> None:
    signed = [{"name": "Mary Example", "office": "Leader"}, {"office": "Chief Executive"}]
    (finding,) = found(section({"id": "s", "signatures": signed}))
    assert (finding.rule, "Mary Example" in finding.message) == ("people_named", True)
