"""The redline of two texts and of several: what it carries beside its marks, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notation import read, write
from protobuild.model.outline import Cover, Entry, Kind, Outline, Side, accept, reject
from protobuild.model.runs import Run, words
from protobuild.redline.compare import UnprovedError, different, one_round, prove, redline

ONE, TWO, THREE = (
    replace(
        read(f"{{a}} Members {word} ask.\n{{b}} It is noted."), sides=(Side(word),), cover=Cover(council=word)
    )
    for word in ("may", "should", "must")
)


def test_a_redline_names_every_text_and_has_the_cover_of_the_last() -> None:
    marked = redline(ONE, TWO, THREE)
    assert [side.label for side in marked.sides] == ["may", "should", "must"]
    assert marked.cover.council == "must"


def test_a_text_alone_is_its_own_redline() -> None:
    assert redline(ONE) == ONE
    assert redline(ONE).cover == ONE.cover


def test_a_redline_may_be_amended_and_its_last_text_is_what_is_compared() -> None:
    marked = redline(redline(ONE, TWO), THREE)
    assert [side.label for side in marked.sides] == ["should", "must"]
    assert reject(marked).entries == TWO.entries
    assert accept(marked).entries == THREE.entries


def test_each_round_is_the_text_it_came_from() -> None:
    assert write(redline(ONE, TWO, THREE)) == (
        "  0.1 Members [-may-][xshouldx][+must+] ask.\n  0.2 It is noted."
    )


def test_made_up_ids_pair_nothing_and_chosen_ones_do() -> None:
    old = read("{a} Members decide every question.\n{b} Officers advise on every question.")
    new = read("{b} Members decide every question.\n{a} Officers advise on every question.")
    assert any(entry.moved for entry in redline(old, new).entries)
    assert not any(entry.moved for entry in redline(old, new, ids=False).entries)
    assert not any(entry.moved for entry in redline(old, old, new, ids=False).entries)
    assert one_round(old, new) == one_round(old, new, ids=True) != one_round(old, new, ids=False)


# -- texts that are not versions of one document


def marked(*runs: Run, rounds: int = 1) -> Outline:
    """Return a redline of one paragraph of these runs, under a title that stayed."""
    title = Entry("", 0, Kind.TITLE, heading=words("A long title that never changed"))
    return Outline((title, Entry("", 2, Kind.PARAGRAPH, body=runs)), (Side("x"),) * (rounds + 1))


def test_less_than_a_fifth_of_the_shorter_text_is_too_little_in_common() -> None:
    assert different(marked(Run("x" * 19), Run("x" * 81, gone=1), Run("y" * 200, born=1)))
    assert not different(marked(Run("x" * 20), Run("x" * 80, gone=1), Run("y" * 200, born=1)))
    assert different(marked(Run("x" * 19), Run("x" * 200, gone=1), Run("y" * 81, born=1)))
    assert not different(marked(Run("x" * 20), Run("x" * 200, gone=1), Run("y" * 80, born=1)))


def test_a_text_that_only_grew_or_shrank_is_the_same_document() -> None:
    assert not different(marked(Run("x" * 5), Run("y" * 200, born=1)))
    assert not different(marked(Run("x" * 5), Run("y" * 200, gone=1)))
    assert not different(marked(Run("y" * 200, born=1)))


def test_words_that_moved_are_words_in_common() -> None:
    assert different(marked(Run("x" * 50, gone=1), Run("x" * 50, born=1)))
    assert not different(marked(Run("x" * 50, gone=1, moved=1), Run("x" * 50, born=1, moved=1)))


def test_headings_count_as_words_and_the_title_does_not() -> None:
    text = marked(Run("x", gone=1), Run("y", born=1))
    headed = replace(text.entries[1], heading=words("Advice"))
    assert different(text)
    assert not different(replace(text, entries=(text.entries[0], headed)))


def test_of_several_rounds_the_first_and_the_last_text_are_compared() -> None:
    assert different(marked(Run("x" * 9, gone=2), Run("y" * 9, born=2), rounds=2))
    assert not different(marked(Run("x" * 9), Run("y" * 9, born=1, gone=2), rounds=2))


def test_texts_with_nothing_in_common_but_an_id_are_replaced_whole() -> None:
    old = read("{a} Members ask the clerk for any paper they need.")
    new = read(
        "{a} Vehicles left overnight will be towed away without notice.\n{b} Permits cost ninety pounds."
    )
    assert write(redline(old, new)) == (
        "- [-0.1-] [-Members ask the clerk for any paper they need.-]\n"
        "+ [+0.1+] [+Vehicles left overnight will be towed away without notice.+]\n"
        "+ [+0.2+] [+Permits cost ninety pounds.+]"
    )


# -- the proof


def test_a_redline_that_holds_its_texts_is_proved() -> None:
    prove(redline(ONE, TWO, THREE), [ONE, TWO, THREE])


@pytest.mark.parametrize("wrong", [0, 1, 2])
def test_a_redline_that_lost_any_of_its_texts_is_refused_and_says_which(wrong: int) -> None:
    texts = [ONE, TWO, THREE]
    made = redline(*texts)
    texts[wrong] = read("Other words.")
    with pytest.raises(
        UnprovedError, match=f"the text after round {wrong} cannot be had back from the redline"
    ):
        prove(made, texts)
