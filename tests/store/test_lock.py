"""One run at a time holds a lock, and a file is written whole or left as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from failing_disk import Steps, at_step, refuse
from protobuild.model.source import ProtobuildError
from protobuild.store import disk
from protobuild.store.lock import locked


def test_a_lock_names_its_holder_while_it_is_held_and_goes_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "changelog" / ".lock"
    with locked(path, "an adoption", "on 20 November 2026") as held:
        assert not held.lost()
        assert held.before is None
        with (
            pytest.raises(ProtobuildError, match=r"an adoption, begun on 20 November 2026 by") as busy,
            locked(path, "another", "now"),
        ):
            pass
        assert f"(process {os.getpid()})" in busy.value.message
    assert not path.exists()


def test_a_lock_goes_when_its_holder_fails(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with pytest.raises(RuntimeError), locked(path, "an adoption", "now"):
        raise RuntimeError
    with locked(path, "another", "later") as held:
        assert held.before is None


def test_a_lock_that_was_taken_away_is_known_to_be_lost(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with locked(path, "an adoption", "now") as held:
        path.unlink()
        assert held.lost()
        with locked(path, "another", "now") as other:
            assert not other.lost()
            assert held.lost()


@pytest.mark.parametrize("words", ["", "nonsense", "[]", '{"doing": "x"}'])
def test_a_lock_that_names_nobody_is_nobodys(tmp_path: Path, words: str) -> None:
    path = tmp_path / ".lock"
    path.write_text(words)
    with locked(path, "an adoption", "now") as held:
        assert held.before is None


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "changelog").write_text("no folder")
    with pytest.raises(ProtobuildError, match="Nothing can be written in 'changelog'") as refused:
        locked(tmp_path / "changelog" / ".lock", "an adoption", "now").__enter__()
    assert "Ask whose folder it is" in refused.value.fix


def test_a_file_is_written_whole_or_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    disk.write(path, b"old")
    for at in (1, 2, 3):
        with at_step(Steps(at, refuse())), pytest.raises(OSError, match="space"):
            disk.write(path, b"new")
        assert [each.name for each in path.parent.iterdir()] == ["file"]
        assert path.read_bytes() == b"old"
    disk.write(path, b"new")
    assert path.read_bytes() == b"new"


def test_removing_what_is_gone_is_no_fault(tmp_path: Path) -> None:
    disk.remove(tmp_path / "nothing")
    disk.remove_folder(tmp_path / "nothing")
    disk.remove_if_empty(tmp_path / "nothing")
    write = tmp_path / "folder" / "file"
    disk.write(write, b"")
    disk.remove_if_empty(write.parent)
    assert write.exists()
    disk.remove_folder(write.parent)
    assert not write.parent.exists()
