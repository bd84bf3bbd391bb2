"""A matching while it is made: who is free, what lies between, what kept its order."""

from __future__ import annotations

from pairing import beside, paired
from protobuild.redline.matching.exact import pair_ids
from protobuild.redline.matching.pairs import Pairing, in_order, one_each, spine_of


def three() -> Pairing:
    return beside("{a} One.\n{b} Two.\n{c} Three.", "{a} One.\n{b} Two.\n{c} Three.", pair_ids)


def test_an_entry_is_paired_once() -> None:
    made = beside("One.\nTwo.", "One.\nTwo.")
    made.pair(1, 2)
    made.pair(1, 1)
    made.pair(2, 2)
    assert paired(made) == {1: 2}
    assert made.here == {0: 0, 2: 1}


def test_what_was_unpaired_from_either_side_is_free_on_both() -> None:
    made = three()
    made.unpair_old(1)
    made.unpair_new(3)
    assert paired(made) == {2: 2}
    assert made.here == {0: 0, 2: 2}
    made.unpair_old(1)
    made.unpair_new(3)
    assert [made.free_old(at) for at in range(4)] == [made.free_new(at) for at in range(4)] == [
        False, True, False, True
    ]  # fmt: skip


def test_what_was_merged_or_split_off_is_part_of_something() -> None:
    made = beside("One.\nTwo.", "One.\nTwo.")
    made.merged[2], made.split[1] = 1, 2
    assert not made.free_old(2)
    assert not made.free_new(1)
    assert made.free_old(1)
    assert made.free_new(2)


def test_rows_and_cells_are_not_matched_for_themselves() -> None:
    made = beside("Words.\n| When | What |\n| May | Ask |", "Words.")
    assert made.loose() == ([1, 2], [1])


def test_things_of_different_kinds_are_not_alike_however_equal_their_words() -> None:
    made = beside("# Members may ask\nMembers may ask.", "Members may ask!\nMembers must ask.")
    assert made.likeness(1, 1) == 0.0
    assert made.likeness(2, 1) == 1.0
    assert 0.6 < made.likeness(2, 2) < 0.7


def test_no_two_entries_are_compared_twice() -> None:
    made = beside("Members may ask.", "Members may reply.")
    made.compared[1, 1] = 0.123
    assert made.likeness(1, 1) == 0.123
    assert made.likeness(0, 0) == made.compared[0, 0] == 1.0


def test_the_likest_comes_first_and_of_two_as_like_the_nearer() -> None:
    made = beside("One two three.\nRed blue green.", "Other.\nOne two three.\nRed blue grey.\nOne two three.")
    rows = made.ranked([1, 2], [2, 3, 4])
    assert [row[1:] for row in rows[:3]] == [(1, 2), (1, 4), (2, 3)]
    assert rows[0][0] == 1.0
    assert 0.6 < rows[2][0] < 0.7
    assert [row[1:] for row in made.by_likeness([(2, 4), (1, 4), (2, 3)])] == [(1, 4), (2, 3), (2, 4)]


def test_of_two_as_like_the_nearer_comes_first_even_if_it_stands_later() -> None:
    made = beside("One.\nTwo.\nThree.\nAsk first.", "Ask first.\nTwo.\nAsk first.")
    assert [row[1:] for row in made.by_likeness([(4, 1), (4, 3)])] == [(4, 3), (4, 1)]


def test_of_two_as_like_and_as_near_the_earlier_in_the_old_text_comes_first() -> None:
    made = beside("Ask.\nAsk.", "Ask.\nAsk.")
    assert [row[1:] for row in made.by_likeness([(2, 1), (1, 2)])] == [(1, 2), (2, 1)]


def test_what_is_worth_comparing_is_asked_once() -> None:
    made = beside("One.\nTwo.", "One.\nTwo.")
    first = made.worth()
    assert first == {1: [1, 2], 2: [1, 2]}
    made.pair(1, 1)
    assert made.worth() is first


# -- gaps


def test_what_lies_between_pairs_in_order_is_a_gap_if_both_sides_have_something() -> None:
    old = "{a} A.\nOne.\nTwo.\n{b} B.\nThree.\n{c} C.\n{d} D.\nFour."
    new = "New.\n{a} A.\nUno.\n{b} B.\n{c} C.\nDue.\n{d} D.\nTre.\nQuattro."
    made = beside(old, new, pair_ids)
    assert made.gaps() == [(range(2, 4), range(3, 4)), (range(8, 9), range(8, 10))]


def test_texts_with_nothing_paired_but_their_titles_are_one_gap() -> None:
    assert beside("One.\nTwo.", "Uno.").gaps() == [(range(1, 3), range(1, 2))]
    assert beside("One.\nTwo.", "").gaps() == []


def test_a_move_parts_no_gap() -> None:
    long = "{a} This long paragraph stays where it is whatever may move around it.\n"
    made = beside(f"{long}{{b}} Short.\nOne.", f"{{b}} Short.\n{long}Uno.", pair_ids)
    assert made.gaps() == [(range(2, 4), range(3, 4))]


# -- what stayed


def spine(old: str, new: str) -> list[int]:
    made = beside(old, new, pair_ids)
    return spine_of(made.there, made.old, made.new)


def test_of_two_paragraphs_that_changed_places_the_longer_stayed() -> None:
    short, long = "{a} Members decide.", "{b} Officers give advice whenever they are asked for it."
    assert spine(f"{short}\n{long}", f"{long}\n{short}") == [0, 2]
    assert spine(f"{long}\n{short}", f"{short}\n{long}") == [0, 1]


def test_a_section_stays_rather_than_a_paragraph_that_crosses_it() -> None:
    words = " ".join(["word"] * 24)
    old, new = f"# {{s}} Advice\n{{t}} Asked.\n{{p}} {words}", f"{{p}} {words}\n# {{s}} Advice\n{{t}} Asked."
    assert spine(old, new) == [0, 1, 2]


def test_a_paragraph_that_stays_in_its_section_stays_rather_than_a_longer_one_that_leaves_it() -> None:
    old = "# {s} Advice\n{a} Ask first.\n# {t} Replies\n{b} Officers reply in writing and within ten days."
    new = "# {s} Advice\n{b} Officers reply in writing and within ten days.\n{a} Ask first.\n# {t} Replies"
    assert spine(old, new) == [0, 1, 2, 3]


def test_a_long_item_stays_rather_than_three_short_ones_that_it_crossed() -> None:
    short, long = "- {b} one\n- {c} two\n- {d} three", "- {a} officers reply within ten working days"
    assert spine(f"{{l}} Do:\n{long}\n{short}", f"{{l}} Do:\n{short}\n{long}") == [0, 1, 2]


# -- choosing among rows


def test_each_entry_is_taken_by_the_first_row_that_wants_it() -> None:
    rows = [(0.9, 1, 1), (0.8, 1, 2), (0.7, 2, 1), (0.6, 2, 2)]
    assert one_each(rows) == [(0.9, 1, 1), (0.6, 2, 2)]


def test_of_rows_that_cross_the_likest_are_chosen() -> None:
    assert in_order([(0.9, 1, 2), (0.8, 2, 1), (0.5, 3, 3), (0.4, 4, 3)]) == [(1, 2), (3, 3)]
    assert in_order([(0.9, 1, 3), (0.8, 2, 1), (0.7, 3, 2)]) == [(2, 1), (3, 2)]
