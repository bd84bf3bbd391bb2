"""Pairs by likeness: what moved, what was reworded in place, what took another's place."""

from __future__ import annotations

from pairing import beside, paired
from protobuild.redline.matching.alike import FAR, SURE, pair_anywhere, pair_nearby, pair_replaced
from protobuild.redline.matching.exact import pair_equal_words, pair_ids
from protobuild.redline.matching.joins import join_whole

RECORDS = "The clerk keeps a record of each gift that members or officers are offered"
ADVICE = "Officers advise every political group alike when its leader asks for that"
SEATS = "Seats follow the share of places held"
KEPT = "{k} Nothing in this text limits what the law allows."
LAST = "{l} It is looked at again in four years."


def moved(before: str, after: str, *, ids: bool = False) -> bool:
    """Return whether a paragraph is known again on the other side of one that stays."""
    old, new = f"{before}\n{KEPT}\n{LAST}", f"{KEPT}\n{after}\n{LAST}"
    made = beside(old, new, pair_ids, ids=ids)
    pair_anywhere(made)
    return paired(made).get(1) == 2


# -- what moved


def test_a_long_paragraph_hardly_reworded_is_known_wherever_it_went() -> None:
    assert moved(f"{RECORDS}.", f"{RECORDS.replace('each', 'every')}.")


def test_a_paragraph_reworded_too_much_is_not_said_to_have_moved() -> None:
    assert not moved(f"{RECORDS}.", "The clerk keeps a list of gifts and of meals which councillors took.")


def test_two_thirds_of_the_words_are_too_few_for_a_move() -> None:
    assert not moved(
        f"{ADVICE}.", "Officers advise every political group equally if the chair asks for that."
    )


def test_a_paragraph_under_eight_words_is_not_moved_by_its_wording_alone() -> None:
    assert moved("Members never press officers for any personal favour.",
                 "Members never ever press officers for any personal favour.")  # fmt: skip
    assert not moved("Members never press officers for personal favours.",
                     "Members never ever press officers for personal favours.")  # fmt: skip


def test_words_that_other_entries_say_too_prove_no_move() -> None:
    echo = "Officers advise every political group alike when its chair asks for that."
    old = f"{ADVICE}.\n{KEPT}\n{echo}\n{LAST}"
    new = f"{KEPT}\n{ADVICE} now.\n{LAST}"
    made = beside(old, new, pair_ids)
    pair_anywhere(made)
    assert 1 not in paired(made)


def test_two_ids_chosen_by_an_author_are_two_provisions_unless_the_words_are_nearly_equal() -> None:
    close, closer = f"{ADVICE} and again now", f"{ADVICE} now"
    assert moved(f"{{a}} {ADVICE}.", f"{{b}} {closer}.", ids=True)
    assert not moved(f"{{a}} {ADVICE}.", f"{{b}} {close.replace('leader', 'chair')}.", ids=True)
    assert moved(f"{{a}} {ADVICE}.", f"{{b}} {close.replace('leader', 'chair')}.", ids=False)
    assert moved(f"{{a}} {ADVICE}.", f"{close.replace('leader', 'chair')}.", ids=True)


# -- what stayed, against what moved


def test_what_lies_in_place_is_preferred_to_a_slightly_liker_paragraph_elsewhere() -> None:
    near = ADVICE.replace("leader", "chair").replace("alike", "equally")
    old = f"{ADVICE}.\n{KEPT}\nOther words altogether stand here."
    new = f"{near}.\n{KEPT}\n{ADVICE.replace('leader', 'clerk')}."
    made = beside(old, new, pair_ids)
    pair_anywhere(made)
    assert paired(made)[1] == 1


def test_a_much_liker_paragraph_elsewhere_is_preferred_to_a_faint_likeness_in_place() -> None:
    faint = "Officers advise every political group equally if the chair asks for that."
    old = f"{ADVICE}.\n{KEPT}\nOther words altogether stand here."
    new = f"{faint}\n{KEPT}\n{ADVICE}."
    made = beside(old, new, pair_ids)
    pair_anywhere(made)
    assert paired(made)[1] == 3


def test_what_was_sixty_parts_alike_in_place_is_paired_before_other_things_are() -> None:
    made = beside(f"{KEPT}\nMembers may ask for advice.\n{LAST}",
                  f"{KEPT}\nMembers must ask for papers.\n{LAST}", pair_ids, pair_anywhere)  # fmt: skip
    assert made.likeness(2, 2) == 0.6
    assert paired(made)[2] == 2


def test_likenesses_in_place_that_cross_keep_the_heavier_and_leave_the_other() -> None:
    old = f"{KEPT}\nMembers may ask.\nOfficers should reply quickly.\n{LAST}"
    new = f"{KEPT}\nOfficers should reply promptly.\nMembers must ask.\n{LAST}"
    made = beside(old, new, pair_ids, pair_anywhere)
    assert paired(made) == {1: 1, 3: 2, 4: 4}


