"""Fragments: whatever a content system filters out, the words of both texts stay."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from protobuild.model.outline import Outline, accept, reject
from protobuild.model.redlined import Redlined
from protobuild.render.fragment import write_fragment
from protobuild.render.site.classed import write_classed
from sample_redline import OUTLINE, REDLINED, two_rounds

ALLOWED = frozenset("p h2 h3 h4 h5 h6 ul ol li strong em a blockquote".split())


class Filter(HTMLParser):
    """Keeps what a cautious content system keeps: the allowed elements, and of a link its address."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        lost = [name for name, _ in attrs if (tag, name) != ("a", "href")]
        self.dropped += [f"{tag} {name}" for name in lost] if tag in ALLOWED else [tag]
        self.words.append(" " if tag in ("p", "li", "h2", "h3", "h4") else "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def filtered(page: str) -> str:
    """Return the words that are left, and insist that nothing had to be taken out."""
    found = Filter(page)
    assert found.dropped == []
    return " ".join("".join(found.words).split())


def words(outline: Outline) -> list[str]:
    """Return every piece of a text that a reader sees."""
    texts = (text for entry in outline.entries for text in (entry.words, *(run.text for run in entry.num)))
    return [" ".join(text.split()) for text in texts if text.strip()]


def one_side(said: str, struck: tuple[str, ...], written: tuple[str, ...]) -> str:
    """Return the text without what one side has not, and without the brackets of what it has."""
    said = re.sub(
        r"\[(?:joined to|parted from|level changed|look changed|moved to|moved from)[^\]]*\]", " ", said
    )
    said = re.sub(rf"\[(?:{'|'.join(struck)}): [^\]]*\]", " ", said)
    said = re.sub(rf"\[(?:{'|'.join(written)}): ([^\]]*)\]", r"\1", said)
    return _bare(said)


def _bare(said: str) -> str:
    return re.sub(r"\W+", "", said)


GONE = ("deleted", "moved away", "inserted, then deleted", "deleted in moving")
BORN = ("inserted", "moved here")


def test_a_clean_text_keeps_every_word_and_number() -> None:
    outline = accept(OUTLINE)
    said = _bare(filtered(write_fragment(outline)))
    for piece in words(outline):
        assert _bare(piece) in said, piece


@pytest.mark.parametrize("redline", [OUTLINE, two_rounds()], ids=["one round", "two rounds"])
def test_a_redline_keeps_both_texts(redline: Outline) -> None:
    said = filtered(write_fragment(Redlined(redline, (), ())))
    new, old = one_side(said, GONE, BORN), one_side(said, (*BORN, "inserted, then deleted"), GONE)
    for text, side in ((accept(redline), new), (reject(redline), old)):
        for entry in text.entries:
            assert _bare(entry.words) in side, entry.words


def test_a_change_reads_as_words_in_brackets() -> None:
    page = write_fragment(REDLINED)
    assert "[deleted: should] [inserted: must]" in page
    assert not re.search(r"\]\[", page)


def test_a_table_becomes_a_list_that_names_its_columns() -> None:
    page = write_fragment(accept(OUTLINE))
    assert "<table" not in page
    assert "<li>Columns: " in page


def test_a_link_leads_out_of_the_page_or_nowhere() -> None:
    for page in (write_fragment(REDLINED), write_fragment(accept(OUTLINE))):
        for address in re.findall(r'href="([^"]*)"', page):
            assert unescape(address).startswith(("https://", "http://", "mailto:"))


def test_the_other_flavour_keeps_classes_and_anchors_in_one_element() -> None:
    page = write_classed(REDLINED)
    assert page.startswith('<div class="protobuild marked">')
    assert page.count("<div") == page.count("</div>")
    assert "<ins" in page
    assert ' style="' not in page
    assert "<script" not in page
    anchors = re.findall(r' id="([^"]*)"', page)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)
