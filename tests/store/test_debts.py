from __future__ import annotations

from collections.abc import Callable

import pytest

from protobuild.model.provisions import Provision
from protobuild.model.source import Finding
from protobuild.store.load import Loaded

SAID = "    provides: [members-respect-impartiality]\n"


@pytest.fixture
def told(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded], only_provision: Provision
) -> Callable[..., tuple[Finding, ...]]:
    """Load the example as a principal council's, with more in the manifest and other provisions said."""

    def findings(more: str = "", provides: str = SAID) -> tuple[Finding, ...]:
        manifest = example["protocol.yaml"].decode().replace("profile: none", "profile: principal")
        example["protocol.yaml"] = (manifest + more).encode()
        loaded = loaded_with("impartiality.yaml", SAID, provides)
        assert (loaded.protocol is None) == any(each.severity == "error" for each in loaded.findings)
        return loaded.findings

    return findings


def test_a_provision_that_is_provided_is_no_debt(told: Callable[..., tuple[Finding, ...]]) -> None:
    assert told() == ()


def test_a_missing_provision_is_told_where_the_profile_is_chosen(
    told: Callable[..., tuple[Finding, ...]],
) -> None:
    (finding,) = told(provides="")
    assert (finding.rule, finding.place.file, finding.place.line) == ("missing-provision", "protocol.yaml", 4)
    assert finding.message == (
        "no paragraph says that members do nothing that compromises an officer's impartiality "
        "('members-respect-impartiality', required for profile 'principal')"
    )
    assert finding.why == (
        "Advice is worth nothing when it can be bent. May rest on: Example guidance, 2025 "
        "(sector guidance, not statute; not read for this catalogue)."
    )
    assert "provides: [members-respect-impartiality]" in finding.fix
    assert "'gaps'" in finding.fix and "'waivers'" in finding.fix
    assert "For example: Members must respect officers' impartiality." in finding.fix


