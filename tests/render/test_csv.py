"""A table as CSV keeps every word, and no cell of it is ever a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protobuild.render.csv import FORMULAS, write_csv

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=4)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(TABLE)
def test_no_cell_begins_like_a_formula_and_every_word_is_kept(rows: list[list[str]]) -> None:
    back = read(write_csv(("One", "Two"), rows))[1:]
    assert [[cell.removeprefix("'") if cell != said else cell for cell, said in zip(*pair, strict=True)]
            for pair in zip(back, rows, strict=True)] == rows  # fmt: skip
    assert not [cell for row in back for cell in row if cell.lstrip(" ").startswith(FORMULAS)]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_what_looks_like_a_formula_has_an_apostrophe_before_it(cell: str) -> None:
    assert read(write_csv(("A",), [[cell]]))[1] == [f"'{cell}"]


def test_a_heading_that_looks_like_a_formula_is_made_harmless_too() -> None:
    assert write_csv(("=A",), []) == '"\'=A"\r\n'
