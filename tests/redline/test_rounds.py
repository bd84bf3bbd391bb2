"""Several rounds in one redline: who changed what, and each draft in its own right."""

from __future__ import annotations

from notation import read
from protobuild.model.outline import project
from protobuild.redline.compare import redline
from protobuild.redline.rounds import between
from protobuild.redline.schedule.changes import describe

BASE = """
# Advice
{a} Officers may attend group meetings when the chief executive agrees to it.
{b} Officers should never let their own opinions interfere with the work.
{c} Senior officers are bound by rules on political activity.
"""
OFFICERS = """
# Advice
{a} Officers may attend group meetings when the chief executive agrees to it.
{b} Officers must never let their own opinions interfere with the work.
{c} Senior officers are bound by rules on political activity.
"""
COMMITTEE = """
# Advice
{a} Officers may attend group meetings when the chief executive agrees to it.
{n} What officers hear there is not passed to another group.
{b} Officers must never let their own opinions interfere with their work.
{c} Senior officers are bound by rules on political activity.
"""


def test_each_round_keeps_its_own_changes() -> None:
    described = describe(redline(read(BASE), read(OFFICERS), read(COMMITTEE)))
    assert [(change.round, str(change.what), change.old, change.new) for change in described.changes] == [
        (2, "new", (), ("1.2",)),
        (1, "reworded", ("1.2",), ("1.2",)),
        (2, "reworded", ("1.2",), ("1.3",)),
    ]


def test_a_number_changed_twice_shows_its_three_states() -> None:
    dropped = "# Advice\n" + "\n".join(BASE.strip().splitlines()[2:])
    marked = redline(
        read(BASE), read(dropped), read("# Advice\n{n} New words first.\n" + dropped.split("\n", 1)[1])
    )
    numbers = next(entry.num for entry in marked.entries if entry.id == "c")
    assert [(run.text, run.born, run.gone) for run in numbers] == [
        ("1.3", 0, 1),
        ("1.2", 1, 2),
        ("1.3", 2, None),
    ]


def test_any_prefix_can_be_projected() -> None:
    texts = [read(BASE), read(OFFICERS), read(COMMITTEE), read(BASE)]
    marked = redline(*texts)
    assert [project(marked, number).entries for number in range(4)] == [text.entries for text in texts]


def test_words_of_one_round_struck_by_the_next_are_in_neither_end() -> None:
    marked = redline(read("Members decide."), read("Members alone decide."), read("Members decide."))
    passing = [run for entry in marked.entries for run in entry.body if run.born and run.gone]
    assert [run.text.strip() for run in passing] == ["alone"]
    assert describe(marked).concordance[0].fate == "kept"


def test_words_that_one_round_moves_and_the_next_parts_are_moved_words_in_the_first() -> None:
    base = "# {s} One\n# {t} Two\n{p} Members decide."
    moved = "# {s} One\n{p} Members decide.\n# {t} Two"
    parted = "# {s} One\n{p}\nMembers decide.\n# {t} Two"
    several, alone = redline(read(base), read(moved), read(parted)), redline(read(base), read(moved))
    assert any(entry.moved for entry in alone.entries)
    assert between(several, 0, 1)[0].entries == alone.entries
