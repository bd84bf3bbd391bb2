"""The story of one provision, of every version, and of every paragraph."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from more_versions import adopt_again
from protobuild.life.home import Home
from protobuild.life.looking_back.amended import blame
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.log import log_of
from protobuild.life.looking_back.past import past_of
from protobuild.model.outline import Outline
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import Did, History
from protobuild.render.text import write_text
from three_versions import three_versions

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return three_versions(tmp_path)


def story(home: Home, wanted: str, when: str = "2026-11-22") -> History:
    return history_of(past_of(home), wanted, dt.date.fromisoformat(when))


def did(told: History) -> list[Did]:
    return [step.did for step in told.steps]


def text(outline: Outline | None) -> str:
    assert outline is not None
    return write_text(outline).strip()


def test_each_version_is_a_small_redline_with_who_and_why(home: Home) -> None:
    told = story(home, "1.2")
    assert (told.id, told.number) == ("answer", "1.2")
    assert did(told) == [Did.CHANGED, Did.NOTHING, Did.FIRST]
    assert text(told.steps[0].redline).startswith("1.2 Officers answer within [-10-] [+5+] working days.")
    assert [change.name for change in told.steps[0].changes] == ["C1"]
    assert told.steps[0].act.minute == "7"
    assert "[" not in text(told.steps[1].redline)


def test_a_number_is_todays_or_that_of_the_day_named(home: Home) -> None:
    assert story(home, "1.3").id == "share"
    assert story(home, "1.3", "2025-03-01").id == "busy"


def test_a_provision_that_was_left_out_is_told_by_its_id(home: Home) -> None:
    told = story(home, "busy")
    assert told.number == ""
    assert did(told) == [Did.ABSENT, Did.ENDED, Did.FIRST]
    assert told.steps[1].number == "1.3"
    assert text(told.steps[1].redline).startswith("[-1.3-] [-An officer who cannot answer")


def test_a_provision_that_is_new_has_no_earlier_story(home: Home) -> None:
    assert did(story(home, "late")) == [Did.BEGAN, Did.ABSENT, Did.ABSENT]


def test_a_number_alone_is_no_change_of_words(home: Home) -> None:
    step = story(home, "share").steps[1]
    assert (step.did, step.before, step.number) == (Did.RENUMBERED, "1.4", "1.3")
    assert step.changes == ()


def test_a_move_is_shown_at_both_its_places(home: Home) -> None:
    step = story(home, "gifts").steps[0]
    assert (step.did, step.before, step.number) == (Did.CHANGED, "2.2", "2.1")
    assert "moved from paragraph 2.2" in text(step.redline)


def test_an_item_has_a_story_of_its_own(home: Home) -> None:
    changes = {"conduct.yaml": ("in private", "in private and in writing")}
    record = "body: Full Council\nadopted: 2026-09-01\n"
    adopt_again(home, "2026-09-01-council", record, changes)
    assert did(story(home, "in-private"))[0] is Did.CHANGED
    assert did(story(home, "in-public"))[0] is Did.NOTHING
    assert did(story(home, "2.2"))[0] is Did.CHANGED  # the paragraph they belong to


def test_a_provision_whose_id_changed_is_followed_by_its_words(home: Home) -> None:
    changes = {"advice.yaml": ("id: share", "id: sharing-advice")}
    adopt_again(home, "2026-09-01-council", "body: Full Council\nadopted: 2026-09-01\n", changes)
    told = story(home, "sharing-advice")
    assert did(told) == [Did.NOTHING, Did.NOTHING, Did.RENUMBERED, Did.FIRST]
    assert did(story(home, "share", "2026-06-01")) == did(told)


def test_an_unknown_provision_is_refused(home: Home) -> None:
    with pytest.raises(UsageError, match=r"no paragraph '9\.9'"):
        story(home, "9.9")


def test_the_log_tells_of_every_version_the_latest_first(home: Home) -> None:
    log = log_of(home)
    assert [row.act.version[:10] for row in log.rows] == ["2026-05-14", "2025-11-18", "2025-01-21"]
    assert [len(row.redlined.changes) if row.redlined else None for row in log.rows] == [3, 3, None]


def test_every_paragraph_has_the_version_that_last_changed_it(home: Home) -> None:
    rows = {row.id: row for row in blame(past_of(home), 2).rows}
    last = {id: row.amended.act.version[:10] for id, row in rows.items()}
    assert last["ask"] == "2025-11-18"
    assert last["answer"] == last["late"] == last["gifts"] == "2026-05-14"
    assert last["share"] == last["respect"] == "2025-01-21"
    assert rows["advice"].heading
    assert last["advice"] == "2025-01-21"  # its heading, not what stands under it
    assert rows["share"].amended.first
    assert not rows["ask"].amended.first
