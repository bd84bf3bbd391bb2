"""Numbers are worked out from the order of things: 1, 1.1, (a), (i)."""

from __future__ import annotations

import pytest

from protobuild.model.clause import Marks
from protobuild.model.numbering import Slot, labels, letters, mark, roman
from protobuild.model.outline import Kind

SECTION = Slot(Kind.SECTION, 1)
SUBHEADING = Slot(Kind.SUBHEADING, 2)
PARAGRAPH = Slot(Kind.PARAGRAPH, 2)
CONTINUATION = Slot(Kind.CONTINUATION, 3)


def item(marks: Marks | None = None, level: int = 3) -> Slot:
    return Slot(Kind.ITEM, level, marks)


def test_sections_count_on_and_paragraphs_start_again_in_each() -> None:
    slots = [SECTION, PARAGRAPH, PARAGRAPH, SECTION, PARAGRAPH]
    assert labels(slots, "decimal") == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_text_without_numbers_has_none_but_its_lists_keep_their_letters() -> None:
    assert labels([SECTION, PARAGRAPH, item(), item()], "none") == ["", "", "(a)", "(b)"]


def test_what_is_not_cited_takes_no_number_and_uses_none_up() -> None:
    slots = [SECTION, PARAGRAPH, SUBHEADING, PARAGRAPH, CONTINUATION, PARAGRAPH]
    assert labels(slots, "decimal") == ["1", "1.1", "", "1.2", "", "1.3"]


def test_items_start_again_under_each_paragraph_and_each_section() -> None:
    slots = [SECTION, PARAGRAPH, item(), item(), PARAGRAPH, item(), SECTION, item()]
    assert labels(slots, "decimal") == ["1", "1.1", "(a)", "(b)", "1.2", "(a)", "2", "(a)"]


def test_a_list_goes_on_after_the_list_inside_one_of_its_items() -> None:
    inner = item("roman", 4)
    slots = [SECTION, PARAGRAPH, item(), inner, inner, item(), inner, item()]
    assert labels(slots, "decimal")[2:] == ["(a)", "(i)", "(ii)", "(b)", "(i)", "(c)"]


def test_a_list_goes_on_after_an_unnumbered_paragraph_beside_its_items() -> None:
    assert labels([PARAGRAPH, item(), CONTINUATION, item()], "decimal") == ["0.1", "(a)", "", "(b)"]


def test_a_list_in_decimals_takes_the_number_of_what_holds_it() -> None:
    slots = [SECTION, PARAGRAPH, item("decimals"), item("decimals"), item("decimals", 4)]
    assert labels(slots, "decimal") == ["1", "1.1", "1.1.1", "1.1.2", "1.1.2.1"]


def test_a_list_in_decimals_under_nothing_numbered_counts_alone() -> None:
    assert labels([SECTION, PARAGRAPH, item("decimals")], "none") == ["", "", "1."]
    assert labels([item("decimals")], "decimal") == ["1."]
    assert mark(2, "decimals") == "2."


@pytest.mark.parametrize(
    ("marks", "label"),
    [("letters", "(c)"), ("roman", "(iii)"), ("numbers", "3."), ("decimals", "4.2.3"), ("bullets", "")],
)
def test_a_list_is_marked_as_its_author_chose(marks: Marks, label: str) -> None:
    assert mark(3, marks, "4.2") == label


@pytest.mark.parametrize(
    ("number", "letter"), [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_letters_go_on_after_z(number: int, letter: str) -> None:
    assert letters(number) == letter


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "i"), (3, "iii"), (4, "iv"), (5, "v"), (9, "ix"), (14, "xiv"), (40, "xl"), (88, "lxxxviii"),
     (90, "xc"), (149, "cxlix")],
)  # fmt: skip
def test_roman_numerals_are_written_as_the_romans_wrote_them(number: int, numeral: str) -> None:
    assert roman(number) == numeral
