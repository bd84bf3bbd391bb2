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
