"""Runs: equal texts have equal runs, and each round sees what stood after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protobuild.model.runs import Look, Run, plain, seen, text_of, tidy, words

STRONG = frozenset({"strong"})


def test_words_without_dress_are_one_run_and_no_words_are_none() -> None:
    assert words("Members decide.") == (Run("Members decide."),)
    assert words("") == ()


def test_neighbours_that_look_alike_become_one_run() -> None:
    assert tidy([Run("Members "), Run("may "), Run("ask.")]) == (Run("Members may ask."),)


def test_empty_runs_are_dropped_and_part_nothing() -> None:
    assert tidy([Run(""), Run("Members "), Run("", STRONG), Run("may.")]) == (Run("Members may."),)


def test_a_reference_stays_a_run_of_its_own_even_before_its_number_is_known() -> None:
    runs = (Run("see "), Run("2.1", ref="advice"), Run("", ref="reply"), Run(" below"))
    assert tidy(runs) == runs


@pytest.mark.parametrize(
    "other",
    [Run("b", STRONG), Run("b", href="https://example.gov.uk"), Run("b", ref="advice"), Run("b", born=1),
     Run("b", gone=1), Run("b", was=(Look(1, STRONG),)), Run("b", moved=1)],
)  # fmt: skip
def test_neighbours_that_differ_in_anything_but_words_stay_apart(other: Run) -> None:
    assert tidy([Run("a"), other]) == (Run("a"), other)
    assert tidy([other, Run("a")]) == (other, Run("a"))


def test_joined_runs_keep_their_dress_and_the_next_look_starts_afresh() -> None:
    runs = [Run("a", STRONG), Run("b", STRONG), Run("c"), Run("d", STRONG), Run("e", STRONG)]
    assert tidy(runs) == (Run("ab", STRONG), Run("c"), Run("de", STRONG))


def test_a_run_stands_from_the_round_that_wrote_it_to_the_one_before_it_was_struck() -> None:
    run = Run("may", born=2, gone=4)
    assert [run.seen_in(number) for number in range(6)] == [False, False, True, True, False, False]
    assert all(Run("may").seen_in(number) for number in range(3))


def test_a_run_that_was_redressed_twice_looks_each_time_as_it_did() -> None:
    first = Look(1, frozenset(), "https://example.gov.uk/a", "old-name")
    run = Run("may", frozenset({"emphasis"}), ref="new-name", was=(first, Look(3, STRONG)))
    assert run.as_of(0) == Run("may", frozenset(), "https://example.gov.uk/a", "old-name")
    assert run.as_of(1) == run.as_of(2) == Run("may", STRONG)
    assert run.as_of(3) == Run("may", frozenset({"emphasis"}), ref="new-name")


@pytest.mark.parametrize("marks", [{"born": 1}, {"gone": 0}, {"gone": 2}, {"moved": 1}])
def test_a_projected_run_carries_no_marks(marks: dict[str, int]) -> None:
    clean = Run("may", STRONG, "https://example.gov.uk", "advice")
    assert replace(clean, **marks).as_of(5) == clean


def test_a_run_is_marked_when_a_round_wrote_struck_or_redressed_it() -> None:
    assert Run("a", born=1).marked
    assert Run("a", gone=0).marked
    assert Run("a", was=(Look(1),)).marked
    assert not Run("a", STRONG).marked


def test_a_round_sees_its_own_text_as_tidy_runs() -> None:
    runs = (Run("Members "), Run("should ", gone=1), Run("must ", born=1), Run("ask.", moved=1))
    assert seen(runs, 0) == (Run("Members should ask."),)
    assert seen(runs, 1) == (Run("Members must ask."),)
    assert text_of(runs, 1) == "Members must ask."
    assert plain(runs) == "Members should must ask."
