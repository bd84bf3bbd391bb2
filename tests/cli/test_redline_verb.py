"""`protobuild redline`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import DRAFT_ADVICE, NOTE, commit_all, write

Type = Callable[..., object]

OLD = "# Protocol\n\n## 1. Advice\n\n1.1 Members should ask for advice before they decide.\n"
NEW = OLD.replace("should", "must")
NEWER = NEW.replace("before they decide", "in good time")


def test_the_draft_is_compared_with_the_version_adopted_last(project: Path, type_: Type) -> None:
    said = type_("redline", "--to", "text", "--to", "html")
    assert said.code == 0
    assert said.err.startswith("2 changes to decide")
    text = (project / "build" / "redline.txt").read_text("utf-8")
    assert "[-should-] [+must+]" in text
    assert "Adopted 20 January 2026" in text
    assert "Advice taken too late helps nobody." in (project / "build" / "redline.html").read_text("utf-8")


def test_two_files_in_and_a_redline_out(tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"old.md": OLD, "new.txt": NEW.replace("#", "").strip()}))
    write(tmp_path, {"new.md": NEW})
    assert type_("redline", "old.md", "new.md", "--to", "text").code == 0
    assert "[-should-] [+must+]" in (tmp_path / "build" / "redline-old-to-new.txt").read_text("utf-8")
    assert (tmp_path / "old.md").read_text("utf-8") == OLD
    assert {path.name for path in tmp_path.iterdir()} == {"old.md", "new.md", "new.txt", "build"}


def test_a_third_text_is_a_second_round(tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"a.md": OLD, "b.md": NEW, "c.md": NEWER}))
    said = type_("redline", "a.md", "b.md", "c.md", "--to", "json")
    assert said.code == 0
    assert said.err.startswith("2 changes to decide")
    assert '"c.md"' in (tmp_path / "build" / "redline-a-to-b-to-c.json").read_text("utf-8")


def test_one_named_text_is_the_old_one(project: Path, type_: Type) -> None:
    write(project, {"older.md": OLD})
    assert type_("redline", "older.md", "--to", "text").code == 0
    text = (project / "build" / "redline-older.txt").read_text("utf-8")
    assert text.index("older.md") < text.index("Draft")


def test_one_file_without_a_protocol_asks_for_the_second(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"a.txt": OLD}))
    said = type_("redline", "a.txt")
    assert said.code == 2
    assert "Name the second text too: protobuild redline a.txt new.md" in said.err


def test_a_day_between_versions_means_the_text_in_force_then(project: Path, type_: Type) -> None:
    said = type_("redline", "1 June 2026", "--to", "text")
    assert said.code == 0
    assert "The text in force on 1 June 2026: adopted on 20 January 2026" in said.err
    assert "Adopted 20 January 2026" in (project / "build" / "redline-2026-06-01.txt").read_text("utf-8")


def test_two_folders_are_called_by_their_names(project: Path, type_: Type) -> None:
    shutil.copytree(project / "protocol", project / "imported")
    assert type_("redline", "imported", "--to", "html").code == 0
    page = (project / "build" / "redline-imported.html").read_text("utf-8")
    assert ">Old text:</strong> imported" in page
    assert ">New text:</strong> Draft" in page


def test_an_earlier_text_may_be_the_old_side(project: Path, type_: Type) -> None:
    commit_all(project)
    write(project, {"protocol/advice.yaml": DRAFT_ADVICE.replace("must ask", "may ask")})
    assert type_("redline", "HEAD", "--to", "text").code == 0
    assert "[-must-] [+may+]" in (project / "build" / "redline-head.txt").read_text("utf-8")


def test_an_empty_folder_is_said_to_hold_no_protocol(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = type_("redline")
    assert said.code == 2
    assert "There is no protocol in '.'" in said.err


def test_equal_texts_are_said_to_be_equal(project: Path, type_: Type) -> None:
    said = type_("redline", "2026-01-20", "2026-01-20", "--to", "text")
    assert (said.code, said.err) == (0, "The texts say the same.\n")


def test_texts_with_nothing_in_common_are_called_so(
    tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = (
        "# Tariff\n\n## 1. Charges\n\n1.1 Bulky waste costs forty pounds each collection, paid beforehand.\n"
    )
    monkeypatch.chdir(write(tmp_path, {"old.md": OLD, "new.md": other}))
    said = type_("redline", "old.md", "new.md", "--to", "text")
    assert said.code == 0
    assert "too little in common" in said.err


def test_a_fault_in_a_reason_stops_the_redline(project: Path, type_: Type) -> None:
    write(project, {"changelog/next/advice-in-time.yaml": NOTE.replace("reason", "raison")})
    said = type_("redline", "--to", "text")
    assert said.code == 1
    assert "changelog/next/advice-in-time.yaml:2:1: error:" in said.err
    assert not (project / "build").exists()


def test_readers_never_meet_the_words_of_the_machinery(project: Path, type_: Type) -> None:
    commit_all(project)
    said = type_("redline", "HEAD", "--to", "html", "--to", "text")
    made = "".join(path.read_text("utf-8") for path in (project / "build").glob("redline-head.*"))
    shown = (said.out + said.err + made).replace("redline-head", "")
    for word in ("HEAD", "commit", "branch", "Python", "YAML", "pydantic"):
        assert word not in shown


def test_changes_only_leaves_out_the_rest_and_says_so(project: Path, type_: Type) -> None:
    said = type_("redline", "--changes-only", "--to", "text", "--to", "html", "--to", "json")
    assert said.code == 0
    text = (project / "build" / "redline-changes-only.txt").read_text("utf-8")
    assert "[-should-] [+must+]" in text
    assert "{Section 2 unchanged}" in text
    assert "gifts" not in text.partition("Where every paragraph went")[0]
    data = (project / "build" / "redline-changes-only.json").read_text("utf-8")
    assert "gifts" in data  # both texts must be in it
    index = (project / "build" / "index.html").read_text("utf-8")
    assert "”, changes only</a>" in index


def test_the_two_texts_can_stand_side_by_side(project: Path, type_: Type) -> None:
    assert type_("redline", "--side-by-side", "--to", "html").code == 0
    page = (project / "build" / "redline-side-by-side.html").read_text("utf-8")
    assert "Old text: Adopted 20 January 2026</th>" in page
    assert "”, side by side</a>" in (project / "build" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        (("--to", "text"), "Leave out --side-by-side, or --to text."),
        (("--to", "html", "--to", "json"), "Leave out --side-by-side, or --to json."),
        (("--large-print",), "Leave out --side-by-side, or --large-print."),
        (("--show",), "Leave out --side-by-side, or --show."),
    ],
)
def test_text_cannot_stand_side_by_side(project: Path, type_: Type, words: tuple[str, ...], fix: str) -> None:
    said = type_("redline", "--side-by-side", *words)
    assert said.code == 2
    assert f"  fix: {fix}" in said.err
    assert not (project / "build").exists()


def test_a_redline_can_be_read_in_the_terminal_and_no_file_is_written(project: Path, type_: Type) -> None:
    said = type_("redline", "--show")
    assert said.code == 0
    assert "[-should-] [+must+]" in said.out
    assert "\x1b" not in said.out
    assert not (project / "build").exists()


def test_colour_can_be_asked_for_and_the_brackets_stay(project: Path, type_: Type) -> None:
    said = type_("redline", "--show", "--colour", "--to", "text")
    assert "\x1b[9;31m[-should-]\x1b[0m" in said.out
    assert "\x1b" not in (project / "build" / "redline.txt").read_text("utf-8")


@pytest.mark.parametrize(("plain", "coloured"), [("", True), ("1", False)])
def test_a_terminal_is_told_in_colour_unless_its_owner_wants_none(
    project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, plain: str, coloured: bool
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", plain)
    assert ("\x1b" in type_("redline", "--show").out) is coloured
    assert "\x1b" not in type_("redline", "--show", "--no-colour").out


def test_a_narrow_terminal_gets_short_lines(
    project: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    lines = type_("redline", "--show", "--no-colour").out.splitlines()
    assert 30 < max(map(len, lines)) <= 40
