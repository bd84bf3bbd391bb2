"""Reworded headings: over the same words, or over most of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from notation import read
from pairing import beside, paired
from protobuild.model.outline import Kind
from protobuild.redline.matching.exact import pair_equal_words, pair_ids, pair_titles
from protobuild.redline.matching.headings import pair_headings
from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import Text, prepare

RULE = "{a} Officers advise."
MORE = "{b} Members decide on what they were told."


def headed(old: str, new: str) -> dict[int, int]:
    """Return the headings that are paired, by the lines they stand on."""
    made = beside(old, new, pair_ids, pair_headings)
    return {at: to for at, to in paired(made).items() if not made.old.entries[at].id}


def test_a_heading_over_the_same_paragraph_is_one_whatever_it_says() -> None:
    assert headed(f"# Advice\n{RULE}", f"# What officers tell\n{RULE}") == {1: 1}


def test_only_the_last_heading_before_the_paragraph_stands_over_it() -> None:
    assert headed(f"# One\n# Two\n{RULE}", f"# Three\n{RULE}") == {2: 1}
    assert headed(f"# One\n{RULE}", f"# Two\n# Three\n{RULE}") == {1: 2}
    assert headed(f"# One\nGone words.\n{RULE}", f"# Two\nNew words.\n{RULE}") == {1: 1}


def test_a_heading_with_none_on_the_other_side_stays_alone() -> None:
    assert headed(f"# Advice\n{RULE}", RULE) == {}
    assert headed(f"# Advice\n{RULE}", f"Words.\n{RULE}") == {}


def test_headings_at_the_end_stand_over_nothing_kept() -> None:
    assert headed(f"{RULE}\n# Old end\nGone.", f"{RULE}\n# New end\nNew.") == {}


def test_a_heading_over_the_next_heading_only_is_not_the_same() -> None:
    assert headed("# One\n# {h} Two\nWords.", "# Three\n# {h} Two\nWords.") == {}


def test_a_section_renamed_and_moved_is_known_by_what_stands_under_it() -> None:
    old = f"# Advice\n{RULE}\n{MORE}\n# Gifts\n{{c}} A register is kept of every gift that is given."
    new = f"# Presents\n{{c}} A register is kept of every gift that is given.\n# Telling\n{RULE}\n{MORE}"
    assert headed(old, new) == {1: 3, 4: 1}


def test_a_section_that_moved_and_was_split_is_the_heading_over_most_of_its_words() -> None:
    stays = "{s} This paragraph is longer than all others here and stays in its place."
    old = f"# Advice\n{RULE}\n{MORE}\n{stays}"
    assert headed(old, f"{stays}\n# One\n{RULE}\n# Two\n{MORE}") == {1: 4}
    assert headed(old, f"{stays}\n# Two\n{MORE}\n# One\n{RULE}") == {1: 2}


def exchanged(old: str, new: str, *, ids: bool = False) -> dict[int, int]:
    """Return the headings that are paired when those of equal words were paired before."""
    made = Pairing(prepare(read(old).entries), prepare(read(new).entries), ids)
    for stage in (pair_titles, pair_equal_words, pair_headings):
        stage(made)
    return {at: to for at, to in paired(made).items() if made.old.entries[at].kind is Kind.SECTION}


HEADS = ("Roles", "Duties", "Gifts")
UNDER = (
    "Officers advise every member who asks.",
    "Members decide on what they were told.",
    "A register is kept of every gift that is given.",
)


def sections(heads: Iterable[str], under: Iterable[str]) -> str:
    return "\n".join(f"# {head}\n{words}" for head, words in zip(heads, under, strict=True))


@pytest.mark.parametrize("heads", [("Duties", "Roles", "Gifts"), ("Duties", "Gifts", "Roles")])
def test_headings_that_exchanged_their_words_stand_where_they_stood(heads: tuple[str, ...]) -> None:
    assert exchanged(sections(HEADS, UNDER), sections(heads, UNDER)) == {1: 1, 3: 3, 5: 5}


def test_headings_that_kept_their_order_stay_when_what_they_stood_over_changed_places() -> None:
    assert exchanged(sections(HEADS, UNDER), sections(HEADS, UNDER[::-1])) == {1: 1, 3: 3, 5: 5}


def test_a_section_that_moved_with_its_words_is_still_itself() -> None:
    assert exchanged(sections(HEADS, UNDER), sections(HEADS[::-1], UNDER[::-1])) == {1: 5, 3: 3, 5: 1}
    old, new = sections(HEADS[:2], UNDER[:2]), f"# Duties\n{UNDER[0]}\n{UNDER[1]}\n# Roles"
    assert exchanged(old, new) == {1: 4, 3: 1}


def test_headings_that_ids_name_are_believed() -> None:
    heads = ("{r} Roles", "{d} Duties")
    old, new = sections(heads, UNDER[:2]), sections(heads[::-1], UNDER[:2])
    assert exchanged(old, new, ids=True) == {1: 3, 3: 1}
    assert exchanged(old, new) == {1: 1, 3: 3}


def test_a_section_that_lost_most_of_its_words_to_another_is_not_that_other() -> None:
    old = f"# One\n{RULE}\n# {{t}} Two\n{MORE}"
    new = f"# {{t}} Two\n{RULE}\n{MORE}\n# New\nNew words."
    assert headed(old, new) == {}


def test_a_heading_in_place_is_preferred_to_one_over_more_of_its_words() -> None:
    old = f"{{s}} Start.\n# Advice\n{RULE}\n{MORE}"
    assert headed(old, f"{{s}} Start.\n# Telling\n{RULE}\n# Deciding\n{MORE}") == {2: 2}


def test_the_words_of_all_paragraphs_under_a_heading_are_counted_together() -> None:
    stays = "{s} This paragraph is longer than all others here and it stays in the very place where it was "
    stays += "when this protocol was first adopted by the whole council many years ago."
    one, two = "{x} Members ask their own officers.", "{y} Officers reply to those members."
    old = f"# Advice\n{one}\n{two}\n{MORE}\n{stays}"
    assert headed(old, f"{stays}\n# One\n{one}\n{two}\n# Two\n{MORE}") == {1: 2}


def test_a_gap_without_headings_hides_none_after_it() -> None:
    old = f"{{p}} First.\nGone.\n{{s}} Start.\n# Advice\n{RULE}\n{MORE}"
    new = f"{{p}} First.\nNew.\n{{s}} Start.\n# Telling\n{RULE}\n# Deciding\n{MORE}"
    assert headed(old, new) == {4: 4}


def test_a_heading_is_not_the_one_before_its_subheading_that_became_a_section() -> None:
    def text(heading: str, kind: Kind) -> Text:
        title, section, below = read(f"# {heading}\n# {{h}} Replies").entries
        return prepare((title, section, replace(below, kind=kind, level=1 + (kind is Kind.SUBHEADING))))

    for kinds in ((Kind.SUBHEADING, Kind.SECTION), (Kind.SECTION, Kind.SUBHEADING)):
        made = Pairing(text("One", kinds[0]), text("Two", kinds[1]))
        pair_titles(made)
        pair_ids(made)
        pair_headings(made)
        assert paired(made) == {2: 2}
