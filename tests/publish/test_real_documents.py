"""Real protocols on the page and on paper: nothing lost, nothing repeated, both texts in a redline."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from paper import drawn, left_over
from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Outline
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from reading import read, words_of

pytestmark = pytest.mark.corpus


def outline(corpus: Path, name: str) -> Outline:
    return to_outline(read_document(name, (corpus / name).read_bytes()))


@pytest.mark.parametrize("name", ["barnet-adopted.md", "barnet-proposed.md", "swale-draft.md", "bingley.md"])
def test_a_page_holds_every_word_in_order(corpus: Path, name: str) -> None:
    text = outline(corpus, name)
    page = read(write_page(text))
    assert page.words(1) == words_of(text, 0)
    assert max(Counter(page.ids).values()) == 1


@pytest.mark.parametrize("name", ["swale-draft.md", "bingley.md"])
def test_paper_holds_every_word_of_the_page_and_no_other(corpus: Path, name: str) -> None:
    html = write_page(outline(corpus, name))
    assert set(left_over(html, drawn(html))) <= set("|0123456789")


def test_a_redline_holds_both_texts_and_its_links_land(corpus: Path) -> None:
    marked = redline(outline(corpus, "barnet-adopted.md"), outline(corpus, "barnet-proposed.md"), ids=False)
    page = read(write_redline(describe(marked)))
    assert page.words(0) == words_of(marked, 0)
    assert page.words(1) == words_of(marked, 1)
    assert max(Counter(page.ids).values()) == 1
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
