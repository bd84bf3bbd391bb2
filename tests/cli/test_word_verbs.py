"""Word files on the command line: imported, compared, and refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from word_files import LEGAL, gone, ins, p, r, word

Type = Callable[..., object]
HEAD = p("Protocol on Advice", style="Title") + p("Advice", style="Heading1", num="0:7")
PLAIN = word(
    HEAD + p("Members should ask. See paragraph 1.2.", num="1:7") + p("Officers answer.", num="1:7"),
    numbering=LEGAL,
)
TRACKED = word(
    HEAD
    + p(r("Members ") + gone("should") + ins("must") + r(" ask the clerk."), num="1:7")
    + p("Officers answer.", num="1:7"),
    numbering=LEGAL,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plain.docx").write_bytes(PLAIN)
    (tmp_path / "tracked.docx").write_bytes(TRACKED)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_word_file_becomes_a_protocol_that_checks_with_its_numbers(folder: Path, type_: Type) -> None:
    said = type_("import", "plain.docx", "--into", "protocol")
    assert said.code == 0
    assert "100% accounted for" in said.out
    assert "1 made live: paragraph 1.2" in said.out
    assert type_("check").code == 0
    assert "1.1 Members should ask. See paragraph 1.2." in type_("show").out


def test_tracked_changes_become_two_protocols_and_notes(folder: Path, type_: Type) -> None:
    said = type_("import", "tracked.docx", "--into", "protocol")
    assert said.code == 0
    assert (
        "The text with them is in protocol/, the text before them in protocol-before/, and 1 note" in said.err
    )
    note = (folder / "changelog" / "next" / "word-01.yaml").read_text("utf-8")
    assert "proposer: A Drafter" in note
    shown = type_("redline", "protocol-before", "protocol", "--show").out
    assert "[-should-] [+must+]" in shown
    assert "Tracked in Word on 3 May 2026; no reason is given in the file." in " ".join(shown.split())


def test_nothing_of_an_earlier_import_is_written_over_unasked(folder: Path, type_: Type) -> None:
    (folder / "protocol-before").mkdir()
    (folder / "protocol-before" / "protocol.yaml").write_text("mine: true\n", "utf-8")
    said = type_("import", "tracked.docx", "--into", "protocol")
    assert said.code == 2
    assert "'protocol-before' holds a protocol already" in said.err
    assert not (folder / "protocol").exists()


def test_a_word_file_is_either_side_of_a_redline(folder: Path, type_: Type) -> None:
    shown = type_("redline", "plain.docx", "tracked.docx", "--show").out
    assert "Old text: plain.docx" in shown
    assert "New text: tracked.docx with its tracked changes" in shown
    assert "[+must+]" in shown


def test_one_file_named_twice_shows_its_own_tracked_changes(folder: Path, type_: Type) -> None:
    shown = type_("redline", "tracked.docx", "tracked.docx", "--show").out
    assert "Old text: tracked.docx before its tracked changes" in shown
    assert "[-should-] [+must+]" in shown


@pytest.mark.parametrize(
    "verb", [("import", "bad.docx", "--into", "a"), ("redline", "plain.docx", "bad.docx")]
)
def test_a_damaged_file_is_told_in_words(folder: Path, type_: Type, verb: tuple[str, ...]) -> None:
    (folder / "bad.docx").write_bytes(PLAIN[:400])
    said = type_(*verb)
    assert said.code == 1
    assert "bad.docx is damaged, so it cannot be read as a Word file." in said.err
    assert not (folder / "a").exists()


def test_a_file_too_large_to_be_a_protocol_is_not_read(folder: Path, type_: Type) -> None:
    with (folder / "huge.docx").open("wb") as file:
        file.truncate(60_000_000)
    said = type_("import", "huge.docx", "--into", "a")
    assert said.code == 1
    assert "'huge.docx' is larger than 50 MB, and was not read." in said.err
