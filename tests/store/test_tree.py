from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.model.source import ProtobuildError, UsageError
from protobuild.store import tree
from protobuild.store.tree import LARGEST, Files, Folder, TooLargeError


def test_a_folder_names_its_files_in_order_and_leaves_hidden_ones_out(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yaml", ".git/config", ".hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    folder = Folder(tmp_path)
    assert folder.files() == ("a/c.yaml", "b.yaml")
    assert folder.read("a/c.yaml") == b"a/c.yaml"
    assert folder.name == tmp_path.name


@pytest.mark.parametrize("path", ["../secret", "link", "linked/secret", "/etc/hostname"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(tmp_path / "secret")
    (inside / "linked").symlink_to(tmp_path)
    with pytest.raises(ProtobuildError, match="outside"):
        Folder(inside).read(path)


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("x")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert Folder(tmp_path).read("link.yaml") == b"x"


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(1_000_000_000)  # a hole: a gigabyte that takes no room
    with pytest.raises(TooLargeError, match="larger than 2 MB"):
        Folder(tmp_path).read("huge.yaml")
    with pytest.raises(TooLargeError):
        Files("memory", {"huge.yaml": b"x" * (LARGEST + 1)}).read("huge.yaml")


@pytest.mark.parametrize("kind", ["folder", "memory"])
def test_a_missing_file_is_named(tmp_path: Path, kind: str) -> None:
    with pytest.raises(ProtobuildError, match=r"no file 'none\.yaml'"):
        (Folder(tmp_path) if kind == "folder" else Files("m", {})).read("none.yaml")


def test_a_folder_in_place_of_a_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(ProtobuildError, match="could not be read"):
        Folder(tmp_path).read("a.yaml")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        Folder(tmp_path / "none").files()


def test_a_whole_drive_is_no_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_FILES", 2)
    for name in "abc":
        (tmp_path / name).write_text("")
    with pytest.raises(UsageError, match="more than 2 files"):
        Folder(tmp_path).files()


def test_what_stands_where_a_file_should_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "nowhere.yaml").symlink_to("gone.yaml")
    for name, why in (("folder", "it is a folder"), ("round", "could not be read"), ("nowhere", "no file")):
        with pytest.raises(ProtobuildError, match=why):
            Folder(tmp_path).read(f"{name}.yaml")
