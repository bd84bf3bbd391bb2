"""A PDF has a tag for each element of its page, no more, however many pages the element runs over."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest

from paper import Dictionary, drawn, tags, within
from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Kind, Outline, accept
from protobuild.publish.pdf import make_pdf
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from sample_redline import OUTLINE, REDLINED

COUNTED = {"p": "/P", "h1": "/H1", "h2": "/H2", "h3": "/H3", "table": "/Table", "caption": "/Caption"}
COUNTED |= {"tr": "/TR", "th": "/TH", "td": "/TD", "thead": "/THead", "tbody": "/TBody"}
COUNTED |= {"blockquote": "/BlockQuote", "a": "/Link", "main": "/Part"}
PAIRED = {"ul": ("/L", "/TOC"), "li": ("/LI", "/TOCI")}
DECORATED = {"ins": "/Underline", "del": "/LineThrough"}


class Shown(HTMLParser):
    """What paper shows of a page: how many elements of each tag, and the words of its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.count: Counter[str] = Counter()
        self.links: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "br", "link", "input"):
            return
        classes = (dict(attrs).get("class") or "").split()
        if self.hidden or "skip" in classes or "on-screen" in classes:
            self.hidden += 1
            return
        self.count[tag] += 1
        if tag == "a":
            self.links.append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= 1
        elif tag == "a":
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.links and self.open and not self.hidden:
            self.links[-1] += data


def assert_counts(html: str, pdf: bytes) -> None:
    page, found = Shown(html).count, Counter(str(tag["/S"]) for tag in tags(pdf))
    assert {tag: page[tag] for tag in COUNTED} == {tag: found[kind] for tag, kind in COUNTED.items()}
    for tag, kinds in PAIRED.items():
        assert page[tag] == sum(found[kind] for kind in kinds)
    assert found["/LI"] == found["/LBody"]


def long_text() -> Outline:
    """Return six of the sample in one, with paragraphs long enough for pages to end in them."""
    entries = [OUTLINE.entries[0]]
    for copy in range(6):
        for entry in accept(OUTLINE).entries[1:]:
            times = {Kind.PARAGRAPH: 20, Kind.ITEM: 8, Kind.CELL: 12}.get(entry.kind, 1)
            id = f"{entry.id}-{copy}" if entry.id else ""
            entries.append(replace(entry, id=id, body=entry.body * times))
    return accept(replace(OUTLINE, entries=tuple(entries)))


@pytest.fixture(scope="module")
def papers() -> dict[str, tuple[str, bytes]]:
    pages = {
        "clean": write_page(accept(OUTLINE)),
        "redline": write_redline(REDLINED),
        "long": write_page(long_text()),
    }
    return {name: (html, drawn(html)) for name, html in pages.items()}


@pytest.mark.parametrize("name", ["clean", "redline", "long"])
def test_there_are_as_many_tags_as_elements(name: str, papers: dict[str, tuple[str, bytes]]) -> None:
    assert_counts(*papers[name])


def test_the_long_text_breaks_paragraphs_lists_and_tables(papers: dict[str, tuple[str, bytes]]) -> None:
    over = {str(tag["/S"]) for tag in tags(papers["long"][1]) if len(set(pages_of(tag))) > 1}
    assert {"/P", "/L", "/Table"} <= over


def pages_of(tag: Dictionary) -> Iterator[int]:
    for each in within(tag):
        if "/Pg" in each:
            yield each.raw_get("/Pg").idnum
        for kid in each.get("/K", []):
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR":
                yield kid.raw_get("/Pg").idnum


@pytest.mark.corpus
def test_there_are_as_many_tags_as_elements_in_a_real_redline(corpus: Path) -> None:
    old, new = (
        to_outline(read_document(name, (corpus / name).read_bytes()))
        for name in ("barnet-adopted.md", "barnet-proposed.md")
    )
    html = write_redline(describe(redline(old, new, ids=False)))
    pdf = drawn(html)
    assert_counts(html, pdf)
    assert_decorated(html, pdf)


