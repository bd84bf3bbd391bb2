"""`protobuild new`: a folder ready to use, whole or not at all."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from protobuild.model.source import UsageError
from protobuild.publish import formats, whole_folder
from protobuild.publish.whole_folder import write_folder

Type = Callable[..., object]

NAME = ("--council", "Westfold Borough Council")
LOCAL = ("--council", "Little Hobb Parish Council", "--principal-council", "Shire District Council")
CONFIG = "[user]\n\tname = Clerk\n\temail = clerk@example.gov.uk\n"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place to work in, and git set up as a clerk who has a name."""
    own = tmp_path / "home"
    own.mkdir()
    (own / ".gitconfig").write_text(CONFIG, "utf-8")
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("words", [NAME, LOCAL], ids=["principal", "local"])
def test_a_scripted_run_gives_a_clean_check_and_a_pdf_without_a_bracket(
    place: Path, type_: Type, words: tuple[str, ...]
) -> None:
    from pypdf import PdfReader

    assert type_("new", "ours", *words, "--yes").code == 0
    said = type_("-C", "ours", "check", "--strict")
    assert (said.code, "error:" in said.out, "warning:" in said.out) == (0, False, False)
    assert type_("-C", "ours", "build").code == 0
    pages = PdfReader(place / "ours" / "build" / "protocol.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert words[1] in text
    assert len(text) > 20_000
    assert "[" not in text


@pytest.mark.parametrize(("words", "recommended"), [(NAME, True), (LOCAL, False)], ids=["principal", "local"])
def test_a_new_folder_comes_to_its_adoption_as_its_read_me_says(
    place: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], recommended: bool
) -> None:
    type_("new", "ours", *words, "--address", "https://www.example.gov.uk/protocol", "--yes")
    ours, today = place / "ours", dt.datetime.now().astimezone().date().isoformat()
    begun = git(ours, "rev-parse", "HEAD")
    assert type_("-C", "ours", "propose", "The first paper").code == 0
    if recommended:
        example = (ours / "meetings" / "README.md").read_text("utf-8").partition("```yaml\n")[2]
        record = example.partition("```")[0].replace("2026-11-03", today)
        (ours / "meetings" / f"{today}-standards-committee.yaml").write_text(record, "utf-8")
    said = type_("-C", "ours", "adopt", "--body", "Full Council", "--on", today, "--minute", "23")
    assert said.code == 0, said.err
    assert git(ours, "status", "--porcelain") == ""
    for name, value in {"GITLAB_CI": "1", "CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("CI_COMMIT_BEFORE_SHA", begun)
    monkeypatch.setattr(formats, "make_pdf", lambda page, *look: b"%PDF")
    assert type_("-C", "ours", "ci", "--out", "made").code == 0
    page = (ours / "made" / "site" / "index.html").read_text("utf-8")
    assert words[1] in page
    assert "[[" not in page


def test_the_history_begins_with_everything_and_the_clerks_name(place: Path, type_: Type) -> None:
    before = (place.parent / "home" / ".gitconfig").read_text("utf-8")
    said = type_("new", "ours", *NAME, "--yes")
    folder = place / "ours"
    assert "ours/README.md" in said.err
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "--format=%an <%ae> %s") == (
        "Clerk <clerk@example.gov.uk> Begin the protocol from the model text"
    )
    assert git(folder, "branch", "--show-current") == "main"
    assert "protobuild textconv" in git(folder, "config", "--local", "diff.protobuild.textconv")
    assert (place.parent / "home" / ".gitconfig").read_text("utf-8") == before


def test_a_comparison_shows_lines_where_protobuild_is_not_on_the_path(place: Path, type_: Type) -> None:
    type_("new", "ours", *NAME, "--yes")
    file = place / "ours" / "protocol" / "media.yaml"
    file.write_text(file.read_text("utf-8").replace("heading: ", "heading: New "), "utf-8")
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(place.parent / "home")}
    done = subprocess.run(
        ["git", "diff"], cwd=place / "ours", env=bare, capture_output=True, text=True, check=True
    )
    assert "+heading: New " in done.stdout


def test_a_history_without_a_name_is_left_empty_with_what_to_do(place: Path, type_: Type) -> None:
    (place.parent / "home" / ".gitconfig").write_text("", "utf-8")
    said = type_("new", "ours", *NAME, "--yes")
    assert said.code == 0
    assert 'git config user.name "Your Office"' in said.err
    assert "?? protocol/" in git(place / "ours", "status", "--porcelain")


