"""A further round laid on a redline: what is dead stays where it lay, what lives takes its new fate."""

from __future__ import annotations

from dataclasses import replace

from notation import read
from protobuild.model.outline import Entry, Face, Kind, Outline, project
from protobuild.model.runs import Look, Run, words
from protobuild.model.source import Place
from protobuild.redline.compare import redline

Piece = tuple[str, int, int | None]
"""The words of a run, the round that wrote them and the one that struck them."""


def rounds(*texts: str) -> list[list[Piece]]:
    """Return the pieces of each entry but the title, its number left out."""
    marked = redline(*map(read, texts))
    return [
        [(run.text, run.born, run.gone) for run in entry.heading + entry.body] for entry in marked.entries[1:]
    ]


def boundaries(*texts: str) -> list[tuple[str, int, int | None]]:
    """Return the words of each entry but the title, and the rounds that made and struck it."""
    marked = redline(*map(read, texts))
    return [(entry.words, entry.born, entry.gone) for entry in marked.entries[1:]]


def test_a_word_changed_twice_shows_its_three_states_in_order() -> None:
    assert rounds("{a} Members should ask.", "{a} Members must ask.", "{a} Members shall ask.") == [
        [("Members ", 0, None), ("should", 0, 1), ("must", 1, 2), ("shall", 2, None), (" ask.", 0, None)]
    ]


def test_a_word_put_back_is_written_again_after_what_is_dead() -> None:
    assert rounds("{a} Members may ask.", "{a} Members ask.", "{a} Members may ask.") == [
        [("Members ", 0, None), ("may ", 0, 1), ("may ", 2, None), ("ask.", 0, None)]
    ]


def test_a_later_round_may_change_part_of_what_an_earlier_one_wrote() -> None:
    assert rounds(
        "{a} Members ask.", "{a} Members ask the clerk in writing.", "{a} Members ask the clerk."
    ) == [[("Members ask", 0, None), (" the clerk", 1, None), (" in writing", 1, 2), (".", 0, None)]]


def test_one_edit_may_strike_words_of_several_rounds() -> None:
    assert rounds(
        "{a} Members ask the clerk. It ends here and now.",
        "{a} Members always ask the clerk. It ends here and now.",
        "{a} It ends here and now.",
    ) == [
        [("Members ", 0, 2), ("always ", 1, 2), ("ask the clerk. ", 0, 2), ("It ends here and now.", 0, None)]
    ]


def test_a_heading_changed_twice_is_still_a_heading() -> None:
    texts = [
        f"# {{a}} {said}\n{{b}} Officers give advice." for said in ("Advice", "Good advice", "Good news")
    ]
    assert [(run.text, run.born, run.gone) for run in redline(*map(read, texts)).entries[1].heading] == [
        ("Advice", 0, 1), ("Good ", 1, None), ("advice", 1, 2), ("news", 2, None)
    ]  # fmt: skip


def test_an_entry_of_one_round_struck_by_the_next_stays_in_its_place() -> None:
    kept, late = "{a} Members ask the clerk.", "{z} It is looked at every year."
    assert boundaries(f"{kept}\n{late}", f"{kept}\n{{n}} New words come in.\n{late}", f"{kept}\n{late}") == [
        ("Members ask the clerk.", 0, None),
        ("New words come in.", 1, 2),
        ("It is looked at every year.", 0, None),
    ]


def test_an_entry_struck_by_one_round_lies_before_what_the_next_puts_there() -> None:
    kept, late = "{a} Members ask the clerk.", "{z} It is looked at every year."
    assert boundaries(
        f"{kept}\n{{o}} Old words go.\n{late}", f"{kept}\n{late}", f"{kept}\n{{n}} New words come in.\n{late}"
    ) == [
        ("Members ask the clerk.", 0, None),
        ("Old words go.", 0, 1),
        ("New words come in.", 2, None),
        ("It is looked at every year.", 0, None),
    ]


def test_what_the_first_round_struck_at_the_end_is_still_there_after_the_second() -> None:
    kept = "{a} Members ask the clerk for papers."
    assert boundaries(f"{kept}\n{{o}} Old words go.", kept, kept.replace("papers", "them"))[-1] == (
        "Old words go.", 0, 1
    )  # fmt: skip


# -- moves, faces and looks

STAYS = "{k} This paragraph is longer than the others and so it stays where it is."
GOES = "{m} Officers reply in ten days."


