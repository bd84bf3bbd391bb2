"""`protobuild publish`, as a web officer types it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from protobuild.cli import publish
from three_versions import ADDRESS, three_versions

ON = ("publish", "--no-pdf", "--on", "2026-11-22")


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = three_versions(tmp_path / "council").root
    monkeypatch.chdir(folder)
    return folder


def test_the_site_is_made_and_says_where_to_begin(council: Path, type_: Callable[..., Any]) -> None:
    said = type_(*ON)
    assert said.code == 0
    assert said.out == ""
    assert "  site/2025-01-21/index.html\n" in said.err
    assert said.err.endswith("files written. Begin with site/READ-ME-FIRST.html\n")
    assert (council / "site" / "index.html").is_file()


def test_a_second_time_nothing_is_written(council: Path, type_: Callable[..., Any]) -> None:
    type_(*ON)
    assert type_(*ON).err == "The site is as it was: no file has changed.\n"


def test_what_has_not_changed_is_not_even_planned_again(
    council: Path, type_: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    type_(*ON)
    planned: list[object] = []
    plan = publish.plan
    monkeypatch.setattr(publish, "plan", lambda *given, **more: planned.append(given) or plan(*given, **more))
    type_(*ON)
    assert planned == []
    type_(*ON, "--fragment")
    (council / "site" / "index.html").write_bytes(b"")
    assert "changed by hand" in type_(*ON).err
    type_(*ON, "--draft", "--out", "drafts")
    type_(*ON, "--draft", "--out", "drafts")
    assert len(planned) == 4


def test_what_is_doubted_is_said_every_time(council: Path, type_: Callable[..., Any]) -> None:
    early = ("publish", "--no-pdf", "--on", "2025-01-22")
    type_(*early)
    assert "warning: No version is in force on that day" in type_(*early).err


def test_files_of_an_earlier_site_are_removed_and_named(council: Path, type_: Callable[..., Any]) -> None:
    type_(*ON, "--out", "web", "--draft")
    said = type_(*ON, "--out", "web")
    assert "web/draft/index.html was of an earlier site, and was removed.\n" in said.err
    assert not (council / "web" / "draft").exists()


def test_check_lists_what_differs_and_writes_nothing(council: Path, type_: Callable[..., Any]) -> None:
    type_("publish", "--no-pdf", "--on", "2026-05-20", "--out", "old")
    before = sorted(council.rglob("*"))
    said = type_(*ON, "--check", "old")
    assert said.code == 0
    rows = said.out.splitlines()
    assert "changed  index.html" in rows
    assert "changed  2025-11-18/index.html" in rows
    assert not [row for row in rows if row.startswith(("added", "removed"))]
    assert sorted(council.rglob("*")) == before


def test_check_fails_where_an_address_would_be_lost(council: Path, type_: Callable[..., Any]) -> None:
    type_(*ON, "--out", "old")
    (council / "old" / "2024-05-01").mkdir()
    (council / "old" / "2024-05-01" / "index.html").write_text("<p>older</p>")
    said = type_(*ON, "--check", "old")
    assert said.code == 1
    assert said.out == "removed  2024-05-01/index.html\n"
    assert "error: 2024-05-01/index.html would no longer be there" in said.err
    assert "  fix: " in said.err


def test_check_says_when_nothing_differs(council: Path, type_: Callable[..., Any]) -> None:
    type_(*ON, "--out", "old")
    said = type_(*ON, "--check", "old")
    assert (said.code, said.out) == (0, "Nothing differs.\n")


def test_record_keeps_the_checksums_beside_each_version(council: Path, type_: Callable[..., Any]) -> None:
    said = type_(*ON, "--record")
    assert "Recorded in changelog/2026-05-14-council/published.yaml\n" in said.err
    kept = (council / "changelog" / "2026-05-14-council" / "published.yaml").read_text("utf-8")
    digest = hashlib.sha256((council / "site" / "index.html").read_bytes()).hexdigest()
    assert f'    "index.html": {digest}\n' in kept
    assert f'  address: "{ADDRESS}/"\n' in kept
    assert type_("check").code == 0
    again = type_("publish", "--no-pdf", "--on", "2026-12-01", "--record")
    assert "Nothing to record: what was published last is the same.\n" in again.err


def test_a_folder_of_somebody_else_is_refused(council: Path, type_: Callable[..., Any]) -> None:
    said = type_(*ON, "--out", "protocol")
    assert said.code == 2
    assert "holds something that is not a site made by protobuild" in said.err


@pytest.mark.parametrize(
    ("day", "says"), [("soon", "'soon' is not a day"), ("31/02/2026", "not a day in the calendar")]
)
def test_what_is_no_day_is_refused(council: Path, type_: Callable[..., Any], day: str, says: str) -> None:
    said = type_("publish", "--on", day)
    assert said.code == 2
    assert says in said.err


def test_before_the_first_version_is_in_force_that_is_said(council: Path, type_: Callable[..., Any]) -> None:
    said = type_("publish", "--no-pdf", "--on", "2025-01-22")
    assert said.code == 0
    assert (
        "warning: No version is in force on that day; the first is in force from 1 February 2025." in said.err
    )


def test_without_a_day_the_site_is_that_of_today(council: Path, type_: Callable[..., Any]) -> None:
    type_("publish", "--no-pdf", "--out", "today")
    type_("publish", "--no-pdf", "--on", "2099-01-01", "--out", "later")
    today, later = (council / name / "index.html" for name in ("today", "later"))
    assert today.read_bytes() == later.read_bytes()


def test_a_version_without_checksums_is_published_with_a_warning(
    council: Path, type_: Callable[..., Any]
) -> None:
    (council / "changelog" / "2025-01-21-council" / "SHA256SUMS").unlink()
    said = type_(*ON)
    assert said.code == 0
    assert said.err.startswith("warning: 2025-01-21-council/SHA256SUMS: there is no SHA256SUMS")