def assert_decorated(html: str, pdf: bytes) -> None:
    page = Shown(html).count
    found = Counter(
        str(tag["/A"]["/TextDecorationType"]) for tag in tags(pdf) if tag["/S"] == "/Span" and "/A" in tag
    )
    assert {tag: page[tag] for tag in DECORATED} == {tag: found[kind] for tag, kind in DECORATED.items()}


def test_every_insertion_and_deletion_is_tagged_as_one(papers: dict[str, tuple[str, bytes]]) -> None:
    assert_decorated(*papers["redline"])


def test_no_link_is_called_by_the_name_of_its_target(papers: dict[str, tuple[str, bytes]]) -> None:
    for html, pdf in papers.values():
        said = [
            str(note.get_object()["/Contents"])
            for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
            for note in page.get("/Annots", [])
        ]
        assert set(said) == {words.strip() for words in Shown(html).links}


def test_an_item_has_its_printed_number_for_a_label(papers: dict[str, tuple[str, bytes]]) -> None:
    kinds = {
        tuple(str(kid.get_object()["/S"]) for kid in tag["/K"])
        for tag in tags(papers["clean"][1])
        if tag["/S"] == "/LI"
    }
    assert kinds == {("/Lbl", "/LBody")}


def test_the_contents_are_tagged_as_contents(papers: dict[str, tuple[str, bytes]]) -> None:
    html, pdf = papers["clean"]
    found = tags(pdf)
    entries = [tag for tag in found if tag["/S"] == "/TOCI"]
    assert sum(tag["/S"] == "/TOC" for tag in found) == 1
    assert len(entries) == html.count('class="pg"') > 0


def test_a_note_has_a_name_of_its_own(papers: dict[str, tuple[str, bytes]]) -> None:
    html, pdf = papers["redline"]
    names = [str(tag["/ID"]) for tag in tags(pdf) if tag["/S"] == "/Note"]
    assert len(names) == len(set(names)) == html.count('role="note"')


def test_repeated_headings_of_a_table_are_read_once(papers: dict[str, tuple[str, bytes]]) -> None:
    rows = "".join(f"<tr><td>row {number}</td><td>words</td></tr>" for number in range(120))
    head = '<thead><tr><th scope="col">Left</th><th scope="col">Right</th></tr></thead>'
    html = f'<html lang="en-GB"><title>x</title><table>{head}<tbody>{rows}</tbody></table></html>'
    pdf = make_pdf(html)
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(sheets) > 1
    assert all("Left" in sheet for sheet in sheets)
    assert sum(tag["/S"] == "/TH" for tag in tags(pdf)) == 2


def test_column_headings_of_large_print_that_run_over_a_page_are_text() -> None:
    heads = "".join(f'<th scope="col">{f"head{number} " * 150}</th>' for number in range(3))
    body = "<tbody><tr><td>one</td><td>two</td><td>three</td></tr></tbody>"
    table = f"<table><caption>Who does what</caption><thead><tr>{heads}</tr></thead>{body}</table>"
    pdf = make_pdf(f'<html lang="en-GB"><title>x</title><body>{table}</body></html>', "large-print")
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert sum("head" in sheet for sheet in sheets) > 1
    assert "".join(sheets).count("head1") == 150  # and the build's own proof of the words has passed
    assert sum(tag["/S"] == "/TH" for tag in tags(pdf)) == 3


def test_a_running_head_is_furniture_and_not_text(papers: dict[str, tuple[str, bytes]]) -> None:
    page = pypdf.PdfReader(io.BytesIO(papers["redline"][1])).pages[1]
    contents = page["/Contents"]
    streams = contents if isinstance(contents, list) else [contents]
    data = b"".join(each.get_object().get_data() for each in streams)
    assert data.count(b"/Artifact\n<</Type /Pagination>>\nBDC") >= 3  # head, foot, number


def test_words_in_another_language_say_so() -> None:
    html = '<html lang="en-GB"><title>x</title><p>Say <span>it</span>.</p><p lang="cy">Tŷ a dŵr.</p></html>'
    assert [str(tag["/Lang"]) for tag in tags(make_pdf(html)) if "/Lang" in tag] == ["cy"]
