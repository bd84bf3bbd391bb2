"""A line of a PDF holds as many words as fit on it, also where a link or other markup comes next.

Where a test of what WeasyPrint does alone fails after an upgrade, `lines_filled` in publish/drawn.py may
no longer be needed.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from unittest import mock

import pypdf
import pytest
import weasyprint

from protobuild.publish import pdf as paper
from protobuild.publish.bars import draw_bars
from protobuild.publish.drawn import Page, inside, is_furniture, is_line, lines_filled, text_of
from protobuild.publish.pdf import make_pdf

BEFORE_LINK = "A member of the council keeps a note for any resident who writes in before the meeting begins"
"""One line of text, on which the space before a link has no room."""

WORDS = (
    "a the of to in and or is may must should council member officer director committee chair resident "
    "ward advice report meeting decision agenda document question answer concern reason procedure "
    "monitoring responsible courteous confidential impartial promptly, fairly, openly, together. again. "
    "council’s member’s officers’ 10 28 working days notice writes listens wrongdoing"
).split()

HOLDERS = (
    "<p>{}</p>",
    "<ul><li>{}</li></ul>",
    '<table><tbody><tr><td style="width: 60%">{}</td><td>{}</td></tr></tbody></table>',
)
MARKUP = ('<a href="#end">{}</a>', "<ins>{}</ins>", "<em>{}</em>", "<span>{}</span>")

NEAR = 0.01  # CSS pixels: less than this is a matter of rounding


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a block."""

    words: str
    left: float
    right: float
    """Where its words end."""
    limit: float
    """Where the block ends."""


def page(body: str) -> str:
    """Return a page of that text, with upright letters only."""
    head = "<head><title>Example Borough Council</title><style>em { font-style: normal }</style></head>"
    return f'<html lang="en-GB">{head}<body><main>{body}<p id="end">End</p></main></body></html>'


def drawn(html: str) -> tuple[bytes, list[list[Line]]]:
    """Return the PDF of a page, and the lines of each of its blocks."""
    pages: list[Page] = []

    def watched(found: list[Page], pdf: Any) -> None:
        pages.extend(found)
        draw_bars(found, pdf)

    with mock.patch.object(paper, "draw_bars", watched):
        data = make_pdf(html)
    return data, [block for each in pages for block in blocks(each.box)]


def as_weasyprint_does() -> Any:
    """Leave lines as WeasyPrint breaks them."""
    return mock.patch.object(paper, "lines_filled", nullcontext)


def blocks(box: Any) -> Iterator[list[Line]]:
    if is_furniture(box):
        return
    lines = [line_of(child, box) for child in inside(box) if is_line(child)]
    if lines:
        yield lines
    for child in inside(box):
        yield from blocks(child)


def line_of(box: Any, block: Any) -> Line:
    pieces = [piece for piece in within(box) if text_of(piece)]
    left, right = block.content_box_x(), max(piece.position_x + piece.width for piece in pieces)
    return Line("".join(map(text_of, pieces)).strip(), left, right, left + block.width)


def within(box: Any) -> Iterator[Any]:
    yield box
    for child in inside(box):
        yield from within(child)


def early(lines: list[Line], widths: dict[str, float]) -> list[str]:
    """Return the lines after which the first word of the next one, and a space, would have fitted."""
    return [
        line.words
        for line, following in pairwise(lines)
        if line.right + widths[" "] + widths[following.words.partition(" ")[0]] < line.limit - NEAR
    ]


def test_the_finder_tells_a_line_broken_early_from_a_full_one() -> None:
    widths = {" ": 3.0, "word": 20.0, "next": 20.0}
    short, full, last = Line("short", 0, 76, 100), Line("full", 0, 77, 100), Line("word and", 0, 40, 100)
    assert early([short, last], widths) == ["short"]
    assert early([full, last], widths) == []
    assert early([last], widths) == []


def test_all_words_before_a_link_stand_on_the_line_they_fill() -> None:
    html = page(f'<p>{BEFORE_LINK} <a href="#end">Complaints Procedure</a>.</p>')
    with as_weasyprint_does():
        _, blocks_before = drawn(html)
    data, blocks_after = drawn(html)
    first, rest = BEFORE_LINK.split(" ", 1)
    assert [line.words for line in blocks_before[0]] == [first, rest, "Complaints Procedure."]
    assert [line.words for line in blocks_after[0]] == [BEFORE_LINK, "Complaints Procedure."]
    printed = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().splitlines()
    assert [line.strip() for line in printed[:2]] == [BEFORE_LINK, "Complaints Procedure."]


def test_a_line_filled_that_way_does_not_run_over_its_end() -> None:
    html = page(f"<p>{BEFORE_LINK} <span>I</span> <em>sing</em> on.</p>")
    _, (lines, *_) = drawn(html)
    assert lines[0].words == BEFORE_LINK
    assert lines[1].words == "I sing on."


@pytest.mark.parametrize("more", ["", "s so that", "s, and says so then"])
def test_where_lines_are_broken_well_nothing_changes(more: str) -> None:
    html = page(f'<p>{BEFORE_LINK}{more} <a href="#end">the end of it</a> or so.</p>' if more else "<p>A</p>")
    with as_weasyprint_does():
        left_alone, _ = drawn(html)
    assert make_pdf(html) == left_alone


def by_chance(seed: int, paragraphs: int) -> str:
    """Return a page of paragraphs, items and cells with markup in each, of our own words by chance.

    With more of them, the first stay the same.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret

    def said(fewest: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(fewest, most)))

    def text() -> str:
        return f"{said(2, 14)} {chance.choice(MARKUP).format(said(1, 2))} {said(1, 4)}"

    body = "".join(chance.choice(HOLDERS).format(text(), text()) for _ in range(paragraphs))
    return page(f'<div style="width: 80mm">{body}</div>')


@pytest.fixture(scope="module")
def widths() -> dict[str, float]:
    """How wide each word is on paper, and a space."""
    _, found = drawn(page("".join(f"<p>{words}</p>" for words in [*WORDS, "aa", "a a"])))
    wide = {lines[0].words: lines[0].right - lines[0].left for lines in found}
    return {**wide, " ": wide["a a"] - wide["aa"]}


SEED = 4
"""One whose first thirty paragraphs hold two lines that WeasyPrint alone breaks early."""


def test_of_a_page_written_by_chance_no_line_is_broken_early_and_none_runs_over(
    widths: dict[str, float],
) -> None:
    with as_weasyprint_does():
        _, found = drawn(by_chance(SEED, 30))
    assert [words for block in found for words in early(block, widths)]
    _, found = drawn(by_chance(SEED, 140))
    lines = [line for block in found for line in block]
    assert len(lines) > 700
    assert [words for block in found for words in early(block, widths)] == []
    assert [line for line in lines if line.right > line.limit + NEAR] == []


def test_what_was_replaced_is_put_back_whatever_happens() -> None:
    module: Any = weasyprint.layout.inline
    before = module.split_first_line
    with pytest.raises(LookupError), lines_filled(weasyprint):
        assert module.split_first_line is not before
        raise LookupError
    assert module.split_first_line is before
