"""What people write of a change is printed beside it; they may call it graver, never less."""

from __future__ import annotations

from notation import read
from protobuild.model.redlined import Rank, Why
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.redline.schedule.reasons import lowered

OLD = "{ask} Members should ask.\n{look} The Members look."
NEW = "{ask} Members must ask.\n{look} The members look."
BOTH = redline(read(OLD), read(NEW))
TWICE = redline(read(OLD), read(NEW), read(NEW.replace("must ask", "must always ask")))


def test_the_reasons_of_every_note_on_a_change_are_joined() -> None:
    whys = [Why("ask", "Too late.", "Officers"), Why("ask", "Asked for."), Why("other", "No.")]
    change = describe(BOTH, whys).changes[0]
    assert (change.reason, change.proposer) == ("Too late. Asked for.", "Officers")


def test_a_run_of_deletions_has_the_reasons_of_all_it_drops() -> None:
    marked = redline(read(OLD + "\n{c} Keep this as it always was."), read("{c} Keep this as it always was."))
    (change,) = describe(marked, [Why("ask", "Now law."), Why("look", "Said elsewhere.")]).changes
    assert change.reason == "Now law. Said elsewhere."


def test_a_note_raises_a_minor_change() -> None:
    ranks = [
        change.rank for change in describe(BOTH, [Why("look", "It matters.", rank=Rank.SUBSTANTIVE)]).changes
    ]
    assert ranks == [Rank.SUBSTANTIVE, Rank.SUBSTANTIVE]
    assert describe(BOTH).changes[1].rank is Rank.MINOR


def test_a_note_never_lowers_a_change_and_is_told_so() -> None:
    whys = [Why("ask", "Only style.", rank=Rank.MINOR), Why("look", "Only style.", rank=Rank.MINOR)]
    changes = describe(BOTH, whys).changes
    assert changes[0].rank is Rank.SUBSTANTIVE
    assert [(why.id, change.name) for why, change in lowered(changes, whys, 1)] == [("ask", "C1")]


def test_a_note_explains_the_round_it_names() -> None:
    whys = [Why("ask", "First.", round=1), Why("ask", "Second.", round=2), Why("ask", "Both.")]
    assert [
        (change.round, change.reason) for change in describe(TWICE, whys).changes if "ask" in change.ids
    ] == [
        (1, "First. Both."),
        (2, "Second. Both."),
    ]


def test_a_round_there_is_not_counts_as_the_last() -> None:
    whys = [Why("ask", "First.", round=1), Why("ask", "Second.", round=2)]
    assert describe(BOTH, whys).changes[0].reason == "First. Second."


def test_a_reason_for_a_paragraph_is_not_printed_beside_an_item_that_is_another_matter() -> None:
    old = "{p} Officers must:\n- {a} reply\n- {b} listen"
    marked = redline(read(old), read(old.replace("reply", "reply soon")))
    (change,) = describe(marked, [Why("b", "Of no matter here.")]).changes
    assert change.reason == ""
    (change,) = describe(marked, [Why("p", "The paragraph.")]).changes
    assert change.reason == "The paragraph."
