"""A line that holds a change has a bar beside it, one that holds none has not, and no note is cut."""

from __future__ import annotations

import io
import os
import random
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any
from unittest import mock

import pypdf
import pytest

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change, Rank, Redlined, What
from protobuild.publish import pdf as paper
from protobuild.publish.bars import changed_lines, draw_bars, joined
from protobuild.publish.drawn import Page, inside, is_line, text_of
from protobuild.publish.pdf import make_pdf
from protobuild.render.redline import write_redline
from sample_redline import OUTLINE, gone, kept, new

POINTS = 0.75
LAYOUTS = int(os.environ.get("PROTOBUILD_LAYOUTS", "1"))
"""How many redlines made by chance are laid out; set it to 200 for a long run."""
STROKE = re.compile(rb"([\d.]+) ([\d.]+) m\s+[\d.]+ ([\d.]+) l\s+S\s")


def fuzzed(seed: int) -> Redlined:
    """Return a redline of paragraphs with kept, new and struck words, and reasons of all lengths."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    entries = [OUTLINE.entries[0], Entry("s", 1, Kind.SECTION, (kept("1"),), (kept("Section"),))]
    changes = []
    for number in range(1, 16):
        words = [f"w{number}x{at} " for at in range(chance.randrange(4, 90))]
        runs = tuple(chance.choice((kept, kept, kept, kept, new, gone))(word) for word in words)
        at = len(entries)
        entries.append(Entry(f"p{number}", 2, Kind.PARAGRAPH, (kept(f"1.{number}"),), (), runs))
        if any(run.marked for run in runs):
            name = f"C{len(changes) + 1}"
            reason = " ".join(f"{name}r{at}" for at in range(chance.randrange(0, 70)))
            change = Change(name, What.REWORDED, (at,), ("1.1",), ("1.1",), "", "", (), Rank.SUBSTANTIVE)
            changes.append(replace(change, reason=reason))
    return Redlined(Outline(tuple(entries), OUTLINE.sides), tuple(changes), ())


@dataclass(frozen=True, slots=True)
class Layout:
    """The PDF of a redline, and its pages as they were drawn."""

    of: Redlined
    data: bytes
    pages: list[Page]


@pytest.fixture(scope="module", params=range(LAYOUTS))
def layout(request: pytest.FixtureRequest) -> Layout:
    """The PDF of a redline made by chance; drawing one takes seconds, so the tests share it."""
    pages: list[Page] = []

    def watched(drawn: list[Page], pdf: Any) -> None:
        pages.extend(drawn)
        draw_bars(drawn, pdf)

    made = fuzzed(request.param)
    with mock.patch.object(paper, "draw_bars", watched):
        return Layout(made, make_pdf(write_redline(made)), pages)


def lines(box: Any) -> list[Any]:
    if is_line(box):
        return [box]
    return [line for child in inside(box) for line in lines(child)]


def words(box: Any, within: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    within = (*within, box.element_tag or "")
    if text_of(box):
        return [(text_of(box), within)]
    return [found for child in inside(box) for found in words(child, within)]


def test_exactly_the_changed_lines_of_the_text_are_barred(layout: Layout) -> None:
    seen = 0
    for page in layout.pages:
        barred = changed_lines(page.box)
        for line in lines(page.box):
            said = [(text, set(tags)) for text, tags in words(line) if re.search(r"w\d+x\d+", text)]
            if not said or "main" not in _above(page.box, line):
                continue
            holds = any(tags & {"ins", "del"} for _, tags in said)
            assert ((line.position_y, line.position_y + line.height) in barred) is holds
            seen += 1
    assert seen > 30


def _above(box: Any, line: Any) -> list[str]:
    for child in inside(box):
        if child is line:
            return [box.element_tag or ""]
        if found := _above(child, line):
            return [box.element_tag or "", *found]
    return []


def test_the_bars_in_the_file_are_those_lines(layout: Layout) -> None:
    sheets = pypdf.PdfReader(io.BytesIO(layout.data)).pages
    for page, sheet in zip(layout.pages, sheets, strict=True):
        streams = sheet["/Contents"]
        own = streams[1].get_object().get_data() if isinstance(streams, list) else b""
        bars = [(float(top), float(bottom)) for _, top, bottom in STROKE.findall(own)]
        wanted = [(top * POINTS, bottom * POINTS) for top, bottom in joined(changed_lines(page.box))]
        assert bars == [pytest.approx(pair, abs=0.01) for pair in wanted]


def test_no_note_is_cut_overlapped_or_off_the_page(layout: Layout) -> None:
    for page in layout.pages:
        notes = _notes(page)
        for box in notes:
            assert box.position_x + box.margin_width() <= page.box.margin_width()
            assert box.position_y + box.border_height() <= page.box.content_box_y() + page.box.height
        ordered = sorted((box.position_y, box.position_y + box.border_height()) for box in notes)
        assert all(above[1] <= below[0] + 0.01 for above, below in pairwise(ordered))
    names = [box.element.get("id") for page in layout.pages for box in _notes(page)]
    assert len(names) == len(set(names))  # a note on two pages would be met twice


def test_a_note_stands_on_a_page_with_words_that_it_is_about(layout: Layout) -> None:
    about = {
        change.name: f"w{layout.of.outline.entries[change.at[0]].id[1:]}" for change in layout.of.changes
    }
    for page in layout.pages:
        printed = {text.partition("x")[0] for text, _ in words(page.box)}
        assert {about[box.element.get("id")] for box in _notes(page)} <= printed


def _notes(page: Page) -> list[Any]:
    """Return the outermost box of each note."""
    found: dict[Any, Any] = {}
    for box in _all(page.box):
        if box.element_tag == "div" and _is_note(box):
            found.setdefault(box.element, box)
    return list(found.values())


def _is_note(box: Any) -> bool:
    return box.element is not None and "note" in (box.element.get("class") or "").split()


def _all(box: Any) -> list[Any]:
    return [box, *(found for child in inside(box) for found in _all(child))]
