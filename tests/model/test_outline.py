"""The outline: a sequence whose marks give back every text, and whose tree is worked out."""

from __future__ import annotations

from datetime import date

import pytest

from protobuild.model.outline import (
    Cover,
    Entry,
    Face,
    Kind,
    Outline,
    Side,
    accept,
    citations,
    clean,
    parents,
    project,
    reject,
    walk,
)
from protobuild.model.runs import Run, Runs, words
from protobuild.model.source import Place

TITLE = Entry("", 0, Kind.TITLE, heading=words("Protocol"))
SIDES = (Side("Adopted"), Side("Proposed"), Side("Recommended"))


def paragraph(said: str | Runs, num: str = "", **marks: object) -> Entry:
    body = words(said) if isinstance(said, str) else said
    return Entry("", 2, Kind.PARAGRAPH, words(num), (), body, **marks)  # type: ignore[arg-type]


def section(heading: str, num: str = "", **marks: object) -> Entry:
    return Entry("", 1, Kind.SECTION, words(num), words(heading), **marks)  # type: ignore[arg-type]


def item(num: str, level: int = 3, kind: Kind = Kind.ITEM) -> Entry:
    return Entry("", level, kind, words(num), (), words("words"))


def said(outline: Outline) -> list[str]:
    return [entry.words for entry in outline.entries]


# -- projection


def test_each_round_is_had_back_from_the_marks() -> None:
    redline = Outline(
        (TITLE, paragraph("First."), paragraph((Run("Second.", born=1, gone=2),), born=1, gone=2),
         paragraph((Run("Third.", born=2),), born=2)),
        SIDES,
    )  # fmt: skip
    assert said(reject(redline)) == ["Protocol", "First."]
    assert said(project(redline, 1)) == ["Protocol", "First.", "Second."]
    assert said(accept(redline)) == ["Protocol", "First.", "Third."]


def test_a_projected_text_has_its_own_side_and_the_cover_of_the_whole() -> None:
    redline = Outline((TITLE,), SIDES, Cover(council="Example Borough Council", adopted=date(2026, 1, 20)))
    assert [project(redline, number).sides for number in range(4)] == [
        (Side("Adopted"),), (Side("Proposed"),), (Side("Recommended"),), ()
    ]  # fmt: skip
    assert project(redline, 1).cover == redline.cover


def test_words_under_a_struck_boundary_belong_to_the_entry_before() -> None:
    struck = (Run("2"),), (Run("Heading. ", gone=1),), (Run("Members ask."),)
    redline = Outline(
        (TITLE, paragraph("Officers advise. "), Entry("b", 2, Kind.PARAGRAPH, *struck, gone=1)), SIDES[:2]
    )
    assert said(accept(redline)) == ["Protocol", "Officers advise. 2Members ask."]
    assert accept(redline).entries[1].body == (Run("Officers advise. 2Members ask."),)


def test_a_new_boundary_among_old_words_is_not_there_before() -> None:
    redline = Outline((TITLE, paragraph("Officers advise. "), paragraph("Members ask.", born=1)), SIDES[:2])
    assert said(reject(redline)) == ["Protocol", "Officers advise. Members ask."]
    assert said(accept(redline)) == ["Protocol", "Officers advise. ", "Members ask."]


def test_an_entry_that_goes_with_its_words_leaves_the_one_before_as_it_was() -> None:
    redline = Outline((TITLE, paragraph((Run("Gone.", gone=1),), gone=1), paragraph("Kept.")), SIDES[:2])
    assert accept(redline).entries == (TITLE, paragraph("Kept."))


def test_the_title_is_never_removed() -> None:
    redline = Outline(
        (Entry("", 0, Kind.TITLE, heading=words("Protocol"), gone=1), paragraph("A.")), SIDES[:2]
    )
    assert said(accept(redline)) == ["Protocol", "A."]


def test_a_text_of_one_side_is_its_own_last_round() -> None:
    assert Outline((TITLE,)).last == 0
    assert Outline((TITLE,), SIDES[:1]).last == 0
    assert Outline((TITLE,), SIDES).last == 2


def test_an_outline_is_called_by_its_first_entry() -> None:
    assert Outline((TITLE, section("Purpose"))).title == "Protocol"
    assert Outline(()).title == ""


# -- entries


def test_an_entry_is_each_time_what_it_then_was() -> None:
    place = Place("roles.yaml", 4, 5)
    entry = Entry(
        "duty", 3, Kind.ITEM, (Run("1.2", gone=1), Run("(a)", born=1)), words("Duty"), words("Advise."),
        was=(Face(1, "task", 2, Kind.PARAGRAPH), Face(3, "role", 3, Kind.BULLET)), source=place,
    )  # fmt: skip
    faces = [(face.id, face.level, face.kind) for face in map(entry.as_of, range(4))]
    bullet = ("role", 3, Kind.BULLET)
    assert faces == [("task", 2, Kind.PARAGRAPH), bullet, bullet, ("duty", 3, Kind.ITEM)]
    assert entry.as_of(0) == Entry("task", 2, Kind.PARAGRAPH, words("1.2"), words("Duty"), words("Advise."))
    assert entry.as_of(3) == Entry("duty", 3, Kind.ITEM, words("(a)"), words("Duty"), words("Advise."))
    assert entry.as_of(0).source == place


def test_a_boundary_stands_from_its_round_to_the_one_that_strikes_it() -> None:
    entry = paragraph("A.", born=1, gone=3)
    assert [entry.seen_in(number) for number in range(5)] == [False, True, True, False, False]
    assert paragraph("A.").seen_in(0)


