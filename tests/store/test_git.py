from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from protobuild.model.source import ProtobuildError, UsageError
from protobuild.store import surroundings
from protobuild.store.git import Repository, Revision, find_repository, reading, resolve
from protobuild.store.load import load
from protobuild.store.revisions import RevisionTree
from protobuild.store.tree import LARGEST, TooLargeError

QUIET = {
    "GIT_AUTHOR_NAME": "Example", "GIT_AUTHOR_EMAIL": "e@example.gov.uk",
    "GIT_COMMITTER_NAME": "Example", "GIT_COMMITTER_EMAIL": "e@example.gov.uk",
    "GIT_AUTHOR_DATE": "2026-05-14T12:00:00Z", "GIT_COMMITTER_DATE": "2026-05-15T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **QUIET}, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def kept(tmp_path: Path, example: dict[str, bytes]) -> Path:
    """A repository whose folder `protocol` holds the example, then the example with another title."""
    root = tmp_path / "council"
    (root / "protocol").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    for title in (b"First", b"Second"):
        for name, data in example.items():
            (root / "protocol" / name).write_bytes(data.replace(b"Protocol on", title + b" protocol on"))
        (root / "protocol" / "outside.yaml").unlink(missing_ok=True)
        (root / "protocol" / "outside.yaml").symlink_to("/etc/hostname")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", f"{title.decode()} text")
    return root


def repository(folder: Path) -> Repository:
    found = find_repository(folder)
    assert found is not None
    return found


def title(repo: Repository, revision: str, subfolder: str = "protocol") -> str:
    loaded = load(RevisionTree(repo, resolve(repo, revision), subfolder))
    assert loaded.protocol is not None
    return loaded.protocol.manifest.title


def test_the_text_of_any_revision_is_read_without_a_checkout(kept: Path) -> None:
    repo = repository(kept / "protocol")
    assert repo.folder == kept
    assert repo.inside(kept / "protocol") == "protocol"
    assert title(repo, "HEAD") == "Second protocol on members and officers"
    assert title(repo, "HEAD~1") == "First protocol on members and officers"
    assert git(kept, "status", "--porcelain") == ""


def test_a_revision_has_its_fingerprint_its_day_and_its_summary(kept: Path) -> None:
    revision = resolve(repository(kept), "main")
    assert revision.oid == git(kept, "rev-parse", "HEAD")
    assert (revision.date, revision.summary) == (dt.date(2026, 5, 15), "Second text")


def test_bytes_are_read_as_they_were_kept_and_links_are_not_followed(
    kept: Path, example: dict[str, bytes]
) -> None:
    repo = repository(kept)
    tree = RevisionTree(repo, resolve(repo, "HEAD"), "protocol")
    assert tree.files() == ("impartiality.yaml", "introduction.yaml", "protocol.yaml")
    assert tree.read("introduction.yaml") == example["introduction.yaml"]
    assert tree.name == "protocol of 2026-05-15"
    with pytest.raises(ProtobuildError, match="no file"):
        tree.read("outside.yaml")


def test_the_topmost_folder_is_read_with_longer_paths(kept: Path) -> None:
    repo = repository(kept)
    assert "protocol/protocol.yaml" in RevisionTree(repo, resolve(repo, "HEAD")).files()


HOSTILE = [
    "", "-", "--output=pwned", "-x", "--help", "nope", "HEAD~99", "^HEAD", "HEAD..HEAD~1", "HEAD:protocol",
    "HEAD^{tree}", "@{-1}", "@{upstream}", ":/nothing", "a b", "a\nb", "a\0b", "..", "$(touch pwned)", "`id`",
    "refs/../../x", "é", "x" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=repr)
def test_a_name_that_is_no_text_of_the_history_is_refused_and_does_nothing(kept: Path, name: str) -> None:
    before = sorted(kept.iterdir())
    with pytest.raises(UsageError) as refused:
        resolve(repository(kept), name)
    assert refused.value.fix
    assert "\n" not in refused.value.message
    assert sorted(kept.iterdir()) == before


def test_a_shallow_copy_gives_what_it_holds_and_says_what_it_lacks(kept: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", str(shallow))
    repo = repository(shallow)
    assert title(repo, "HEAD") == "Second protocol on members and officers"
    with pytest.raises(UsageError):
        resolve(repo, "HEAD~1")
    with pytest.raises(UsageError, match=r"missing or damaged|holds no text"):
        resolve(repo, git(kept, "rev-parse", "HEAD~1"))


def test_a_second_working_folder_and_a_bare_copy_are_read_too(kept: Path, tmp_path: Path) -> None:
    git(kept, "worktree", "add", "-q", "--detach", str(tmp_path / "second"), "HEAD~1")
    git(tmp_path, "clone", "-q", "--bare", str(kept), "bare.git")
    assert (
        title(repository(tmp_path / "second" / "protocol"), "HEAD")
        == "First protocol on members and officers"
    )
    assert title(repository(tmp_path / "bare.git"), "main") == "Second protocol on members and officers"


def test_a_folder_whose_history_is_not_kept_has_no_repository(tmp_path: Path) -> None:
    assert find_repository(tmp_path) is None
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    assert find_repository(tmp_path) is None


def test_a_repository_named_by_the_environment_is_not_taken_for_ours(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert title(repository(kept), "HEAD") == "Second protocol on members and officers"
    assert os.environ["GIT_DIR"] == str(other / ".git")


def test_a_folder_elsewhere_is_not_inside(kept: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not in the folder"):
        repository(kept).inside(tmp_path)


def test_a_folder_that_was_not_there_yet_is_said_in_words(kept: Path) -> None:
    repo = repository(kept)
    with pytest.raises(UsageError, match="no folder 'other' at that time"):
        RevisionTree(repo, resolve(repo, "HEAD"), "other").files()
    with pytest.raises(UsageError, match="was not a folder"):
        RevisionTree(repo, resolve(repo, "HEAD"), "protocol/protocol.yaml").files()


def test_a_damaged_history_is_one_sort_of_error(kept: Path) -> None:
    repo = repository(kept)
    revision = resolve(repo, "HEAD")
    for loose in (kept / ".git" / "objects").glob("??/*"):
        loose.chmod(0o644)
        loose.write_bytes(b"damaged")
    with pytest.raises(UsageError):
        RevisionTree(repo, revision, "protocol").files()


def test_a_huge_file_of_the_past_is_not_read(kept: Path) -> None:
    (kept / "protocol" / "huge.yaml").write_bytes(b"x" * (LARGEST + 1))
    git(kept, "add", "-A")
    git(kept, "commit", "-q", "-m", "huge")
    repo = repository(kept)
    tree = RevisionTree(repo, resolve(repo, "HEAD"), "protocol")
    with pytest.raises(TooLargeError):
        tree.read("huge.yaml")
    assert [each.rule for each in load(tree).findings] == ["unnamed-file"]


def test_a_history_of_another_user_is_not_read_and_says_so(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = repository(kept)
    monkeypatch.setitem(surroundings._QUIET, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(UsageError, match="belongs to another user of this computer"):
        resolve(repo, "HEAD")


def test_an_object_that_is_not_there_ends_the_conversation(kept: Path) -> None:
    repo = repository(kept)
    with pytest.raises(UsageError, match="missing or damaged"):
        RevisionTree(repo, Revision("0" * 40, dt.date(2026, 5, 14)), "protocol").files()


def test_a_reading_within_a_reading_goes_on_with_it(kept: Path) -> None:
    repo = repository(kept)
    with reading(repo) as outer, reading(repo) as inner:
        assert inner is outer
    with reading(repo) as later:
        assert later is not outer
