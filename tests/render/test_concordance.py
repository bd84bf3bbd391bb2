"""The concordance is short where nothing happened, and still accounts for every paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.model.outline import Entry, Kind, Outline, Side
from protobuild.model.redlined import Fate, Redlined, Whereabouts
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.folding import folds, next_number
from protobuild.render.redline import write_redline
from sample_redline import OUTLINE, REDLINED, gone, kept, new
from strategies import amended, outlines

ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)


def table(redlined: Redlined) -> list[list[str]]:
    """Return the plain words of each row's cells."""
    html = write_redline(redlined).partition('class="concordance')[2].partition("</table>")[0]
    body = html.partition("<tbody>")[2]
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in ROW.findall(body)
    ]


def concordance(
    *rows: tuple[Fate, str, str] | tuple[Fate, str, str, str] | tuple[Fate, str, str, str, str],
    kind: Kind = Kind.PARAGRAPH,
) -> Redlined:
    """Return a redline whose concordance has those rows: fate, old number, new number, change."""
    entries = (
        Entry("", 0, Kind.TITLE, heading=(kept("T"),)),
        *(Entry(f"e{at}", 2, kind, body=(kept(f"words {at}"),)) for at in range(1, len(rows) + 1)),
    )
    listed = tuple(
        Whereabouts(fate, old, (now,) if now else (), at, f"words {at}", tuple(change))
        for at, (fate, old, now, *change) in enumerate(rows, 1)
    )
    return Redlined(Outline(entries, (Side("old"), Side("new"))), (), listed)


KEPT, RENUMBERED, DROPPED = Fate.KEPT, Fate.RENUMBERED, Fate.DROPPED


def test_paragraphs_that_run_on_are_one_row_with_their_items() -> None:
    redlined = concordance(
        (KEPT, "2.1", "2.1"), (KEPT, "2.1(a)", "2.1(a)"), (KEPT, "2.1(b)", "2.1(b)"), (KEPT, "2.2", "2.2")
    )
    assert table(redlined) == [["2.1 to 2.2", "kept", "2.1 to 2.2", "words 1", ""]]


def test_renumbered_paragraphs_are_one_row_while_both_sides_run_on() -> None:
    redlined = concordance(
        (RENUMBERED, "8.7", "7.7"), (RENUMBERED, "8.8", "7.8"), (RENUMBERED, "8.9", "7.10")
    )
    assert [row[:3] for row in table(redlined)] == [
        ["8.7 to 8.8", "kept, renumbered", "7.7 to 7.8"],
        ["8.9", "kept, renumbered", "7.10"],
    ]


@pytest.mark.parametrize(
    "second",
    [
        (KEPT, "2.2", "2.2", "C1"),
        (Fate.REWORDED, "2.2", "2.2"),
        (RENUMBERED, "2.2", "2.3"),
        (KEPT, "2.4", "2.4"),
        (KEPT, "2.1", "2.1"),
        (DROPPED, "2.2", ""),
        (KEPT, "2.10", "2.10"),
    ],
)
def test_a_row_that_does_not_run_on_stands_alone(second: tuple[Fate, str, str]) -> None:
    assert len(table(concordance((KEPT, "2.1", "2.1"), second))) == 2


def test_an_item_under_another_label_stands_alone() -> None:
    redlined = concordance((RENUMBERED, "3.1", "2.1"), (RENUMBERED, "3.1(d)", "2.1(c)"))
    assert [row[0] for row in table(redlined)] == ["3.1", "3.1(d)"]


def test_what_has_no_number_is_named_and_no_cell_of_a_number_is_empty() -> None:
    kinds = {
        Kind.SECTION: "heading",
        Kind.SUBHEADING: "heading",
        Kind.TABLE: "table",
        Kind.SIGNATURE: "signature",
    }
    for kind, name in kinds.items():
        assert table(concordance((KEPT, "", ""), kind=kind))[0][:3] == [name, "kept", name]
    assert table(concordance((Fate.MERGED, "", "")))[0][:3] == [
        "paragraph",
        "merged into",
        "the paragraph before",
    ]


