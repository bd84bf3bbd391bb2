"""Matching: who is who, without ids, and what may not be paired by wording alone."""

from __future__ import annotations

import pytest

from notation import read
from protobuild.model.outline import Kind, accept, reject
from protobuild.redline.carry import carried
from protobuild.redline.compare import UnprovedError, prove, redline
from protobuild.redline.matching.match import match
from protobuild.redline.schedule.changes import describe
from protobuild.redline.wording.spine import heaviest_spine

OLD = """
# Purpose
{a} This protocol guides members and officers in their dealings with one another.
# Conduct
{b} Members should tell the monitoring officer about any close relationship with an officer.
{c} Officers must be neutral between the political groups at all times.
"""


def test_the_spine_is_the_heaviest_chain_and_not_the_longest() -> None:
    pairs = [(0, 2, 1.0), (1, 3, 1.0), (2, 0, 9.0), (3, 1, 0.5)]
    assert heaviest_spine(pairs) == [2, 3]


def test_a_carried_id_is_trusted_whatever_the_words() -> None:
    new = read("{a} Nothing of the earlier wording stands here any longer at all.\nIt is gone.")
    old = read("{a} This protocol guides members and officers in their dealings.")
    assert match(old, new).pairs == {0: 0, 1: 1}
    assert match(old, new, ids=False).pairs == {0: 0}


def test_an_id_that_changed_what_it_is_stays_one_provision() -> None:
    old, new = (
        read("{a} Members decide.\n{b} Officers advise."),
        read("{a} Members decide.\n- {b} Officers advise."),
    )
    marked = redline(old, new)
    assert [face.kind for entry in marked.entries for face in entry.was] == [Kind.PARAGRAPH]


def test_a_swap_of_ids_is_shown_as_the_swap_it_is() -> None:
    old = read("{a} Members decide every question.\n{b} Officers advise on every question.")
    new = read("{b} Members decide every question.\n{a} Officers advise on every question.")
    marked = redline(old, new)
    assert accept(marked).entries == new.entries
    assert reject(marked).entries == old.entries
    assert any(entry.moved for entry in marked.entries)


def test_unrelated_texts_are_called_different_and_replaced_whole() -> None:
    new = read(
        """
        # Parking
        Vehicles left in the market square overnight will be towed without notice.
        Permits cost ninety pounds a year from the town hall.
        """.replace("        ", "")
    )
    described = describe(redline(read(OLD), new, ids=False))
    assert described.different
    kept = [entry for entry in described.outline.entries[1:] if not entry.born and entry.gone is None]
    assert kept == []


def test_two_versions_are_not_called_different() -> None:
    new = read(OLD.replace("should tell", "must tell").replace("at all times", "always"))
    assert not describe(redline(read(OLD), new, ids=False)).different


def test_ids_are_carried_only_where_the_words_are_sure() -> None:
    new = read(
        """
# Purpose
{x1} This protocol guides members and officers in their dealings with one another.
# Conduct
{x2} Members must tell the monitoring officer about any close relationship with an officer.
{x3} Officers must serve the whole council and be neutral in what they say and do about parties.
"""
    )
    pairs, unsure = carried(read(OLD), new)
    assert pairs == {"x1": "a", "x2": "b"}
    assert len(unsure) <= 1


def test_a_doubtful_likeness_is_told_and_not_carried() -> None:
    old = read(
        "{a} Members decide.\n{b} Officers give advice to members on request and in good time.\n{c} It ends."
    )
    new = read(
        "{x} Members decide.\n{y} Officers give advice to groups on paper and in plain words.\n{z} It ends."
    )
    pairs, unsure = carried(old, new)
    assert pairs == {"x": "a", "z": "c"}
    assert [line.split(" (")[0] for line in unsure] == ["0.2 resembles the earlier 0.2"]


def test_a_redline_that_lost_a_word_is_refused() -> None:
    old, new = read("Members decide."), read("Members alone decide.")
    marked = redline(old, new)
    with pytest.raises(UnprovedError):
        prove(marked, [old, read("Members decide at last.")])


def test_words_that_two_neighbours_lost_are_parted_from_one_of_them_only() -> None:
    lost = "No implications are identified at this stage."
    plan = "{a} The corporate plan supports the council in every matter."
    law = "{b} There is no legal duty to adopt a protocol, and no limit on what it can cover."
    apart = read(f"{plan}\n{lost}\n{law}")
    joined = read(f"{plan} {lost}\n{law.replace('{b}', '{b} ' + lost)}")
    for old, new in ((joined, apart), (apart, joined)):
        marked = redline(old, new)
        assert (reject(marked).entries, accept(marked).entries) == (old.entries, new.entries)


def test_two_made_up_ids_are_no_two_provisions() -> None:
    old = read("{a} Members may ask for papers now.\nIt is noted by the clerk.")
    new = read("{b} Members must ask for papers now.\nIt is noted by the clerk.")
    assert match(old, new, ids=False).pairs == {0: 0, 1: 1, 2: 2}
    assert match(old, new).pairs == {0: 0, 2: 2}
