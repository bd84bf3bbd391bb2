"""What results when some changes are agreed and others are not: laws over random texts, and cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.model.outline import Outline, accept, reject
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Run, Runs
from protobuild.redline.compare import redline
from protobuild.redline.decided import decided, owners, stretches, with_edits
from protobuild.redline.schedule.changes import describe
from strategies import amended, outlines

LAWFUL = settings(max_examples=tries(), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(text: Outline) -> list[object]:
    """Return a text without what is worked out, its numbers and what references print.

    Nor with entries that say nothing, such as the row around cells: nobody decides about those.
    """
    worded = [entry for entry in text.entries if entry.words]
    return [(entry.level, entry.kind, _meant(entry.heading), _meant(entry.body)) for entry in worded]


def _meant(runs: Runs) -> list[object]:
    return [(run.ref or run.text, run.style, run.href) for run in runs]


def described(old: Outline, new: Outline, *, ids: bool = True) -> Redlined:
    return describe(redline(old, new, ids=ids))


def _pairs() -> st.SearchStrategy[tuple[Outline, Outline]]:
    return outlines().flatmap(lambda text: st.tuples(st.just(text), amended(text)))


@LAWFUL
@given(_pairs(), st.booleans())
def test_all_agreed_is_the_new_text_and_none_agreed_the_old(pair: tuple[Outline, Outline], ids: bool) -> None:
    made = described(*pair, ids=ids)
    if made.different:
        return
    assert said(decided(made, ())) == said(accept(made.outline))
    assert said(decided(made, [change.name for change in made.changes])) == said(reject(made.outline))


@LAWFUL
@given(_pairs(), st.data())
def test_any_subset_makes_exactly_those_changes(pair: tuple[Outline, Outline], data: st.DataObject) -> None:
    made = described(*pair)
    if made.different:
        return
    names = [each.name for change in made.changes for each in (change, *change.edits)]
    refused = with_edits(made, data.draw(st.sets(st.sampled_from(names))) if names else ())
    result = decided(made, refused)
    own = owners(made)
    assert _letters(run for entry in result.entries for run in entry.heading + entry.body) == _letters(
        run
        for at, entry in enumerate(made.outline.entries)
        for nth, _, runs in stretches(entry)
        for run in runs
        if run.seen_in(0 if own.of_stretch(at, entry, nth) in refused else 1)
    )


def _letters(runs: Iterable[Run]) -> Counter[str]:
    return Counter(letter for run in runs for letter in run.ref or run.text)


@LAWFUL
@given(_pairs(), st.booleans())
def test_every_mark_belongs_to_one_change_or_is_worked_out(pair: tuple[Outline, Outline], ids: bool) -> None:
    made = described(*pair, ids=ids)
    marks = Counter(mark for change in made.changes for mark in change.marks)
    assert all(times == 1 for times in marks.values())
    for at, entry in enumerate(made.outline.entries):
        for nth, _, runs in stretches(entry):
            display = all(run.ref for run in runs)
            assert nth < 0 or display or entry.went or (at, nth) in marks
        if (entry.born or entry.gone is not None) and entry.words and not made.different:
            assert (at, -1) in marks
