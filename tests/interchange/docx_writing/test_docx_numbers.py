"""Word shows exactly the numbers that we print, by its own count or typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protobuild.interchange.docx.writing.file import typed_numbers, write_docx
from protobuild.interchange.docx.writing.names import LONGEST, bookmark, id_of, shape_of, style_name
from protobuild.interchange.docx.writing.shapes import SHAPES, Shape, likeliest
from protobuild.model.outline import Entry, Kind, Outline, Side
from protobuild.model.runs import words
from word_views import NEW, W, lines_of, said, view, xml


def text(*rows: tuple[Kind, int, str]) -> Outline:
    """Return a text of entries with these labels."""
    entries = [
        Entry("", level, kind, words(label), body=words(f"Words {n}."))
        for n, (kind, level, label) in enumerate(rows)
    ]
    return Outline((Entry("", 0, Kind.TITLE, heading=words("Protocol")), *entries), (Side("Draft"),))


S, P, I = (Kind.SECTION, 1), (Kind.PARAGRAPH, 2), (Kind.ITEM, 3)  # noqa: E741 - short names keep the tables short

SCHEMES = {
    "decimal": [
        (*S, "1"),
        (*P, "1.1"),
        (*I, "(a)"),
        (*I, "(b)"),
        (*P, "1.2"),
        (*I, "(a)"),
        (*S, "2"),
        (*P, "2.1"),
    ],
    "none": [(*S, ""), (*P, ""), (*I, "(a)"), (*I, "(b)"), (*P, ""), (*I, "(a)"), (*I, "(b)")],
    "numbers": [(*S, "1"), (*P, "1.1"), (*I, "1."), (*I, "2."), (*P, "1.2"), (*I, "1.")],
    "roman": [(*S, "1"), (*P, "1.1"), (*I, "(i)"), (*I, "(ii)"), (*I, "(iii)"), (*I, "(iv)")],
    "decimals": [(*S, "1"), (*P, "1.1"), (*I, "1.1.1"), (*I, "1.1.2"), (*P, "1.2"), (*I, "1.2.1")],
    "nested": [
        (*S, "1"),
        (*P, "1.1"),
        (*I, "(a)"),
        (Kind.ITEM, 4, "(i)"),
        (Kind.ITEM, 4, "(ii)"),
        (*I, "(b)"),
        (Kind.ITEM, 4, "(i)"),
    ],
    "two kinds of list": [
        (*S, "1"),
        (*P, "1.1"),
        (*I, "(a)"),
        (*I, "(b)"),
        (*P, "1.2"),
        (*I, "1."),
        (*I, "2."),
    ],
    "running on": [(*S, "A"), (*P, "1"), (*P, "2"), (*S, "B"), (*P, "3"), (*P, "4")],
    "full stops": [(*S, "1."), (*P, "1.1."), (*P, "1.2."), (*S, "2."), (*P, "2.1.")],
    "a gap": [(*S, "1"), (*P, "1.1"), (*P, "1.2"), (*P, "1.5"), (*P, "1.6"), (*S, "4"), (*P, "4.1")],
}


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_is_numbered_by_word_itself(name: str) -> None:
    outline = text(*SCHEMES[name])
    assert said(write_docx(outline), NEW) == lines_of(outline)
    assert typed_numbers(outline) == ()


ODD = {
    "an inserted paragraph": ([(*S, "1"), (*P, "1.1"), (*P, "1.1A"), (*P, "1.2")], ("1.1A",)),
    "a number of another section": ([(*S, "1"), (*P, "1.1"), (*P, "7.3"), (*P, "1.2")], ("7.3",)),
    "letters beyond z": (
        [
            (*S, "1"),
            (*P, "1.1"),
            *[(*I, f"({c})") for c in "abcdefghijklmnopqrstuvwxyz"],
            (*I, "(aa)"),
            (*I, "(ab)"),
        ],
        ("(ab)",),
    ),
    "a word": ([(*S, "Part One"), (*P, "1.1")], ("Part One",)),
}


@pytest.mark.parametrize("name", ODD)
def test_what_word_cannot_count_is_typed_and_told(name: str) -> None:
    rows, typed = ODD[name]
    outline = text(*rows)
    assert said(write_docx(outline), NEW) == lines_of(outline)
    assert typed_numbers(outline) == typed


def test_a_style_is_linked_to_each_level_and_a_clean_text_names_no_list_beside_it() -> None:
    data = write_docx(text(*SCHEMES["decimal"]))
    numbers = xml(data, "word/numbering.xml")
    linked = [style.get(f"{W}val") for style in numbers.iter(f"{W}pStyle")]
    assert linked[:3] == ["Heading1", "ProtocolParagraph", "ProtocolItem"]
    assert list(xml(data).iter(f"{W}numPr")) == []
    assert [line.style for line in view(data, NEW)][1:4] == [
        "heading 1",
        "Protocol Paragraph",
        "Protocol Item",
    ]


def test_lists_stand_before_their_uses() -> None:
    found = [each.tag for each in xml(write_docx(text(*SCHEMES["two kinds of list"])), "word/numbering.xml")]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("labels", "form", "shape"),
    [
        (["(a)", "(b)", "(a)"], "lowerLetter", "(%)"),
        (["(i)", "(ii)", "(i)", "(ii)"], "lowerRoman", "(%)"),
        (["(h)", "(i)", "(j)"], "lowerLetter", "(%)"),
        (["1.1", "1.2", "2.1"], "decimal", "^.%"),
    ],
)
def test_the_shape_of_a_level_is_the_one_its_numbers_go_on_in(
    labels: list[str], form: str, shape: str
) -> None:
    assert likeliest(labels) == Shape(form, shape)


def test_every_shape_reads_what_it_shows() -> None:
    for shape in SHAPES:
        for number in (1, 4, 9, 26, 27):
            assert shape.read(shape.show(number, ["3"])) == number


def test_a_bookmark_carries_an_id_and_a_long_one_a_check_sum() -> None:
    long = "members-and-officers-who-respond-to-enquiries-of-residents"
    assert id_of(bookmark("report-pressure-2")) == "report-pressure-2"
    assert id_of(bookmark(long)) == ""
    names = {bookmark(long), bookmark(f"{long}x"), bookmark("Ünlike an id")}
    assert len(names) == 3
    assert all(len(name) <= LONGEST and name.replace("_", "a").isalnum() for name in names)


def test_a_long_id_stands_in_the_properties() -> None:
    long = "members-and-officers-who-respond-to-enquiries-of-residents"
    outline = text(*SCHEMES["decimal"])
    entries = (outline.entries[0], replace(outline.entries[1], id=long), *outline.entries[2:])
    custom = xml(write_docx(replace(outline, entries=entries)), "docProps/custom.xml")
    assert [(each.get("name"), "".join(each.itertext())) for each in custom] == [(bookmark(long), long)]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TITLE])
def test_the_name_of_a_style_says_what_its_paragraphs_are(kind: Kind) -> None:
    for level in range(1, 9):
        for labelled in (True, False):
            assert shape_of(style_name(kind, level, labelled=labelled)) == (kind, level)
