"""A text whose paragraphs no blank line parts is parted by the sequence of its numbers."""

from __future__ import annotations

import pytest

from protobuild.interchange.document import Imported, read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.model.outline import Kind
from protobuild.model.runs import plain

LISTED = "(a) respect;\n(b) openness; and\n(c) trust."
INSET = "    (a) respect;\n    (b) openness; and\n    (c) trust."
TIGHT = """\
Member and officer protocol
1. Introduction
1.1 The council runs on trust.
1.2 It seeks:
(a) respect in all that members say, and in all that
officers say;
(b) openness; and
(c) trust
1.3 Members keep to this protocol
1.4 It is reviewed each year, whatever paragraph
1.1 of it says.
2. Roles
Members and officers differ.
2.1 Members decide:
- policy
- budget
2.2 Officers advise.
Appendix 1 - Contacts
The clerk can be reached at the office.
"""


def read(text: str, name: str = "protocol.txt") -> Imported:
    return read_document(name, text.encode())


def lines(imported: Imported) -> list[str]:
    return [
        " ".join(f"{plain(entry.num)} {plain(entry.heading)} {plain(entry.body)}".split())
        for entry in to_outline(imported).entries
    ]


@pytest.mark.parametrize("name", ["protocol.txt", "protocol.md"])
@pytest.mark.parametrize("listed", [LISTED, INSET], ids=["flush", "set in"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "after a blank line"])
def test_a_list_keeps_every_item(name: str, listed: str, gap: str) -> None:
    found = read(f"{'# ' * name.endswith('.md')}Protocol\n\n1.1 It seeks:{gap}{listed}\n", name)
    assert lines(found)[-3:] == ["(a) respect;", "(b) openness; and", "(c) trust."]
    assert found.report.lettered == 3


@pytest.mark.parametrize("name", ["protocol.txt", "protocol.md"])
def test_paragraphs_headings_and_items_are_told_apart_by_their_numbers(name: str) -> None:
    found = read(TIGHT, name)
    assert lines(found) == [
        "Member and officer protocol",
        "1 Introduction",
        "1.1 The council runs on trust.",
        "1.2 It seeks:",
        "(a) respect in all that members say, and in all that officers say;",
        "(b) openness; and",
        "(c) trust",
        "1.3 Members keep to this protocol",
        "1.4 It is reviewed each year, whatever paragraph 1.1 of it says.",
        "2 Roles",
        "Members and officers differ.",
        "2.1 Members decide:",
        "policy",
        "budget",
        "2.2 Officers advise.",
        "Appendix 1 - Contacts",
        "The clerk can be reached at the office.",
    ]
    assert not found.report.about(Topic.MISSING)
    assert not found.report.about(Topic.MISPLACED)


def test_small_roman_marks_are_items() -> None:
    found = read("Protocol\n\n1.1 It seeks\ni. respect\nii. openness\niii. trust\n1.2 More.\n")
    assert lines(found)[-5:] == ["1.1 It seeks", "i. respect", "ii. openness", "iii. trust", "1.2 More."]


def test_a_mark_that_is_cited_begins_no_item() -> None:
    text = "Protocol\n\n1.1 These apply:\n(a) what is said in paragraph\n(b) of the code and elsewhere;\n"
    assert lines(read(text))[-1] == "(a) what is said in paragraph (b) of the code and elsewhere;"


def test_a_list_of_appendices_holds_no_headings() -> None:
    found = read("Protocol\n\n1.1 These are added.\nAppendix A: Contacts\nAppendix B: Forms\n")
    assert [entry.kind for entry in to_outline(found).entries].count(Kind.SECTION) == 1


def test_headings_below_a_marked_title_are_known_by_their_numbers() -> None:
    found = read("# Protocol\n\n1. Aims\n\n1.1 Members act.\n\n2. Roles\n\n2.1 Officers act.\n", "a.md")
    assert lines(found)[1:] == ["1 Aims", "1.1 Members act.", "2 Roles", "2.1 Officers act."]