def test_a_move_of_a_later_round_has_that_rounds_name_and_number() -> None:
    marked = redline(read(f"{GOES}\n{STAYS}"), read(f"{GOES}\n{STAYS}"), read(f"{STAYS}\n{GOES}"))
    ends = [entry for entry in marked.entries if entry.moved]
    assert [(entry.moved, entry.born, entry.gone) for entry in ends] == [("r2m1", 0, 2), ("r2m1", 2, None)]
    assert [[run.moved for run in entry.body] for entry in ends] == [[2], [2]]


def test_a_place_reached_by_one_round_and_left_by_the_next_has_both_names() -> None:
    marked = redline(read(f"{GOES}\n{STAYS}"), read(f"{STAYS}\n{GOES}"), read(f"{GOES}\n{STAYS}"))
    assert [(entry.moved, entry.born, entry.gone) for entry in marked.entries if entry.moved] == [
        ("m1", 0, 1), ("r2m1", 2, None), ("m1 r2m1", 1, 2)
    ]  # fmt: skip


def test_words_moved_twice_were_moved_first_by_the_first_round() -> None:
    marked = redline(read(f"{GOES}\n{STAYS}"), read(f"{STAYS}\n{GOES}"), read(f"{GOES}\n{STAYS}"))
    twice = next(entry for entry in marked.entries if entry.moved == "m1 r2m1")
    assert [run.moved for run in twice.body] == [1]


def test_an_entry_that_changed_its_kind_twice_remembers_both() -> None:
    lead = "{l} Officers must do as follows:"
    marked = redline(
        read(f"{lead}\n{{a}} Ask."), read(f"{lead}\n- {{a}} Ask."), read(f"{lead}\n> {{a}} Ask.")
    )
    assert marked.entries[2].was == (Face(1, "a", 2, Kind.PARAGRAPH), Face(2, "a", 3, Kind.ITEM))


def test_a_word_redressed_twice_remembers_both_looks() -> None:
    texts = ["{a} Members **may** ask.", "{a} Members *may* ask.", "{a} Members may ask."]
    marked = redline(*map(read, texts))
    may = next(run for run in marked.entries[1].body if run.text == "may")
    assert may.was == (Look(1, frozenset({"strong"})), Look(2, frozenset({"emphasis"})))
    assert [project(marked, number).entries for number in range(3)] == [read(text).entries for text in texts]


def test_a_reference_whose_number_is_not_known_yet_goes_through_every_round() -> None:
    def text(said: str) -> Outline:
        body = (Run("See ", ref=""), Run("", ref="advice"), Run(f" {said}."))
        return Outline(
            (*read("").entries, Entry("a", 2, Kind.PARAGRAPH, words("0.1"), (), body)), read("").sides
        )

    texts = [text("first"), text("now"), text("soon")]
    marked = redline(*texts)
    assert [project(marked, number).entries for number in range(3)] == [one.entries for one in texts]
    assert marked.entries[1].body[1] == Run("", ref="advice")


def test_an_entry_is_to_be_found_where_the_latest_text_has_it_else_where_the_earlier_had_it() -> None:
    def text(said: str, place: Place | None) -> Outline:
        one = read(f"{{a}} Members {said}.")
        return replace(one, entries=(one.entries[0], replace(one.entries[1], source=place)))

    first, last = Place("roles.yaml", 3, 1), Place("roles.yaml", 9, 1)
    known = redline(text("ask", first), text("reply", first), text("write", last))
    assert known.entries[1].source == last
    unknown = redline(text("ask", first), text("reply", first), text("write", None))
    assert unknown.entries[1].source == first


def test_words_struck_on_the_way_of_a_later_move_are_of_that_round_alone() -> None:
    first = f"{GOES}\n{STAYS}"
    marked = redline(read(first), read(first), read(f"{STAYS}\n{GOES.replace('reply ', '')}"))
    assert [(run.text, run.born, run.gone) for run in marked.entries[-1].body] == [
        ("Officers ", 2, None), ("reply ", 2, 2), ("in ten days.", 2, None)
    ]  # fmt: skip


def test_a_reference_whose_target_got_another_id_in_a_later_round_remembers_the_first() -> None:
    def text(id: str) -> Outline:
        named = Entry(id, 2, Kind.PARAGRAPH, words("0.1"), (), words("Members ask the clerk for papers."))
        see = Entry("", 2, Kind.PARAGRAPH, (), (), (Run("See "), Run("0.1", ref=id), Run(" for the rest.")))
        return Outline((*read("").entries, named, see), read("").sides)

    marked = redline(text("a"), text("a"), text("b"), ids=False)
    assert marked.entries[2].body[1] == Run("0.1", ref="b", was=(Look(2, ref="a"),))
