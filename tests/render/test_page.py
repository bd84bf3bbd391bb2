"""A clean page says what stands, how it stands, and nothing of how it came to be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from protobuild.model.outline import Outline, accept, reject
from protobuild.render.cover import month_or_day
from protobuild.render.page import write_page
from reading import read, words_of
from sample_redline import COVER, OUTLINE

HTML = write_page(accept(OUTLINE))
PAGE = read(HTML)


def test_every_word_stands_in_order() -> None:
    assert PAGE.words(1) == words_of(OUTLINE, 1)


def test_the_page_of_a_redline_is_the_page_of_its_new_text() -> None:
    assert write_page(OUTLINE) == HTML


def test_no_mark_of_a_change_is_left() -> None:
    assert not re.search(r"<(ins|del)\b|class=\"(note|pill|changed)", HTML)


def test_ids_are_unique_and_links_land() -> None:
    assert max(Counter(PAGE.ids).values()) == 1
    assert {link[1:] for link in PAGE.links if link.startswith("#")} <= set(PAGE.ids)


def test_references_and_addresses_are_links() -> None:
    assert '<a href="#officer-support">2.3</a>' in HTML
    assert '<a href="https://www.example.gov.uk/code">Members’ Code of Conduct</a>' in HTML


def test_the_language_is_british_english_and_the_first_link_skips_to_the_text() -> None:
    assert '<html lang="en-GB">' in HTML
    assert PAGE.links[0] == "#Text"


def test_the_cover_says_when_it_was_adopted_and_from_when_it_counts() -> None:
    for words in (
        "Example Borough Council",
        "20 January 2026",
        "1 February 2026",
        "Full Council",
        "May 2027",
    ):
        assert words in HTML


def test_a_text_in_force_carries_no_warning() -> None:
    assert "not in force" not in HTML


@pytest.mark.parametrize("status", ["draft", "proposed", "recommended", "superseded", "withdrawn"])
def test_a_text_not_in_force_says_so_at_the_top(status: str) -> None:
    html = write_page(replace(accept(OUTLINE), cover=replace(COVER, status=status)))
    said = re.search(r'<p class="standing"><strong>([^<]+)', html)
    assert said
    assert "in force" in said.group(1)
    assert html.index("standing") < html.index("Contents</h2>")


def test_tables_have_a_caption_and_column_headings() -> None:
    assert "<caption>Table 1: Who does what</caption>" in HTML
    assert HTML.count('scope="col"') == 3


def test_a_quotation_and_its_source_follow_one_another() -> None:
    assert re.search(r"</blockquote><div class=\"attribution\">", HTML)


def test_an_empty_outline_still_makes_a_page() -> None:
    assert "Untitled" in write_page(Outline(()))


@pytest.mark.parametrize(
    ("written", "said"),
    [("2027-05", "May 2027"), ("2027-05-01", "1 May 2027"), ("spring 2027", "spring 2027"), ("", "")],
)
def test_a_review_date_is_said_as_people_say_it(written: str, said: str) -> None:
    assert month_or_day(written) == said


def test_a_name_that_only_holds_a_place_is_no_letterhead() -> None:
    html = write_page(replace(accept(OUTLINE), cover=replace(COVER, council="[Council not named]")))
    assert "not named" not in html
    assert 'class="council"' not in html
    assert 'name="author"' not in html


def test_the_check_mark_says_what_it_is_and_stands_once() -> None:
    assert '<p class="small">Check mark of the text: ' in write_page(reject(OUTLINE))
    assert write_page(reject(OUTLINE)).count(OUTLINE.sides[0].ref) == 1
