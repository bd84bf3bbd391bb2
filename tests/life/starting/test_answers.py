"""Answers: what is taken, what is refused, and what is guessed."""

from __future__ import annotations

import pytest

from protobuild.life.starting.answers import completed, read_answers, tier_of, usual, valid
from protobuild.life.starting.models import read_model
from protobuild.life.starting.questions import QUESTIONS, TIERS, Question, asked
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.places import at

TOWN = {"council": "Little Example Town Council", "principal-council": "Example District Council"}
BOROUGH = {"council": "Westfold Borough Council"}


def called(name: str) -> Question:
    return next(question for question in QUESTIONS if question.name == name)


@pytest.mark.parametrize("tier", TIERS)
def test_no_council_is_asked_more_than_twelve_questions(tier: str) -> None:
    assert 10 <= len(asked(tier)) <= 12
    assert [question.name for question in asked(tier)][:2] == ["council", "tier"]


@pytest.mark.parametrize("tier", TIERS)
def test_every_question_fills_a_field_that_the_model_has(tier: str) -> None:
    manifest = read_model(tier)["protocol.yaml"].data
    assert [each.name for each in asked(tier) if at(manifest, each.fills[tier]) is None] == []


@pytest.mark.parametrize("tier", TIERS)
def test_every_fact_of_the_model_is_asked_for(tier: str) -> None:
    known = at(read_model(tier)["protocol.yaml"].data, ("facts",))
    asked_for = set()
    for question in asked(tier):
        path = question.fills[tier]
        if path[0] == "facts":
            asked_for |= set(question.choices[tier]) if question.several else {path[1]}
    assert isinstance(known, dict)
    assert asked_for == set(known)


def test_only_names_that_nobody_can_guess_are_needed() -> None:
    whole = completed(BOROUGH)
    assert whole["tier"] == "principal"
    assert whole["chief-executive"] == "chief executive"
    assert (whole["political-groups"], whole["policies"]) == ("yes", "social-media-policy")
    assert set(whole) == {question.name for question in asked("principal")}
    with pytest.raises(UsageError, match="'council' has to be answered"):
        completed({})
    with pytest.raises(UsageError, match="'principal-council' has to be answered"):
        completed({"council": "Example Parish Council"})


def test_an_empty_answer_takes_what_is_usual_and_an_empty_choice_of_several_is_none() -> None:
    whole = completed(BOROUGH | {"leader": " ", "nation": "", "policies": "", "address": ""})
    assert (whole["leader"], whole["nation"]) == ("Leader of the Council", "england")
    assert (whole["policies"], whole["address"]) == ("", "")


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("Little Example Town Council", "local"),
        ("EXAMPLE PARISH COUNCIL", "local"),
        ("Cyngor Example Community Council", "local"),
        ("Example City Council", "principal"),
        ("Townfield District Council", "principal"),
    ],
)
def test_the_tier_is_guessed_from_the_name_and_an_answer_wins(name: str, tier: str) -> None:
    assert usual(called("tier"), {"council": name}) == tier
    other = "local" if tier == "principal" else "principal"
    assert tier_of({"council": name, "tier": other}) == other


@pytest.mark.parametrize(
    ("name", "said", "taken"),
    [
        ("political-groups", "Y", "yes"),
        ("political-groups", " no ", "no"),
        ("nation", "Northern Ireland", "northern-ireland"),
        ("numbering", "NONE", "none"),
        ("chief-executive", "  Managing   Director ", "Managing Director"),
        ("address", "https://www.example.gov.uk/protocol", "https://www.example.gov.uk/protocol"),
        ("address", "", ""),
        ("policies", "none", ""),
        ("policies", "social-media-policy", "social-media-policy"),
    ],
)
def test_an_answer_is_taken_as_it_was_meant(name: str, said: str, taken: str) -> None:
    assert valid(called(name), "principal", said) == taken


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("political-groups", "maybe"),
        ("tier", "county"),
        ("policies", "a-policy"),
        ("address", "example.gov.uk"),
        ("address", "javascript:alert(1)"),
        ("council", "[Council]"),
        ("council", "Council <b>"),
        ("council", "Example\x1b Council"),
        ("council", "x" * 121),
        ("council", "  "),
    ],
)
def test_an_answer_that_does_not_do_is_refused_with_a_remedy(name: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        valid(called(name), "principal", said)
    assert refused.value.fix or "longer than" in refused.value.message


def test_an_answer_to_what_is_not_asked_of_the_tier_is_refused() -> None:
    for given, other in ((BOROUGH | {"clerk": "Clerk"}, "local"), (TOWN | {"leader": "A"}, "principal")):
        with pytest.raises(UsageError, match="is not asked of a") as refused:
            completed(given)
        assert refused.value.fix.endswith(f"that the council is {other}.")


def test_one_person_cannot_be_the_body_that_acts_as_employer() -> None:
    with pytest.raises(UsageError, match="'chair' and 'staffing-committee' are both called 'The Mayor'"):
        completed(TOWN | {"chair": "the mayor", "staffing-committee": "The Mayor"})


def test_a_file_of_answers_is_read_with_lists_and_plain_words() -> None:
    file = b"council: Example Town Council\npolicies: [media-policy, training-policy]\npolitical-groups: no\n"
    assert read_answers("answers.yaml", file) == {
        "council": "Example Town Council",
        "policies": "media-policy, training-policy",
        "political-groups": "no",
    }


def test_a_file_that_answers_what_nobody_asked_is_refused_naming_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r"'teir' in 'a\.yaml'") as refused:
        read_answers("a.yaml", b"teir: local\n")
    assert refused.value.fix == "Write 'tier'."
    with pytest.raises(UsageError, match="holds no answers"):
        read_answers("a.yaml", b"- one\n")
    with pytest.raises(UsageError, match="not a word or a list"):
        read_answers("a.yaml", b"tier: {a: b}\n")
    with pytest.raises(ProtocolError):
        read_answers("a.yaml", b"tier: local\ntier: principal\n")
