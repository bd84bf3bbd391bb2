"""Texts prepared for matching: what each entry says, and what it lies in."""

from __future__ import annotations

import pytest

from notation import read
from protobuild.redline.matching.texts import Text, prepare

TEXT = "# Advice\nMembers ask.\n- in time\n| Who | What |\n| All | Ask |\nLast."
"""0 the title, 1 heading, 2 paragraph, 3 item, 4 table, 5 header, 6 and 7 cells, 8 row, 9 and 10, 11 last."""


@pytest.fixture
def text() -> Text:
    return prepare(read(TEXT).entries)


def test_each_entry_knows_what_it_lies_in_and_what_lies_in_it(text: Text) -> None:
    assert list(text.above) == [-1, 0, 1, 2, 2, 4, 5, 5, 4, 8, 8, 1]
    assert [list(below) for below in text.below] == [
        [1], [2, 11], [3, 4], [], [5, 8], [6, 7], [], [], [9, 10], [], [], []
    ]  # fmt: skip


def test_a_table_and_its_rows_say_what_their_cells_say_and_no_paragraph_says_its_items(text: Text) -> None:
    said = ["protocol", "advice", "members ask", "in time", "who what all ask", "who what", "who", "what"]
    said += ["all ask", "all", "ask", "last"]
    assert [sorted(one.words) for one in text.says] == [sorted(one.split()) for one in said]
    assert text.says[4].text.split() == list(text.says[4].words)


def test_entries_pair_within_their_family_only(text: Text) -> None:
    assert [text.family(at) for at in range(12)] == [
        "title", "heading", "prose", "prose", "table", "row", "cell", "cell", "row", "cell", "cell", "prose"
    ]  # fmt: skip


def test_rows_and_cells_do_not_stand_alone_and_a_table_does(text: Text) -> None:
    assert [at for at in range(12) if not text.stands_alone(at)] == [5, 6, 7, 8, 9, 10]


def test_a_text_of_nothing_is_ready_too() -> None:
    assert prepare(()) == Text((), [], [], [], [])
