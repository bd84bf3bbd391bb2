"""Merges and splits: neighbours that, read together, say what one entry of the other text says."""

from __future__ import annotations

import pytest

from pairing import beside, paired
from protobuild.redline.matching.exact import pair_ids
from protobuild.redline.matching.joins import join_neighbours, join_whole
from protobuild.redline.matching.pairs import Pairing

ONE = "Officers give members factual advice whenever they are asked."
TWO = "Members decide openly and record the reasons they had."
THREE = "Minutes are published within ten working days of that."
KEPT = "{k} Nothing in this text limits what the law allows."
LAST = "{l} It is looked at again in four years."


def joins(made: Pairing) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """Return what is paired, merged and split."""
    return paired(made), made.merged, made.split


def both_ways(apart: str, together: str, *stages: object) -> tuple[Pairing, Pairing]:
    """Return the apart paragraphs put together, and the joined one taken apart."""
    return beside(apart, together, *stages), beside(together, apart, *stages)  # type: ignore[arg-type]


# -- free neighbours and a free whole


@pytest.mark.parametrize("order", [(ONE, TWO, THREE), (TWO, ONE, THREE), (THREE, TWO, ONE)])
def test_three_paragraphs_made_one_are_a_merge_and_one_made_three_a_split(order: tuple[str, ...]) -> None:
    apart, together = "\n".join([KEPT, *order, LAST]), "\n".join([KEPT, " ".join(order), LAST])
    merge, split = both_ways(apart, together, pair_ids, join_whole)
    assert joins(merge) == ({1: 1, 2: 2, 5: 3}, {3: 2, 4: 2}, {})
    assert joins(split) == ({1: 1, 2: 2, 3: 5}, {}, {3: 2, 4: 2})


def test_a_list_made_a_paragraph_is_a_merge() -> None:
    items = "Officers must always:\n- give advice\n- keep records\n- answer letters"
    made, back = both_ways(
        items, "Officers must always give advice, keep records and answer letters.", join_whole
    )
    assert joins(made) == ({1: 1}, {2: 1, 3: 1, 4: 1}, {})
    assert joins(back) == ({1: 1}, {}, {2: 1, 3: 1, 4: 1})


def test_what_one_paragraph_says_nearly_alone_is_no_merge() -> None:
    made = beside(f"{ONE}\nIt is.", f"{ONE[:-1]} here.", join_whole)
    assert joins(made) == ({}, {}, {})


def test_neighbours_that_say_only_half_of_a_paragraph_are_no_merge() -> None:
    more = "Every spring a panel of residents looks back on what was done and what was not."
    assert joins(beside(f"{ONE}\n{TWO}", f"{ONE} {more} {TWO} {more}", join_whole)) == ({}, {}, {})


def test_a_paragraph_between_two_others_keeps_them_apart() -> None:
    made = beside(f"{ONE}\nOther words.\n{TWO}", f"{ONE} {TWO}", join_whole)
    assert joins(made) == ({}, {}, {})


def test_a_heading_is_never_joined_to_a_paragraph() -> None:
    apart, together = f"# {ONE[:-1]}\n{TWO}", f"{ONE} {TWO}"
    for made in both_ways(apart, together, join_whole):
        assert joins(made) == ({}, {}, {})


def test_what_is_paired_already_is_not_joined_to_anything_new() -> None:
    apart = f"{ONE}\n{{a}} {TWO}"
    for made in both_ways(apart, f"{ONE} {TWO}\n{{a}} Short.", pair_ids, join_whole):
        assert made.merged == made.split == {}


# -- a pair that gained or lost a neighbour's words


def gained(old: str, new: str) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    return joins(beside(old, new, pair_ids, join_neighbours))


def test_a_pair_that_gained_its_neighbours_words_is_a_merge() -> None:
    assert gained(f"{{a}} {ONE}\n{TWO}\n{LAST}", f"{{a}} {ONE} {TWO}\n{LAST}") == ({1: 1, 3: 2}, {2: 1}, {})


def test_a_pair_that_lost_its_neighbours_words_is_a_split() -> None:
    assert gained(f"{{a}} {ONE} {TWO}\n{LAST}", f"{{a}} {ONE}\n{TWO}\n{LAST}") == ({1: 1, 2: 3}, {}, {2: 1})


def test_the_first_of_joined_paragraphs_is_the_one_that_stays() -> None:
    assert gained(f"{ONE}\n{{a}} {TWO}\n{LAST}", f"{{a}} {ONE} {TWO}\n{LAST}") == ({1: 1, 3: 2}, {2: 1}, {})
    assert gained(f"{{a}} {ONE} {TWO}\n{LAST}", f"{ONE}\n{{a}} {TWO}\n{LAST}") == ({1: 1, 2: 3}, {}, {2: 1})


