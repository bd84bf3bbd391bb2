"""Anybody's words in a comment: they are read as they were written, and do nothing."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from protobuild.publish.ci.plainly import plainly

JOINER = "\u2060"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TAG = re.compile(r"</?(\w+)[^>]*>")


def shown(markdown: str) -> str:
    """Return what a reader sees of Markdown, the tags left out."""
    return html.unescape(TAG.sub("", MARKDOWN.render(markdown)))


def tags(markdown: str) -> set[str]:
    return set(TAG.findall(MARKDOWN.render(markdown)))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_is_written_stands_there_as_words(words: str) -> None:
    said = plainly(words)
    assert "\n" not in said
    assert tags(f"- **C1**: {said}") == {"ul", "li", "strong"}
    read = shown(f"- **C1**: {said}").replace(JOINER, "").strip()
    seen = "".join(letter for letter in " ".join(words.split()) if letter.isprintable())
    assert " ".join(read.split()) == " ".join(f"C1: {seen.replace(JOINER, '')}".split())


@given(st.text(alphabet="|\\`*_[]<>&;#x1 \n", max_size=40))
def test_a_table_keeps_its_two_cells(words: str) -> None:
    table = MARKDOWN.render(f"| A | B |\n| --- | --- |\n| {plainly(words)} | b |")
    assert table.count("<td>") == 2
    assert set(TAG.findall(table)) == {"table", "thead", "tr", "th", "tbody", "td"}


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("@council/officers", "@council"),
        ("see #12", "#12"),
        ("see owner/name#12", "#12"),
        ("see !3", "!3"),
        ("see $4", "$4"),
        ("see %5 and &6 and ~7", "%5"),
        ("a clerk@example.gov.uk", "clerk@example"),
        ("https://evil.example", "://"),
        ("www.evil.example", "www."),
        ("gh-1234", "gh-1"),
        (":tada:", ":tada"),
        ("[+ new +]", "[+"),
        ("{- old -}", "{-"),
        ("::error::no", "::"),
    ],
)
def test_what_the_platforms_look_for_afterwards_is_parted_unseen(words: str, apart: str) -> None:
    assert apart in words
    assert apart not in shown(plainly(words))
    assert shown(plainly(words)).replace(JOINER, "").strip() == words


def test_what_cannot_be_seen_is_left_out() -> None:
    assert plainly("a\u202eb\u200bc\x1b[31m\u2060") == "abc&#91;&#8288;31m"
    assert plainly("one\n/close\ntwo") == "one /close two"


def test_ordinary_words_are_left_alone() -> None:
    words = "“Should” (9.1) becomes “must”; an officer’s reply, in 5-10 days. 2 + 2 = 4/1?"
    assert plainly(words) == words
