"""Plain text, as it comes out of a PDF, is put back together."""

from __future__ import annotations

from protobuild.interchange.document import Imported, read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.model.outline import Kind
from protobuild.model.runs import plain


def read(text: str) -> Imported:
    return read_document("protocol.txt", text.encode())


def printed(imported: Imported) -> list[str]:
    kinds = (Kind.SECTION, Kind.PARAGRAPH)
    return [
        f"{plain(entry.num)} {plain(entry.heading)}{plain(entry.body)}".strip()
        for entry in to_outline(imported).entries
        if entry.kind in kinds
    ]


def test_headings_are_known_by_their_capitals_and_numbers() -> None:
    found = read("Our protocol\n\n1. WHY\n\n1.1 Because.\n\n2 How we work\n\n2.1 Well.\n")
    assert found.manifest["title"] == "Our protocol"
    assert printed(found) == ["1 WHY", "1.1 Because.", "2 How we work", "2.1 Well."]
    assert len(found.report.about(Topic.HEADING)) == 3


def test_a_heading_without_a_number_is_inferred_where_the_numbers_jump() -> None:
    found = read("Our protocol\n\nWhy\n\n1.1 Because.\n\n1.2 So.\n\nHow\n\n2.1 Well.\n")
    assert printed(found) == ["Why", "1.1 Because.", "1.2 So.", "How", "2.1 Well."]


def test_run_on_numbers_are_parted_and_reported() -> None:
    found = read("Our protocol\n\n1.1 One. 1.2 Two, see 1.1. 1.3 Three.\n")
    assert printed(found)[1:] == ["1.1 One.", "1.2 Two, see 1.1.", "1.3 Three."]
    assert len(found.report.about(Topic.RUN_ON)) == 2


def test_a_number_alone_on_its_line_is_joined_to_its_words() -> None:
    found = read("Our protocol\n\n8.63\nFirst.\n\n8.64\n\nSecond.\n")
    assert printed(found)[1:] == ["8.63 First.", "8.64 Second."]
    assert not found.report.about(Topic.MISSING)


def test_numbers_without_a_full_stop_count_only_in_a_sequence() -> None:
    assert printed(read("P\n\n16 First.\n\n17 Second.\n"))[1:] == ["16 First.", "17 Second."]
    assert printed(read("P\n\n24 hours is enough.\n\nMore.\n"))[1:] == ["24 hours is enough.", "More."]


def test_repeated_ones_are_kept_and_reported() -> None:
    found = read("P\n\n1. First.\n\n1. Second.\n")
    assert printed(found)[1:] == ["1 First.", "1 Second."]
    assert [note.message for note in found.report.about(Topic.DUPLICATE)] == [
        "1 is used again (first on line 3)"
    ]


def test_a_sentence_broken_by_a_page_is_joined_and_the_page_number_left_out() -> None:
    text = "P\n\n1.1 Members and officers must always work\n\n3\n\ntogether, and well.\n\n1.2 More.\n"
    found = read(text)
    assert printed(found)[1:] == [
        "1.1 Members and officers must always work together, and well.",
        "1.2 More.",
    ]
    assert [(gone.line, gone.words, gone.reason) for gone in found.report.left_out] == [
        (5, "3", "page number")
    ]
    cover = found.report.coverage
    assert cover.words_in == cover.kept + cover.left_out
    assert cover.left_out == 1


def test_a_contents_list_is_left_out_and_listed() -> None:
    text = "P\n\nContents\n\nWHY ..... 2\nHOW\n..... 3\n\nWHY\n\nBecause it helps.\n\nHOW\n\nWell.\n"
    found = read(text)
    assert [gone.words for gone in found.report.left_out] == ["Contents", "WHY ..... 2", "HOW", "..... 3"]
    assert printed(found) == ["WHY", "Because it helps.", "HOW", "Well."]


def test_a_heading_on_every_page_is_left_out() -> None:
    page = "Example Council protocol\n\n{n}.1 Words of page {n}.\n\n{n}\n\n"
    found = read("The protocol\n\n" + "".join(page.format(n=n) for n in (1, 2, 3, 4)))
    reasons = [gone.reason for gone in found.report.left_out]
    assert reasons.count("page number") == 4
    assert reasons.count("page heading") == 3


def test_lines_broken_by_a_margin_are_one_paragraph() -> None:
    text = "P\n\n1.1 Members and officers\nmust work together.\n1.2 They do.\n- and\n- so on\n"
    found = read(text)
    assert printed(found)[1:] == ["1.1 Members and officers must work together.", "1.2 They do."]


def test_letters_and_roman_numbers_nest() -> None:
    found = read("P\n\n1.1 These:\n\n(a) one:\n\n(i) inner\n\n(ii) other\n\n(b) two\n\n1.2 End.\n")
    items = found.sections[0]["clauses"][0]["items"]
    assert [item["text"] for item in items] == ["one:", "two"]
    assert [item["text"] for item in items[0]["items"]] == ["inner", "other"]
