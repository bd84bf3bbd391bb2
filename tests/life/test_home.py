"""Where a protocol lives."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.life.home import find_home, home_at
from protobuild.model.source import UsageError


def _project(folder: Path) -> Path:
    (folder / "protocol").mkdir(parents=True)
    (folder / "changelog").mkdir()
    (folder / "protocol" / "protocol.yaml").write_text("title: A\n", encoding="utf-8")
    return folder


def test_a_project_holds_its_protocol_in_a_folder_of_that_name(tmp_path: Path) -> None:
    home = find_home(_project(tmp_path))
    assert (home.root, home.protocol) == (tmp_path, tmp_path / "protocol")
    assert home.changelog == tmp_path / "changelog"
    assert home.shown("roles.yaml") == "protocol/roles.yaml"


def test_standing_inside_the_protocol_folder_finds_the_history_beside_it(tmp_path: Path) -> None:
    _project(tmp_path)
    assert find_home(tmp_path / "protocol").root == tmp_path


def test_a_lone_protocol_folder_is_its_own_home(tmp_path: Path) -> None:
    (tmp_path / "protocol.yaml").write_text("title: A\n", encoding="utf-8")
    home = find_home(tmp_path)
    assert home.root == home.protocol == tmp_path
    assert home.shown("roles.yaml") == "roles.yaml"


def test_a_folder_without_a_protocol_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no protocol") as raised:
        find_home(tmp_path)
    assert "protobuild new" in raised.value.fix
    assert "protobuild import" in raised.value.fix


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        find_home(tmp_path / "nowhere")


def test_a_file_given_for_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "protocol.docx").touch()
    with pytest.raises(UsageError, match="' is a file, and not a folder"):
        find_home(tmp_path / "protocol.docx")


def test_a_home_may_be_asked_for_before_there_is_a_protocol(tmp_path: Path) -> None:
    assert not home_at(tmp_path).exists
