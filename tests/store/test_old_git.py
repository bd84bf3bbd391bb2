"""A git that is too old to be asked harmlessly is named with the remedy, and keeps nothing."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from protobuild.life.starting.history import begin_history
from protobuild.model.source import UsageError
from protobuild.store.git import begin, find_repository
from protobuild.store.keeping import history_of
from protobuild.store.walk import walk
from small_council import commit_all, git, write

FAKE = """\
#!/bin/sh
for word in "$@"; do
  case "$word" in
    version|--version) echo "git version {version}"; exit 0 ;;
    {refused}) echo "unknown option" >&2; exit 129 ;;
  esac
done
exec {real} "$@"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = write(tmp_path / "council", {"protocol/a.yaml": "a: 1\n"})
    commit_all(root)
    return root


def with_git(version: str, monkeypatch: pytest.MonkeyPatch, folder: Path, refused: str = "nothing") -> None:
    """Put a git of that version in the way, which knows nothing of a later option."""
    real = shutil.which("git")
    fake = (
        write(folder.parent / "bin", {"git": FAKE.format(version=version, real=real, refused=refused)})
        / "git"
    )
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("version", ["2.30.9", "2.25.1", "1.8.3.1"])
def test_an_old_git_keeps_nothing_and_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    repository, before = find_repository(folder), git(folder, "rev-parse", "HEAD")
    assert repository is not None
    with_git(version, monkeypatch, folder)
    with pytest.raises(UsageError, match=rf"is version {version[:5]}.*at least 2\.31 is needed") as refused:
        history_of(repository)
    assert "Install git 2.31 or later" in refused.value.fix
    assert "--no-history" in refused.value.fix
    assert git(folder, "rev-parse", "HEAD") == before


@pytest.mark.parametrize("version", ["2.31.0", "2.39.5", "2.51.0.windows.1", "3.0.0"])
def test_a_git_that_is_new_enough_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    with_git(version, monkeypatch, folder)
    repository = find_repository(folder)
    assert repository is not None
    assert history_of(repository).has("HEAD") == git(folder, "rev-parse", "HEAD")


def test_a_new_folder_is_made_without_a_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    with_git("2.25.1", monkeypatch, fresh)
    said = begin_history(fresh)
    assert said.startswith(
        "Nothing is in the history yet. The program 'git' on this computer is version 2.25"
    )
    with pytest.raises(UsageError, match=r"at least 2\.31"):
        begin(fresh)
    assert list(fresh.iterdir()) == []


def test_what_an_old_git_cannot_say_is_no_damage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_git("2.20.1", monkeypatch, folder, refused="--end-of-options")
    repository = find_repository(folder)
    assert repository is not None
    with pytest.raises(UsageError, match=r"is version 2\.20"):
        list(walk(repository))
