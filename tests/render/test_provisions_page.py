"""The page of the catalogue tells each provision in full, and claims no more than was read."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from protobuild.model.authorities import authorities, duties
from protobuild.model.kinds import KINDS
from protobuild.model.provisions import catalogue
from protobuild.render.provisions import asked_of, provisions_page, provisions_text
from reading import read, words_in

HTML = provisions_page()
PAGE = read(HTML)
WORDS = words_in(HTML)


@pytest.mark.parametrize("row", catalogue().values(), ids=lambda row: row.slug)
def test_a_provision_is_told_with_what_why_whom_and_example(row) -> None:
    part = HTML.partition(f'id="{row.slug}"')[2].partition("<h3")[0]
    words = words_in(f"<p {part}")
    for said in (row.why, asked_of(row), row.example, row.ref, row.slug):
        assert said in words
    assert f"The protocol says that {row.says}" in WORDS


def test_every_kind_with_provisions_is_a_heading_and_ids_are_unique() -> None:
    for kind in {row.kind for row in catalogue().values()}:
        assert f"<h2>{KINDS[kind].title}</h2>" in HTML
    assert max(Counter(PAGE.ids).values()) == 1


def test_every_authority_is_told_with_its_standing_and_that_nobody_checked_it() -> None:
    for row in authorities().values():
        assert row.title in WORDS and row.binds in WORDS
    assert WORDS.count("checked by nobody yet") == len(authorities())
    assert "abolished, 2012; look instead at: The council's own arrangements" in WORDS
    assert "section 27(1), section 28(1)" in WORDS


def test_what_was_found_of_a_duty_is_told_for_each_nation() -> None:
    for duty in duties().values():
        assert duty.found in WORDS


def test_nothing_claims_more_than_was_found() -> None:
    for words in (WORDS, provisions_text()):
        assert not re.search(r"no law requires|lawyer|legally required", words, re.IGNORECASE)


def test_the_page_stands_alone() -> None:
    assert "<script" not in HTML and '<html lang="en-GB">' in HTML
    assert set(re.findall(r'href="(http[^"]*)"', HTML)) == {
        row.source for row in authorities().values() if row.source
    }


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("mutual-respect", "required for every council"),
        ("statutory-rights-to-papers", "required for a principal council, optional for a local council"),
        (
            "same-offer-to-every-group",
            "required on a condition for a principal council, not asked for a local council; "
            "the condition is that the council has political groups",
        ),
    ],
)
def test_for_whom_it_is_required_is_said(slug: str, said: str) -> None:
    assert asked_of(catalogue()[slug]) == said


def test_the_text_lists_every_provision() -> None:
    assert re.findall(r"^  ([a-z-]+): ", provisions_text(), re.MULTILINE) == list(catalogue())
