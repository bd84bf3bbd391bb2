"""Ids are carried from an earlier version without two provisions sharing one."""

from __future__ import annotations

from protobuild.interchange.carry import carry_ids
from protobuild.interchange.document import Imported, read_document, to_outline, to_protocol
from protobuild.interchange.notes import Topic
from protobuild.model.runs import plain

TEXT = """\
# Protocol

## 1 Introduction

1.1 Respect matters most.

1.2 These apply:

- (a) candour always
- (b) courtesy always
"""


def imported() -> Imported:
    return read_document("a.md", TEXT.encode())


def ids(found: Imported) -> list[str]:
    return list(to_protocol(found).ids())


def test_sections_clauses_items_and_numbers_are_renamed_together() -> None:
    before = imported()
    old = dict(zip(ids(before), ["start", "respect", "these", "open", "kind"], strict=True))
    after = carry_ids(before, old)
    assert ids(after) == ["start", "respect", "these", "open", "kind"]
    assert after.manifest["sections"] == ["start"]
    assert list(after.numbers.items()) == list(
        zip(["start", "respect", "these", "open", "kind"], ["1", "1.1", "1.2", "(a)", "(b)"], strict=True)
    )
    words = [[plain(entry.body) for entry in to_outline(found).entries] for found in (before, after)]
    assert words[0] == words[1]


def test_two_ids_may_change_places() -> None:
    before = imported()
    first, second = ids(before)[1:3]
    after = carry_ids(before, {first: second, second: first})
    assert ids(after)[1:3] == [second, first]


def test_an_unpaired_id_makes_way_for_a_carried_one() -> None:
    before = imported()
    first, second = ids(before)[1:3]
    assert ids(carry_ids(before, {second: first}))[1:3] == [f"{first}-2", first]


def test_an_id_of_the_earlier_version_is_not_used_by_chance() -> None:
    before = imported()
    first = ids(before)[1]
    assert ids(carry_ids(before, {}, taken={first}))[1] == f"{first}-2"


def test_one_old_id_is_carried_once() -> None:
    before = imported()
    first, second = ids(before)[1:3]
    after = carry_ids(before, {first: "old", second: "old"})
    assert ids(after)[1:3] == ["old", second]


def test_likenesses_are_told_in_the_report() -> None:
    after = carry_ids(imported(), {}, ["1.1 resembles old 2.1"])
    assert [note.message for note in after.report.about(Topic.RESEMBLES)] == ["1.1 resembles old 2.1"]