def test_the_words_of_an_entry_are_its_heading_and_body_without_the_number() -> None:
    both = Entry("", 2, Kind.PARAGRAPH, words("1.1"), words("Advice"), words("Officers advise."))
    assert both.words == "Advice Officers advise."
    assert paragraph("Officers advise.", "1.1").words == "Officers advise."
    assert "".join(run.text for run in both.runs) == "1.1AdviceOfficers advise."


def test_an_entry_that_arrived_names_its_move_and_one_that_left_likewise() -> None:
    came, went = paragraph("A.", born=1, moved="m3"), paragraph("A.", gone=1, moved="m3")
    assert (came.came, came.went) == ("m3", "")
    assert (went.came, went.went) == ("", "m3")
    assert paragraph("A.", born=1).came == ""


def test_a_place_that_was_reached_and_left_has_both_moves() -> None:
    entry = paragraph("A.", born=2, gone=3, moved="r2m1 r3m2.1")
    assert (entry.came, entry.went) == ("r2m1", "r3m2.1")
    first = paragraph("A.", born=1, gone=2, moved="m1 r2m4")
    assert (first.came, first.went) == ("m1", "r2m4")


def test_the_first_rounds_moves_may_carry_its_number_and_a_later_rounds_must() -> None:
    assert paragraph("A.", born=1, moved="r1m2").came == "r1m2"
    assert paragraph("A.", born=2, moved="m2").came == ""


def test_an_entry_is_clean_when_its_number_heading_and_words_are_tidy() -> None:
    pieces = Run("Of"), Run("ficers")
    joined = words("Officers")
    untidy = Entry("a", 2, Kind.PARAGRAPH, pieces, pieces, pieces)
    assert clean(untidy) == Entry("a", 2, Kind.PARAGRAPH, joined, joined, joined)
    assert clean(TITLE) is TITLE
    for part in ("num", "heading", "body"):
        assert clean(Entry("a", 2, Kind.PARAGRAPH, **{part: pieces})) == Entry(
            "a", 2, Kind.PARAGRAPH, **{part: joined}
        )


# -- the tree


def test_everything_lies_under_the_nearest_earlier_entry_of_a_smaller_level() -> None:
    levels = [0, 1, 2, 3, 4, 3, 2, 1, 3, 2]
    entries = [Entry("", level, Kind.PARAGRAPH) for level in levels]
    assert parents(entries) == [-1, 0, 1, 2, 3, 2, 1, 0, 7, 7]


def test_entries_without_anything_above_them_belong_to_nothing() -> None:
    assert parents([Entry("", 2, Kind.PARAGRAPH), Entry("", 2, Kind.PARAGRAPH), TITLE]) == [-1, -1, -1]


def test_an_outline_can_be_walked_by_kind() -> None:
    outline = Outline((TITLE, section("One"), paragraph("A."), section("Two"), item("(a)")))
    assert [entry.words for entry in walk(outline, Kind.SECTION)] == ["One", "Two"]
    assert [entry.words for entry in walk(outline, Kind.PARAGRAPH, Kind.ITEM)] == ["A.", "words"]


# -- how readers cite


def cited(*entries: Entry) -> list[str]:
    return citations([TITLE, *entries])[1:]


def test_sections_and_paragraphs_are_cited_by_their_own_numbers() -> None:
    assert cited(section("Roles", " 2 "), paragraph("A.", "2.1"), paragraph("B.")) == ["2", "2.1", ""]


def test_an_item_is_cited_with_what_it_lies_in() -> None:
    entries = [paragraph("A.", "2.3"), item("(a)"), item("(ii)", 4), item("(b)"), item("1."), item("2", 4)]
    assert cited(*entries) == ["2.3", "2.3(a)", "2.3(a)(ii)", "2.3(b)", "2.3(1)", "2.3(1)(2)"]


def test_a_numbered_bullet_is_cited_like_an_item_and_a_bare_one_not_at_all() -> None:
    entries = [paragraph("A.", "2.3"), item("(a)", kind=Kind.BULLET), item("", kind=Kind.BULLET)]
    assert cited(*entries) == ["2.3", "2.3(a)", ""]


def test_an_item_under_something_unnumbered_is_cited_with_what_lies_above_that() -> None:
    entries = [paragraph("A.", "2.3"), item(""), item("(a)", 4), item("(i)", 5)]
    assert cited(*entries) == ["2.3", "", "2.3(a)", "2.3(a)(i)"]


def test_a_label_that_holds_the_paragraphs_number_stands_alone() -> None:
    assert cited(paragraph("A.", "2.3"), item("2.3.1"), item("2.31")) == ["2.3", "2.3.1", "2.3(2.31)"]


def test_an_item_of_an_unnumbered_text_is_cited_by_its_own_label() -> None:
    assert cited(paragraph("A."), item("(a)"), item("(i)", 4)) == ["", "(a)", "(a)(i)"]
    assert citations([item("(a)")]) == ["(a)"]


def test_an_item_of_a_passage_without_its_title_is_cited_with_its_paragraph() -> None:
    assert citations([paragraph("A.", "2.3"), item("(a)")]) == ["2.3", "2.3(a)"]


def test_a_label_in_capitals_is_cited_as_it_was_printed() -> None:
    assert cited(paragraph("A.", "2.3"), item("(X)"), item("XX.")) == ["2.3", "2.3(X)", "2.3(XX)"]


@pytest.mark.parametrize("kind", [Kind.CONTINUATION, Kind.QUOTATION, Kind.CLOSING])
def test_other_matter_keeps_the_label_it_was_printed_with(kind: Kind) -> None:
    assert cited(paragraph("A.", "2.3"), item("(x)", kind=kind)) == ["2.3", "(x)"]
