"""What was adopted is held against its record and its checksums."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.home import Home, find_home
from protobuild.life.lenient import read_adopted
from protobuild.life.proof import doubt, history_faults
from protobuild.life.versions import read_version
from protobuild.model.source import Severity
from small_council import ADVICE, RECORD, write, write_project

ROOT = Path(__file__).resolve().parents[2]
ADOPTED = "changelog/2026-01-20-council"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return find_home(write_project(tmp_path))


def told(home: Home) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.file) for finding in history_faults(home)]


def test_versions_as_adopted_have_no_faults(home: Home) -> None:
    assert history_faults(home) == ()
    assert doubt(read_version(home.root / ADOPTED)) == ""


def test_the_projects_own_versions_are_as_adopted() -> None:
    assert history_faults(find_home(ROOT)) == ()


def test_a_word_changed_in_an_adopted_version_is_told_with_the_file(home: Home) -> None:
    write(home.root, {f"{ADOPTED}/protocol/advice.yaml": ADVICE.replace("should ask", "may ask")})
    (finding,) = history_faults(home)
    assert finding.message == "this file was changed after the version was adopted"
    assert (finding.place.file, finding.severity) == (f"{ADOPTED}/protocol/advice.yaml", Severity.ERROR)
    assert doubt(read_version(home.root / ADOPTED)) == (
        "2026-01-20-council/protocol/advice.yaml: this file was changed after the version was adopted."
    )


def test_line_ends_of_another_system_are_no_change(home: Home) -> None:
    write(home.root, {f"{ADOPTED}/protocol/advice.yaml": ADVICE.replace("\n", "\r\n")})
    assert history_faults(home) == ()


def test_a_file_missing_or_added_is_told(home: Home) -> None:
    (home.root / ADOPTED / "protocol/advice.yaml").unlink()
    write(home.root, {f"{ADOPTED}/protocol/more.yaml": ADVICE, f"{ADOPTED}/.hidden": "x"})
    assert told(home) == [
        ("altered-version", f"{ADOPTED}/protocol/advice.yaml"),
        ("altered-version", f"{ADOPTED}/protocol/more.yaml"),
    ]
    assert doubt(read_version(home.root / ADOPTED)).endswith("is missing (and 1 more).")


def test_without_checksums_nobody_can_tell(home: Home) -> None:
    (home.root / ADOPTED / "SHA256SUMS").unlink()
    (finding,) = history_faults(home)
    assert (finding.rule, finding.severity) == ("no-checksums", Severity.WARNING)


def test_checksums_that_are_none_vouch_for_nothing(home: Home) -> None:
    write(home.root, {f"{ADOPTED}/SHA256SUMS": "nothing\n"})
    assert {rule for rule, _ in told(home)} == {"altered-version"}


def test_a_record_of_another_day_than_its_folders_is_told(home: Home) -> None:
    write(home.root, {f"{ADOPTED}/record.yaml": RECORD.replace("adopted: 2026-01-20", "adopted: 2026-01-21")})
    first, second = history_faults(home)
    assert (first.rule, second.rule) == ("adopted-otherwise", "altered-version")
    assert "named 2026-01-20" in first.message
    assert "21 January 2026" in first.message


def test_a_folder_without_its_record_is_told(home: Home) -> None:
    (home.root / ADOPTED / "record.yaml").unlink()
    assert told(home) == [("no-record", f"{ADOPTED}/record.yaml")]


def test_a_folder_that_is_no_version_needs_no_record(home: Home) -> None:
    write(home.root, {"changelog/drafts/notes.txt": "x", "changelog/readme.txt": "x"})
    assert history_faults(home) == ()


def test_reading_an_altered_version_says_so(home: Home) -> None:
    assert read_adopted(read_version(home.root / ADOPTED)).sides[0].doubt == ""
    write(home.root, {f"{ADOPTED}/protocol/advice.yaml": ADVICE.replace("should ask", "may ask")})
    said = read_adopted(read_version(home.root / ADOPTED)).sides[0].doubt
    assert "protocol/advice.yaml: this file was changed" in said
