"""Capitals, two words for one thing, spellings and sentences said twice."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, said, section
from protobuild.model.source import Finding, Place

REPORTS = "Any information that is given to a member must only be used by the member for council work."


def paragraphs(*texts: str, **more: Any) -> list[Finding]:
    """Return what is found in paragraphs of these words, the first of which has more fields."""
    first, *others = texts
    clauses = [{"id": f"p{at}", "text": text} for at, text in enumerate(others)]
    return found(section(said(first, **more), *clauses))


TOLD = [
    (
        "capitals",
        ["It is for a Member.", "Ask the members, and the members only."],
        "'Member' here, and 'members'",
    ),
    ("capitals", ["A Member asks.", "Whenever members ask, the members wait."], "'Member' here"),
    (
        "capitals",
        ["Ask the council.", "See the Council, and the Council only."],
        "'council' here, and 'Council'",
    ),
    (
        "capitals",
        ["Ask a Ward Member.", "Then the ward member, or another ward member."],
        "'Ward Member' here",
    ),
    ("capitals", ["Good local Government.", "See Local Government, and Local Government."], "'local Gov"),
    (
        "capitals",
        ["On any Protected Characteristics.", "See protected characteristics and protected characteristics."],
        "'Protected Characteristics' here",
    ),
    (
        "two_words",
        ["Ask the councillor.", "Members ask. The members wait."],
        "'councillor' here, and 'member'",
    ),
    (
        "two_words",
        ["Members press employees.", "Officers ask. The officers wait."],
        "'employees' here, and 'off",
    ),
    (
        "two_words",
        ["They approach staff.", "Officers ask. The officers wait."],
        "'staff' here, and 'officer'",
    ),
    ("two_words", ["This code is short.", "This protocol is long. This protocol too."], "'This code' here"),
    ("spellings", ["The vice chair asks.", "A vice-chair or two vice-chairs."], "'vice chair' here"),
    ("spellings", ["Write an e-mail.", "An email, or emails."], "'e-mail' here, and 'email'"),
    ("spellings", ["It is nonpartisan.", "It is non-biased and non-statutory."], "'nonpartisan' here"),
    (
        "spellings",
        ["Member/Officer trust.", "Member-Officer rules and Member-Officer work."],
        "'Member/Officer'",
    ),
    ("duplicates", [f"So {REPORTS.lower()}", REPORTS], "nearly the same as one in paragraph 1.1"),
]


@pytest.mark.parametrize(("check", "texts", "says"), TOLD)
def test_the_rarer_way_is_told(check: str, texts: list[str], says: str) -> None:
    (finding,) = paragraphs(*texts)
    assert finding.rule == check
    assert says in finding.message
    assert finding.severity == "note"
    assert finding.fix


@pytest.mark.parametrize(("check", "texts", "says"), TOLD[:-1])
def test_it_is_silenced_in_a_clause_that_says_why(check: str, texts: list[str], says: str) -> None:
    assert paragraphs(*texts, quiet={check: "It is the title of a plan."}) == []


@pytest.mark.parametrize(("check", "texts", "says"), TOLD)
def test_words_of_others_are_let_be(check: str, texts: list[str], says: str) -> None:
    assert paragraphs(f"It says “{texts[0]}”", *texts[1:]) == []


def test_a_way_is_told_once_in_a_paragraph() -> None:
    findings = paragraphs(
        "It is for a Member and the Member.", "As members, of members, with members, to members."
    )
    assert [finding.rule for finding in findings] == ["capitals"]


@pytest.mark.parametrize(
    "texts",
    [
        ["See the Members’ Code of Conduct.", "Ask the members."],
        ["Members of the public ask.", "The councillors reply, and the councillors wait."],
        ["An officer is an employee of the council.", "The officers wait."],
        ["“Council” means the meeting. The Council decides.", "The council acts for the council."],
        ["The co-opted member asks.", "It is for the Members and all Members."],
        ["The Monitoring Officer advises the officer.", "Ask the officers."],
        ["“Member” means a councillor.", "The members ask."],
        ["The employees’ contracts of employment.", "Officers ask officers."],
        ["None of it is nonsense.", "It is non-statutory."],
        [REPORTS, "Members must not use what they are given, and officers must mark what they give."],
        ["The Code says so.", "This protocol says more. These codes bind."],
    ],
)
def test_sound_words_are_let_be(texts: list[str]) -> None:
    assert [each for each in paragraphs(*texts) if each.rule != "cited"] == []


def test_what_each_side_owes_the_other_may_be_said_in_the_same_words() -> None:
    owed = "must always treat the other side with respect, dignity and courtesy in all their work"
    assert paragraphs(f"Members {owed}.", f"Officers {owed}.") == []
    wanted = [
        {"id": "i", "text": "an understanding of, and support for, all their respective roles and workloads"}
    ]
    mine, yours = ("members", "officers"), ("officers", "members")
    clauses = [
        {"id": f"c-{of}", "expectations": {"of": of, "lead_in": f"What {who} can expect:", "items": items}}
        for (of, who), items in ((mine, wanted), (yours, [{**wanted[0], "id": "j"}]))
    ]
    assert [finding for finding in found(section(*clauses)) if finding.rule == "duplicates"] == []


def test_an_item_that_stands_twice_in_one_list_is_told() -> None:
    items = [{"id": "i", "text": "sending threats;"}, {"id": "j", "text": "Sending threats."}]
    places = {"sections.0.clauses.0.items.1.text": Place("first.yaml", 9, 15, 9, 31)}
    findings = found(section(said("Such as:", items=items)), places=places)
    (finding,) = (each for each in findings if each.rule == "duplicates")
    assert (finding.severity, finding.place.line) == ("warning", 9)


def test_an_item_that_stands_twice_in_a_list_in_the_text_is_told() -> None:
    text = "Such as:\n\n- sending threats;\n- telling lies; and\n- sending threats."
    (finding,) = (each for each in found(section(said(text))) if each.rule == "duplicates")
    assert "stand twice" in finding.message


def test_the_same_example_of_two_things_is_let_be() -> None:
    clauses = [
        {
            "id": term,
            "definition": {"term": term, "text": "x", "examples": [{"id": f"{term}-1", "text": REPORTS}]},
        }
        for term in ("bullying", "harassment")
    ]
    assert [finding for finding in found(section(*clauses)) if finding.rule == "duplicates"] == []
