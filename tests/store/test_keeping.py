"""Files are kept in a history: only those named, under no orders of the repository, or not at all."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from protobuild.model.source import UsageError
from protobuild.store.git import find_repository
from protobuild.store.keeping import (
    History,
    Keeping,
    NotKeptError,
    history_of,
    insist_on_ready,
    is_ignored,
    keep,
)
from small_council import commit_all, git, write

NAME = "adopted/2026-11-20-council"
KEEPING = Keeping(("protocol/a.yaml", "protocol/gone.yaml", "kept/text.txt"), "Adopted by Council", NAME)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "clerk", {".gitconfig": "[user]\nname = Clerk\nemail = clerk@example.gov.uk\n"})
    monkeypatch.setenv("HOME", str(tmp_path / "clerk"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = write(
        tmp_path / "council", {"protocol/a.yaml": "a: 1\n", "protocol/gone.yaml": "b\n", "other": "x"}
    )
    commit_all(root)
    write(root, {"protocol/a.yaml": "a: 2\n", "kept/text.txt": "words\n", "other": "changed", "new": "n"})
    (root / "protocol" / "gone.yaml").unlink()
    return root


def opened(folder: Path) -> History:
    repository = find_repository(folder)
    assert repository is not None
    return history_of(repository)


def kept(folder: Path, revision: str = "HEAD") -> list[str]:
    return git(folder, "ls-tree", "-r", "--name-only", revision).splitlines()


def test_only_what_is_named_is_kept_and_the_rest_stays_as_it_was(folder: Path) -> None:
    git(folder, "add", "other")
    history = opened(folder)
    insist_on_ready(history, NAME)
    commit = keep(history, KEEPING)
    assert kept(folder) == ["kept/text.txt", "other", "protocol/a.yaml"]
    assert git(folder, "show", "HEAD:other") == "x"
    assert git(folder, "status", "--short").splitlines() == ["M  other", "?? new"]
    assert git(folder, "rev-parse", f"{NAME}^{{commit}}") == commit == git(folder, "rev-parse", "HEAD")
    assert git(folder, "log", "-1", "--format=%an %s") == "Clerk Adopted by Council"


def test_what_was_kept_before_is_not_kept_twice(folder: Path) -> None:
    first = keep(opened(folder), KEEPING)
    git(folder, "tag", "-d", NAME)
    assert keep(opened(folder), KEEPING) == first
    assert git(folder, "rev-parse", f"{NAME}^{{commit}}") == first


def test_a_history_without_anything_in_it_yet_begins_with_this(tmp_path: Path) -> None:
    root = write(tmp_path / "young", {"protocol/a.yaml": "a: 1\n", "other": "x"})
    git(root, "init", "-q", "-b", "main")
    keep(opened(root), KEEPING)
    assert kept(root) == ["protocol/a.yaml"]
    assert git(root, "status", "--short") == "?? other"


def test_a_copy_of_the_latest_texts_only_can_be_added_to(folder: Path, tmp_path: Path) -> None:
    commit_all(folder)
    git(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "shallow")
    shallow = write(tmp_path / "shallow", {"protocol/a.yaml": "a: 3\n"})
    keep(opened(shallow), KEEPING)
    assert git(shallow, "show", "HEAD:protocol/a.yaml") == "a: 3"


def test_an_earlier_state_is_refused_with_the_way_back(folder: Path) -> None:
    git(folder, "checkout", "-q", "--detach")
    with pytest.raises(UsageError, match="earlier state") as refused:
        insist_on_ready(opened(folder), NAME)
    assert "git switch main" in refused.value.fix


@pytest.mark.parametrize(
    ("file", "said"), [("MERGE_HEAD", "not finished"), ("index.lock", "Another program is writing")]
)
def test_something_else_going_on_is_refused(folder: Path, file: str, said: str) -> None:
    (folder / ".git" / file).write_text("")
    with pytest.raises(UsageError, match=said):
        insist_on_ready(opened(folder), NAME)


def test_a_name_that_is_taken_is_refused(folder: Path) -> None:
    git(folder, "tag", NAME)
    with pytest.raises(UsageError, match="already"):
        insist_on_ready(opened(folder), NAME)


def test_nobody_keeps_anything_without_a_name(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "clerk", {".gitconfig": "[user]\nuseConfigOnly = true\n"})
    with pytest.raises(UsageError, match="who you are") as refused:
        insist_on_ready(opened(folder), NAME)
    assert "git config user.name" in refused.value.fix


def test_what_is_refused_half_way_leaves_the_history_as_it_was(folder: Path) -> None:
    before = git(folder, "rev-parse", "HEAD"), git(folder, "status", "--short")
    git(folder, "config", "tag.gpgsign", "true")  # and there is no key
    with pytest.raises(NotKeptError, match="git refused 'tag'") as refused:
        keep(opened(folder), KEEPING)
    assert "What it said" in refused.value.fix
    assert (git(folder, "rev-parse", "HEAD"), git(folder, "status", "--short")) == before
    assert git(folder, "tag") == ""


def test_a_locked_index_leaves_the_history_as_it_was(folder: Path) -> None:
    before = git(folder, "rev-parse", "HEAD")
    (folder / ".git" / "index.lock").write_text("")
    with pytest.raises(NotKeptError, match="git refused 'reset'"):
        keep(opened(folder), KEEPING)
    assert git(folder, "rev-parse", "HEAD") == before
    assert git(folder, "tag") == ""


def test_a_first_state_that_is_refused_leaves_none(tmp_path: Path) -> None:
    root = write(tmp_path / "young", {"protocol/a.yaml": "a: 1\n"})
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "tag.gpgsign", "true")
    with pytest.raises(NotKeptError):
        keep(opened(root), KEEPING)
    assert opened(root).has("HEAD") is None


HOSTILE = ("pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change")


def planted(folder: Path) -> tuple[Path, Path]:
    """Return a program that leaves a mark when it is run, and the mark."""
    mark, program = folder.parent / "mark", folder.parent / "planted.sh"
    program.write_text(f"#!/bin/sh\necho $0 $* >> {mark}\ncat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program, mark


def test_nothing_that_the_repository_names_is_run(folder: Path) -> None:
    program, mark = planted(folder)
    for hook in HOSTILE:
        (folder / ".git" / "hooks").mkdir(exist_ok=True)
        (folder / ".git" / "hooks" / hook).symlink_to(program)
    (folder / ".gitattributes").write_text("*.yaml filter=a=b\n*.txt filter=plain\n")
    with (folder / ".git" / "config").open("a") as config:
        config.write(
            f'[filter "a=b"]\n  clean = {program}\n  required\n[filter "plain"]\n  process = {program}\n'
        )
        config.write(f"[core]\n  fsmonitor = {program}\n  pager = {program}\n  editor = {program}\n")
        config.write(f'[gpg]\n  program = {program}\n[gpg "ssh"]\n  program = {program}\n')
        config.write(f"  defaultKeyCommand = {program}\n")
    keep(opened(folder), KEEPING)
    assert not mark.exists(), mark.read_text()
    assert git(folder, "rev-parse", "HEAD") == git(folder, "rev-parse", f"{NAME}^{{commit}}")


def test_a_repository_does_not_choose_the_program_that_signs(folder: Path) -> None:
    program, mark = planted(folder)
    git(folder, "config", "commit.gpgsign", "true")
    git(folder, "config", "gpg.format", "ssh")
    git(folder, "config", "gpg.ssh.program", str(program))
    git(folder, "config", "gpg.ssh.defaultKeyCommand", str(program))
    with pytest.raises(NotKeptError):
        keep(opened(folder), KEEPING)
    assert not mark.exists()


def test_a_person_with_a_key_signs(folder: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    with (tmp_path / "clerk" / ".gitconfig").open("a") as config:
        config.write(f"signingkey = {key}\n[gpg]\nformat = ssh\n[commit]\ngpgsign = true\n")
    keep(opened(folder), KEEPING)
    assert "gpgsig -----BEGIN SSH SIGNATURE" in git(folder, "cat-file", "commit", "HEAD")
    assert "-----BEGIN SSH SIGNATURE" in git(folder, "cat-file", "tag", NAME)


def test_a_folder_that_the_history_leaves_out_is_known(folder: Path) -> None:
    (folder / ".gitignore").write_text("protocol/\n")
    assert is_ignored(opened(folder), "protocol/a.yaml")
    assert not is_ignored(opened(folder), "other")


def test_who_the_environment_says_one_is_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Democratic Services")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "office@example.gov.uk")
    keep(opened(folder), KEEPING)
    assert git(folder, "log", "-1", "--format=%an") == "Democratic Services"
