"""Sure pairs: the titles, equal ids, equal words."""

from __future__ import annotations

from pairing import beside, paired
from protobuild.model.outline import Outline
from protobuild.redline.matching.exact import pair_equal_words, pair_ids, pair_titles, spread
from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import prepare


def test_titles_are_one_whatever_they_say_and_a_text_of_nothing_has_none() -> None:
    made = beside("Members decide.", "Officers advise.")
    assert made.there == made.here == {0: 0}
    empty = Pairing(prepare(Outline(()).entries), made.new)
    pair_titles(empty)
    assert empty.there == {}


def test_an_id_is_one_provision_wherever_it_stands() -> None:
    made = beside(
        "{a} Members decide.\n{b} It is so.", "{b} Officers advise.\n{c} New.\n{a} Other.", pair_ids
    )
    assert paired(made) == {1: 3, 2: 1}


def test_entries_without_an_id_are_not_paired_for_lacking_one() -> None:
    assert paired(beside("Members decide.", "Officers advise.", pair_ids)) == {}


def test_an_id_that_went_from_a_heading_to_a_paragraph_is_two_things() -> None:
    assert paired(beside("# {a} Advice\n{b} Ask.", "{a} Advice.\n{b} Ask.", pair_ids)) == {2: 2}


def test_words_said_once_on_either_side_are_one_entry_wherever_they_stand() -> None:
    old = "Members decide on every question.\nOfficers advise on every question.\nIt is reviewed once a year."
    new = "It is reviewed once a year.\nNew words stand here now.\nMembers decide on every question!"
    assert paired(beside(old, new, pair_equal_words)) == {1: 3, 3: 1}


def test_four_words_tell_an_entry_and_three_do_not_unless_they_are_a_heading() -> None:
    between = "Alpha beta gamma delta.\nEpsilon zeta eta theta."
    assert paired(beside(f"Members may ask officers.\n{between}", "New.\nMembers may ask officers.",
                         pair_equal_words)) == {1: 2}  # fmt: skip
    assert paired(beside(f"Members may ask.\n{between}", "New.\nMembers may ask.", pair_equal_words)) == {}
    assert paired(beside(f"# Asking\n{between}", "New.\n# Asking", pair_equal_words)) == {1: 2}


def test_equal_words_of_a_heading_and_a_paragraph_are_not_one_entry() -> None:
    old, new = "# Members may always ask\nOther.", "New.\nMembers may always ask."
    assert paired(beside(old, new, pair_equal_words)) == {}


def test_words_said_twice_go_with_their_neighbours_and_are_never_guessed() -> None:
    noted = "This is noted by the clerk."
    one, two = "Members decide on every question.", "Officers advise on every question."
    old = f"{one}\n{noted}\n{two}\n{noted}"
    assert paired(beside(old, f"{two}\n{noted}\nNew.\n{one}\n{noted}", pair_equal_words)) == {
        1: 4, 2: 5, 3: 1, 4: 2
    }  # fmt: skip
    assert paired(beside(f"Old.\n{noted}\n{noted}", f"New.\nAnew.\n{noted}", pair_equal_words)) == {}


def test_equal_neighbours_are_walked_both_ways_as_far_as_they_are_equal() -> None:
    old = "Ask.\nWait.\nWrite.\n{a} Members decide.\nReply.\nNote.\nFile."
    new = "Ask.\nHope.\nWrite.\n{a} Members do not decide.\nReply.\nNote.\nBin."
    made = beside(old, new, pair_ids, spread)
    assert paired(made) == {1: 1, 3: 3, 4: 4, 5: 5, 6: 6}
    assert paired(beside(old, "New.\n" + new, pair_ids, spread)) == {3: 4, 4: 5, 5: 6, 6: 7}


def test_words_that_are_only_marks_pair_nothing() -> None:
    assert paired(beside("Old one.\n---", "New.\nOther.\n---", pair_equal_words)) == {}


def test_a_heading_beside_a_pair_is_not_the_paragraph_that_says_the_same() -> None:
    assert paired(beside("{a} Decide.\n# Ask", "{a} Decide.\nAsk", pair_ids, spread)) == {1: 1}


def test_a_walk_along_equal_neighbours_ends_at_what_is_paired_elsewhere() -> None:
    one, other = "{a} One.\n{b} Ask.\nNoted.", "{a} One.\nAsk.\nNoted.\n{b} Else."
    assert paired(beside(one, other, pair_ids, spread)) == {1: 1, 2: 4}
    assert paired(beside(other, one, pair_ids, spread)) == {1: 1, 4: 2}
