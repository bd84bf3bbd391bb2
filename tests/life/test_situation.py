"""How a protocol stands on a day, and what became of its versions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from more_versions import adopt_again
from protobuild.life.afterwards import read_afterwards
from protobuild.life.home import Home, find_home
from protobuild.life.proof import history_faults
from protobuild.life.sides import find_text
from protobuild.life.situation import review_event, situation
from protobuild.life.versions import versions
from protobuild.model.source import ProtocolError, UsageError
from protobuild.publish.site.plan import plan
from small_council import MANIFEST, write, write_project
from three_versions import three_versions

DAY = dt.date(2026, 5, 20)
SUSPENDED = """\
- what: suspended
  since: 2025-03-01
  until: 2025-03-31
  by: Council
  clauses: [ask, gone]
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return three_versions(tmp_path)


def test_what_is_in_force_what_is_to_come_and_what_differs_are_told(home: Home) -> None:
    told = situation(home, DAY)
    assert told.in_force is not None
    assert told.in_force.version == "2025-11-18-council"
    assert told.to_come == ("14 May 2026, Full Council, minute 7; in force from 1 June 2026",)
    assert told.status == "draft"
    assert told.redlined is not None
    assert [change.force for change in told.redlined.changes] == [
        ("“5 working days” becomes “3 working days”",)
    ]


def test_what_will_never_come_into_force_is_not_to_come(home: Home) -> None:
    later = "body: Full Council\nadopted: 2026-05-19\nin_force: {}\n"
    adopt_again(home, "2026-05-19-council", later.format("2026-07-01"), {})
    (first, second) = situation(home, DAY).to_come
    assert (first[:11], second[:11]) == ("14 May 2026", "19 May 2026")
    withdrawn = "- what: withdrawn\n  since: 2026-05-20\n  by: Full Council\n"
    write(home.changelog / "2026-05-19-council", {"afterwards.yaml": withdrawn})
    assert [each[:11] for each in situation(home, DAY).to_come] == ["14 May 2026"]
    adopt_again(home, "2026-05-20-council", later.format("2026-05-21").replace("05-19", "05-20"), {})
    assert [each[:11] for each in situation(home, DAY).to_come] == ["20 May 2026"]


def test_before_the_first_adoption_nothing_is_in_force(tmp_path: Path) -> None:
    write(tmp_path, {"protocol/protocol.yaml": MANIFEST.format(status="draft").replace("  - conduct\n", "")})
    write(tmp_path, {"protocol/advice.yaml": "kind: other\nheading: A\nclauses:\n  - id: a\n    text: B.\n"})
    told = situation(find_home(tmp_path), DAY)
    assert (told.in_force, told.redlined, told.errors) == (None, None, 0)


def test_a_reason_given_for_a_change_stands_beside_it(tmp_path: Path) -> None:
    told = situation(find_home(write_project(tmp_path)), DAY)
    assert told.redlined is not None
    assert told.redlined.changes[0].reason == "Advice taken too late helps nobody."


def test_a_draft_with_errors_still_has_a_standing(home: Home) -> None:
    write(home.protocol, {"conduct.yaml": "kind: other\nheading: Conduct\nclauzes: []\n"})
    told = situation(home, DAY)
    assert told.errors
    assert told.in_force is not None


def test_a_review_is_told_with_how_it_stands(home: Home) -> None:
    path = home.protocol / "protocol.yaml"
    write(home.protocol, {"protocol.yaml": path.read_text("utf-8") + "review:\n  next: 2026-04\n"})
    told = situation(home, DAY)
    assert (told.review, told.review_due) == ("overdue", "2026-04")
    event = review_event(home, DAY)
    assert event is not None
    assert (event.first, event.last) == (dt.date(2026, 4, 1), dt.date(2026, 4, 30))


def test_without_a_day_for_the_review_there_is_no_event(home: Home) -> None:
    assert review_event(home, DAY) is None


def test_what_became_of_a_version_is_read_in_order(home: Home) -> None:
    version = versions(home)[0]
    assert read_afterwards(version) == ()
    since = (
        "- what: suspended\n  since: 2025-03-01\n  until: 2025-03-31\n  by: Council\n  clauses: [ask, gone]\n"
    )
    write(version.folder, {"afterwards.yaml": since})
    (event,) = read_afterwards(version)
    assert event.says({"ask": "1.1"}) == (
        "Paragraphs 1.1 and “gone” were suspended from 1 March 2025 to 31 March 2025 (Council)."
    )
    assert [
        event.touches(dt.date(2025, month, day)) for month, day in ((2, 28), (3, 1), (3, 31), (4, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]
    assert history_faults(home) == ()


def test_what_became_of_a_version_cannot_be_guessed(home: Home) -> None:
    version = versions(home)[0]
    write(version.folder, {"afterwards.yaml": "- what: forgotten\n  since: 2025-03-01\n"})
    with pytest.raises(ProtocolError):
        read_afterwards(version)
    found = history_faults(home)
    assert found
    assert {finding.place.file for finding in found} == {"changelog/2025-01-21-council/afterwards.yaml"}


def test_a_text_asked_for_by_a_day_says_that_it_was_suspended_then(home: Home) -> None:
    write(versions(home)[0].folder, {"afterwards.yaml": SUSPENDED})
    said = "But: Paragraphs “ask” and “gone” were suspended from 1 March 2025 to 31 March 2025 (Council)."
    assert find_text("2025-03-15", home).remark.endswith(said)
    assert "suspended" not in find_text("2025-04-15", home).remark


def test_a_text_that_was_withdrawn_is_not_published_as_the_one_in_force(home: Home) -> None:
    since = "- what: withdrawn\n  since: 2026-08-01\n  by: Full Council\n"
    write(home.changelog / "2026-05-14-council", {"afterwards.yaml": since})
    assert plan(home, dt.date(2026, 7, 31)).current.folder == "2026-05-14"
    with pytest.raises(UsageError, match="No text is in force on 1 August 2026"):
        plan(home, dt.date(2026, 8, 1))
