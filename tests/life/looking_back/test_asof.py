"""What the text said on a day, by the day from which each version counts."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from more_versions import adopt_again
from protobuild.life.home import Home
from protobuild.life.looking_back.asof import Asked, text_as_of
from protobuild.life.meaning import meaning
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import AsOf
from small_council import write
from three_versions import three_versions

TODAY = dt.date(2026, 11, 22)
LATER = "body: Full Council\nadopted: 2026-09-01\nminute: '9'\nin_force: {}\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return three_versions(tmp_path)


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


def asof(home: Home, when: str, number: str = "", id: str = "") -> AsOf:
    return text_as_of(home, day(when), Asked(number, id), TODAY)


@pytest.mark.parametrize(
    ("when", "version"),
    [
        ("2025-02-01", "2025-01-21-council"),
        ("2025-11-17", "2025-01-21-council"),
        ("2025-11-18", "2025-11-18-council"),
        ("2026-05-14", "2025-11-18-council"),  # the day of the third adoption
        ("2026-05-31", "2025-11-18-council"),
        ("2026-06-01", "2026-05-14-council"),
        ("2099-01-01", "2026-05-14-council"),
    ],
)
def test_a_day_means_the_version_in_force_on_it(home: Home, when: str, version: str) -> None:
    assert asof(home, when).act.version == version


def test_a_provision_is_told_with_its_numbers_and_who_last_changed_it(home: Home) -> None:
    told = asof(home, "2025-12-01", "1.3")
    assert told.lines == ("1.3 Advice given to one member may be given to others.",)
    assert (told.id, told.number, told.number_today) == ("share", "1.3", "1.3")
    assert (told.act.body, told.act.minute) == ("Full Council", "41")
    assert told.act.meaning.startswith("meaning-1:")
    assert told.amended is not None
    assert told.amended.first


def test_the_number_of_the_day_is_not_that_of_today(home: Home) -> None:
    told = asof(home, "2025-03-01", "1.4")
    assert (told.id, told.number, told.number_today) == ("share", "1.4", "1.3")
    assert asof(home, "2025-03-01", "1.3").number_today is None  # it was left out since


def test_the_amending_change_is_the_last_that_touched_the_words(home: Home) -> None:
    told = asof(home, "2026-07-01", id="ask")
    assert told.amended is not None
    assert told.amended.act.version == "2025-11-18-council"
    assert [change.force for change in told.amended.changes] == [
        ("“should” becomes “must”: strengthened to a duty",)
    ]


def test_a_note_kept_with_the_version_gives_the_reason(home: Home) -> None:
    note = "clauses: [ask]\nreason: |\n  Advice taken too late helps nobody.\nproposer: Monitoring officer\n"
    write(home.changelog / "2025-11-18-council", {"notes/ask.yaml": note, "notes/broken.yaml": "- ["})
    (change,) = asof(home, "2026-07-01", id="ask").amended.changes  # type: ignore[union-attr]
    assert (change.reason, change.proposer) == ("Advice taken too late helps nobody.", "Monitoring officer")


def test_an_item_is_told_with_its_own_line(home: Home) -> None:
    told = asof(home, "2025-12-01", "2.1(b)")
    assert (told.lines, told.number, told.id) == (("2.1 (b) in private",), "2.1(b)", "in-private")


def test_before_the_record_begins_there_is_none(home: Home) -> None:
    with pytest.raises(UsageError, match="There is no record before 1 February 2025") as raised:
        asof(home, "2025-01-25")
    assert "adopted on 21 January 2025 by Full Council, had been adopted by then" in raised.value.message
    with pytest.raises(UsageError, match="Full Council, is in force from that day"):
        asof(home, "2024-12-31")


def test_a_version_adopted_and_not_yet_in_force_is_mentioned(home: Home) -> None:
    (said,) = asof(home, "2026-05-20").remarks
    assert said == (
        "The version adopted on 14 May 2026 by Full Council was not yet in force on 20 May 2026; "
        "it counts from 1 June 2026."
    )
    assert asof(home, "2026-06-01").remarks == ()


def test_a_version_superseded_before_it_came_into_force_never_counts(home: Home) -> None:
    first = LATER.format("2026-12-01").replace("2026-09-01", "2026-08-03")
    adopt_again(home, "2026-08-03-council", first, {"advice.yaml": ("5 working", "6 working")})
    adopt_again(home, "2026-09-01-council", LATER.format("2026-10-01"), {"advice.yaml": ("5 w", "7 w")})
    for when in ("2026-10-01", "2026-12-01", "2027-01-01"):
        assert "within 7 working days" in asof(home, when, "1.2").lines[0]
    (said,) = asof(home, "2026-12-01").remarks
    assert "was to be in force from 1 December 2026 and never was" in said
    assert "adopted on 1 September 2026 superseded it, and counts from an earlier day, 1 October 2026" in said


def test_a_version_that_will_be_superseded_first_is_not_said_to_count(home: Home) -> None:
    first = LATER.format("2026-12-01").replace("2026-09-01", "2026-08-03")
    adopt_again(home, "2026-08-03-council", first, {"advice.yaml": ("5 working", "6 working")})
    adopt_again(home, "2026-09-01-council", LATER.format("2026-10-01"), {"advice.yaml": ("5 w", "7 w")})
    (said,) = asof(home, "2026-08-15").remarks
    assert said == (
        "The version adopted on 3 August 2026 by Full Council was not yet in force on 15 August 2026; it was "
        "to count from 1 December 2026, and the version adopted on 1 September 2026 superseded it first."
    )


def test_a_version_withdrawn_before_it_came_into_force_never_counted(home: Home) -> None:
    adopt_again(home, "2026-09-01-council", LATER.format("2026-12-01"), {"advice.yaml": ("5 w", "7 w")})
    since = "- what: withdrawn\n  since: 2026-10-06\n  by: Full Council\n  minute: '12'\n"
    write(home.changelog / "2026-09-01-council", {"afterwards.yaml": since})
    told = asof(home, "2026-12-24", "1.2")
    assert told.in_force
    assert told.act.version == "2026-05-14-council"
    assert told.remarks == (
        "The version adopted on 1 September 2026 by Full Council never came into force. "
        "The text was withdrawn from 6 October 2026 (Full Council, minute 12).",
    )
    assert asof(home, "2026-08-31").remarks == ()


def test_of_two_versions_in_force_from_one_day_the_later_decision_stands(home: Home) -> None:
    adopt_again(home, "2026-09-01-council", LATER.format("2026-06-01"), {"advice.yaml": ("5 w", "7 w")})
    told = asof(home, "2026-10-01", "1.2")
    assert told.act.version == "2026-09-01-council"
    (said,) = told.remarks
    assert "superseded it, and counts from the same day, 1 June 2026" in said


def test_two_decisions_of_one_day_about_one_day_are_refused_naming_both(home: Home) -> None:
    record = "body: Cabinet\nadopted: 2026-05-14\nin_force: 2026-06-01\n"
    adopt_again(home, "2026-05-14-cabinet", record, {})
    with pytest.raises(UsageError, match="2026-05-14-cabinet and 2026-05-14-council"):
        asof(home, "2026-07-01")


def test_a_text_that_was_withdrawn_counts_no_more(home: Home) -> None:
    since = "- what: withdrawn\n  since: 2026-08-01\n  by: Full Council\n  minute: '12'\n"
    write(home.changelog / "2026-05-14-council", {"afterwards.yaml": since})
    assert asof(home, "2026-07-31").in_force
    told = asof(home, "2026-08-01", "1.2")
    assert not told.in_force
    assert told.remarks == (
        "The text was withdrawn from 1 August 2026 (Full Council, minute 12).",
        "No text was in force on 1 August 2026; these are the words that had been.",
    )
    assert told.lines[0].startswith("1.2 Officers answer")


def test_a_paragraph_that_was_suspended_says_so_and_the_others_do_not(home: Home) -> None:
    since = """\
