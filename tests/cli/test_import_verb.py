"""`protobuild import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from small_council import write

Type = Callable[..., object]

OLD = """\
# Protocol on Advice

## 1. Advice

1.1 Members should ask the monitoring officer for advice before they decide.

1.2 Officers answer within ten working days, and say so when they cannot.

## 2. Conduct

2.1 Members and officers treat each other with respect in public and in private.
"""
NEW = OLD.replace("should ask", "must ask").replace("## 2. Conduct", "## 2. Respect").replace("2.1", "2.4")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, {"old.md": OLD, "new.md": NEW}))
    return tmp_path


def test_a_text_becomes_a_protocol_that_checks_and_builds(folder: Path, type_: Type) -> None:
    said = type_("import", "old.md", "--into", "protocol")
    assert said.code == 0
    assert "2 sections" in said.out
    assert "100% accounted for" in said.out
    assert "written to protocol/." in said.out
    assert type_("check").code == 0
    assert type_("build", "--to", "text").code == 0
    made = (folder / "build" / "protocol.txt").read_text("utf-8")
    assert "1.2 Officers answer within ten working days, and say so when they cannot." in made


def test_a_text_without_tracked_changes_makes_its_own_folder_and_no_other(folder: Path, type_: Type) -> None:
    type_("import", "old.md", "--into", "protocol")
    assert sorted(path.name for path in folder.iterdir()) == ["new.md", "old.md", "protocol"]


def test_the_numbers_stay_as_printed(folder: Path, type_: Type) -> None:
    type_("import", "new.md", "--into", "protocol")
    assert "2.4 Members and officers treat each other" in type_("show").out


def test_what_is_there_already_is_never_written_over_unasked(folder: Path, type_: Type) -> None:
    type_("import", "old.md", "--into", "protocol")
    write(folder, {"protocol/protocol.yaml": "mine: true\n"})
    said = type_("import", "new.md", "--into", "protocol")
    assert said.code == 2
    assert "holds a protocol already" in said.err
    assert (folder / "protocol" / "protocol.yaml").read_text("utf-8") == "mine: true\n"
    assert type_("import", "new.md", "--into", "protocol", "--force").code == 0
    assert type_("check").code == 0


def test_ids_are_carried_from_an_earlier_protocol(folder: Path, type_: Type) -> None:
    type_("import", "old.md", "--into", "a")
    ids = {
        line
        for path in (folder / "a").glob("*.yaml")
        for line in path.read_text("utf-8").split("\n")
        if "- id:" in line
    }
    assert type_("import", "new.md", "--into", "b", "--onto", "a").code == 0
    carried = {
        line
        for path in (folder / "b").glob("*.yaml")
        for line in path.read_text("utf-8").split("\n")
        if "- id:" in line
    }
    assert carried == ids
    assert type_("redline", "a", "b", "--to", "text").code == 0
    text = (folder / "build" / "redline-a-to-b.txt").read_text("utf-8")
    assert "[-should-] [+must+]" in text


def test_onto_needs_a_protocol(folder: Path, type_: Type) -> None:
    said = type_("import", "old.md", "--into", "a", "--onto", "nowhere")
    assert said.code == 2
    assert "no protocol in" in said.err
    assert not (folder / "a").exists()


@pytest.mark.parametrize("name", ["missing.md", "old.rtf"])
def test_what_is_no_text_is_refused(folder: Path, type_: Type, name: str) -> None:
    write(folder, {"old.rtf": "{\\rtf1 Words"})
    said = type_("import", name, "--into", "a")
    assert said.code == 2
    assert name in said.err


@pytest.mark.corpus
def test_the_real_pair_imports_whole_and_compares(corpus: Path, folder: Path, type_: Type) -> None:
    adopted = type_("import", str(corpus / "barnet-adopted.md"), "--into", "a")
    assert "14 sections, 80 numbered lines" in adopted.out
    proposed = type_("import", str(corpus / "barnet-proposed.md"), "--into", "b", "--onto", "a")
    assert "5 sections, 33 numbered lines" in proposed.out
    assert "100% accounted for" in adopted.out
    assert "100% accounted for" in proposed.out
    said = type_("redline", "a", "b", "--to", "text")
    assert said.code == 0
    assert "to decide" in said.err
