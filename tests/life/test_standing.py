"""A working copy is a draft until its text was adopted, whatever it calls itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.opening import open_draft, open_leniently
from protobuild.life.sides import working_copy
from small_council import ADVICE, MANIFEST, write, write_project


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def call(home: Home, status: str, advice: str = "") -> Home:
    """Write the draft's status, and its words where they are given."""
    files = {"protocol.yaml": MANIFEST.format(status=status)} | ({"advice.yaml": advice} if advice else {})
    write(home.protocol, files)
    return home


@pytest.mark.parametrize("status", ["in force", "adopted"])
def test_a_draft_that_calls_itself_adopted_is_told_and_shown_as_a_draft(home: Home, status: str) -> None:
    opened = open_draft(call(home, status))
    (finding,) = opened.findings
    assert (finding.rule, finding.severity) == ("not-adopted", "warning")
    assert (finding.place.file, finding.place.line) == ("protocol/protocol.yaml", 4)
    assert finding.excerpt == f"status: {status}"
    for outline in (opened.outline, open_leniently(home)[1], working_copy(home).outline):
        assert outline is not None
        assert (outline.cover.status, outline.sides[0].label) == ("draft", "Draft")


def test_a_working_copy_with_the_words_of_an_adopted_version_keeps_its_status(home: Home) -> None:
    opened = open_draft(call(home, "in force", ADVICE))
    assert opened.findings == ()
    assert opened.outline is not None
    assert (opened.outline.cover.status, opened.outline.sides[0].label) == ("in force", "In force")


@pytest.mark.parametrize("folder", ["", "protocol"])
def test_an_adopted_version_opened_in_its_own_folder_is_no_draft(home: Home, folder: str) -> None:
    assert open_draft(find_home(home.changelog / "2026-01-20-council" / folder)).findings == ()


@pytest.mark.parametrize("status", ["draft", "proposed", "recommended"])
def test_a_status_that_claims_no_decision_is_let_be(home: Home, status: str) -> None:
    opened = open_draft(call(home, status))
    assert opened.findings == ()
    assert opened.outline is not None
    assert opened.outline.cover.status == status


def test_a_record_that_cannot_be_read_proves_nothing(home: Home) -> None:
    write(home.root, {"changelog/2026-01-20-council/record.yaml": "body: Full Council\n"})
    assert [finding.rule for finding in open_draft(call(home, "in force", ADVICE)).findings] == [
        "not-adopted"
    ]
