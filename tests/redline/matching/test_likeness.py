"""How alike two texts are, and which are worth comparing."""

from __future__ import annotations

import pytest

from protobuild.redline.matching.likeness import (
    Wording,
    candidates,
    common,
    holds,
    kept_in_order,
    likeness,
    without,
    wording,
)

ADVICE = "officers give members advice in writing within ten working days of the request"


def test_capitals_and_marks_do_not_count() -> None:
    assert (
        wording("Members, MAY ask.")
        == wording("members may ask")
        == Wording("members may ask", ("members", "may", "ask"))
    )
    assert wording("Members may ask").size == 3
    assert likeness(wording("Members, may ask!"), wording("members may ask")) == 1.0


def test_texts_without_words_are_alike_among_themselves_and_like_nothing_else() -> None:
    assert likeness(wording("--"), wording("")) == 1.0
    assert likeness(wording(""), wording("members")) == 0.0
    assert likeness(wording("members"), wording("")) == 0.0


def test_short_texts_are_as_alike_as_the_words_they_keep_in_order() -> None:
    assert likeness(wording("members may ask officers"), wording("members must ask officers")) == 0.75
    assert kept_in_order("a b c d".split(), "d c b a".split()) == 0.25
    assert common("a b c d".split(), "a x c y".split()) == 2


def test_a_paragraph_that_lost_half_its_words_is_known_by_the_phrases_it_kept() -> None:
    whole = wording(f"{ADVICE} and the clerk keeps a list of all that was asked and answered each year")
    assert kept_in_order(wording(ADVICE).words, whole.words) < 0.70
    assert likeness(wording(ADVICE), whole) == likeness(whole, wording(ADVICE)) == 0.95


def test_phrases_of_a_text_too_short_prove_nothing() -> None:
    nine, ten = ADVICE.split()[:9], ADVICE.split()[:10]
    rest = "and all of this is noted down by the clerk in one long list"
    assert likeness(wording(" ".join(nine)), wording(" ".join(nine) + " " + rest)) < 0.80
    assert likeness(wording(" ".join(ten)), wording(" ".join(ten) + " " + rest)) == 0.95


def test_a_text_where_only_words_were_swapped_is_judged_by_its_words() -> None:
    new = "officers give councillors advice on paper within ten full days of the request"
    assert likeness(wording(ADVICE), wording(new)) == kept_in_order(wording(ADVICE).words, wording(new).words)


def test_a_phrase_is_three_words_in_a_row_and_signs_are_words_and_phrases() -> None:
    said = wording("members may ask officers")
    assert said.phrases == {("members", "may", "ask"), ("may", "ask", "officers")}
    assert said.signs == said.phrases | set(said.words)
    assert wording("members may").phrases == frozenset()


def test_what_two_texts_share_can_be_set_aside() -> None:
    left = without(
        wording("officers advise members and members decide"), wording("officers help members decide")
    )
    assert left == wording("advise members and")
    assert without(wording("members decide"), wording("officers advise")) == wording("members decide")
    assert without(wording("members decide"), wording("members decide")) == wording("")


@pytest.mark.parametrize(
    ("part", "held"),
    [("members may", True), ("ask officers", True), ("may ask", True), ("members ask", False),
     ("officers ask", False), ("", True), ("members may ask officers now", False)],
)  # fmt: skip
def test_a_text_holds_words_that_stand_in_it_one_after_the_other(part: str, held: bool) -> None:
    assert holds("members may ask officers".split(), part.split()) is held


# -- candidates


def numbered(*texts: str) -> list[tuple[int, Wording]]:
    return [(number, wording(text)) for number, text in enumerate(texts)]


def test_few_texts_are_all_worth_comparing() -> None:
    old, new = numbered(*"abcdefgh"), numbered(*"stuvwxyz")
    assert candidates(old, new) == {at: list(range(8)) for at in range(8)}


def test_among_many_texts_those_that_share_the_rarest_words_are_looked_at_first() -> None:
    filler = [f"clause {number} of the council" for number in range(20)]
    new = numbered(*filler, "the quorum of the council is five", "the quorum sits in the budget vote")
    found = candidates(numbered("the budget quorum vote", *filler), new)
    assert found[0] == [21, 20]
    assert found[7][0] == 6


def test_what_too_many_texts_say_tells_none_of_them_apart() -> None:
    new = [*["members ask"] * 13, *["officers advise"] * 12]
    found = candidates(numbered("members ask", "officers advise", "the clerk notes"), numbered(*new))
    assert found == {0: [], 1: list(range(13, 18)), 2: []}


def test_no_more_than_asked_for_are_looked_at() -> None:
    new = numbered(*["members ask"] * 5)
    assert candidates(numbered("members ask"), new, most=2, few=4) == {0: [0, 1]}
    assert candidates(numbered("members ask"), new[:4], most=2, few=4) == {0: [0, 1, 2, 3]}


def test_a_sign_shared_with_fewer_counts_for_more() -> None:
    new = numbered("gifts a", "gifts b", "quorum c", "gifts d", "e f", "g h")
    assert candidates(numbered("quorum gifts"), new, most=2, few=4) == {0: [2, 0]}


def test_texts_of_common_words_are_known_by_a_phrase_that_only_they_share() -> None:
    common_words = [
        f"{text} {at}" for at in range(22) for text in ("alpha beta", "alpha of gamma", "to beta gamma")
    ]
    new = numbered(*common_words, "alpha beta gamma")
    assert candidates(numbered("alpha beta gamma"), new) == {0: [66]}


def test_of_a_long_text_the_rarest_words_are_asked_first() -> None:
    shared = " ".join(f"word{number}" for number in range(40))
    other = [f"clause {number}" for number in range(70)]
    rare = "the quorum sits in silence"
    found = candidates(numbered(f"{shared} {rare}"), numbered(shared, shared, *other, rare))
    assert found == {0: [72, 0, 1]}


def test_a_text_that_shares_next_to_nothing_beside_another_is_not_looked_at() -> None:
    shared = " ".join(f"word{number}" for number in range(40))
    other = [f"clause {number}" for number in range(70)]
    found = candidates(numbered(f"{shared} quorum"), numbered(shared, *other, "quorum"))
    assert found == {0: [0]}


def test_sixty_five_pairs_are_too_many_to_be_all_looked_at() -> None:
    assert candidates(numbered(*"abcde"), numbered(*"fghijklmnopqr")) == {at: [] for at in range(5)}


def test_a_faint_share_is_measured_on_the_likeliest_alone() -> None:
    new = numbered("gifts budget meals quorum", "meals vote")
    assert candidates(numbered("quorum meals budget gifts"), new, few=1) == {0: [0]}
