"""Changes only, side by side, one text at a time: each view shows what it says, and all of that."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.model.outline import Entry, Kind, Outline, Side, accept
from protobuild.model.redlined import Edit, Redlined
from protobuild.model.runs import Run
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.page import write_page
from protobuild.render.places import places
from protobuild.render.redline import write_redline
from protobuild.render.rows import rows
from protobuild.render.spans import named_together
from protobuild.render.status import is_touched
from protobuild.render.text import write_text
from protobuild.render.unchanged import Unchanged, unchanged
from protobuild.render.views import View
from reading import read, tight, words_of
from sample_redline import CHANGES, ENTRIES, OUTLINE, REDLINED, at, gone, kept, new, two_rounds
from strategies import amended, outlines

ONLY, SIDES = View(only=True), View(sides=True)
FULL_PAGE = write_redline(REDLINED)
CHANGED = write_redline(REDLINED, view=ONLY)
BESIDE = write_redline(REDLINED, view=SIDES)
TITLE = Entry("", 0, Kind.TITLE, heading=(kept("T"),))


def section(number: str, *, id: str = "", **more: object) -> Entry:
    return Entry(id or f"s{number}", 1, Kind.SECTION, (kept(number),), (kept(f"Section {number}"),), **more)  # type: ignore[arg-type]


def paragraph(number: str, *runs: object, level: int = 2, kind: Kind = Kind.PARAGRAPH) -> Entry:
    body = runs or (kept(f"words of {number}"),)
    label = (kept(number),) if number else ()
    return Entry(f"p{number}".replace(".", "-"), level, kind, label, body=body)  # type: ignore[arg-type]


def outline(*entries: Entry) -> Outline:
    return Outline((TITLE, *entries), (Side("old"), Side("new")))


def said(*entries: Entry) -> list[str]:
    """Return what stands in place of what is left out, in reading order."""
    marked = outline(*entries)
    return list(unchanged(marked, places(marked)).said.values())


CHANGE = (kept("a "), gone("b"), new("c"))


# Changes only


def test_neighbours_nothing_happened_to_are_named_together() -> None:
    assert said(
        section("1"),
        paragraph("1.1", *CHANGE),
        *(paragraph(f"1.{number}") for number in range(2, 7)),
        section("2"),
        paragraph("2.1"),
        section("3"),
    ) == ["Paragraphs 1.2 to 1.6 unchanged", "Sections 2 to 3 unchanged"]


def test_what_has_no_number_is_counted_and_a_source_goes_with_its_quotation() -> None:
    assert said(
        section("1"),
        paragraph("1.1", *CHANGE),
        Entry("", 3, Kind.QUOTATION, body=(kept("q"),)),
        Entry("", 3, Kind.ATTRIBUTION, body=(kept("who"),)),
        paragraph("1.2"),
        Entry("t", 3, Kind.TABLE, heading=(kept("Table"),)),
    ) == ["1 quotation unchanged", "Paragraph 1.2 unchanged"]


def test_old_numbers_are_said_where_they_were_others() -> None:
    moved_up = replace(paragraph("1.2"), num=(gone("1.3"), new("1.2")))
    assert said(section("1"), paragraph("1.1", *CHANGE), moved_up) == [
        "Paragraph 1.2 (in the old text 1.3) unchanged"
    ]


def test_an_item_keeps_the_paragraph_it_hangs_on_and_its_closing_words() -> None:
    items = (
        paragraph("(a)", level=3, kind=Kind.ITEM),
        paragraph("(b)", *CHANGE, level=3, kind=Kind.ITEM),
        paragraph("(c)", level=3, kind=Kind.ITEM),
        paragraph("(d)", level=3, kind=Kind.ITEM),
        Entry("", 3, Kind.CLOSING, body=(kept("unless all agree."),)),
    )
    marked = outline(section("1"), paragraph("1.1", kept("lead-in")), *items, paragraph("1.2"))
    text = write_text(marked, ONLY)
    assert "lead-in" in text
    assert "unless all agree." in text
    assert [line.strip() for line in text.splitlines() if "unchanged" in line] == [
        "{Item (a) unchanged}",
        "{Items (c) to (d) unchanged}",
        "{Paragraph 1.2 unchanged}",
    ]


def test_a_heading_inside_a_section_stays_over_what_changed() -> None:
    heading = Entry("h", 2, Kind.SUBHEADING, heading=(kept("Enquiries"),))
    assert said(section("1"), heading, paragraph("1.1"), paragraph("1.2", *CHANGE)) == [
        "Paragraph 1.1 unchanged"
    ]


def test_a_changed_row_comes_with_the_headings_of_its_columns() -> None:
    def row(kind: Kind, *cells: tuple[object, ...]) -> tuple[Entry, ...]:
        return (Entry("", 4, kind), *(Entry("", 5, Kind.CELL, body=cell) for cell in cells))  # type: ignore[arg-type]

    table = (
        Entry("t", 3, Kind.TABLE, heading=(kept("Who"),)),
        *row(Kind.HEADER, (kept("Matter"),), (kept("Members"),)),
        *row(Kind.ROW, (kept("one"),), (kept("two"),)),
        *row(Kind.ROW, (kept("three"),), CHANGE),
        *row(Kind.ROW, (kept("four"),), (kept("five"),)),
        *row(Kind.ROW, (kept("six"),), (kept("seven"),)),
    )
    marked = outline(section("1"), paragraph("1.1"), *table)
    html = write_redline(Redlined(marked, (), ()), view=ONLY)
    shown = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr.*?</tr>", html)]
    told = [" ".join(re.sub(r"\|+", " ", row).split()).replace(" ]", "]") for row in shown]
    assert told == [
        "Matter Members",
        "1 row unchanged",
        "three a [deleted: b] [inserted: c]",
        "2 rows unchanged",
    ]
    assert 'colspan="2"' in html


def test_a_merger_keeps_the_words_it_joined_and_a_split_those_it_left() -> None:
    first, second = paragraph("1.1"), paragraph("1.2")
    merged = replace(second, gone=1, num=(gone("1.2"),))
    split = replace(second, born=1, num=(new("1.2"),))
    for other in (merged, split):
        assert said(section("1"), first, other, paragraph("1.3")) == ["Paragraph 1.3 unchanged"]


def test_both_ends_of_a_move_are_shown() -> None:
    assert 'href="#At-' in CHANGED.partition("moved from")[2][:80]
    assert 'moved to <a href="#officer-support">paragraph 2.3</a>' in CHANGED


def test_every_change_every_row_and_every_link_is_there() -> None:
    page = read(CHANGED)
    for change in CHANGES:
        assert {change.name, f"{change.name}-row"} <= set(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert "Where every paragraph went</h2>" in CHANGED
    assert "This copy leaves out what did not change" in CHANGED


def test_a_paragraph_left_out_is_named_in_the_concordance_and_no_link() -> None:
    assert "<td>Members are elected</td>" in CHANGED
    assert ">Members are elected</a>" in FULL_PAGE


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_nothing_that_changed_is_ever_left_out(data: st.DataObject) -> None:
    old = data.draw(outlines())
    marked = redline(old, data.draw(amended(old)))
    quiet = unchanged(marked, places(marked))
    left = [marked.entries[one] for one in sorted(quiet.at)]
    assert not [entry for entry in left if is_touched(entry)]
    assert quiet.tops <= quiet.at
    assert set(quiet.said) <= quiet.tops
    text = write_text(marked, ONLY)
    signs = re.compile(r"\[[-+].*?[-+]\]", re.DOTALL)
    numbers = {tight(word) for word in signs.findall(write_text(Outline(tuple(left), marked.sides)))}
    whole = {tight(word) for word in signs.findall(write_text(marked))}
    assert whole - {tight(word) for word in signs.findall(text)} <= numbers
    page = read(write_redline(describe(marked), view=ONLY))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_two_rounds_are_both_changes() -> None:
    assert "[-ten-A] [-[+seven+A]-B] [+five+B]" in write_text(two_rounds(), ONLY)


def test_a_text_without_changes_is_whole_in_every_view() -> None:
    clean = accept(OUTLINE)
    assert write_text(clean, ONLY) == write_text(clean)
    assert unchanged(clean, places(clean)) != Unchanged()  # all of it could go; the writers do not ask


# The page with its switches


def test_the_switches_are_inputs_with_labels_and_need_no_script() -> None:
    for name in ("Show-both", "Show-new", "Show-old", "Show-changes"):
        assert re.search(rf'<label><input type="(radio|checkbox)"[^>]* id="{name}"', FULL_PAGE)
    assert "<script" not in FULL_PAGE
    assert 'id="Show-changes"' not in CHANGED
    assert 'class="switch' not in write_redline(REDLINED, view=View(only=True, sides=True))


def test_what_changes_only_would_say_is_ready_in_the_page_and_not_among_its_words() -> None:
    assert 'data-said="Paragraph 1.4 (in the old text 2.1) unchanged"' in FULL_PAGE
    assert "unchanged" not in "".join(read(FULL_PAGE).blocks).replace("moved unchanged", "")


def test_a_clean_page_knows_nothing_of_views() -> None:
    html = write_page(accept(OUTLINE)).partition("</head>")[2]
    for word in ("switch", "same", "data-said", "-only", "details", "C1"):
        assert word not in html


def one_text(html: str, side: str) -> str:
    """Return the text a browser shows when one text is chosen, by what the style sheet hides."""
    main = html.partition('<main id="Text"')[2].partition(">")[2].partition("</main>")[0]
    hidden = {"new": ("old-only", "marked-only", "on"), "old": ("new-only", "marked-only", "left")}[side]
    out, depth = "", []
    for piece in re.split(r"(<[^>]+>)", main):
        if not piece.startswith("<"):
            out += "" if any(depth) else piece
        elif piece.startswith("</"):
            depth.pop()
        elif not piece.startswith("<br"):
            names = set((re.findall(r'class="([^"]*)"', piece) or [""])[0].split())
            tag = piece[1:].partition(" ")[0].rstrip(">")
            gone_tag = tag == ("del" if side == "new" else "ins")
            aside = {"note", "pill", "vh", "round", "looks", "on-screen"}
            depth.append(gone_tag or bool(names & {*hidden, *aside}))
        out += " " if piece == "<br>" else ""
    return out


@pytest.mark.parametrize(("side", "number"), [("old", 0), ("new", 1)])
def test_either_text_can_be_shown_alone_with_its_spaces(side: str, number: int) -> None:
    words = " ".join(one_text(FULL_PAGE, side).split())
    assert tight(words) == words_of(OUTLINE, number).removeprefix(tight(OUTLINE.title))
    assert not re.search(r" [.,;:]", words.replace("by .", "by."))  # the sample's old text ends so


def test_whole_provisions_of_one_text_say_so() -> None:
    assert '<div class="paragraph new-only" id="officer-support">' in FULL_PAGE
    assert '<div class="paragraph" id="standing">' in FULL_PAGE  # a quotation that stood before hangs on it
    assert re.search(r'<tr class="new-only">.*?Social media', FULL_PAGE)
    assert re.search(r'<tr class="old-only">.*?Photocopying', FULL_PAGE)
    assert re.search(r'<h2 data-label="2 How this code came about[^>]* class="[^"]*old-only', FULL_PAGE)


def test_each_change_leads_to_the_one_before_and_the_one_after() -> None:
    note = FULL_PAGE.partition('id="C2"')[2].partition("</div></div>")[0]
    assert '<a href="#C1">‹ C1</a>' in note
    assert '<a href="#C3">C3 ›</a>' in note
    first = FULL_PAGE.partition('id="C1"')[2].partition("</div></div>")[0]
    assert "‹" not in first


def test_long_deletions_can_be_folded_and_are_open_at_first() -> None:
    words = " ".join(["word"] * 30)
    struck = [
        Entry(f"x{n}", 2, Kind.PARAGRAPH, (gone(f"1.{n}"),), body=(gone(words),), gone=1) for n in (2, 3)
    ]
    marked = outline(section("1"), paragraph("1.1"), *struck, paragraph("1.4"))
    html = write_redline(Redlined(marked, (), ()))
    found = re.search(r'<details class="deleted old-only" open=""><summary[^>]*>(.*?)</summary>', html)
    assert found
    assert found.group(1) == "Deleted: paragraphs 1.2 to 1.3 (60 words)"
    assert "<details" not in write_redline(Redlined(outline(section("1"), struck[0]), (), ()))
    assert "::details-content" in html


def test_a_name_for_neighbours_is_the_same_for_any_hash_seed() -> None:
    entry = replace(paragraph("11"), num=(gone("1"), new("11")))
    assert named_together([0], [entry], ["11"], ["1"]) == "paragraph 11 (in the old text 1)"


# Side by side


def columns(html: str) -> list[tuple[str, str]]:
    """Return the words of each row, old and new, without labels and pointers."""
    body = html.partition('<table class="sides">')[2].partition("<tbody>")[2].partition("</table>")[0]
    asides = (
        r'<p class="absent">.*?</p>|<span class="(?:vh|pill|looks|column)">.*?</span>|<sup.*?</sup>'
        r'|<span class="(?:column|looks)">.*?</span>'
    )
    out = []
    for row in re.findall(r"<tr.*?</tr>", body):
        plain = re.sub(asides, "", re.sub(r'<span class="vh">[^<]*</span>', "", row))
        cells = re.findall(r"<td[^>]*>(.*?)</td>", plain)
        old, now = (tight(re.sub(r"<[^>]+>", " ", cell)) for cell in cells[:2])
        out.append((unescaped(old), unescaped(now)))
    return out


def unescaped(text: str) -> str:
    import html

    return html.unescape(text)


def sides_hold(marked: Outline) -> None:
    beside = columns(write_redline(Redlined(marked, (), ()), view=SIDES))
    title = [
        tight("".join(run.text for run in marked.entries[0].runs if run.seen_in(n))) for n in (0, marked.last)
    ]
    assert title[0] + "".join(old for old, _ in beside) == words_of(marked, 0)
    assert title[1] + "".join(now for _, now in beside) == words_of(marked, marked.last)


def test_the_left_column_is_the_old_text_and_the_right_one_the_new() -> None:
    sides_hold(OUTLINE)
    sides_hold(two_rounds())


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_columns_are_the_first_text_and_the_last_whatever_was_amended(data: st.DataObject) -> None:
    texts = [data.draw(outlines())]
    for _ in range(data.draw(st.integers(1, 2))):
        texts.append(data.draw(amended(texts[-1])))
    marked = redline(*texts)
    sides_hold(marked)
    assert [one for row in rows(marked) for one in row] == list(range(1, len(marked.entries)))


def test_struck_words_are_only_left_and_inserted_ones_only_right() -> None:
    body = BESIDE.partition('<table class="sides">')[2].partition("</table>")[0]
    for row in re.findall(r"<tr.*?</tr>", body)[1:]:
        old, now, *_ = row.split("<td")[1:]
        assert "<ins" not in old
        assert "<del" not in now


def test_the_label_of_an_edit_stands_on_one_side() -> None:
    where = at("advice")
    edits = (
        Edit("C7a", where, 0, "Their task is helped by clear guidance.", ""),
        Edit("C7b", where, 1, "ten", "five"),
    )
    changes = (*CHANGES[:6], replace(CHANGES[6], edits=edits), *CHANGES[7:])
    html = write_redline(Redlined(OUTLINE, changes, ()), view=SIDES)
    rows_shown = re.findall(r"<tr.*?</tr>", html.partition('<table class="sides">')[2])
    row = next(row for row in rows_shown if "honest, impartial" in row)
    old, now, *_ = row.split("<td")[1:]
    assert ("C7a" in old, "C7a" in now) == (True, False)
    assert ("C7b" in old, "C7b" in now) == (False, True)


def test_words_that_joined_a_paragraph_share_its_row() -> None:
    merged, standing = next(n for n, entry in enumerate(ENTRIES) if entry.id == "merged-in"), at("fairness")
    assert [standing, merged] in rows(OUTLINE)


def test_a_moved_paragraph_points_to_its_other_end_from_both() -> None:
    assert re.search(r'<p class="absent">moved from <a href="#At-\d+">paragraph 4\.2</a></p>', BESIDE)
    assert '<p class="absent">moved to <a href="#officer-support">paragraph 2.3</a></p>' in BESIDE


def test_what_came_and_went_between_two_rounds_stands_in_neither_column() -> None:
    passing = Entry("p", 2, Kind.PARAGRAPH, body=(Run("words", born=1, gone=2),), born=1, gone=2)
    marked = Outline((TITLE, passing), (Side("old"), Side("first"), Side("second")))
    html = write_redline(Redlined(marked, (), ()), view=SIDES)
    assert html.count('<p class="absent">came and went between the two texts</p>') == 2
    sides_hold(marked)


def test_what_is_missing_on_one_side_is_said() -> None:
    assert '<p class="absent">not in the old text</p>' in BESIDE
    assert '<p class="absent">left out of the new text</p>' in BESIDE


def test_cells_are_named_by_their_column_since_a_table_does_not_fit() -> None:
    assert '<span class="column">Officers: </span>' in BESIDE
    assert BESIDE.count("<table") == FULL_PAGE.count("<table")  # its own in place of the text's


def test_it_is_a_table_with_headed_columns_and_unique_ids() -> None:
    page = read(BESIDE)
    assert page.column_heads[-8:-5] == [
        "Old text: Adopted 20 January 2026",
        "New text: Draft of 18 November 2026",
        "Change",
    ]
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {change.name for change in CHANGES} <= set(page.ids)


def test_side_by_side_and_changes_only_go_together() -> None:
    html = write_redline(REDLINED, view=View(only=True, sides=True))
    assert (
        '<tr class="instead"><td colspan="3">Paragraph 1.4 (in the old text 2.1) unchanged</td></tr>' in html
    )
    assert "Members are elected by residents" not in html


@pytest.mark.corpus
def test_real_texts_stand_side_by_side_and_apart(corpus: Path) -> None:
    from protobuild.interchange.document import read_document, to_outline

    old, now = (
        to_outline(read_document(name, (corpus / name).read_bytes()))
        for name in ("barnet-adopted.md", "barnet-proposed.md")
    )
    marked = redline(old, now, ids=False)
    sides_hold(marked)
    html = write_redline(describe(marked))
    for side, number in (("old", 0), ("new", 1)):
        words = tight(unescaped(one_text(html, side)))
        title = tight("".join(run.text for run in marked.entries[0].runs if run.seen_in(number)))
        assert title + words == words_of(marked, number)
