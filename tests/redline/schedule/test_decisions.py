"""What a committee would vote on as one is one change, and what it would not is several."""

from __future__ import annotations

from dataclasses import replace

from notation import read
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change, Rank, What
from protobuild.model.runs import Run, words
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

TEXT = """
# Advice
{ask} Members should ask <clerk> in good time.
{pay} The <clerk> pays what is due.
# Gifts
{gift} Every gift is told to <clerk> within ten days.
"""


def titled(text: str, title: str) -> Outline:
    """Return the text with a role's title wherever it says `<clerk>`."""
    outline = read(text)
    return replace(outline, entries=tuple(_titled(entry, title) for entry in outline.entries))


def _titled(entry: Entry, title: str) -> Entry:
    before, sign, after = "".join(run.text for run in entry.body).partition("<clerk>")
    if not sign:
        return entry
    return replace(entry, body=(*words(before), Run(title, ref="role:clerk"), *words(after)))


def changes(old: Outline, new: Outline) -> tuple[Change, ...]:
    return describe(redline(old, new)).changes


def test_a_role_renamed_in_three_places_is_one_change_that_names_them_all() -> None:
    (change,) = changes(titled(TEXT, "the chief clerk"), titled(TEXT, "the director"))
    assert (change.what, change.rank, change.new) == (What.RETITLED, Rank.TITLES, ("1.1", "1.2", "2.1"))
    assert (change.before, change.after) == ("the chief clerk", "the director")
    assert change.title == "“the chief clerk” becomes “the director”"
    assert (len(change.at), change.edits) == (3, ())


def test_a_role_renamed_in_a_paragraph_that_is_edited_too_is_still_one_change() -> None:
    new = titled(TEXT.replace("ten days", "five days"), "the director")
    first, second = changes(titled(TEXT, "the chief clerk"), new)
    assert (first.what, first.new) == (What.RETITLED, ("1.1", "1.2", "2.1"))
    assert (second.what, second.new, second.edits) == (What.REWORDED, ("2.1",), ())
    assert second.force == ("“ten days” becomes “five days”",)


def test_a_note_on_the_edited_paragraph_is_not_the_reason_for_the_new_title() -> None:
    new = titled(TEXT.replace("ten days", "five days"), "the director")
    first, second = changes(titled(TEXT, "the chief clerk"), new)
    assert first.ids == ("role:clerk", "ask", "pay")
    assert second.ids == ("gift",)


def test_names_under_a_text_are_dropped_apart_from_its_rules() -> None:
    old = read(
        "# Aims\n{a} Members decide every question of policy.\n{b} Officers must advise on each of them."
    )
    signed = Entry("signed", 2, Kind.SIGNATURE, body=words("The Mayor\nfor the council"))
    rest = read("# Aims\n{a} Members decide every question of policy.")
    dropped = changes(replace(old, entries=(*old.entries, signed)), rest)
    assert [(change.what, change.old) for change in dropped] == [(What.DROPPED, ("1.2",)), (What.DROPPED, ())]
    assert dropped[1].title == "The Mayor for the council"


def test_a_table_is_known_by_its_caption_or_its_place_and_its_cells_stay_apart() -> None:
    old = "{p} Who decides:\n| Matter | Members |\n| Budget | decide |"
    (change,) = changes(read(old), read(old.replace("decide |", "approve |")))
    assert change.title == "table after 0.1"
    assert change.before == "Matter | Members; Budget | decide"
    captioned = [
        replace(
            text,
            entries=tuple(
                replace(entry, heading=words("Table 1: who decides")) if entry.kind is Kind.TABLE else entry
                for entry in text.entries
            ),
        )
        for text in (read(old), read(old.replace("decide |", "approve |")))
    ]
    assert changes(*captioned)[0].title == "Table 1: who decides"


def test_the_words_of_a_new_paragraph_over_old_items_are_its_title() -> None:
    old = (
        "{a} Officers may attend on these terms:\n- the chief executive agrees beforehand\n- the leader asks"
    )
    new = old.replace("\n", "\n{n} What they hear must be kept by them in confidence:\n", 1)
    (change,) = changes(read(old), read(new))
    assert (change.what, change.old, change.new) == (What.NEW_OVER, ("0.1",), ("0.2",))
    assert change.title.startswith("What they hear must be kept")


def test_a_permission_that_only_changes_its_place_is_told_of_no_edit() -> None:
    old = read("Officers may, where the law allows, speak to the press.")
    (change,) = changes(old, read("Where the law allows, officers may speak to the press."))
    assert change.force == ()
    assert [edit.force for edit in change.edits] == [(), ()]


def test_an_only_that_moves_is_told_of_the_edit_it_leaves() -> None:
    old = read("Members may only inspect papers of committees they sit on.")
    (change,) = changes(old, read("Members may inspect papers only of committees they sit on."))
    assert change.force == ("“only” moves: what it limits may change",)
    assert [edit.force for edit in change.edits] == [change.force, ()]


def test_changes_that_would_have_one_title_are_told_apart_by_their_words() -> None:
    old = """
{a} The Leader will chair the Cabinet.
{b} Officers advise every committee.
{c} The clerk will keep the minutes of both.
"""
    first, second = changes(read(old), read("{b} Officers advise every committee."))
    assert first.title == "drops what is promised (“will”): “The Leader will chair the …”"
    assert second.title == "drops what is promised (“will”): “The clerk will keep the …”"
