"""Registers on a page that stands alone, in CSV that is only words, and as text."""

from __future__ import annotations

from protobuild.model.outline import Cover, Entry, Kind, Outline
from protobuild.model.register import Register
from protobuild.model.runs import words
from protobuild.render.registers import register_csv, registers_page, registers_text

REGISTER = Register(
    "duties",
    "Duties",
    "Who must do what.",
    ("Paragraph", "Who", "What"),
    (("1.1", "Members", "=SUM(A1)"), ("1.2", "", "one\ntwo <b>")),
)
OUTLINE = Outline(
    (Entry("", 0, Kind.TITLE, heading=words("A Protocol")),), cover=Cover("Example Borough Council")
)


def test_a_page_has_a_table_with_headed_rows_and_columns_and_needs_nothing() -> None:
    page = registers_page(OUTLINE, [REGISTER])
    assert "<h1>Registers: A Protocol</h1>" in page
    assert "Example Borough Council" in page
    assert '<th scope="col">Paragraph</th>' in page
    assert '<th scope="row">1.1</th>' in page
    assert "<p>one</p><p>two &lt;b&gt;</p>" in page
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_no_cell_of_csv_is_a_formula() -> None:
    lines = register_csv(REGISTER).split("\r\n")
    assert lines[0] == '"Paragraph","Who","What"'
    assert lines[1] == '"1.1","Members","\'=SUM(A1)"'


def test_text_leaves_out_what_is_empty() -> None:
    text = registers_text([REGISTER, Register("terms", "Terms", "None yet.", ("Term",), ())])
    assert "  1.2\n    What: one\n      two <b>\n" in text
    assert text.count("Who:") == 1
    assert text.endswith("TERMS\nNone yet.\n  (none)\n\n")
