"""A change is told in one sentence that needs no redline to be understood."""

from __future__ import annotations

from datetime import date

import pytest

from protobuild.model.redlined import Change, Edit, Rank, What
from protobuild.render.site.amendments import municipal_year
from protobuild.render.site.sentences import SAID, sentence


def change(
    what: What, old: str = "", new: str = "", before: str = "", after: str = "", **more: object
) -> Change:
    """Return a change of places written with commas between them."""
    listed = (tuple(each.strip() for each in given.split(",") if each) for given in (old, new))
    return Change("C1", what, (1,), *listed, before, after, rank=Rank.SUBSTANTIVE, **{"force": (), **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            change(What.REWORDED, "9.2", "8.2", force=("“should” becomes “must”",)),
            "Paragraph 8.2 (before, 9.2) was reworded: “should” becomes “must”.",
        ),
        (
            change(What.REWORDED, "1.1", "1.1", "Ask within ten days.", "Ask within five working days."),
            "Paragraph 1.1 was reworded: “ten” becomes “five working”.",
        ),
        (
            change(What.REWORDED, "1.1", "1.1", "Ask.", "Ask first."),
            "Paragraph 1.1 was reworded: “Ask.” becomes “Ask first.”.",
        ),
        (
            change(What.DROPPED_OVER, "2.4", "2.3"),
            "Paragraph 2.4 was left out, and the text under it was kept.",
        ),
        (change(What.REWORDED, "1.1", "1.1", "a " * 40, "b " * 40), "Paragraph 1.1 was reworded."),
        (
            change(What.NEW, new="6.4", after="A member may ask.", force=("adds what is allowed (“may”)",)),
            "Paragraph 6.4 is new: “A member may ask”. This adds what is allowed (“may”).",
        ),
        (
            change(What.DROPPED, "section 3, 3.1, 3.2", before="Words."),
            "Section 3, paragraphs 3.1 and 3.2 were left out: “Words”.",
        ),
        (change(What.MOVED, "3.4", "7.9"), "Paragraph 7.9 (before, 3.4) was moved and not reworded."),
        (change(What.MERGED, "section 6", "section 5"), "Section 6 is now part of section 5."),
        (
            change(What.MERGED, "14.2, 14.3", "5.2", force=("“should” is added",)),
            "Paragraphs 14.2 and 14.3 are now part of paragraph 5.2: “should” is added.",
        ),
        (change(What.MERGED, "2.1", "2.1"), "Paragraph 2.1 was joined to what stands before it."),
        (change(What.SPLIT, "4.1", "4.1, 4.2"), "Paragraph 4.1 is now paragraphs 4.1 and 4.2."),
        (change(What.DROPPED, before="A name."), "A passage was left out: “A name”."),
        (
            change(What.NEW_OVER, "9.2", "3.3", after="A rule."),
            "Paragraph 3.3 is new, and text that stood elsewhere is now under it: “A rule”.",
        ),
        (change(What.FORMATTING, "2.1", "2.1"), "Paragraph 2.1 looks different, and no word changed."),
        (
            change(What.REWORDED, "title", "title", "Code", "Protocol"),
            "Title was reworded: “Code” becomes “Protocol”.",
        ),
    ],
    ids=lambda given: str(given)[:40] if isinstance(given, str) else "",
)
def test_a_change_is_one_plain_sentence(given: Change, says: str) -> None:
    assert sentence(given) == says


def test_several_edits_of_one_paragraph_are_each_told() -> None:
    edits = (Edit("C1a", 1, 0, "ten", "five"), Edit("C1b", 1, 1, "", "in writing"))
    given = change(
        What.REWORDED, "1.1", "1.1", "Ask within ten days.", "Ask in writing within five days.", edits=edits
    )
    assert sentence(given) == "Paragraph 1.1 was reworded: “ten” becomes “five”; “in writing” is added."


def test_everything_that_can_happen_has_its_words() -> None:
    assert set(SAID) == set(What)
    for what in What:
        assert sentence(change(what, "1.1, 1.2", "1.1, 1.2")).startswith("Paragraphs 1.1 and 1.2 ")


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 4, 30), "2025/26"),
        (date(2026, 5, 1), "2026/27"),
        (date(2026, 12, 31), "2026/27"),
        (date(2027, 1, 1), "2026/27"),
        (date(1999, 6, 1), "1999/00"),
    ],
)
def test_a_municipal_year_begins_in_may(day: date, year: str) -> None:
    assert municipal_year(day) == year
