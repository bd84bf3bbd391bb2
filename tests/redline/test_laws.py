"""The laws of the redline, over random texts and what councils do to them."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from notation import read
from protobuild.model.outline import Outline, accept, project, reject
from protobuild.redline.compare import redline
from protobuild.redline.rounds import between
from strategies import amended, outlines

LAWFUL = settings(max_examples=tries(), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _pairs() -> st.SearchStrategy[tuple[Outline, Outline]]:
    return outlines().flatmap(lambda text: st.tuples(st.just(text), st.one_of(amended(text), outlines())))


@st.composite
def _cramped(draw: st.DrawFn) -> Outline:
    """Draw a text of so few words that everything in it looks like everything else."""
    line = st.lists(st.sampled_from(["members", "officers", "should", "must"]), min_size=1, max_size=6)
    lines = st.one_of(line.map(" ".join), line.map(lambda words: f"- {' '.join(words)}"), st.just("# Part"))
    return read("\n".join(draw(st.lists(lines, min_size=1, max_size=5))))


@LAWFUL
@given(_cramped(), _cramped(), _cramped())
def test_the_laws_hold_where_all_words_look_alike(one: Outline, two: Outline, three: Outline) -> None:
    marked = redline(one, two, three, ids=False)
    for number, text in enumerate((one, two, three)):
        assert project(marked, number).entries == text.entries


@LAWFUL
@given(_pairs(), st.booleans())
def test_accepting_gives_the_new_text_and_rejecting_the_old(pair: tuple[Outline, Outline], ids: bool) -> None:
    old, new = pair
    marked = redline(old, new, ids=ids)
    assert accept(marked).entries == new.entries
    assert reject(marked).entries == old.entries


@LAWFUL
@given(outlines(), st.booleans())
def test_a_text_against_itself_is_that_text(text: Outline, ids: bool) -> None:
    assert redline(text, text, ids=ids) == text


@st.composite
def _drafts(draw: st.DrawFn) -> list[Outline]:
    texts = [draw(outlines())]
    for _ in range(3):
        texts.append(draw(st.one_of(amended(texts[-1]), amended(texts[0]), outlines())))
    return texts


@LAWFUL
@given(_drafts())
def test_every_round_can_be_projected(texts: list[Outline]) -> None:
    marked = redline(*texts)
    for number, text in enumerate(texts):
        assert project(marked, number).entries == text.entries


@LAWFUL
@given(_drafts())
def test_the_first_round_among_several_is_the_redline_of_the_first_two_texts(texts: list[Outline]) -> None:
    several, alone = redline(*texts), redline(*texts[:2])
    first, _ = between(several, 0, 1)
    assert first.entries == alone.entries


@LAWFUL
@given(_drafts(), st.data())
def test_any_two_rounds_alone_are_both_their_texts_and_every_move_in_them_has_two_ends(
    texts: list[Outline], data: st.DataObject
) -> None:
    before = data.draw(st.integers(0, 2))
    after = data.draw(st.integers(before + 1, 3))
    step, _ = between(redline(*texts), before, after)
    assert project(step, 0).entries == texts[before].entries
    assert project(step, 1).entries == texts[after].entries
    left = [entry.moved for entry in step.entries if entry.moved and entry.gone]
    reached = [entry.moved for entry in step.entries if entry.moved and entry.born]
    assert sorted(left) == sorted(set(reached))
    assert len(reached) == len(left)


@LAWFUL
@given(_pairs())
def test_every_old_and_new_word_is_marked_once(pair: tuple[Outline, Outline]) -> None:
    old, new = pair
    marked = redline(old, new)
    for number, text in ((0, old), (1, new)):
        runs = [run for entry in marked.entries for run in entry.runs if run.seen_in(number)]
        assert sum(len(run.text) for run in runs) == sum(
            len(run.text) for entry in text.entries for run in entry.runs
        )