- what: suspended
  since: 2026-08-01
  until: 2026-08-31
  by: Full Council
  clauses: [answer]
  reason: The offices were closed.
"""
    write(home.changelog / "2026-05-14-council", {"afterwards.yaml": since})
    told = asof(home, "2026-08-15", "1.2")
    assert not told.in_force
    assert told.remarks == (
        "Paragraph 1.2 was suspended from 1 August 2026 to 31 August 2026 (Full Council). "
        "Reason: The offices were closed.",
    )
    assert asof(home, "2026-08-15", "1.1").in_force
    assert asof(home, "2026-08-15", "1.1").remarks == ()
    whole = asof(home, "2026-08-15")
    assert whole.in_force
    assert len(whole.remarks) == 1
    assert asof(home, "2026-09-01", "1.2").in_force


def test_a_number_that_was_not_there_names_its_neighbours(home: Home) -> None:
    with pytest.raises(UsageError, match=r"There is no paragraph '1\.9'") as raised:
        asof(home, "2025-12-01", "1.9")
    assert raised.value.fix.startswith("Did you mean 1")


def test_an_id_of_another_version_is_told_where_it_is(home: Home) -> None:
    with pytest.raises(UsageError, match="no provision with the id 'late'") as raised:
        asof(home, "2025-12-01", id="late")
    assert "adopted on 14 May 2026: `protobuild history late`" in raised.value.fix
    with pytest.raises(UsageError, match="no provision with the id 'nowhere'"):
        asof(home, "2025-12-01", id="nowhere")


def test_without_any_version_there_is_nothing_to_look_back_on(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to look back on"):
        asof(Home(tmp_path, tmp_path / "protocol"), "2026-01-01")


@pytest.mark.parametrize("number", ["1.2", "1.3", "2.1", "2.2"])
def test_grep_gives_the_same_words_with_no_tool_of_ours(home: Home, number: str) -> None:
    text = home.changelog / "2025-11-18-council" / "text.txt"
    done = subprocess.run(["grep", f"^{number} ", text], capture_output=True, text=True, check=True)
    assert list(asof(home, "2025-12-01", number).lines) == done.stdout.splitlines()


def test_the_hash_is_that_of_the_text(home: Home) -> None:
    told = asof(home, "2025-12-01")
    assert told.act.meaning == meaning(told.outline)


def test_a_text_that_was_altered_is_told_with_its_doubt(home: Home) -> None:
    path = home.changelog / "2025-11-18-council" / "protocol" / "advice.yaml"
    path.write_text(path.read_text("utf-8").replace("10 working", "12 working"), "utf-8")
    assert "changed after the version was adopted" in asof(home, "2025-12-01").act.doubt
