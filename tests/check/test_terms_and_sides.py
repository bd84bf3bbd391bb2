"""Terms explained and used, and matters that bind both sides."""

from __future__ import annotations

from typing import Any

import pytest

from one_section import found, said, section
from protobuild.check.both_sides import MATTERS
from protobuild.model.source import Finding, Place


def told(*clauses: dict[str, Any], **manifest: Any) -> list[Finding]:
    findings = found(section(*clauses), **manifest)
    return [finding for finding in findings if finding.rule in ("terms", "one_sided")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("It is for any Panel to say.", "'Panel' is spoken of"),
        ("The Panel sits in private.", "'Panel' is spoken of"),
        ("Panels sit. Ask the Head of Example Services.", "'Head of Example Services' is spoken of"),
        ("“Working day” means a day of work.", "'Working day' is explained and then used nowhere"),
    ],
)
def test_a_term_without_its_other_half_is_told(words: str, says: str) -> None:
    (finding,) = told(said(words))
    assert (finding.rule, finding.severity) == ("terms", "note")
    assert says in finding.message
    assert told(said(words, quiet={"terms": "It is the law's word."})) == []


@pytest.mark.parametrize(
    "words",
    [
        "A Standards Panel sits.",
        "It is for the Hearing Panel, the Board of Example Ltd or the panel to say.",
        "It is for any Panel to say. “Panel” means the one that was chosen.",
        "Ask the Head of Paid Service, or a Head of Service.",
        "“Working day” means a day of work. Reply within one working day.",
        "It says “ask any Panel”.",
    ],
)
def test_what_is_explained_or_needs_no_explaining_is_let_be(words: str) -> None:
    assert told(said(words)) == []


def test_a_term_is_told_once_and_not_where_the_manifest_knows_it() -> None:
    words = "It is for any Panel, or the Panels together."
    assert len(told(said(words))) == 1
    assert told(said(words), roles={"panel": {"title": "Panel"}}) == []


def test_a_term_of_the_manifest_that_is_explained_is_used() -> None:
    terms = {"budget": {"says": "budget", "means": "What is spent."}}
    assert told(said("The budget is small."), terms=terms) == []
    (finding,) = told(said("It is small."), terms=terms)
    assert "'budget' is explained" in finding.message


def test_a_definition_is_used_in_whatever_form() -> None:
    definition = {"id": "d", "definition": {"term": "harassment", "text": "Harassment is unwelcome."}}
    assert told(definition, said("Nobody may harass anyone.")) == []
    (finding,) = told(definition, said("Nobody may shout."))
    assert "'harassment' is explained" in finding.message


WHOLE = """\
Members and officers must treat each other with respect. Members and officers must not bully anyone.
Members and officers must keep confidential what is confidential. They must declare a personal relationship.
Members and officers must not put undue pressure on each other.
"""


def test_a_matter_that_binds_one_side_only_is_a_note_that_says_it_seems_so() -> None:
    places = {"sections.0.clauses.1.text": Place("first.yaml", 9, 7, 9, 60)}
    only = {"id": "only", "text": "Members must never criticise an officer in public."}
    (finding,) = found(section(said(WHOLE), only), places=places)
    assert (finding.rule, finding.severity, finding.place.line) == ("one_sided", "note", 9)
    assert (
        "on criticism, the text seems to ask something of members and nothing of officers" in finding.message
    )
    assert told(said(WHOLE), {**only, "quiet": {"one_sided": "Officers have their own code."}}) == []


@pytest.mark.parametrize(
    "more",
    [
        {"id": "b", "text": "Officers must not criticise members either."},
        {
            "id": "b",
            "expectations": {
                "of": "officers",
                "lead_in": "x:",
                "items": [{"id": "i", "text": "no criticism."}],
            },
        },
        {"id": "b", "text": "Members can expect officers:\n\n- not to criticise them."},
        {"id": "b", "text": "Officers must:", "items": [{"id": "i", "text": "never criticise members."}]},
    ],
)
def test_the_other_side_may_be_bound_in_any_form(more: dict[str, Any]) -> None:
    assert told(said(WHOLE), {"id": "a", "text": "Members must never criticise an officer."}, more) == []


def test_a_text_about_little_is_not_taken_for_a_whole_protocol() -> None:
    assert told(said("Members must never criticise an officer.")) == []


def test_every_matter_is_named_in_plain_words() -> None:
    assert all(matter == matter.lower() and signs for matter, signs in MATTERS.items())