def test_words_gained_that_no_neighbour_lost_join_nothing() -> None:
    assert gained(f"{{a}} {ONE}\n{THREE}\n{LAST}", f"{{a}} {ONE} {TWO}\n{LAST}") == ({1: 1, 3: 2}, {}, {})


def test_a_neighbour_may_be_reworded_on_the_way_but_not_beyond_recognition() -> None:
    reworded = "Members decide openly and note the reasons given."
    changed = "Members decide behind closed doors and note nothing."
    assert gained(f"{{a}} {ONE}\n{TWO}\n{LAST}", f"{{a}} {ONE} {reworded}\n{LAST}")[1] == {2: 1}
    assert gained(f"{{a}} {ONE}\n{TWO}\n{LAST}", f"{{a}} {ONE} {changed}\n{LAST}")[1] == {}


def test_a_neighbour_of_three_words_must_be_there_word_for_word() -> None:
    assert gained(f"{{a}} {ONE}\nThey reply.\n{LAST}", f"{{a}} {ONE} They reply at once.\n{LAST}")[1] == {
        2: 1
    }
    assert (
        gained(f"{{a}} {ONE}\nThey must reply.\n{LAST}", f"{{a}} {ONE} They reply at once.\n{LAST}")[1] == {}
    )
    assert (
        gained(f"{{a}} {ONE}\nThey may reply.\n{LAST}", f"{{a}} {ONE} They may not reply.\n{LAST}")[1] == {}
    )


def test_what_little_was_left_of_a_longer_neighbour_is_its_merge_if_it_begins_alike() -> None:
    long = "They shall be factual and shall not promote any one member."
    assert gained(f"{{a}} {ONE}\n{long}\n{LAST}", f"{{a}} {ONE} They must be factual.\n{LAST}")[1] == {2: 1}
    assert gained(f"{{a}} {ONE}\n{long}\n{LAST}", f"{{a}} {ONE} These must be factual.\n{LAST}")[1] == {}
    assert gained(f"{{a}} {ONE}\n{long}\n{LAST}", f"{{a}} {ONE} They must be so.\n{LAST}")[1] == {}


def test_a_part_told_in_another_order_is_known_by_its_phrases() -> None:
    part = "where a report is not confirmed by the inquiry no action is taken against the person who made it"
    told = "no action is taken against the person who made it where a report is not confirmed by the inquiry"
    assert gained(f"{{a}} {ONE}\n{part}\n{LAST}", f"{{a}} {ONE} {told}\n{LAST}")[1] == {2: 1}


def test_several_neighbours_on_both_sides_are_joined_past_what_was_not() -> None:
    old = f"{ONE}\nOther words.\n{{a}} {TWO}\nFurther words.\n{THREE}\n{LAST}"
    assert gained(old, f"{{a}} {ONE} {TWO} {THREE}\n{LAST}") == ({1: 1, 6: 2}, {3: 1, 5: 1}, {})


def test_a_neighbour_is_looked_for_twelve_entries_further_and_no_more() -> None:
    def apart(count: int) -> str:
        return "\n".join([f"{{a}} {ONE}", *[f"Other words {number}." for number in range(count)], TWO, LAST])

    assert gained(apart(11), f"{{a}} {ONE} {TWO}\n{LAST}")[1] == {13: 1}
    assert gained(apart(12), f"{{a}} {ONE} {TWO}\n{LAST}")[1] == {}


def test_nothing_is_joined_across_what_is_paired() -> None:
    old = f"{{a}} {ONE}\n{KEPT}\n{TWO}\n{LAST}"
    assert gained(old, f"{{a}} {ONE} {TWO}\n{KEPT}\n{LAST}") == ({1: 1, 2: 2, 4: 3}, {}, {})


def test_a_pair_that_moved_joins_nothing() -> None:
    long = "{k} " + " ".join([ONE, TWO, THREE])
    old = f"{{a}} {ONE}\n{TWO}\n{long}"
    assert gained(old, f"{long}\n{{a}} {ONE} {TWO}")[1] == {}


def test_no_words_are_joined_twice() -> None:
    old = f"{{a}} {ONE}\n{TWO}\n{{b}} {THREE}"
    assert gained(old, f"{{a}} {ONE} {TWO}\n{{b}} {TWO} {THREE}") == ({1: 1, 3: 2}, {2: 1}, {})
    assert gained(f"{{a}} {ONE} {TWO}\n{{b}} {TWO} {THREE}", old) == ({1: 1, 2: 3}, {}, {2: 1})


