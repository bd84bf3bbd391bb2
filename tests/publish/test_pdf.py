"""A PDF holds the page's words, is tagged, reaches nothing and is the same each time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from paper import Dictionary, drawn, left_over, sheets, tags
from protobuild.model.outline import Entry, Kind, Outline, accept
from protobuild.model.redlined import Redlined
from protobuild.publish.bars import joined
from protobuild.publish.faults import PdfFaultError, PdfUnavailableError
from protobuild.publish.pdf import make_pdf
from protobuild.render.note import LONGEST
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from reading import tight
from sample_redline import CHANGES, OUTLINE, REDLINED, gone, kept


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {"clean": write_page(accept(OUTLINE)), "redline": write_redline(REDLINED)}


@pytest.fixture(scope="module")
def made(pages: dict[str, str]) -> dict[str, bytes]:
    return {name: drawn(html) for name, html in pages.items()}


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(sheets(pdf))


@pytest.mark.parametrize("name", ["clean", "redline"])
def test_every_word_of_the_page_is_on_paper_and_nothing_else(
    name: str, pages: dict[str, str], made: dict[str, bytes]
) -> None:
    assert set(left_over(pages[name], made[name])) <= set("|0123456789")


def test_struck_and_new_stay_apart_in_extracted_text(made: dict[str, bytes]) -> None:
    text = " ".join(text_of(made["redline"]).split())
    assert "2.1 1.4" in text
    assert "[deleted: should] [inserted: must]" in text
    assert "shouldmust" not in tight(text)


AGAIN = """
import sys
from protobuild.publish.pdf import make_pdf
sys.stdout.buffer.write(make_pdf(sys.stdin.read()))
"""


def test_the_same_page_gives_the_same_bytes_in_another_process(
    pages: dict[str, str], made: dict[str, bytes]
) -> None:
    again = subprocess.run(
        [sys.executable, "-c", AGAIN],
        input=pages["clean"].encode(),
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert again.stdout == made["clean"]


@pytest.mark.parametrize("name", ["clean", "redline"])
def test_only_bundled_fonts_are_used(name: str, made: dict[str, bytes]) -> None:
    names = {
        str(font.get_object()["/BaseFont"])
        for page in reader(made[name]).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all("Source-Sans-3" in font or "SourceSans3" in font for font in names), names


def test_the_file_says_what_it_is(made: dict[str, bytes]) -> None:
    file = reader(made["redline"])
    root = file.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert file.metadata is not None
    assert str(file.metadata.title).startswith("Changes to Protocol on member and officer relations")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_bookmarks_name_the_sections_and_the_changes(made: dict[str, bytes]) -> None:
    def titles(outline: list[object]) -> list[str]:
        return [
            each
            for item in outline
            for each in (titles(item) if isinstance(item, list) else [str(item.title)])  # type: ignore[attr-defined]
        ]

    named = titles(reader(made["redline"]).outline)
    assert "1 Purpose and status of this protocol" in named
    assert "C2 A duty to read" in named
    assert not [name for name in named if "[" in name]


def test_a_struck_heading_owns_neither_the_pages_nor_the_bookmarks_of_what_stays() -> None:
    many = tuple(
        Entry(f"p{n}", 2, Kind.PARAGRAPH, body=(kept(f"Paragraph {n}. " + "Words that stay. " * 60),))
        for n in range(6)
    )
    entries = (
        Entry("", 0, Kind.TITLE, heading=(kept("T"),)),
        Entry("one", 1, Kind.SECTION, (kept("1"),), (kept("Advice"),)),
        *many[:2],
        Entry("two", 1, Kind.SECTION, (gone("2"),), (gone("History"),), gone=1),
        Entry("old", 2, Kind.PARAGRAPH, body=(gone("Words that go."),), gone=1),
        Entry("three", 1, Kind.SECTION, (gone("3"),), (gone("Undue pressure"),), gone=1),
        *many[2:],
    )
    outline = Outline(entries, OUTLINE.sides)
    pdf = reader(make_pdf(write_redline(Redlined(outline, (), ()))))
    sheets = [page.extract_text() for page in pdf.pages]
    assert "Changes to T 1 Advice" in next(sheet for sheet in sheets if "Paragraph 4" in sheet)
    assert not any("Changes to T 3 Undue" in sheet for sheet in sheets)
    assert [(str(item.title), level) for level, item in levelled(pdf.outline)][-3:] == [
        ("1 Advice", 0),
        ("2 History (heading deleted)", 1),
        ("3 Undue pressure (heading deleted)", 1),
    ]


def levelled(outline: list[Any], level: int = 0) -> Iterator[tuple[int, Any]]:
    """Yield every bookmark with how deep it lies."""
    for item in outline:
        if isinstance(item, list):
            yield from levelled(item, level + 1)
        else:
            yield level, item


def test_inserted_and_deleted_words_are_tagged_as_such(made: dict[str, bytes]) -> None:
    found = {
        str(tag["/A"]["/TextDecorationType"])
        for tag in tags(made["redline"])
        if tag.get("/S") == "/Span" and "/A" in tag
    }
    assert found == {"/Underline", "/LineThrough"}


def test_a_list_holds_items_and_an_item_a_label_and_a_body(made: dict[str, bytes]) -> None:
    def inside(tag: Dictionary) -> set[str]:
        kids = tag["/K"] if isinstance(tag["/K"], list) else [tag["/K"]]
        return {str(kid.get_object().get("/S")) for kid in kids}

    found = tags(made["redline"])
    assert {kind for tag in found if tag.get("/S") == "/L" for kind in inside(tag)} <= {"/L", "/LI"}
    assert {kind for tag in found if tag.get("/S") == "/LI" for kind in inside(tag)} == {"/Lbl", "/LBody"}


def test_column_headings_have_a_scope(made: dict[str, bytes]) -> None:
    headings = [tag for tag in tags(made["redline"]) if tag.get("/S") == "/TH"]
    assert headings
    assert {str(tag["/A"]["/Scope"]) for tag in headings} == {"/Column", "/Row"}


def test_a_link_says_its_own_words(made: dict[str, bytes]) -> None:
    notes = [
        str(note.get_object().get("/Contents"))
        for page in reader(made["clean"]).pages
        for note in page.get("/Annots", [])
    ]
    assert "2.3" in notes
    assert "1 Purpose and status of this protocol" in notes


def bars(pdf: bytes) -> list[int]:
    """Return how many change bars each page has: strokes in a content stream of their own."""
    counts = []
    for page in reader(pdf).pages:
        streams = page["/Contents"]
        own = [each.get_object().get_data() for each in streams[1:]] if isinstance(streams, list) else []
        counts.append(sum(data.count(b"\nS\n") for data in own))
    return counts


def test_changed_lines_have_a_bar_and_a_clean_page_has_none(made: dict[str, bytes]) -> None:
    assert sum(bars(made["redline"])) >= 10
    assert sum(bars(made["clean"])) == 0


def test_bars_are_artefacts_that_no_reader_software_meets(made: dict[str, bytes]) -> None:
    for page in reader(made["redline"]).pages:
        streams = page["/Contents"]
        if isinstance(streams, list):
            assert streams[1].get_object().get_data().startswith(b"/Artifact\nBMC")


def test_touching_spans_are_one_bar() -> None:
    assert joined([(30, 40), (0, 10), (12, 20)]) == [(0, 20), (30, 40)]


HOSTILE = (
    '<img src="http://127.0.0.1:9/x.png" alt="x">',
    '<img src="file:///etc/hostname" alt="x">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    "<style>@import url(http://127.0.0.1:9/x.css);</style>",
    "<style>@font-face{font-family:x;src:url(file:///etc/hostname)}p{font-family:x}</style>",
    "<style>p{background:url(//127.0.0.1:9/x.png)}</style>",
    '<object data="http://127.0.0.1:9/x.svg"></object>',
    '<embed src="file:///etc/hostname">',
    '<link rel="attachment" href="file:///etc/hostname">',
    '<a rel="attachment" href="file:///etc/hostname">x</a>',
    '<img src="fonts:../styles/base.css" alt="x">',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/x.png"/></svg>',
)


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_outside_the_page_is_read(markup: str) -> None:
    html = f'<html lang="en-GB"><head><title>x</title></head><body><p>x</p>{markup}</body></html>'
    with pytest.raises(PdfFaultError):
        make_pdf(html)


def test_a_broken_link_inside_the_page_stops_it() -> None:
    with pytest.raises(PdfFaultError, match="nowhere"):
        make_pdf('<html lang="en-GB"><title>x</title><p><a href="#nowhere">x</a></p></html>')


def test_without_the_drawing_library_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(PdfUnavailableError) as raised:
        make_pdf("<p>x</p>")
    assert "Pango" in raised.value.message
    assert "apt install" in raised.value.fix
    assert "libgobject" not in raised.value.message


def test_a_reason_longer_than_a_page_loses_no_word() -> None:
    words = [f"word{number}." for number in range(900)]
    html = write_redline(Redlined(OUTLINE, (replace(CHANGES[1], reason=" ".join(words)),), ()))
    told = Counter(re.findall(r"word\d+\.", text_of(make_pdf(html))))
    assert told == Counter([*words, *words[:LONGEST]])  # all in the schedule, the beginning beside the text


def sheets_with_reasons(words: int) -> list[str]:
    """Return the words of each page of a redline in which six changes have reasons so long."""
    reason = " ".join(f"reason{number}" for number in range(words))
    changes = tuple(replace(change, reason=reason) for change in CHANGES[1:7])
    return [
        tight(page.extract_text())
        for page in reader(make_pdf(write_redline(Redlined(OUTLINE, changes, ())))).pages
    ]


def test_a_reason_of_common_length_is_never_cut_by_the_end_of_a_page() -> None:
    sheets = sheets_with_reasons(25)
    begun = [sheet.count("reason0reason1") for sheet in sheets]
    assert begun == [sheet.count("reason23reason24") for sheet in sheets]
    assert sum(begun) == 2 * 6  # in the schedule and beside the text


def test_a_long_reason_is_cut_in_the_schedule_alone() -> None:
    sheets = [sheet for sheet in sheets_with_reasons(60) if "Scheduleofchanges" not in sheet]
    begun = [sheet.count("reason0reason1") for sheet in sheets]
    assert begun == [sheet.count("reason58reason59") for sheet in sheets]
    assert sum(begun) == 6
