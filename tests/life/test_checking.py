"""What is kept beside a draft is checked against it: reasons, meetings and the papers they had."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from before_council import COMMITTEE, COUNCIL, adopt, propose, recommended
from protobuild.life.checking import all_findings
from protobuild.life.home import Home
from protobuild.life.opening import open_draft
from small_council import ADVICE, write

DECIDED = """\
decisions:
  - change: C2
    outcome: {}
"""
FASTER = "clauses: [answer]\nreason: Sooner.\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return recommended(tmp_path)


def rules(home: Home) -> list[str]:
    return [each.rule for each in all_findings(home, open_draft(home))]


def decided(home: Home, outcome: str) -> None:
    """Let the Council decide of the second change, and write the text that results."""
    write(
        home.root,
        {
            "changelog/next/advice-in-time.yaml": "clauses: [ask]\nreason: In time.\n",
            "changelog/next/faster.yaml": FASTER,
            "meetings/2026-11-20-council.yaml": COUNCIL + DECIDED.format(outcome),
            "protocol/advice.yaml": ADVICE.replace("should ask", "must ask"),
        },
    )


@pytest.mark.parametrize("outcome", ["refused", "deferred"])
def test_the_reason_for_what_a_meeting_did_not_agree_to_is_no_mistake(home: Home, outcome: str) -> None:
    decided(home, outcome)
    assert rules(home) == []


def test_the_reason_for_what_was_agreed_and_is_not_there_is_one(home: Home) -> None:
    decided(home, "agreed")
    assert rules(home) == ["no-change"]


def test_what_was_put_off_still_waits_after_the_adoption(home: Home) -> None:
    decided(home, "deferred")
    adopt(home)
    assert (home.changelog / "next" / "faster.yaml").exists()
    assert rules(home) == []


def test_a_meeting_before_its_paper_is_told(home: Home) -> None:
    assert rules(home) == []
    propose(home, "Late", dt.date(2026, 11, 14))
    name = "meetings/2026-11-12-standards-committee.yaml"
    write(home.root, {name: COMMITTEE.replace("Council, November", "late")})
    (found,) = all_findings(home, open_draft(home))
    assert (found.rule, found.place.file) == ("meeting-before-paper", name)
    assert found.message == "the meeting was on 12 November 2026, and “late” was issued on 14 November 2026"
