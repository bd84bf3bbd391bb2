"""Coverage: every provision of the catalogue once, with how a protocol stands to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.model.assemble import assemble
from protobuild.model.coverage import Covered, by_kind, coverage
from protobuild.model.protocol import Protocol, unsaid
from protobuild.model.provisions import catalogue, required

WAIVER = {"provision": "holding-reply", "reason": "Said elsewhere.", "by": "Council", "date": "2026-01-01"}


def protocol(clauses: list[dict[str, object]] | None = None, **manifest: object) -> Protocol:
    """Return a protocol under a profile, whatever it leaves unsaid."""
    base = {"title": "P", "council": {"name": "C"}, "sections": ["s"], "profile": "none"}
    profile = str(manifest.pop("profile", "principal"))
    section = {
        "kind": "other",
        "id": "s",
        "heading": "H",
        "clauses": clauses or [{"id": "a", "text": "Words."}],
    }
    given = Protocol.model_validate({"manifest": base | manifest, "sections": [section]})
    return given.model_copy(update={"manifest": given.manifest.model_copy(update={"profile": profile})})


def rows(given: Protocol) -> dict[str, Covered]:
    return {row.provision.slug: row for row in coverage(given, assemble(given))}


def claiming(slug: str, **content: object) -> dict[str, object]:
    return {"id": "a", "provides": [slug], **(content or {"text": "Members must be courteous."})}


def test_what_is_said_names_its_paragraphs_and_their_ids() -> None:
    again = {"id": "b", "provides": ["mutual-respect"], "text": "Officers must be courteous."}
    row = rows(protocol([claiming("mutual-respect"), again]))["mutual-respect"]
    assert (row.state, row.need, row.owed) == ("said", "required", False)
    assert (row.where.ids, row.where.numbers) == (("a", "b"), ("1.1", "1.2"))


def test_a_claim_in_vain_is_owed_and_says_what_it_lacks() -> None:
    row = rows(protocol([claiming("mutual-respect", text="TBC")]))["mutual-respect"]
    assert (row.state, row.owed, row.where.numbers) == ("claimed", True, ("1.1",))
    assert row.remark.startswith("words")


def test_a_true_claim_beside_one_in_vain_counts() -> None:
    vain = {"id": "b", "provides": ["mutual-respect"], "text": "TBC"}
    row = rows(protocol([claiming("mutual-respect"), vain]))["mutual-respect"]
    assert (row.state, row.where.ids) == ("said", ("a",))


def test_what_is_missing_known_waived_optional_or_not_asked_is_told_apart() -> None:
    found = rows(protocol(gaps=["no-unfair-advantage"], waivers=[WAIVER]))
    assert (found["mutual-respect"].state, found["mutual-respect"].owed) == ("missing", True)
    assert (found["no-unfair-advantage"].state, found["no-unfair-advantage"].owed) == ("gap", False)
    assert found["holding-reply"].state == "waived"
    assert found["holding-reply"].remark == "Said elsewhere (Council, 1 January 2026)"
    assert found["what-it-covers"].state == "optional"
    assert found["member-acting-as-officer"].state == "not asked"


@pytest.mark.parametrize(
    ("answer", "state", "need"),
    [("yes", "missing", "required"), ("no", "not asked", "none"), ("", "undecided", "conditional")],
)
def test_a_fact_settles_what_is_conditional(answer: str, state: str, need: str) -> None:
    row = rows(protocol(facts={"political-groups": answer} if answer else {}))["same-offer-to-every-group"]
    assert (row.state, row.need) == (state, need)
    assert row.remark == ("'political-groups' is not answered under 'facts'" if state == "undecided" else "")


def test_a_condition_on_the_text_is_said_in_words() -> None:
    row = rows(protocol())["seven-principles-only"]
    assert (row.state, row.remark) == ("undecided", "if the text lists principles of public life")


def test_under_no_profile_nothing_is_owed() -> None:
    assert not [
        row for row in rows(protocol(profile="none")).values() if row.owed or row.state == "not asked"
    ]


def test_a_clause_without_a_number_is_named_by_its_id() -> None:
    quoted = claiming("mutual-respect", quotation={"text": "Be courteous."})
    assert rows(protocol([{"id": "z", "text": "Words."}, quoted]))["mutual-respect"].where.numbers == ("a",)


@given(
    said=st.sets(st.sampled_from(sorted(catalogue()))),
    gaps=st.sets(st.sampled_from(sorted(catalogue()))),
    profile=st.sampled_from(["principal", "local", "none"]),
    groups=st.sampled_from(["yes", "no", ""]),
)
def test_coverage_agrees_with_what_the_validator_finds_unsaid(
    said: set[str], gaps: set[str], profile: str, groups: str
) -> None:
    facts = {"political-groups": groups} if groups else {}
    clause = {"id": "a", "provides": sorted(said), "text": "Members must be courteous."}
    draft = protocol([clause], gaps=sorted(gaps), facts=facts, profile=profile)
    found = coverage(draft, assemble(draft))
    assert [row.provision.slug for row in found] == list(catalogue())
    lacking = {gap.provision.slug: gap.known for gap in unsaid(draft)}
    assert {row.provision.slug for row in found if row.owed} == {
        slug for slug, known in lacking.items() if not known
    }
    asked = {row.slug for row in required(draft.manifest.profile, facts)}
    assert {row.provision.slug for row in found if row.need == "required"} == asked
    for row in found:
        if row.state == "gap":
            assert row.provision.slug in gaps
    assert sum(len(group) for _, group in by_kind(found)) == len(found)