def test_hooks_that_came_with_a_template_are_not_run(place: Path, type_: Type) -> None:
    template = place.parent / "template" / "hooks"
    template.mkdir(parents=True)
    hook = template / "pre-commit"
    hook.write_text(f"#!/bin/sh\ntouch {place}/mark\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    config = f"{CONFIG}[init]\n\ttemplateDir = {template.parent}\n"
    (place.parent / "home" / ".gitconfig").write_text(config, "utf-8")
    type_("new", "ours", *NAME, "--yes")
    assert (place / "ours" / ".git" / "hooks" / "pre-commit").exists()
    assert git(place / "ours", "rev-list", "--count", "HEAD") == "1"
    assert not (place / "mark").exists()


def test_without_git_the_folder_is_whole_all_the_same(
    place: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(place / "nothing"))
    said = type_("new", "ours", *NAME, "--yes")
    assert said.code == 0
    assert "'git' is not installed" in said.err
    assert not (place / "ours" / ".git").exists()
    assert type_("-C", "ours", "check").code == 0


def test_a_folder_inside_a_history_begins_none_of_its_own(place: Path, type_: Type) -> None:
    git(place, "init", "-q")
    said = type_("new", "deep/ours", *NAME, "--yes")
    assert "lies in one whose history is kept already" in said.err
    assert not (place / "deep" / "ours" / ".git").exists()


def test_nothing_is_written_into_a_folder_that_is_not_empty(place: Path, type_: Type) -> None:
    (place / "ours").mkdir()
    (place / "ours" / "mine.txt").write_text("mine", "utf-8")
    (place / "file").write_text("", "utf-8")
    for name, why in (("ours", "is not empty"), ("file", "is a file"), (".", "You stand in the folder")):
        (place / "file").touch()
        if name == ".":
            shutil.rmtree(place / "ours")
            (place / "file").unlink()
        said = type_("new", name, *NAME, "--yes")
        assert said.code == 2
        assert why in said.err
    assert list(place.iterdir()) == []


def test_a_name_that_no_disk_can_hold_is_refused_in_words(place: Path, type_: Type) -> None:
    said = type_("new", "x" * 300, *NAME, "--yes")
    assert said.code == 2
    assert "no name that a disk can hold" in said.err
    assert list(place.iterdir()) == []


def test_an_empty_folder_is_filled(place: Path, type_: Type) -> None:
    (place / "ours").mkdir()
    assert type_("new", "ours", *NAME, "--yes").code == 0
    assert (place / "ours" / "protocol" / "protocol.yaml").is_file()
    assert [path.name for path in place.iterdir()] == ["ours"]


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr)
def test_what_stops_it_leaves_nothing_half_made(place: Path, stop: BaseException) -> None:
    def fails(stage: Path) -> None:
        assert (stage / "a.txt").is_file()
        raise stop

    with pytest.raises((UsageError, KeyboardInterrupt)):
        write_folder(place / "ours", {"a.txt": b"a"}, fails)
    assert list(place.iterdir()) == []


def test_a_kill_leaves_no_folder_of_that_name_and_the_next_run_clears_up(place: Path) -> None:
    script = (
        "import os, pathlib\n"
        "from protobuild.publish.whole_folder import write_folder\n"
        "write_folder(pathlib.Path('ours'), {'a.txt': b'a'}, lambda stage: os._exit(9))\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=place, check=False).returncode == 9
    assert not (place / "ours").exists()
    assert [path.name for path in place.iterdir()] == [".ours.protobuild-new"]
    write_folder(place / "ours", {"b.txt": b"b"}, lambda stage: None)
    assert [path.name for path in place.iterdir()] == ["ours"]
    assert [path.name for path in (place / "ours").iterdir()] == ["b.txt"]


def test_a_name_that_cannot_take_its_place_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(whole_folder.Path, "rename", refuses)
    with pytest.raises(UsageError, match=r"Nothing was made in .*: Permission denied"):
        write_folder(place / "ours", {"a.txt": b"a"}, lambda stage: None)
    assert list(place.iterdir()) == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_what_was_not_answered_is_asked(
    place: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["Little [Hobb] Council", "Little Hobb Parish Council", "", "", "", "", "", "Town Clerk", "", ""]
    typed += ["", "Shire Council", "maybe", "n", "none"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(typed) + "\n"))
    said = type_("new", "ours")
    assert said.code == 0, said.err
    assert "'[' cannot stand in the answer to 'council'" in said.err
    assert "There is no going on without it." in said.err
    assert "'maybe' is no answer to 'councillor-as-officer'" in said.err
    assert "political groups" not in said.err
    manifest = (place / "ours" / "protocol" / "protocol.yaml").read_text("utf-8")
    assert "name: Little Hobb Parish Council\n  tier: local\n  nation: england\n" in manifest
    assert "title: Town Clerk\n" in manifest
    assert "title: Shire Council\n" in manifest
    assert manifest.count(": no\n") == 6


def test_answers_in_a_file_give_way_to_options(place: Path, type_: Type) -> None:
    (place / "answers.yaml").write_text("council: Westfold Borough Council\npolitical-groups: no\n", "utf-8")
    assert type_("new", "ours", "--answers", "answers.yaml", "--political-groups", "yes").code == 0
    assert "political-groups: yes\n" in (place / "ours" / "protocol" / "protocol.yaml").read_text("utf-8")
    assert type_("new", "other", "--answers", "nowhere.yaml").code == 1
    assert not (place / "other").exists()


def test_what_has_to_be_answered_is_named_with_its_option(place: Path, type_: Type) -> None:
    said = type_("new", "ours", "--yes")
    assert said.code == 2
    assert 'Add --council "..."' in said.err
    assert type_("new").code == 2
    assert list(place.iterdir()) == []


def test_a_section_is_added_and_named_in_the_manifest(project: Path, type_: Type) -> None:
    said = type_("new", "--section", "media", "--after", "advice", "--heading", "News")
    assert said.code == 0
    assert "protocol/media.yaml holds a first clause" in said.err
    assert "heading: News" in (project / "protocol" / "media.yaml").read_text("utf-8")
    assert "  - advice\n  - media\n" in (project / "protocol" / "protocol.yaml").read_text("utf-8")
    for words in (
        ("new", "elsewhere", "--section", "media"),
        ("new", "--section", "media", "--nation", "wales"),
        ("new", "elsewhere", "--heading", "News"),
    ):
        assert type_(*words).code == 2
    assert not (project / "elsewhere").exists()