def test_what_crosses_in_place_is_no_move_unless_it_is_much_alike() -> None:
    old = f"{KEPT}\n{ADVICE}.\n{RECORDS}.\n{LAST}"
    new = (
        f"{KEPT}\nThe clerk keeps a note of each gift that members and officers may get.\n"
        f"Officers advise every political group equally if the chair asks for that.\n{LAST}"
    )
    assert paired(beside(old, new, pair_ids, pair_anywhere)) == {1: 1, 3: 2, 4: 4}


def test_equal_neighbours_follow_what_moved() -> None:
    old = f"{ADVICE}.\nThey say so.\n{KEPT}\n{LAST}"
    new = f"{KEPT}\n{ADVICE} now.\nThey say so.\n{LAST}"
    made = beside(old, new, pair_ids, pair_anywhere)
    assert paired(made) == {1: 2, 2: 3, 3: 1, 4: 4}


# -- nearby


def nearby(before: str, after: str, *, ids: bool = False) -> dict[int, int]:
    """Return what is paired between two paragraphs that stay."""
    made = beside(f"{KEPT}\n{before}\n{LAST}", f"{KEPT}\n{after}\n{LAST}", pair_ids, ids=ids)
    pair_nearby(made)
    return {at: to for at, to in paired(made).items() if 1 < at < len(made.old.entries) - 1}


def test_between_the_same_neighbours_a_faint_likeness_is_enough() -> None:
    assert nearby("Members may ask for papers.", "Members will read those papers.") == {2: 2}
    assert nearby("Members may ask for papers.", "Officers will read those papers.") == {}


def test_nearby_likenesses_that_cross_keep_the_likest() -> None:
    old = "Members may see any paper.\nOfficers may keep any secret."
    new = "Officers must keep any secret.\nMembers must see a paper.\nGroups meet."
    assert nearby(old, new) == {3: 2}


def test_nearby_entries_with_two_ids_much_alike_are_two_and_less_alike_one_reworded() -> None:
    assert (
        nearby("{a} Members may ask for papers now.", "{b} Members must ask for papers now.", ids=True) == {}
    )
    assert nearby("{a} Members may ask for papers now.", "{b} Members must read papers now.", ids=True) == {
        2: 2
    }
    assert nearby("{a} Members may ask for papers now.", "Members must ask for papers now.", ids=True) == {
        2: 2
    }


def test_a_wide_gap_is_looked_at_through_what_its_entries_share() -> None:
    old = "\n".join(f"Rule{number} speaks of matter{number} and term{number} alone." for number in range(9))
    new = "\n".join(f"Rule{number} tells of matter{number} and term{number} only." for number in range(9))
    assert nearby(old, new) == {at: at for at in range(2, 11)}


# -- what took another's place


def replaced(before: str, after: str, *, ids: bool = False) -> dict[int, int]:
    made = beside(f"{KEPT}\n{before}\n{LAST}", f"{KEPT}\n{after}\n{LAST}", pair_ids, ids=ids)
    pair_replaced(made)
    return {at: to for at, to in paired(made).items() if 1 < at < len(made.old.entries) - 1}


def test_as_many_new_paragraphs_between_the_same_neighbours_took_the_old_ones_places() -> None:
    assert replaced("Red.", "Blue.") == {2: 2}
    assert replaced("Red.\nRose.\nRuby.\nRust.", "Sky.\nSea.\nSteel.\nSapphire.") == {2: 2, 3: 3, 4: 4, 5: 5}


def test_more_or_fewer_or_too_many_have_taken_no_ones_place() -> None:
    assert replaced("Red.", "Sky.\nSea.") == {}
    assert replaced("Red.\nRose.", "Sky.") == {}
    assert replaced("Red.\nRose.\nRuby.\nRust.\nWine.", "Sky.\nSea.\nSteel.\nAzure.\nTeal.") == {}


def test_only_prose_of_the_same_kind_takes_anothers_place() -> None:
    assert replaced("Red.", "- Blue.") == {}
    assert replaced("# Red", "# Blue") == {}
    assert replaced("Red.\n- Rose.", "Blue.\n- Sky.") == {2: 2, 3: 3}
    assert replaced("> Red.", "- Blue.") == {}


def test_two_ids_never_take_each_others_place() -> None:
    assert replaced("{a} Red.", "{b} Blue.", ids=True) == {}
    assert replaced("{a} Red.", "Blue.", ids=True) == {2: 2}
    assert replaced("{a} Red.", "{b} Blue.") == {2: 2}


