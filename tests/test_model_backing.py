"""A claim counts only where the clause says something, and holds the typed facts that are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.backing import Registers, lack, says_something
from protobuild.model.clause import Clause
from protobuild.model.protocol import Protocol, claims, unsaid
from protobuild.model.provisions import catalogue, edition, required

REGISTERS = Registers({"clerk": object()}, {"policy": object()})
NONE = Registers({}, {})


def lacking(slug: str, registers: Registers = REGISTERS, **content: object) -> str:
    return lack(catalogue()[slug], Clause.model_validate({"id": "a", **content}), registers)


def items(*words: str) -> list[dict[str, str]]:
    return [{"id": f"i{at}", "text": said} for at, said in enumerate(words)]


@pytest.mark.parametrize(
    "words",
    ["", " ", "...", "…", "[...]", "[insert the name of the committee]", "TBC", "**tbc.**", "To be confirmed",
     "To be agreed by Council", "Lorem ipsum dolor sit amet.", "xxxx", "Text to follow.", "-"],
)  # fmt: skip
def test_words_that_only_keep_a_place_say_nothing(words: str) -> None:
    assert not says_something(words)


@pytest.mark.parametrize(
    "words",
    ["to be courteous", "to be advised in good time", "to be told of what is decided;",
     "[[role:clerk]] decides.", "[Members] must be courteous.", "Courtesy."],
)  # fmt: skip
def test_words_of_a_rule_say_something(words: str) -> None:
    assert says_something(words)


@given(st.text(max_size=40))
def test_signs_alone_never_say_anything_and_a_rule_always_does(noise: str) -> None:
    signs = "".join(sign for sign in noise if not sign.isalnum() and sign not in "[]")
    assert not says_something(signs)
    assert says_something(f"Members must be courteous. {noise}")


def test_a_rule_backs_a_claim_and_a_placeholder_or_a_heading_does_not() -> None:
    assert lacking("mutual-respect", text="Members must be courteous.") == ""
    assert lacking("mutual-respect", text="TBC").startswith("words")
    assert lacking("mutual-respect", subheading="Respect").startswith("words below the heading")
    assert lacking("mutual-respect", text="They must:", items=items("...", "TBC")).startswith("words")
    assert lacking("mutual-respect", matrix={"columns": ["A"], "rows": [["[...]"]]}).startswith("words")
    assert lacking("mutual-respect", matrix={"columns": ["A"], "rows": [["Be courteous."]]}) == ""
    assert lacking("mutual-respect", quotation={"text": "Be courteous."}) == ""
    assert lacking("endorsers-recorded", signatures=[{"office": "Leader"}]) == ""
    assert lacking("endorsers-recorded", signatures=[{"group": "A"}]).startswith("words")


FIVE = items("respect", "courtesy", "time", "advice", "care")


@pytest.mark.parametrize(
    ("of", "listed", "backed"),
    [
        ("members", FIVE, True),
        ("both", FIVE, True),
        ("officers", FIVE, False),
        ("members", FIVE[:4], False),
        ("members", [*FIVE[:4], {"id": "x", "text": "TBC"}], False),
    ],
)
def test_expectations_are_of_the_side_asked_for_and_five_at_least(
    of: str, listed: object, backed: bool
) -> None:
    said = lacking(
        "what-officers-may-expect", expectations={"of": of, "lead_in": "Officers:", "items": listed}
    )
    assert said == ("" if backed else "a list of what is expected of members with at least 5 items")


@pytest.mark.parametrize(
    ("who", "steps", "backed"),
    [("officers", 2, True), ("anyone", 2, True), ("members", 2, False), ("officers", 1, False)],
)
def test_a_route_has_two_steps_and_is_for_those_who_need_it(who: str, steps: int, backed: bool) -> None:
    procedure = {"for": who, "lead_in": "They:", "steps": FIVE[:steps]}
    said = lacking("concern-about-a-member", procedure=procedure)
    assert said == ("" if backed else "a procedure for officers with at least 2 steps")


def test_a_definition_has_a_source_or_three_examples_or_there_is_a_link() -> None:
    meaning = {"term": "Bullying", "text": "Bullying is cruel."}
    assert lacking("bullying-defined", definition=meaning) == (
        "a definition that says where it comes from, a definition with at least 3 examples "
        "or a document that protocol.yaml lists, such as [[doc:whistleblowing]]"
    )
    assert lacking("bullying-defined", definition={**meaning, "basis": "acas"}) == ""
    assert lacking("bullying-defined", definition={**meaning, "examples": FIVE[:3]}) == ""
    assert lacking("bullying-defined", text="It has the meaning in [[doc:policy]].") == ""
    assert lacking("bullying-defined", text="See [Acas](https://www.example.org).") == ""


def test_a_reply_time_is_typed_or_set_by_a_document() -> None:
    assert lacking("reply-time", response_time={"text": "Within 5 days.", "value": 5}) == ""
    assert lacking("reply-time", text="As [[doc:policy]] says.") == ""
    assert lacking("reply-time", text="Promptly.")


def test_a_document_and_a_role_count_only_when_listed() -> None:
    assert lacking("whistleblowing-policy-named", text="See [[doc:unlisted]].")
    assert lacking("whistleblowing-policy-named", text="See [[doc:policy]].") == ""
    assert lacking("who-oversees", text="The [[role:clerk]] oversees it.") == ""
    assert lacking("who-oversees", text="The [[role:mayor]] oversees it.")
    step = {"id": "s", "text": "goes to the clerk", "to": "clerk"}
    assert lacking("who-gives-advice", procedure={"for": "anyone", "lead_in": "It:", "steps": [step]}) == ""


def test_a_register_that_was_not_begun_is_not_asked_for() -> None:
    assert lacking("who-oversees", NONE, text="The committee oversees it.") == ""
    assert lacking("whistleblowing-policy-named", NONE, text="See the policy.") == ""


def test_every_content_can_back_a_claim_that_asks_for_nothing_typed() -> None:
    assert lacking("holding-reply", response_time={"text": "Within 5 days.", "value": 5}) == ""
    assert lacking("excluded-uses", text="Not for:", items=FIVE[:3]) == ""
    assert lacking("excluded-uses", text="Not for:", items=FIVE[:2])


def protocol(clause: dict[str, object], **manifest: object) -> Protocol:
    section = {"kind": "other", "id": "s", "heading": "H", "clauses": [{"id": "a", **clause}]}
    base = {"title": "P", "council": {"name": "C"}, "sections": ["s"], "profile": "none"}
    return Protocol.model_validate({"manifest": base | manifest, "sections": [section]})


def of_profile(given: Protocol, profile: str, **more: object) -> Protocol:
    manifest = given.manifest.model_copy(update={"profile": profile, **more})
    return given.model_copy(update={"manifest": manifest})


def test_what_is_claimed_in_vain_is_unsaid() -> None:
    empty = protocol({"provides": ["mutual-respect"], "text": "TBC"})
    (claim,) = claims(empty)
    assert claim.path == "sections.0.clauses.0.provides.0" and claim.lack
    assert "mutual-respect" in {gap.provision.slug for gap in unsaid(of_profile(empty, "principal"))}
    said = protocol({"provides": ["mutual-respect"], "text": "Be courteous."})
    assert "mutual-respect" not in {gap.provision.slug for gap in unsaid(of_profile(said, "principal"))}


def test_a_claim_that_is_not_in_force_counts_for_nothing() -> None:
    off = protocol(
        {"provides": ["mutual-respect"], "text": "Be courteous.", "applies_if": "x"}, facts={"x": "no"}
    )
    assert not list(claims(off))


@pytest.mark.parametrize(("said", "asked"), [("yes", True), ("no", False), (None, False)])
def test_a_fact_of_the_council_decides_what_is_conditional(said: str | None, asked: bool) -> None:
    facts = {"political-groups": said} if said else {}
    slugs = {row.slug for row in required("principal", facts)}
    assert ("same-offer-to-every-group" in slugs) is asked
    assert "attendance-is-not-support" not in slugs


def test_a_condition_on_the_text_itself_requires_nothing() -> None:
    row = catalogue()["seven-principles-only"]
    assert (row.when, row.need("principal", {"": "yes"})) == ("", "conditional")


def test_what_came_with_a_later_edition_is_marked_new() -> None:
    given = protocol({"text": "Words."})
    before = {gap.provision.slug: gap.new for gap in unsaid(of_profile(given, "principal", catalogue=1))}
    assert before["closeness-has-limits"] and not before["mutual-respect"]
    for now in (None, edition()):
        assert not any(gap.new for gap in unsaid(of_profile(given, "principal", catalogue=now)))
