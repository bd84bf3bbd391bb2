"""Whatever goes wrong around an adoption loses nothing and says what to do: each fault has its own test.

A disk that refuses and a power cut at every step are in tests/life/adopting/test_acting.py.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from before_council import COMMITTEE, PAPER
from failing_disk import in_a_child, snapshot
from protobuild.cli import adopt
from protobuild.cli.program import run
from small_council import NOTE, commit_all, git, write
from three_versions import three_versions

Type = Callable[..., Any]
ADOPT = ("adopt", "--body", "Full Council", "--on", "2026-11-20", "--minute", "23")
VERSION = "2026-11-20-council"
FOLDER = f"changelog/{VERSION}"
TAG = f"adopted/{VERSION}"
TODAY = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopt, "now", lambda: TODAY)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def ready(project: Path, type_: Type) -> Path:
    write(project, {"changelog/next/advice-in-time.yaml": NOTE.replace("[ask]", "[ask, answer]")})
    assert type_("propose", PAPER, "--on", "5 November 2026").code == 0
    write(project, {"meetings/2026-11-12-standards-committee.yaml": COMMITTEE})
    return project


@pytest.fixture
def kept(ready: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(ready.parent))
    commit_all(ready)
    git(ready, "config", "user.name", "Clerk")
    git(ready, "config", "user.email", "clerk@example.gov.uk")
    return ready


# -- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "file",
    [
        "protocol/protocol.yaml",
        "meetings/2026-11-20-council.yaml",
        f"{FOLDER}/record.yaml",
        f"{FOLDER}/protocol/advice.yaml",
        f"{FOLDER}/SHA256SUMS",
    ],
)
def test_a_file_that_is_open_elsewhere_so_that_rename_fails(
    kept: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    before, head, real = snapshot(kept), git(kept, "rev-parse", "HEAD"), Path.replace

    def replace(old: Path, new: Path) -> Path:
        if Path(new).resolve() == (kept / file).resolve():
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(new))
        return real(old, new)

    monkeypatch.setattr(Path, "replace", replace)
    said = type_(*ADOPT)
    assert said.code == 1
    assert f"('{Path(file).name}')" in said.err
    assert "Everything is as it was. Close the file if it is open elsewhere" in said.err
    assert snapshot(kept) == before
    assert git(kept, "rev-parse", "HEAD") == head
    monkeypatch.setattr(Path, "replace", real)
    assert type_(*ADOPT).code == 0


def test_a_note_that_is_open_elsewhere_so_that_it_cannot_be_removed(
    ready: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = snapshot(ready), Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == "advice-in-time.yaml" and path.parent.name == "next":
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    said = type_(*ADOPT)
    assert (said.code, "('advice-in-time.yaml')" in said.err) == (1, True)
    assert snapshot(ready) == before


# -- the clock --------------------------------------------------------------------------------


def test_a_clock_that_was_set_back(kept: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopt, "now", lambda: TODAY.replace(year=2020))
    before = snapshot(kept)
    said = type_(*ADOPT)
    assert said.code == 2
    assert "this computer takes today for 23 November 2020" in said.err
    assert "if the clock is wrong, put it right first" in said.err
    assert snapshot(kept) == before


def test_a_history_whose_days_run_backwards(kept: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", "1999-01-01T00:00:00Z")
    assert type_(*ADOPT).code == 0
    assert type_("verify").code == 0
    assert "Adopted: 20 November 2026, Full Council, minute 23" in type_("asof", "2026-11-21").out
    assert type_("history", "--drafts").code == 0


# -- the history ------------------------------------------------------------------------------


def test_a_detached_state(kept: Path, type_: Type) -> None:
    git(kept, "checkout", "-q", "--detach")
    before = snapshot(kept)
    said = type_(*ADOPT)
    assert (said.code, "git switch main" in said.err) == (2, True)
    assert snapshot(kept) == before


def test_a_dirty_tree(kept: Path, type_: Type) -> None:
    write(kept, {"README.md": "Mine\n", "other.txt": "staged\n"})
    git(kept, "add", "other.txt")
    assert type_(*ADOPT).code == 0
    assert git(kept, "status", "--short").splitlines() == ["A  other.txt", "?? README.md"]
    assert "other.txt" not in git(kept, "ls-tree", "-r", "--name-only", TAG)


def test_an_unborn_branch(ready: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(ready.parent))
    git(ready, "init", "-q", "-b", "main")
    git(ready, "config", "user.name", "Clerk")
    git(ready, "config", "user.email", "clerk@example.gov.uk")
    assert type_("history", "--drafts").code == 0
    assert type_(*ADOPT).code == 0
    assert git(ready, "rev-list", "--count", TAG) == "1"


def test_a_shallow_clone(kept: Path, tmp_path: Path, type_: Type) -> None:
    write(kept, {"README.md": "Ours\n"})
    commit_all(kept, "A later state")
    git(tmp_path, "clone", "-q", "--depth", "1", kept.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    git(shallow, "config", "user.name", "Clerk")
    git(shallow, "config", "user.email", "clerk@example.gov.uk")
    assert type_("-C", str(shallow), *ADOPT).code == 0
    assert type_("-C", str(shallow), "verify").code == 0
    assert f"{FOLDER}/record.yaml" in git(shallow, "ls-tree", "-r", "--name-only", TAG)
    told = type_("-C", str(shallow), "history", "--drafts")
    assert told.code == 0
    assert "latest part" in told.out


def test_a_history_that_was_written_back_to_before_the_adoption(kept: Path, type_: Type) -> None:
    assert type_(*ADOPT).code == 0
    git(kept, "reset", "-q", "--hard", "HEAD~1")
    before = snapshot(kept)
    said = type_(*ADOPT)
    assert said.code == 2
    assert f"The history has a state called '{TAG}' already." in said.err
    assert "Look whether that version was adopted before." in said.err
    assert snapshot(kept) == before
    git(kept, "checkout", "-q", TAG, "--", FOLDER)  # nothing was lost
    assert type_("verify", FOLDER).code == 0


def test_a_history_that_was_written_anew(kept: Path, type_: Type) -> None:
    assert type_(*ADOPT).code == 0
    git(kept, "checkout", "-q", "--orphan", "anew")
    commit_all(kept, "As if it had always been so")
    said = type_("verify")
    assert said.code == 0
    assert f"What {TAG} stands for did not lead to this history: it was written anew since." in said.out


def test_something_else_that_was_begun(kept: Path, type_: Type) -> None:
    (kept / ".git" / "MERGE_HEAD").write_text(git(kept, "rev-parse", "HEAD") + "\n")
    before = snapshot(kept)
    said = type_(*ADOPT)
    assert (said.code, "Finish it or give it up" in said.err) == (2, True)
    assert snapshot(kept) == before


# -- whoever may not write, or not read -------------------------------------------------------

WRITING = {
    "propose": ("propose", "Another paper"),
    "decide": ("decide", "--body", "Standards Committee", "--on", "2026-11-14", "--step", "recommended"),
    "adopt": ADOPT,
    "past": (*("adopt", "--past", "protocol", "--adopted", "2019-05-14"), "--by", "Monitoring Officer"),
    "suspend": ("suspend", "--body", "Council", "--minute", "1", "--from", "2026-03-01"),
    "new": ("new", "ours", "--yes", "--council", "Example Borough Council"),
    "section": ("new", "--section", "media"),
    "schema": ("schema",),
    "status": ("status", "--ics", "review.ics"),
}
READING = {
    "asof": ("asof", "2026-03-01"),
    "history": ("history", "1.2"),
    "log": ("log",),
    "blame": ("blame",),
    "status": ("status",),
    "verify": ("verify",),
}


@pytest.mark.parametrize("verb", WRITING)
def test_whoever_may_not_write_is_told_so(ready: Path, verb: str) -> None:
    code, said, unchanged = as_somebody_else(ready, WRITING[verb], 0o555, 0o444)
    assert code in (1, 2), said
    assert "error: " in said
    assert "  fix: " in said
    assert "Sorry" not in said
    assert unchanged


@pytest.mark.parametrize("verb", READING)
def test_whoever_may_not_write_may_read(tmp_path: Path, verb: str) -> None:
    home = three_versions(tmp_path / "council")
    code, said, unchanged = as_somebody_else(home.root, READING[verb], 0o555, 0o444)
    assert (code, unchanged) == (0, True), said


@pytest.mark.parametrize("verb", READING)
def test_whoever_may_not_read_is_told_so(tmp_path: Path, verb: str) -> None:
    home = three_versions(tmp_path / "council")
    code, said, unchanged = as_somebody_else(home.root, READING[verb], 0o555, 0o000)
    assert code in (1, 2), said
    assert "Sorry" not in said
    assert unchanged


def as_somebody_else(
    project: Path, words: tuple[str, ...], folders: int, files: int
) -> tuple[int, str, bool]:
    """Return the exit code, what was said, and whether the folder is as it was, for who may do so little."""
    with tempfile.TemporaryDirectory() as name:  # the folders of tests are open to their owner only
        outer = Path(name)
        outer.chmod(0o755)
        inner = Path(shutil.copytree(project, outer / "project"))
        before, told, code = snapshot(inner), outer / "told", outer / "code"
        told.touch()
        code.touch()
        told.chmod(0o666)
        code.chmod(0o666)
        run(("-C", str(inner), *words, "--help"))  # which loads the verb, while it may be read
        for path in (inner, *inner.rglob("*")):
            path.chmod(folders if path.is_dir() else files)

        def types() -> None:
            with told.open("w", encoding="utf-8") as sys.stderr:
                os.chdir(inner)
                _become_nobody()
                code.write_text(str(run(words)), "utf-8")

        assert in_a_child(types) == 0
        for path in (inner, *inner.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        return int(code.read_text("utf-8")), told.read_text("utf-8"), snapshot(inner) == before


def _become_nobody() -> None:
    """Give up the right to write everywhere, where the tests have it."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


