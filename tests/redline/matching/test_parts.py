"""Parts of pairs: items, rows, cells, columns."""

from __future__ import annotations

from pairing import beside, paired
from protobuild.redline.matching.exact import pair_ids
from protobuild.redline.matching.parts import pair_parts


def parts(old: str, new: str) -> dict[int, int]:
    """Return which parts are paired, their own lines counted from 1."""
    return paired(beside(old, new, pair_ids, pair_parts))


def test_items_of_a_pair_are_paired_in_whatever_order_they_stand() -> None:
    old = "{a} Officers must:\n- reply in time\n- keep confidences\n- stay neutral"
    new = "{a} Officers must:\n- stay neutral\n- reply in time\n- keep all confidences"
    assert parts(old, new) == {1: 1, 2: 3, 3: 4, 4: 2}


def test_items_that_share_less_than_two_fifths_of_their_words_are_two() -> None:
    assert parts("{a} Do:\n- ask any member now", "{a} Do:\n- tell any officer now at once") == {1: 1, 2: 2}
    assert parts("{a} Do:\n- ask any member", "{a} Do:\n- tell any officer now") == {1: 1}


def test_equal_items_said_twice_are_paired_one_for_one() -> None:
    old = "{a} Do:\n- reply\n- reply\n- reply"
    assert parts(old, "{a} Do:\n- reply\n- reply") == {1: 1, 2: 2, 3: 3}


def test_items_of_what_is_not_paired_stay_alone() -> None:
    assert parts("Officers must:\n- reply in time", "Officers may:\n- reply in time") == {}


def test_a_sections_paragraphs_and_a_texts_sections_are_no_parts_of_it() -> None:
    assert parts("# {a} Advice\nOfficers advise.", "# {a} Advice\nOfficers advise.") == {1: 1}
    assert parts("# Advice", "# Advice") == {}


TABLE = "{a} Who does what:\n| Matter | Members |\n| Budget | Decide |\n| Staff | Ask |"
"""Entries: 1 the paragraph, 2 the table, 3 its header, 4 and 5 its cells, then 6, 7, 8 and 9, 10, 11."""


def test_a_table_is_paired_with_its_rows_and_their_cells() -> None:
    assert parts(TABLE, TABLE) == {at: at for at in range(1, 12)}


def test_cells_of_rows_with_as_many_columns_are_paired_by_column_whatever_they_say() -> None:
    new = TABLE.replace("| Budget | Decide |", "| Budget | Vote freely |")
    assert parts(TABLE, new) == {at: at for at in range(1, 12)}
    swapped = TABLE.replace("| Budget | Decide |", "| Decide | Budget |")
    found = parts(TABLE, swapped)
    assert (found[6], found[7], found[8]) == (6, 7, 8)


def test_cells_of_rows_that_gained_a_column_are_paired_by_what_they_say() -> None:
    new = "{a} Who:\n| Officers | Matter | Members |\n| Advise | Budget | Decide |\n| Hire | Staff | Ask |"
    assert parts(TABLE, new) == {1: 1, 2: 2, 3: 3, 4: 5, 5: 6, 6: 7, 7: 9, 8: 10, 9: 11, 10: 13, 11: 14}


def test_a_row_is_known_by_its_first_cell_though_all_the_others_changed() -> None:
    old = (
        "{a} A:\n| Matter | Who |\n| Budget | Decide in full |\n| Staff | Ask the head of the paid service |"
    )
    new = "{a} A:\n| Matter | Who |\n| Staff | Ask the head of the paid service |\n| Budget | Leave it |"
    found = parts(old, new)
    assert (found[6], found[7], found[8]) == (9, 10, 11)
    assert (found[9], found[10], found[11]) == (6, 7, 8)


def test_a_first_cell_that_names_two_rows_names_none() -> None:
    old = "{a} A:\n| Matter | Who |\n| Budget | Red rose garden |\n| Budget | Blue sea harbour |"
    new = "{a} A:\n| Matter | Who |\n| Budget | Green hill farm house |\n| Press | Blue sea harbour |"
    found = parts(old, new)
    assert found[9] == 9
    assert 6 not in found


def test_a_row_of_one_cell_has_no_name_but_its_words() -> None:
    assert parts("{a} A:\n| Matter |\n| Budget |", "{a} A:\n| Matter |\n| Budget |") == {
        at: at for at in range(1, 7)
    }


def test_rows_without_a_name_are_paired_by_likeness() -> None:
    old = "{a} A:\n| Matter | Who |\n| - | Members decide it |\n| - | Nobody |"
    new = "{a} A:\n| Matter | Who |\n| - | Nobody at all |\n| - | Members decide it all |"
    found = parts(old, new)
    assert (found[6], found[9]) == (9, 6)


def test_rows_that_both_lack_a_name_are_not_one_row_for_that() -> None:
    old = "{a} A:\n| Matter | Who decides |\n| Staff | Head of paid service |\n| - | Red rose |"
    new = "{a} A:\n| Matter | Who decides |\n| Staff | Head of paid service |\n| - | Blue sea |"
    assert 9 not in parts(old, new)


def test_a_row_is_known_by_its_name_though_the_next_cell_is_bare() -> None:
    old = "{a} A:\n| Matter | When | Who decides |\n| Staff | - | Head |\n| Budget | - | Red rose garden |"
    new = "{a} A:\n| Matter | When | Who decides |\n| Staff | - | Head |\n| Budget | - | Blue sea harbour |"
    assert parts(old, new)[10] == 10


def test_many_equal_items_are_paired_one_for_one() -> None:
    old = "{a} Reply to each:\n" + "- none\n" * 15
    assert parts(old, old) == {at: at for at in range(1, 17)}


def test_equal_items_keep_their_order_beside_one_that_its_id_paired() -> None:
    old = "{a} Reply to:\n- {x} none\n- none\n- none"
    assert parts(old, old) == {at: at for at in range(1, 5)}
    assert parts(old, old.replace("{x} none", "{x} all")) == {at: at for at in range(1, 5)}
    assert parts(old.replace("{x} none", "{x} all"), old) == {at: at for at in range(1, 5)}


def test_a_row_is_known_by_its_name_though_an_unchanged_row_has_the_same_name() -> None:
    old = "{a} A:\n| Matter | Who |\n| Budget | Nobody at all |\n| Budget | Red rose garden |"
    new = "{a} A:\n| Matter | Who |\n| Budget | Nobody at all |\n| Budget | Blue sea harbour house |"
    assert parts(old, new) == {at: at for at in range(1, 12)}
