"""A text whose paragraphs no blank line parts is parted by the sequence of its numbers."""

from __future__ import annotations

import pytest

from protobuild.interchange.document import Imported, read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.interchange.report import as_text
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


def test_a_number_glued_to_its_words_is_parted_and_reported() -> None:
    found = read("Protocol\n\n1.1The council acts.\n\n1.2 Members act.\n\n1.3.Councillors ask.\n")
    assert lines(found)[-3:] == ["1.1 The council acts.", "1.2 Members act.", "1.3 Councillors ask."]
    assert [note.line for note in found.report.about(Topic.GLUED)] == [3, 7]


def test_what_only_looks_like_a_glued_number_is_kept_and_reported() -> None:
    found = read("Protocol\n\nThese differ:\n\n2.5Mega and more.\n\nMore.\n")
    assert "2.5Mega and more." in lines(found)
    assert ["may be its number" in note.message for note in found.report.about(Topic.GLUED)] == [True]


def test_words_that_may_be_a_heading_are_reported() -> None:
    found = read("Protocol\n\n1.1 Members act.\n\nContacts\n\nThe clerk helps.\n\n1.2 More.\n")
    assert "Contacts" in lines(found)
    assert any("may be a heading" in note.message for note in found.report.about(Topic.HEADING))


def test_an_unnumbered_paragraph_that_stands_first_is_reported() -> None:
    found = read("Protocol\n\n1. Aims\n\nWhy we do this.\n\n1.1 Members act.\n")
    assert [note.line for note in found.report.about(Topic.UNNUMBERED)] == [5]


def test_a_sentence_after_a_number_sign_is_no_heading() -> None:
    found = read("Protocol\n\n1.1 The ward matters.\n\n# 5 is the number of councillors.\n\n1.2 Good.\n")
    assert lines(found)[-2] == "# 5 is the number of councillors."
    assert lines(found)[0] == "Protocol"


def test_words_that_are_not_the_authors_are_listed() -> None:
    told = as_text(read("I write about the protocol.\n\nYours,\nA Member\n", "letter.txt").report)
    assert "Words supplied that are not the author's: 3, in “[No heading]”, “letter”." in told


@pytest.mark.parametrize("mark", ["(a)", "a)", "i."])
def test_a_text_with_marks_only_takes_no_paragraph_numbers(mark: str) -> None:
    assert read(f"Protocol\n\nMembers seek:\n\n{mark} respect.\n").manifest["numbering"] == "none"


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "after a blank line"])
def test_whole_numbers_in_a_row_are_items(gap: str) -> None:
    found = read(f"Protocol\n\n1.1 It seeks:{gap}1. respect in all that is said\n2. trust\n")
    assert lines(found)[-2:] == ["1. respect in all that is said", "2. trust"]


def test_a_figure_that_a_margin_pushed_to_the_start_of_a_line_begins_nothing() -> None:
    found = read(
        "Protocol\n\n1.1 Members, of whom there are\n24, and officers, of whom there are\n25 or so.\n"
    )
    assert lines(found)[-1].endswith("there are 24, and officers, of whom there are 25 or so.")


def test_marks_that_a_margin_pushed_to_the_start_of_a_line_begin_nothing() -> None:
    text = "Protocol\n\n1.1 The rule in\n(b) binds members, and\n(a) binds officers.\n1.2 More.\n"
    assert lines(read(text))[-2:] == [
        "1.1 The rule in (b) binds members, and (a) binds officers.",
        "1.2 More.",
    ]
