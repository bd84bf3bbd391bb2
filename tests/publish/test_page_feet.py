"""No page ends long before its foot, where what comes next could be broken over two pages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from protobuild.interchange.document import read_document, to_outline
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Redlined
from protobuild.publish import pdf as paper
from protobuild.publish.bars import draw_bars
from protobuild.publish.drawn import Page, inside, is_furniture, is_line
from protobuild.publish.pdf import make_pdf
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.redline import write_redline
from sample_redline import OUTLINE, kept, new

MOST = 0.16
"""The share of a page that may be white at its foot: a heading with the first words under it needs that."""


def drawn(redlined: Redlined) -> list[Page]:
    """Return the pages of a redline as they are drawn."""
    pages: list[Page] = []

    def watched(found: list[Page], pdf: Any) -> None:
        pages.extend(found)
        draw_bars(found, pdf)

    with mock.patch.object(paper, "draw_bars", watched):
        make_pdf(write_redline(redlined))
    return pages


def lines(box: Any) -> list[Any]:
    if is_furniture(box):
        return []
    return [box] if is_line(box) else [line for child in inside(box) for line in lines(child)]


def feet(pages: list[Page]) -> list[float]:
    """Return how much is white at the foot of each page, those excepted after which another part begins."""
    out = []
    for page, after in pairwise(pages):
        box = page.box
        if box.page_type.name == after.box.page_type.name:
            reached = max(line.position_y + line.height for line in lines(box))
            out.append((box.content_box_y() + box.height - reached) / box.height)
    return out


def tall(before: int) -> Redlined:
    """Return a redline with new tables of tall rows, after so many paragraphs."""
    entries = [OUTLINE.entries[0], Entry("s", 1, Kind.SECTION, (kept("1"),), (kept("Section"),))]
    body = (kept("words " * 30),)
    entries += [Entry(f"p{n}", 2, Kind.PARAGRAPH, (kept(f"1.{n}"),), (), body) for n in range(before)]
    for table in range(6):
        entries.append(Entry(f"t{table}", 3, Kind.TABLE, (), (new("Who does what"),), born=1))
        for row, words in enumerate(("Members", "work together " * 40, "advise and report " * 30)):
            entries.append(Entry("", 4, Kind.ROW if row else Kind.HEADER, born=1))
            entries += [Entry("", 5, Kind.CELL, (), (), (new(words),), born=1) for _ in range(3)]
    return describe(Outline(tuple(entries), OUTLINE.sides))


@pytest.mark.parametrize("before", [4, 6, 8])
def test_a_tall_row_begins_where_there_is_room(before: int) -> None:
    assert max(feet(drawn(tall(before)))) <= MOST


@pytest.mark.corpus
def test_no_page_of_a_real_redline_is_left_half_empty(corpus: Path) -> None:
    old, new = (
        to_outline(read_document(name, (corpus / name).read_bytes()))
        for name in ("barnet-adopted.md", "barnet-proposed.md")
    )
    assert max(feet(drawn(describe(redline(old, new, ids=False))))) <= MOST