def test_a_known_gap_is_a_warning_at_its_line(told: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = told("gaps:\n  - members-respect-impartiality\n", provides="")
    assert (finding.rule, finding.severity, finding.place.line) == ("known-gap", "warning", 12)


def test_a_waived_provision_is_no_debt(told: Callable[..., tuple[Finding, ...]]) -> None:
    waiver = (
        "waivers:\n  - provision: members-respect-impartiality\n    reason: Said in the code.\n"
        "    by: Monitoring Officer\n    date: 2026-05-14\n"
    )
    assert told(waiver, provides="") == ()


def test_a_gap_that_is_closed_is_to_be_deleted(told: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = told("gaps: [members-respect-impartiality]\n")
    assert (finding.rule, finding.severity) == ("closed-gap", "warning")


def test_an_unknown_provision_is_told_with_the_nearest(told: Callable[..., tuple[Finding, ...]]) -> None:
    missing, unknown = told(provides="    provides: [members-respect-impartialty]\n")
    assert missing.rule == "missing-provision"
    assert (unknown.rule, unknown.place.line, unknown.place.column) == ("unknown-provision", 6, 16)
    assert unknown.fix == "Write 'members-respect-impartiality'."


def test_debts_are_told_beside_the_faults_of_a_field(told: Callable[..., tuple[Finding, ...]]) -> None:
    assert [each.rule for each in told("numbring: none\n", provides="")] == [
        "missing-provision",
        "unknown-field",
    ]


def test_a_clause_provides_what_it_says_although_another_field_is_wrong(
    told: Callable[..., tuple[Finding, ...]],
) -> None:
    assert [each.rule for each in told(provides=SAID + "    quiet: links\n")] == ["not-fields"]


def test_a_file_that_breaks_off_is_not_blamed_for_what_may_stand_below(
    told: Callable[..., tuple[Finding, ...]],
) -> None:
    assert [each.rule for each in told(provides="   provides: []\n")] == ["bad-indent"]


@pytest.fixture
def whole(
    example: dict[str, bytes], loaded_with: Callable[..., Loaded]
) -> Callable[..., dict[str, list[Finding]]]:
    """Load the example under the whole catalogue, with this in the manifest; findings by rule."""

    def findings(more: str, provides: str = SAID) -> dict[str, list[Finding]]:
        manifest = example["protocol.yaml"].decode().replace("profile: none", "profile: principal")
        example["protocol.yaml"] = (manifest + more).encode()
        told: dict[str, list[Finding]] = {}
        for finding in loaded_with("impartiality.yaml", SAID, provides).findings:
            told.setdefault(finding.rule, []).append(finding)
        return told

    return findings


WHISTLE = "    provides: [whistleblowing-policy-named]\n"
DOCUMENTS = "documents:\n  policy:\n    title: Policy\n    address: https://www.example.gov.uk/p\n"


def test_a_claim_without_its_typed_fact_is_an_error_where_it_is_made(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    told = whole(DOCUMENTS, WHISTLE)
    (finding,) = told["unbacked-claim"]
    assert (finding.severity, finding.place.file, finding.place.line) == ("error", "impartiality.yaml", 6)
    assert "'whistleblowing-policy-named'); for that it needs a document that" in finding.message
    assert "not read for this catalogue" in finding.why
    assert "or take 'whistleblowing-policy-named' out of 'provides'" in finding.fix
    assert not [each for each in told["missing-provision"] if "whistleblowing-policy" in each.message]


def test_a_claim_in_vain_of_a_known_gap_only_warns_and_does_not_close_it(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    told = whole(DOCUMENTS + "gaps: [whistleblowing-policy-named]\n", WHISTLE)
    assert [each.severity for each in told["unbacked-claim"]] == ["warning"]
    assert len(told["known-gap"]) == 1 and "closed-gap" not in told


def test_a_fact_that_decides_is_asked_for_once_as_a_note(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    groups = [each for each in whole("")["unanswered-fact"] if "political-groups" in each.message]
    (note,) = groups
    assert (note.severity, note.place.line) == ("note", 4)
    assert "whether the council has political groups" in note.message
    assert "7 more provisions would be required: one-approver-for-group-meetings" in note.why
    assert note.fix == "Write 'political-groups: yes' or 'political-groups: no' under 'facts'."


def test_a_fact_that_says_yes_requires_and_one_that_says_no_does_not(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    told = whole("facts:\n  political-groups: yes\n  political-assistants: no\n")
    assert ["social-media-policy" in each.message for each in told["unanswered-fact"]] == [True]
    (missing,) = (each for each in told["missing-provision"] if "same-offer" in each.message)
    assert "required for profile 'principal' where the council has political groups" in missing.message
    assert not [each for each in told["missing-provision"] if "political-assistants" in each.message]


def test_what_a_later_catalogue_requires_is_a_warning_until_the_edition_is_raised(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    told = whole("catalogue: 1\n")
    new = [each for each in told["new-provision"] if "'closeness-has-limits'" in each.message]
    assert [(each.severity, each.place.line) for each in new] == [("warning", 11)]
    assert (
        "came with edition 2 of the catalogue, and protocol.yaml was compared with edition 1"
        in new[0].message
    )
    assert not [each for each in told["missing-provision"] if "'closeness-has-limits'" in each.message]


def test_authorities_of_several_classes_are_told_apart_and_what_was_read_is_said(
    whole: Callable[..., dict[str, list[Finding]]],
) -> None:
    reasons = {each.message.split("('")[1].split("'")[0]: each.why for each in whole("")["missing-provision"]}
    assert reasons["breach-by-a-member"].endswith("Rests on: Localism Act 2011 section 28(4) (statute).")
    beside = reasons["stands-beside-the-codes"]
    assert "LGA Model Councillor Code of Conduct 2020, which was not read" in beside
    assert beside.endswith("section 28(4) (breaches of the code), which was read (the strongest is statute).")
    assert "not read for this catalogue" not in beside