def test_paragraphs_under_different_headings_do_not_take_each_others_place() -> None:
    old = "# Advice\n{k} Kept words.\n# {s} Gifts\nRed.\n{l} Last words."
    new = "# Advice\n{k} Kept words.\nBlue.\n{l} Last words."
    made = beside(old, new, pair_ids, pair_replaced)
    assert paired(made) == {2: 2, 5: 4}


def test_what_is_paired_elsewhere_fills_no_gap() -> None:
    one = f"{KEPT}\nRed.\n{SEATS}.\n{LAST}"
    other = f"{SEATS}.\n{KEPT}\nBlue.\nSky.\n{LAST}"
    made = beside(one, other, pair_ids, pair_equal_words, pair_replaced)
    assert paired(made) == {1: 2, 3: 1, 4: 5}
    made = beside(other, one, pair_ids, pair_equal_words, pair_replaced)
    assert paired(made) == {1: 3, 2: 1, 5: 4}


def test_cells_in_a_gap_wait_for_their_table() -> None:
    table = "| Who | What |\n| All | Ask |"
    assert nearby(table, table) == {2: 2}


# -- at a threshold, and beside what is part of something


def test_what_says_seven_words_of_ten_may_have_moved() -> None:
    ten = "Officers advise every political group alike whenever members ask them."
    seven = "Officers counsel every political party alike whenever members beg them."
    assert beside(ten, seven).likeness(1, 1) == FAR
    assert moved(ten, seven)
    assert not moved(f"{{a}} {ten}", f"{{b}} {seven}", ids=True)


def test_two_ids_seven_words_of_ten_alike_are_two_provisions_in_place_too() -> None:
    ten = "{a} Officers advise every political group alike whenever members ask them."
    seven = "{b} Officers counsel every political party alike whenever members beg them."
    assert nearby(ten, seven, ids=True) == {}
    assert nearby(ten, seven) == {2: 2}


def test_two_ids_that_keep_nine_words_of_ten_are_one_provision() -> None:
    ten = "{a} Officers advise every political group alike whenever members ask them."
    assert nearby(ten, ten.replace("{a}", "{b}").replace("alike", "equally"), ids=True) == {2: 2}


def test_a_paragraph_made_an_item_elsewhere_is_known_if_hardly_a_word_differs() -> None:
    assert moved(f"{RECORDS}.", f"- {RECORDS.replace('each', 'every')}.")
    assert not moved(f"{ADVICE} and again now.", f"- {ADVICE.replace('leader', 'chair')} and now.")


def test_one_word_at_the_beginning_that_nothing_else_says_tells_what_moved() -> None:
    yearly = f"Yearly {ADVICE}."
    made = beside(f"{yearly}\n{KEPT}\n{LAST}\n{ADVICE}.", f"{KEPT}\n{yearly}\n{LAST}", pair_ids)
    pair_anywhere(made)
    assert paired(made)[1] == 2


def test_what_is_surely_found_is_looked_for_no_further() -> None:
    made = beside(f"{RECORDS}.", f"{RECORDS}, and shows it to all who ask.\n{RECORDS} now.", pair_anywhere)
    assert made.likeness(1, 1) == SURE
    assert paired(made) == {1: 1}
    assert set(made.compared) == {(1, 1)}


ONE = "Officers give members factual advice whenever they are asked."
TWO = "Members decide openly and record the reasons they had."


def test_a_paragraph_that_was_taken_apart_is_no_rival_for_what_is_still_free() -> None:
    old = f"{ONE} {TWO}\n{ONE} {TWO} Yearly all of it is looked at again.\n{LAST}"
    new = f"{ONE}\n{TWO}\n{LAST}\n{ONE} {TWO} Yearly."
    made = beside(old, new, pair_ids, join_whole, pair_anywhere)
    assert made.likeness(1, 4) > made.likeness(2, 4)
    assert (paired(made), made.split) == ({1: 1, 2: 4, 3: 3}, {2: 1})


def test_a_paragraph_that_was_put_together_is_no_rival_for_what_is_still_free() -> None:
    old = f"{ONE}\n{TWO}\n{LAST}\n{ONE} {TWO}"
    new = f"{ONE} {TWO}\n{LAST}\n{ONE} {TWO} It is so."
    made = beside(old, new, pair_ids, join_whole, pair_anywhere)
    assert (paired(made), made.merged) == ({1: 1, 3: 2, 4: 3}, {2: 1})


def test_a_gap_of_eight_by_eight_is_compared_whole_and_a_wider_one_only_where_it_is_likely() -> None:
    def found(count: int) -> dict[int, int]:
        old = "\n".join(f"Rule{number} speaks of matter{number}." for number in range(count))
        made = beside(old, old.replace("speaks", "tells"))
        made.likely = {}
        pair_nearby(made)
        return paired(made)

    assert found(8) == {at: at for at in range(1, 9)}
    assert found(9) == {}