def test_headings_that_gained_words_take_them_from_no_paragraph() -> None:
    assert gained("# {a} Advice\nand replies of officers", "# {a} Advice and replies of officers")[1] == {}


def test_a_line_without_words_joins_nothing() -> None:
    assert gained(f"{{a}} {ONE}\n---\n{LAST}", f"{{a}} {ONE} {TWO}\n{LAST}")[1] == {}


def test_what_was_left_of_a_neighbour_must_be_mostly_its_own_words() -> None:
    long = "They shall be factual and shall not promote any one member."
    assert (
        gained(f"{{a}} {ONE}\n{long}\n{LAST}", f"{{a}} {ONE} They must be factual and quite open.\n{LAST}")[1]
        == {}
    )


def test_two_paragraphs_made_one_are_a_merge_whichever_comes_first() -> None:
    for order in ((ONE, TWO), (TWO, ONE)):
        apart, together = "\n".join([KEPT, *order, LAST]), "\n".join([KEPT, " ".join(order), LAST])
        merge, split = both_ways(apart, together, pair_ids, join_whole)
        assert joins(merge) == ({1: 1, 2: 2, 4: 3}, {3: 2}, {})
        assert joins(split) == ({1: 1, 2: 2, 3: 4}, {}, {3: 2})


def test_a_paragraph_that_nearly_says_the_whole_is_left_to_be_paired_first() -> None:
    long = f"{ONE} {TWO} {THREE}"
    made = beside(f"{long}\nThey may reply too.", f"{long} They may reply too.", join_whole)
    assert joins(made) == ({}, {}, {})


def test_a_heading_before_them_keeps_no_paragraphs_from_being_joined() -> None:
    merge, split = both_ways(f"# Advice\n{ONE}\n{TWO}", f"# Advice\n{ONE} {TWO}", join_whole)
    assert joins(merge) == ({2: 2}, {3: 2}, {})
    assert joins(split) == ({2: 2}, {}, {3: 2})


def test_what_was_joined_whole_takes_no_third_paragraph_that_repeats_a_part() -> None:
    apart, together = f"{ONE}\n{TWO}\n{ONE}\n{LAST}", f"{TWO} {ONE}\n{LAST}"
    merge, split = both_ways(apart, together, pair_ids, join_whole, join_neighbours)
    assert joins(merge) == ({2: 1, 4: 2}, {3: 2}, {})
    assert joins(split) == ({1: 2, 2: 4}, {}, {3: 2})


# -- just enough


def test_paragraphs_that_keep_three_words_of_four_when_read_together_are_a_merge() -> None:
    apart = "one two three four five six seven eight\nten eleven twelve red blue green gold grey"
    enough = "one two three four five six pink black ten eleven twelve red blue green white brown"
    merge, split = both_ways(apart, enough, join_whole)
    assert joins(merge) == ({1: 1}, {2: 1}, {})
    assert joins(split) == ({1: 1}, {}, {2: 1})
    assert joins(beside(apart, enough.replace("six", "plum"), join_whole)) == ({}, {}, {})


def test_three_words_of_a_neighbours_five_explain_what_was_gained() -> None:
    old = f"{{a}} {ONE}\nReplies then follow within weeks.\n{LAST}"
    assert gained(old, f"{{a}} {ONE} These then follow within days.\n{LAST}")[1] == {2: 1}
    assert gained(old, f"{{a}} {ONE} These then follow after days.\n{LAST}")[1] == {}


def test_six_words_of_a_neighbours_ten_explain_what_was_gained() -> None:
    old = f"{{a}} {ONE}\none two three four five six seven eight nine ten\n{LAST}"
    assert gained(old, f"{{a}} {ONE} one red two three blue four green five gold six\n{LAST}")[1] == {2: 1}
    assert gained(old, f"{{a}} {ONE} one red two three blue four green five gold grey\n{LAST}")[1] == {}


def test_of_eight_words_gained_five_that_a_long_neighbour_said_are_enough_and_of_seven_they_are_not() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    old = f"{{a}} {ONE}\n{long}\n{LAST}"
    assert gained(old, f"{{a}} {ONE} red two blue three four green five six\n{LAST}")[1] == {2: 1}
    assert gained(old, f"{{a}} {ONE} red two blue three four five six\n{LAST}")[1] == {}


def test_five_phrases_in_another_order_prove_a_part_and_four_do_not() -> None:
    old = f"{{a}} {ONE}\none two three four five six seven eight nine\n{LAST}"
    assert gained(old, f"{{a}} {ONE} six seven eight nine one two three four five\n{LAST}")[1] == {2: 1}
    assert gained(old, f"{{a}} {ONE} six seven nine eight one two three four five\n{LAST}")[1] == {}
