"""A Word file of our own gives back both texts it was made from, words and numbers alike."""

from __future__ import annotations

from pathlib import Path

from protobuild.interchange.document import read_document, to_outline
from protobuild.interchange.docx.writing.file import write_docx
from protobuild.interchange.docx.writing.options import Options
from protobuild.life.lenient import read_folder
from protobuild.model.outline import Outline
from protobuild.model.runs import plain
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

ROOT = Path(__file__).resolve().parents[3]


def shown(outline: Outline) -> list[str]:
    return [f"{plain(entry.num)} {entry.words}".strip() for entry in outline.entries if entry.words]


def test_a_redline_in_word_is_read_back_as_its_two_texts() -> None:
    old, new = read_folder(min((ROOT / "changelog").glob("*/protocol"))), read_folder(ROOT / "protocol")
    data = write_docx(describe(redline(old, new)), Options())
    assert shown(to_outline(read_document("a.docx", data, before=True))) == shown(old)
    assert shown(to_outline(read_document("a.docx", data))) == shown(new)
    assert shown(old) != shown(new)
