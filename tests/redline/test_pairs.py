"""Our redline of the pairs and corpora that `benchmarks/peers` compares with others: quality only."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path

import pytest
from benchmarks.peers import ours
from benchmarks.peers.annotated import FOLDER, NEW, OLD, UNSEEN, Pair, load
from benchmarks.peers.corpora import CORPORA, corpus
from benchmarks.peers.expected import expected
from benchmarks.peers.score import Score, score
from benchmarks.peers.segments import accepted, blocks, rejected
from benchmarks.peers.sides import ideal, outline, text

from protobuild.model.outline import Outline
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

SETS = [pytest.param(FOLDER, id="pairs"), pytest.param(UNSEEN, id="pairs kept apart")]
APART = [pytest.param(FOLDER, 0, id="pairs"), pytest.param(UNSEEN, 1, id="pairs kept apart")]
"""The sets, and in how many pairs a list may differ: the second set holds what we know we miss."""
WAYS = [pytest.param(True, 0.94, id="ids"), pytest.param(False, 0.90, id="no ids")]
"""With ids or without, and the share of pairs that must be FULL: 47 and 45 of 50."""
LISTS = [field.name for field in dataclasses.fields(ours.Lists)]


@cache
def marked(pair: Pair, *, ids: bool) -> Outline:
    return redline(outline(pair, OLD, ids=ids), outline(pair, NEW, ids=ids), ids=ids)


@cache
def scored(pair: Pair, *, ids: bool) -> Score:
    found = list(ours.segments(marked(pair, ids=ids)))
    return score(found, ideal(pair), text(pair, OLD, layout=False), text(pair, NEW, layout=False))


@cache
def listed(pair: Pair) -> ours.Lists:
    return ours.lists(describe(marked(pair, ids=True)))


def drawn(name: str, *, ids: bool) -> Score:
    return scored(corpus(name), ids=ids)


@pytest.mark.parametrize("folder", SETS)
def test_an_annotated_text_holds_both_texts_and_its_ideal(folder: Path) -> None:
    for pair in load(folder):
        for side, taken in ((OLD, rejected), (NEW, accepted)):
            said = " ".join(entry.words for entry in outline(pair, side).entries[1:] if entry.words)
            lines = " ".join(line.strip("#->| ") for line in blocks(taken(ideal(pair))))
            numbers = {entry.num[0].text for entry in outline(pair, side).entries if entry.num}
            kept = [word for word in lines.split() if word not in numbers | {"|"}]
            assert kept == [word for word in said.split() if word not in numbers], pair.title


@pytest.mark.parametrize("folder", SETS)
@pytest.mark.parametrize(("ids", "share"), WAYS)
def test_pairs_are_redlined_as_a_clerk_would(folder: Path, ids: bool, share: float) -> None:
    pairs = load(folder)
    failing = [pair.title for pair in pairs if not scored(pair, ids=ids).full]
    assert len(failing) <= len(pairs) - share * len(pairs), failing


@pytest.mark.parametrize("folder", SETS)
@pytest.mark.parametrize("ids", [True, False])
def test_no_pair_loses_a_word_hides_an_edit_or_tears_a_word(folder: Path, ids: bool) -> None:
    for pair in load(folder):
        found = scored(pair, ids=ids)
        assert (found.right, found.hidden, found.torn) == (True, 0, 0), pair.title


@pytest.mark.parametrize("folder", SETS)
@pytest.mark.parametrize("ids", [True, False])
def test_nothing_is_shown_as_moved_that_stayed(folder: Path, ids: bool) -> None:
    assert not [pair.title for pair in load(folder) if scored(pair, ids=ids).false_moves]


@pytest.mark.parametrize(("folder", "apart"), APART)
@pytest.mark.parametrize("name", LISTS)
def test_lists_are_exact(folder: Path, apart: int, name: str) -> None:
    failing = []
    for pair in load(folder):
        found, wanted = listed(pair), expected(pair)
        if getattr(found, name) != getattr(wanted, name):
            failing.append(f"{pair.title}: {getattr(wanted, name)} and not {getattr(found, name)}")
    assert len(failing) <= apart, failing


@pytest.mark.parametrize("draw", [name for name in CORPORA if name.startswith("moves")])
@pytest.mark.parametrize(("ids", "missed"), [(True, 0), (False, 2)])
def test_moves_among_330_clauses_are_found_and_none_is_false(draw: str, ids: bool, missed: int) -> None:
    found = drawn(draw, ids=ids)
    assert found.right
    assert found.false_moves == 0
    assert found.hidden == 0
    assert found.moves >= found.ideal_moves - missed == 24 - missed


@pytest.mark.parametrize("ids", [True, False])
def test_three_edits_among_500_look_alikes_are_all_that_is_marked(ids: bool) -> None:
    found = drawn("look-alikes", ids=ids)
    assert found.right
    assert found.moves == found.false_moves == 0
    assert (found.words, found.pieces) == (found.ideal_words, found.ideal_pieces)


@pytest.mark.parametrize("ids", [True, False])
def test_two_unrelated_texts_are_whole_replacements(ids: bool) -> None:
    found = drawn("unrelated", ids=ids)
    assert found.right
    assert found.false_moves == 0
    assert found.pieces <= 2


@pytest.mark.parametrize("ids", [True, False])
def test_scattered_edits_in_10_000_words_are_marked_and_nothing_else(ids: bool) -> None:
    found = drawn("10,000 words", ids=ids)
    assert found.right
    assert found.moves == found.ideal_moves
    assert found.torn == found.false_moves == found.hidden == 0
    assert found.words <= found.ideal_words * 1.00
    assert found.pieces <= found.ideal_pieces * 1.02
