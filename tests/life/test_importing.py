"""What an import writes says what the text said, its numbers included."""

from __future__ import annotations

from pathlib import Path

import pytest

from protobuild.interchange.document import read_document, to_outline
from protobuild.life.importing import import_text
from protobuild.life.lenient import read_tree
from protobuild.life.lines import numbered_lines
from protobuild.store.load import load
from protobuild.store.tree import Files
from small_council import write

TEXTS = {
    "a section without number": "# Protocol\n\n## Foreword\n\nHi.\n\n## 4. Advice\n\n4.2 Members may ask.\n",
    "words before any heading": "Foreword words.\n\n## 4. Advice\n\n4.2 Members may ask.\n",
    "a first paragraph without number": "# Protocol\n\n## 4. Advice\n\nAsk first.\n\n4.2 Members may ask.\n",
    "lines that no blank line parts": "Protocol\n1. Aims\n1.1 Act.\n4. Advice\nAsk.\n4.1 So.\n4.2 Ask.\n",
    "a paragraph without number": "# Protocol\n\n## 4. Advice\n\n4.2 Members may ask.\n\nOfficers answer.\n",
}


def _insist_on_the_same(path: Path) -> None:
    files = Files("imported", import_text(path).files)
    assert [each.message for each in load(files).findings if each.rule == "numbers-outdated"] == []
    printed = to_outline(read_document(path.name, path.read_bytes()))
    assert numbered_lines(read_tree(files)) == numbered_lines(printed)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_printed_numbers_stand_where_some_have_none(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"text.md": text})
    _insist_on_the_same(tmp_path / "text.md")
    assert "4.2" in numbered_lines(read_tree(Files("again", import_text(tmp_path / "text.md").files)))


@pytest.mark.parametrize("heading", ["Why we have this protocol", "Numbers", "The baseline"])
def test_a_section_is_not_written_over_a_file_of_the_protocols_own(tmp_path: Path, heading: str) -> None:
    write(tmp_path, {"text.md": f"# Protocol\n\n## 1. {heading}\n\n1.1 Members may ask.\n"})
    loaded = load(Files("imported", import_text(tmp_path / "text.md").files))
    assert loaded.draft is not None, [finding.message for finding in loaded.findings]
    assert [section.heading for section in loaded.draft.sections] == [heading]


@pytest.mark.corpus
def test_printed_numbers_stand_in_every_real_text(corpus: Path) -> None:
    texts = [path for path in corpus.rglob("*") if path.suffix in (".md", ".txt") and path.stem != "README"]
    assert len(texts) > 10
    for path in texts:
        _insist_on_the_same(path)


@pytest.mark.parametrize("listed", ["(a) one;\n(b) two.", "1. one;\n2. two.", "- one;\n- two."])
def test_paragraphs_that_print_no_number_are_given_none(tmp_path: Path, listed: str) -> None:
    write(tmp_path, {"text.md": f"# Protocol\n\n## Aims\n\nMembers act.\n\nThey seek:\n\n{listed}\n"})
    _insist_on_the_same(tmp_path / "text.md")
    said = numbered_lines(read_tree(Files("again", import_text(tmp_path / "text.md").files)))
    assert not [line for line in said.splitlines() if line.startswith("1.1")]
