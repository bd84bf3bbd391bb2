"""A table laid out with spaces or tabs is one where its columns prove it, and is reported where not."""

from __future__ import annotations

import pytest

from protobuild.interchange.document import Imported, read_document
from protobuild.interchange.notes import Topic

ROWS = [["Role", "Name", "Telephone"], ["Clerk", "A. N. Other", "01234"], ["Mayor", "B. Other*", "05678"]]


def read(rows: list[str]) -> Imported:
    listed = "\n".join(rows)
    return read_document("a.txt", f"Protocol\n\n1.1 They help:\n\n{listed}\n\n1.2 Ask them.\n".encode())


def tables(found: Imported) -> list[dict]:
    return [each["matrix"] for section in found.sections for each in section["clauses"] if "matrix" in each]


@pytest.mark.parametrize(
    "rows",
    [["".join(cell.ljust(15) for cell in row).rstrip() for row in ROWS], ["\t".join(row) for row in ROWS]],
    ids=["spaces", "tabs"],
)
def test_rows_whose_columns_stand_in_line_are_a_table(rows: list[str]) -> None:
    found = read(rows)
    assert tables(found) == [{"columns": ROWS[0], "rows": [ROWS[1], ["Mayor", r"B. Other\*", "05678"]]}]
    assert "taken for a table of 3 columns" in found.report.about(Topic.TABLE)[0].message


@pytest.mark.parametrize(
    "rows",
    [
        ["Role      Name", "Clerk          A. N. Other", "Mayor     B. Other"],
        ["Role      Name", "Clerk     A. N. Other"],
        ["Role\tName", "Clerk   A. N. Other", "Mayor\tB. Other\tand others"],
    ],
    ids=["out of line", "too few", "of other lengths"],
)
def test_what_is_not_certainly_a_table_is_kept_as_words_and_reported(rows: list[str]) -> None:
    found = read(rows)
    assert tables(found) == []
    assert found.report.coverage.whole
    assert "looks like a table" in found.report.about(Topic.TABLE)[0].message


@pytest.mark.parametrize("mark", ["1.{}", "({})", "-"])
def test_numbers_and_bullets_that_stand_in_line_are_no_table(mark: str) -> None:
    rows = [f"{mark.format(sign)}    Words of it." for sign in ("3", "4", "5")]
    assert tables(read(rows)) == []


def test_a_sentence_that_ends_in_two_spaces_is_no_column() -> None:
    assert tables(read(["One word.  And more.", "Two words.  And on.", "Few words.  And on."])) == []
