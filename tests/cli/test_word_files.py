"""`build --to docx` and `redline --to docx` write Word files, and say what they cannot do."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from word_views import NEW, OLD, parts, said

Type = Callable[..., Any]

OLD_TEXT = "# 1 Roles\n\n1.1 Members lead.\n\n1.2 Officers advise members in private.\n"
NEW_TEXT = (
    "# 1 Roles\n\n1.1 Members must lead.\n\n1.2 Officers advise members in private.\n\n1.3 Both are polite.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "old.md").write_text(OLD_TEXT)
    (tmp_path / "new.md").write_text(NEW_TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def redline(type_: Type, folder: Path, *words: str) -> bytes:
    done = type_("redline", "old.md", "new.md", "--to", "docx", *words)
    assert done.code == 0, done.err
    return next(folder.glob("build/*.docx")).read_bytes()


@pytest.mark.parametrize("words", [(), ("--numbers", "literal"), ("--no-moves",)])
def test_a_redline_holds_both_texts_as_tracked_changes(
    type_: Type, folder: Path, words: tuple[str, ...]
) -> None:
    data = redline(type_, folder, *words)
    assert [line for line in said(data, OLD) if "lead" in line] == ["1.1\tMembers lead."]
    assert [line for line in said(data, NEW) if "lead" in line] == ["1.1\tMembers must lead."]
    assert "1.3\tBoth are polite." in said(data, NEW)


def test_numbers_as_words_need_no_list(type_: Type, folder: Path) -> None:
    assert b"1.1" in parts(redline(type_, folder, "--numbers", "literal"))["word/document.xml"]
    assert b">1.1\t" not in parts(redline(type_, folder))["word/document.xml"]


@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        (("--to", "docx", "--changes-only"), "A Word file always holds the whole text"),
        (("--to", "docx", "--side-by-side"), "A Word file always holds the whole text"),
        (("--to", "html", "--no-moves"), "are for Word files"),
    ],
)
def test_what_does_not_go_together_is_refused(
    type_: Type, folder: Path, words: tuple[str, ...], said_of_it: str
) -> None:
    done = type_("redline", "old.md", "new.md", *words)
    assert done.code == 2
    assert said_of_it in done.err


def test_the_draft_is_built_in_the_councils_own_template(
    type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(__file__).resolve().parents[2]
    (tmp_path / "theme").mkdir()
    (tmp_path / "protocol").symlink_to(home / "protocol", target_is_directory=True)
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Our crest"
    made.save(tmp_path / "theme" / "template.docx")
    monkeypatch.chdir(tmp_path)
    done = type_("build", "--to", "docx")
    assert done.code == 0, done.err
    opened = docx.Document(io.BytesIO((tmp_path / "build" / "protocol.docx").read_bytes()))
    assert opened.sections[0].header.paragraphs[0].text == "Our crest"


def test_a_template_that_cannot_be_used_is_a_fault_of_the_theme(
    type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(__file__).resolve().parents[2]
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "template.docx").write_bytes(b"not a Word file")
    (tmp_path / "protocol").symlink_to(home / "protocol", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    done = type_("build", "--to", "docx")
    assert done.code == 1
    assert "theme/template.docx" in done.err
    assert "the Word template cannot be used" in done.err