# -- hostile names ----------------------------------------------------------------------------

HOSTILE = (
    "--output=x",
    "-x",
    "@{-1}",
    "a..b",
    "../../x",
    "/nowhere/x",
    "a\nb",
    "a\0b",
    "$(touch x)",
    "x" * 5000,
)
TAKING = {
    "past": lambda name: ("adopt", f"--past={name}", "--adopted=2019-05-14", "--by=Office"),
    "paper": lambda name: (*ADOPT, f"--paper={name}"),
    "decide": lambda name: ("decide", "--body=Council", "--on=2026-11-20", f"--paper={name}"),
    "change": lambda name: ("decide", "--body=Council", "--on=2026-11-20", f"--refuse={name}"),
    "redline": lambda name: ("redline", "--", name),
    "show": lambda name: ("show", f"--at={name}"),
    "suspend": lambda name: ("suspend", "--body=C", "--minute=1", "--from=2026-03-01", f"--para={name}"),
    "section": lambda name: ("new", "--section", name) if name[0] != "-" else ("new", f"--section={name}"),
    "ci": lambda name: ("ci", f"--base={name}"),
}


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("verb", TAKING)
def test_a_hostile_name_does_nothing(kept: Path, type_: Type, verb: str, name: str) -> None:
    before, outside = snapshot(kept), sorted(kept.parent.iterdir())
    head = git(kept, "rev-parse", "HEAD")
    said = type_(*TAKING[verb](name))
    assert said.code in (1, 2), said.err
    assert said.err.startswith("error: ")
    assert "Sorry" not in said.err
    assert snapshot(kept) == before
    assert sorted(kept.parent.iterdir()) == outside
    assert git(kept, "rev-parse", "HEAD") == head


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_for_a_paper_or_a_body_is_words_alone(kept: Path, type_: Type, name: str) -> None:
    outside = sorted(kept.parent.iterdir())
    assert type_("propose", "--", name).code in (0, 1, 2)
    assert type_("adopt", f"--body={name}", "--on=2026-11-20", "--minute=23").code in (0, 1, 2)
    assert sorted(kept.parent.iterdir()) == outside
    made = {path.split("/")[0] for path in snapshot(kept)}
    assert made <= {"protocol", "changelog", "meetings"}
