"""Spaces beside a mark are no mark of their own; a change of spaces alone is shown."""

from __future__ import annotations

from protobuild.model.runs import Run
from protobuild.render.inline import Inline, write_runs
from protobuild.render.marks import stretches

PAGE = Inline({}, rounds=2)


def test_a_space_between_two_marks_has_no_letter_and_no_words_of_its_own() -> None:
    runs = (Run("favours", born=2), Run(" ", born=1), Run("from here"))
    assert [stretch.space for stretch in stretches(runs)] == [False, True, False]
    shown = write_runs(runs, PAGE)
    assert shown.count("<ins") == 1
    assert '</ins><span class="new-only"> </span>from here' in shown


def test_a_space_that_is_all_that_changed_is_shown() -> None:
    runs = (Run("chair"), Run(" ", born=1), Run("man"))
    assert not any(stretch.space for stretch in stretches(runs))
    assert write_runs(runs, PAGE).count("<ins") == 1