def test_paragraphs_without_numbers_are_counted() -> None:
    assert table(concordance((KEPT, "", ""), (KEPT, "", ""), (KEPT, "", "")))[0][:3] == [
        "3 paragraphs",
        "kept",
        "3 paragraphs",
    ]


def test_paragraphs_without_numbers_are_not_counted_across_one_that_moved_in() -> None:
    redlined = concordance((KEPT, "", ""), (KEPT, "", ""), (KEPT, "", ""))
    entries = list(redlined.outline.entries)
    entries[2] = Entry("came", 2, Kind.PARAGRAPH, body=(new("words 2", moved=True),), born=1, moved="m1")
    first, _, last = redlined.concordance
    moved_in = Redlined(Outline(tuple(entries), redlined.outline.sides), (), (first, last))
    assert [row[0] for row in table(moved_in)] == ["paragraph", "paragraph"]


def test_items_without_numbers_go_with_the_paragraph_above_them() -> None:
    redlined = concordance((KEPT, "2.1", "2.1"), (KEPT, "", ""), (KEPT, "2.2", "2.2"))
    entries = list(redlined.outline.entries)
    entries[2] = replace(entries[2], kind=Kind.ITEM, level=3)
    listed = Redlined(replace(redlined.outline, entries=tuple(entries)), (), redlined.concordance)
    assert [row[0] for row in table(listed)] == ["2.1 to 2.2"]


def test_each_of_several_changes_is_a_link() -> None:
    html = write_redline(concordance((Fate.REWORDED, "1.1", "1.1", "C1", "C2")))
    assert '<a href="#C1-row">C1</a>, <a href="#C2-row">C2</a>' in html


def test_a_table_is_told_by_its_caption() -> None:
    entry = Entry("t", 3, Kind.TABLE, heading=(kept("Table 1: "), gone("Old"), new("New")))
    row = Whereabouts(
        Fate.REWORDED, "table after 1.1", ("table after 1.1",), 1, "Table 1: Old Matter Members"
    )
    title = Entry("", 0, Kind.TITLE, heading=(kept("T"),))
    assert (
        table(Redlined(Outline((title, entry), (Side("old"), Side("new"))), (), (row,)))[0][3]
        == "Table 1: New"
    )


@pytest.mark.parametrize(
    ("number", "after"),
    [("2.9", "2.10"), ("2.", "3."), ("2.3(a)", "2.3(b)"), ("section 4", "section 5"), ("IV", ""), ("", "")],
)
def test_the_number_after_a_number(number: str, after: str) -> None:
    assert next_number(number) == after


def accounted(redlined: Redlined) -> None:
    found = folds(redlined)
    assert tuple(row for fold in found for row in fold.rows) == redlined.concordance
    for fold in found:
        assert len({row.fate for row in fold.rows}) == 1
        assert len(fold.rows) == 1 or not any(row.changes for row in fold.rows)
        for one, other in pairwise(fold.steps):
            assert next_number(one.old) == other.old
            assert [next_number(number) for number in one.new] == list(other.new)


@settings(max_examples=tries(40), deadline=None)
@given(st.data())
def test_every_row_is_accounted_for_whatever_was_amended(data: st.DataObject) -> None:
    old = data.draw(outlines())
    accounted(describe(redline(old, data.draw(amended(old)))))


def test_every_row_of_the_sample_is_accounted_for() -> None:
    accounted(describe(OUTLINE))
    assert len(table(REDLINED)) == len(REDLINED.concordance)


@pytest.mark.corpus
def test_a_real_concordance_is_accounted_for_and_shorter(corpus: Path) -> None:
    from protobuild.interchange.document import read_document, to_outline

    old, now = (
        to_outline(read_document(name, (corpus / name).read_bytes()))
        for name in ("barnet-adopted.md", "barnet-proposed.md")
    )
    redlined = describe(redline(old, now, ids=False))
    accounted(redlined)
    assert len(folds(redlined)) < len(redlined.concordance)
