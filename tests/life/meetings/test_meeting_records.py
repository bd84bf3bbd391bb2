"""Records of meetings are read strictly: what contradicts itself is told with its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.meetings.reading import meeting_name, meetings, read_meetings
from protobuild.model.source import ProtocolError
from small_council import write, write_project

COUNCIL = """\
body: Full Council
date: 2026-11-20
time: 18:30
place: Town Hall
step: adopted
paper: Council, November
minute: "23"
decisions:
  - change: C1
    outcome: refused
    minute: "23.4"
  - change: C2
    outcome: agreed as amended
    words:
      answer: Officers answer within 7 working days.
    note: Moved by the chair of the Standards Committee.
in_force: 2026-12-01
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def recorded(home: Home, text: str, name: str = "2026-11-20-council") -> list[str]:
    """Return what is wrong with a record, each fault with its line."""
    write(home.root, {f"meetings/{name}.yaml": text})
    return [f"{each.place.line}: {each.message}" for each in read_meetings(home).findings]


def test_a_meeting_is_read_as_it_was_recorded(home: Home) -> None:
    assert recorded(home, COUNCIL) == []
    (met,) = meetings(home)
    assert met.file == "meetings/2026-11-20-council.yaml"
    assert (met.record.body, met.record.minute, met.record.time) == ("Full Council", "23", "18:30")
    assert [(each.change, each.outcome) for each in met.record.decisions] == [
        ("C1", "refused"),
        ("C2", "agreed as amended"),
    ]
    assert met.record.decisions[1].words == {"answer": "Officers answer within 7 working days."}


def test_meetings_come_in_order_of_their_days(home: Home) -> None:
    recorded(home, COUNCIL)
    earlier = "body: Standards Committee\ndate: 2026-10-02\nstep: recommended\nrecommended_to: Full Council\n"
    recorded(home, earlier, "2026-10-02-standards-committee")
    assert [met.record.step for met in meetings(home)] == ["recommended", "adopted"]


def test_a_folder_without_meetings_has_none(home: Home) -> None:
    assert meetings(home) == ()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Full Council", "2026-11-20-council"),
        ("Audit & Standards Committee", "2026-11-20-audit-standards-committee"),
        ("The Full", "2026-11-20-the-full"),
        ("Cyngor", "2026-11-20-cyngor"),
        ("…", "2026-11-20-meeting"),
    ],
)
def test_a_meeting_is_called_by_its_day_and_body(body: str, name: str) -> None:
    assert meeting_name(body, dt.date(2026, 11, 20)) == name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("18:30", "half past six", "3: 'half past six' is not a time of day"),
        ("18:30", "25:00", "3: '25:00' is not a time of day"),
        ("in_force: 2026-12-01", "in_force: 2026-11-19", "17: the text cannot be in force from 2026-11-19"),
        (
            "minute:",
            "recommended_to: Cabinet\nminute:",
            "7: 'recommended_to' does not go with 'step: adopted'",
        ),
        ("step: adopted", "step: recommended", "17: 'in_force' does not go with 'step: recommended'"),
        ("step: adopted", "step: noted", "9: 'decisions' does not go with 'step: noted'"),
        ("paper: Council, November\n", "", "8: changes are decided by the names a paper gave them"),
        ("change: C1", "change: paragraph 4", "9: 'paragraph 4' is not the name of a change"),
        ("change: C2", "change: C1", "12: C1 is decided twice"),
        ("outcome: refused", "outcome: agreed as amended", "10: C1 was agreed as amended, and the words"),
        ("outcome: agreed as amended", "outcome: deferred", "15: there are amended words for C2"),
        ("outcome: refused", "outcome: rejected", "10: 'outcome' cannot be 'rejected'"),
        ("step: adopted", "step: approved", "5: 'step' cannot be 'approved'"),
        ("minute:", "minit:", "7: 'minit' is not a field"),
        ("date: 2026-11-20", "date: soon", "2: "),
    ],
)
def test_a_record_that_contradicts_itself_is_told_with_its_line(
    home: Home, old: str, new: str, said: str
) -> None:
    found = recorded(home, COUNCIL.replace(old, new, 1))
    assert any(each.startswith(said) for each in found), found
    with pytest.raises(ProtocolError):
        meetings(home)


def test_a_record_is_called_by_the_meeting_it_records(home: Home) -> None:
    (said,) = recorded(home, COUNCIL, "2026-11-21-council")
    assert said == "1: the file is named '2026-11-21-council', and records the meeting '2026-11-20-council'"


def test_every_fault_of_every_record_is_told_at_once(home: Home) -> None:
    recorded(home, COUNCIL.replace("18:30", "late").replace("change: C2", "change: C1"))
    found = recorded(home, "body: Cabinet\n", "2026-10-01-cabinet")
    assert len(found) == 4
