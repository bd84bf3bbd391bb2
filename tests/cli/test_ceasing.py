"""`suspend` and `withdraw`: a meeting's decision that the text counts no more is kept beside the version."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from failing_disk import snapshot
from protobuild.life.schemas import schemas
from protobuild.store.yaml import read_yaml
from three_versions import three_versions

Type = Callable[..., Any]

VERSION = "changelog/2026-05-14-council"
BY = ("--body", "Full Council", "--minute", "12(b)")


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = three_versions(tmp_path / "council").root
    monkeypatch.chdir(folder)
    return folder


def test_a_suspension_is_recorded_and_told_from_then_on(council: Path, type_: Type) -> None:
    said = type_(
        *("suspend", *BY, "--from", "1 August 2026", "--until", "2026-08-31", "--para", "1.2"),
        *("--reason", "The offices were closed."),
    )
    sentence = (
        "Paragraph 1.2 was suspended from 1 August 2026 to 31 August 2026 (Full Council, minute 12(b)). "
        "Reason: The offices were closed."
    )
    assert (said.code, said.out) == (0, f"{sentence}\n")
    assert said.err == f"Recorded in {VERSION}/afterwards.yaml\n"
    assert sentence in " ".join(type_("asof", "2026-08-15", "--para", "1.2").out.split())
    assert sentence in " ".join(type_("log").out.split())
    assert type_("verify").code == 0


def test_a_withdrawal_is_for_good_and_entries_are_only_added(council: Path, type_: Type) -> None:
    assert type_("suspend", *BY, "--from", "2026-08-01", "--until", "2026-08-31").code == 0
    before = (council / VERSION / "afterwards.yaml").read_bytes()
    assert type_("withdraw", *BY, "--from", "2026-10-01").code == 0
    after = (council / VERSION / "afterwards.yaml").read_bytes()
    assert after.startswith(before)
    assert "No text was in force on 2 January 2027" in " ".join(type_("asof", "2027-01-02").out.split())
    assert type_("status", "--on", "2027-01-02").out.count("The text was withdrawn from 1 October 2026") == 1


def test_what_is_written_is_what_the_editor_takes(council: Path, type_: Type) -> None:
    from jsonschema import Draft202012Validator

    type_(
        "suspend", *BY, "--from", "2026-08-01", "--para", "2.2(a)", "--para", "ask", "--reason", "a: #b\n- c"
    )
    data = read_yaml("x", (council / VERSION / "afterwards.yaml").read_bytes()).data
    Draft202012Validator(json.loads(schemas()["afterwards.schema.json"])).validate(data)
    assert data[0]["clauses"] == ["in-public", "ask"]  # type: ignore[index]


def test_a_version_that_was_not_in_force_yet_is_named_by_its_adoption(council: Path, type_: Type) -> None:
    said = type_("withdraw", *BY, "--from", "2026-05-20", "--adopted", "2026-05-14")
    assert said.code == 0
    assert (council / VERSION / "afterwards.yaml").exists()
    answer = json.loads(type_("asof", "2026-07-01", "--format", "json").out)
    assert answer["version"]["folder"] == "2025-11-18-council"
    assert "never came into force" in answer["remarks"][0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("suspend", "--body", "Council", "--from", "2026-08-01"), "The minute of the decision is missing."),
        (("suspend", *BY), "The day is missing: --from."),
        (("suspend", *BY, "--from", "2026-08-01", "--until", "2026-07-01"), "It cannot end on 1 July 2026"),
        (("suspend", *BY, "--from", "soon"), "'soon' is not a day"),
        (("suspend", *BY, "--from", "2026-08-01", "--para", "9.9"), "There is no paragraph '9.9'."),
        (("suspend", *BY, "--from", "2026-08-01", "--para", "../x"), "There is no paragraph '../x'."),
        (("withdraw", *BY, "--from", "2020-08-01"), "No version was in force on 1 August 2020."),
        (("withdraw", *BY, "--from", "2026-08-01", "--adopted", "2020-01-01"), "No version was adopted on"),
        (("withdraw", "--from", "2026-08-01"), "--body"),
    ],
)
def test_what_is_missing_or_does_not_fit_is_said_and_nothing_is_written(
    council: Path, type_: Type, words: tuple[str, ...], said: str
) -> None:
    before = snapshot(council)
    answer = type_(*words)
    assert answer.code == 2
    assert said in answer.err
    assert "  fix: " in answer.err
    assert snapshot(council) == before


def test_the_same_decision_is_recorded_once(council: Path, type_: Type) -> None:
    words = ("withdraw", *BY, "--from", "2026-10-01")
    assert type_(*words).code == 0
    before = snapshot(council)
    said = type_(*words)
    assert (said.code, "That is on record already." in said.err) == (2, True)
    assert snapshot(council) == before


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(council: Path, type_: Type) -> None:
    before = snapshot(council)
    said = type_("withdraw", *BY, "--from", "2026-10-01", "--dry-run")
    assert said.code == 0
    assert f"  written  {VERSION}/afterwards.yaml" in said.out
    assert snapshot(council) == before
