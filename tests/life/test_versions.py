"""Adopted versions, as kept in changelog/."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from protobuild.life.derive import derived
from protobuild.life.home import Home, find_home
from protobuild.life.lenient import read_adopted
from protobuild.life.notes import read_notes
from protobuild.life.versions import adopted_on, last_adopted, read_version, standing_on, versions
from protobuild.model.source import ProtobuildError, ProtocolError, UsageError
from small_council import RECORD, write, write_project

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def test_versions_come_in_order_of_adoption(home: Home) -> None:
    write(home.root, {"changelog/2025-03-01-council/record.yaml": RECORD.replace("2026-01-20", "2025-03-01")})
    assert [version.record.adopted.year for version in versions(home)] == [2025, 2026]
    assert last_adopted(home) == versions(home)[-1]


def test_a_record_says_who_decided_and_from_when_it_counts(home: Home) -> None:
    version = adopted_on(home, dt.date(2026, 1, 20))
    assert version.name == "20 January 2026 (Full Council)"
    assert version.record.minute == "14"
    assert version.record.counts_from == dt.date(2026, 2, 1)


def test_a_project_without_history_has_no_version(tmp_path: Path) -> None:
    assert last_adopted(Home(tmp_path, tmp_path / "protocol")) is None


def test_an_unknown_date_names_the_dates_there_are(home: Home) -> None:
    with pytest.raises(UsageError, match="No version was adopted on 21 January 2026") as raised:
        adopted_on(home, dt.date(2026, 1, 21))
    assert raised.value.fix == "Adopted versions: 2026-01-20 (Full Council)."


def test_two_texts_adopted_on_one_day_are_refused_naming_both(home: Home) -> None:
    write(home.root, {"changelog/2026-01-20-cabinet/record.yaml": RECORD.replace("Full Council", "Cabinet")})
    with pytest.raises(UsageError, match="2026-01-20-cabinet and 2026-01-20-council"):
        adopted_on(home, dt.date(2026, 1, 20))


LATER = RECORD.replace("2026-01-20", "2026-05-12").replace("2026-02-01", "2026-05-18")


@pytest.mark.parametrize(
    ("day", "folder"),
    [
        (dt.date(2026, 1, 20), "2026-01-20-council"),
        (dt.date(2026, 2, 1), "2026-01-20-council"),
        (dt.date(2026, 5, 11), "2026-01-20-council"),
        (dt.date(2026, 5, 12), "2026-05-12-council"),
        (dt.date(2026, 5, 13), "2026-01-20-council"),
        (dt.date(2026, 5, 18), "2026-05-12-council"),
        (dt.date(2030, 1, 1), "2026-05-12-council"),
    ],
)
def test_a_day_means_the_version_adopted_on_it_or_else_the_one_in_force(
    home: Home, day: dt.date, folder: str
) -> None:
    write(home.root, {"changelog/2026-05-12-council/record.yaml": LATER})
    assert standing_on(home, day).folder.name == folder


@pytest.mark.parametrize("day", [dt.date(2025, 12, 31), dt.date(2026, 1, 31)])
def test_before_the_first_version_was_in_force_there_is_no_record(home: Home, day: dt.date) -> None:
    with pytest.raises(UsageError, match="There is no record of") as raised:
        standing_on(home, day)
    assert "adopted on 20 January 2026 and in force from 1 February 2026" in raised.value.message


def test_a_project_without_history_has_no_record_of_any_day(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no record of 1 June 2026") as raised:
        standing_on(Home(tmp_path, tmp_path / "protocol"), dt.date(2026, 6, 1))
    assert raised.value.fix == "No version has been adopted yet."


def test_two_texts_of_one_day_both_in_force_are_refused_naming_both(home: Home) -> None:
    write(home.root, {"changelog/2026-01-20-cabinet/record.yaml": RECORD.replace("Full Council", "Cabinet")})
    with pytest.raises(UsageError, match="2026-01-20-cabinet and 2026-01-20-council"):
        standing_on(home, dt.date(2026, 3, 1))


def test_a_record_with_a_fault_is_named_with_its_line(home: Home) -> None:
    folder = home.changelog / "2026-01-20-council"
    write(folder, {"record.yaml": RECORD.replace("minute", "minit")})
    with pytest.raises(ProtocolError) as raised:
        read_version(folder)
    (finding,) = raised.value.findings
    assert (finding.place.file, finding.place.line) == ("2026-01-20-council/record.yaml", 3)
    assert finding.excerpt == 'minit: "14"'


def test_the_numbers_of_an_adopted_version_are_those_printed(home: Home) -> None:
    version = read_version(home.changelog / "2026-01-20-council")
    write(version.folder, {"numbers.yaml": 'advice: "7"\nask: "7.3"\n'})
    entries = {entry.id: entry for entry in read_adopted(version).entries}
    assert "".join(run.text for run in entries["ask"].num) == "7.3"
    assert entries["answer"].num == ()


def test_an_adopted_text_says_who_adopted_it(home: Home) -> None:
    outline = read_adopted(read_version(home.changelog / "2026-01-20-council"))
    assert outline.sides[0].label == "Adopted 20 January 2026"
    assert outline.sides[0].note == "Full Council, minute 14"
    assert (outline.cover.body, outline.cover.in_force) == ("Full Council", dt.date(2026, 2, 1))


def test_derived_files_answer_without_any_tool(home: Home) -> None:
    files = derived(read_version(home.changelog / "2026-01-20-council"))
    assert b"\n1.2 Officers answer within 10 working days.\n" in files["text.txt"]
    assert b'answer: "1.2"\n' in files["numbers.yaml"]
    sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums["text.txt"] == hashlib.sha256(files["text.txt"]).hexdigest()
    assert set(sums) == {
        "numbers.yaml",
        "text.txt",
        "record.yaml",
        "protocol/protocol.yaml",
        "protocol/advice.yaml",
        "protocol/conduct.yaml",
    }


@pytest.mark.parametrize(
    "folder", sorted((ROOT / "changelog").glob("*/record.yaml")), ids=lambda p: p.parent.name
)
def test_the_projects_own_versions_have_fresh_derived_files(folder: Path) -> None:
    version = read_version(folder.parent)
    for name, data in derived(version).items():
        assert (version.folder / name).read_bytes() == data, f"{name} is stale: python tools/derive.py"


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ("advice: '1'\nadvice: '2'\n", "written twice"),
        ("- advice\n", "number in each line"),
        (None, "a folder"),
    ],
)
def test_numbers_once_printed_are_never_guessed(home: Home, numbers: str | None, why: str) -> None:
    version = adopted_on(home, dt.date(2026, 1, 20))
    path = version.folder / "numbers.yaml"
    path.unlink(missing_ok=True)
    path.mkdir() if numbers is None else path.write_text(numbers)
    with pytest.raises(ProtobuildError) as raised:
        read_adopted(version)
    said = [finding.message for finding in getattr(raised.value, "findings", ())]
    assert why in " ".join([raised.value.message, *said])


def test_a_folder_in_the_place_of_a_record_or_a_note_is_said(home: Home) -> None:
    (home.changelog / "next" / "why.yaml").mkdir(parents=True)
    with pytest.raises(ProtobuildError, match=r"changelog/next/why\.yaml"):
        read_notes(home)
    (home.changelog / "2026-03-01-council" / "record.yaml").mkdir(parents=True)
    with pytest.raises(ProtobuildError, match=r"2026-03-01-council/record\.yaml"):
        versions(home)


def test_a_hidden_copy_of_a_version_is_not_a_version(home: Home) -> None:
    write(home.root, {"changelog/.2026-01-20-council/record.yaml": RECORD})
    assert adopted_on(home, dt.date(2026, 1, 20)).folder.name == "2026-01-20-council"
