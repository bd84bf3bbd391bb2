"""A redline page holds both texts, tells them apart in words and marks, and can be walked both ways."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chance import tries
from protobuild.model.outline import Entry, Kind, Outline, Side
from protobuild.model.redlined import Rank, Redlined, What
from protobuild.model.runs import Run
from protobuild.render.redline import write_redline
from protobuild.render.text import write_text
from reading import read, tight, words_of
from sample_redline import CHANGES, OUTLINE, REDLINED, at, gone, kept, new, two_rounds

HTML = write_redline(REDLINED)
PAGE = read(HTML)


def redline_of(*runs: Run) -> str:
    entries = (Entry("", 0, Kind.TITLE, heading=(kept("T"),)), Entry("p", 2, Kind.PARAGRAPH, body=runs))
    return write_redline(Redlined(Outline(entries, (Side("old"), Side("new"))), (), ()))


def paragraph(html: str) -> str:
    found = re.search(r'<div class="paragraph" id="p"><p[^>]*>(.*?)</p>', html, re.DOTALL)
    assert found
    return found.group(1)


@pytest.mark.parametrize("side", [0, 1])
def test_either_text_can_be_read_back_word_for_word(side: int) -> None:
    assert PAGE.words(side) == words_of(OUTLINE, side)


def test_words_that_passed_through_a_round_stand_in_neither_text() -> None:
    outline = two_rounds()
    page = read(write_redline(Redlined(outline, (), ())))
    assert page.words(0) == words_of(outline, 0)
    assert page.words(1) == words_of(outline, 2)


def test_ids_are_unique_and_every_link_inside_the_page_lands() -> None:
    assert not [name for name, count in Counter(PAGE.ids).items() if count > 1]
    inside = {link[1:] for link in PAGE.links if link.startswith("#")}
    assert inside <= set(PAGE.ids)


def test_the_standing_copy_of_a_moved_paragraph_keeps_its_id() -> None:
    assert PAGE.ids.count("officer-support") == 1
    at = HTML.index('id="officer-support"')
    assert HTML.index("moved from", at) < HTML.index("moved to", at)


def test_both_ends_of_a_move_are_linked() -> None:
    assert re.search(r'moved from <a href="#At-\d+">paragraph 4\.2</a>', HTML)
    assert 'moved to <a href="#officer-support">paragraph 2.3</a>' in HTML


def test_every_change_leads_to_its_row_and_back() -> None:
    for change in CHANGES:
        assert f'id="{change.name}"' in HTML
        assert f'id="{change.name}-row"' in HTML
        assert f"#{change.name}-row" in PAGE.links
        assert f"#{change.name}" in PAGE.links


def test_headings_never_skip_a_level_and_there_is_one_title() -> None:
    assert PAGE.headings.count("h1") == 1
    levels = [int(tag[1]) for tag in PAGE.headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_struck_and_new_words_are_told_in_words_and_never_touch() -> None:
    html = paragraph(redline_of(kept("They "), gone("should"), new("must"), kept(" ask.")))
    plain = re.sub(r"<[^>]+>", "", html)
    assert plain == "They [deleted: should] [inserted: must] ask."


def test_old_and_new_numbers_are_a_space_apart_the_old_first() -> None:
    assert re.search(r"<del class=\"on\">2\.1</del> <ins class=\"nn\">1\.4</ins>", HTML)


def test_a_mark_never_covers_the_space_at_its_ends() -> None:
    html = paragraph(redline_of(kept("Purpose"), new(" and status "), kept("of this")))
    assert re.sub(r"<[^>]+>", "", html) == "Purpose [inserted: and status] of this"


def test_a_reference_that_was_only_renumbered_is_shown_quietly() -> None:
    html = paragraph(redline_of(kept("see "), gone("2.1", ref="p"), new("1.3", ref="p")))
    assert re.search(
        r'<del class="quiet">2\.1</del><span class="marked-only"> </span><ins class="quiet">', html
    )
    assert "[reference renumbered: " in html


def test_a_role_with_a_new_title_is_a_change_of_words() -> None:
    html = paragraph(redline_of(gone("Chief Clerk", ref="role:clerk"), new("Director", ref="role:clerk")))
    assert "quiet" not in html
    assert "[deleted: " in html


def test_a_change_of_look_is_noted_and_strikes_no_word() -> None:
    start = HTML.index("No role gives a member authority")
    assert "[formatting changed]" in HTML[start : start + 200]
    assert "<del" not in HTML[start : start + 120]


def test_words_of_a_hostile_author_stay_words() -> None:
    html = redline_of(new("<script>alert(1)</script>"), kept(' "&<b>', href='https://e.uk/"><i>'))
    assert "<script" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


def test_no_mark_stands_around_a_row() -> None:
    assert not re.search(r"<(ins|del)[^>]*>\s*<t[rd]", HTML)
    assert "[row inserted]" in HTML
    assert "[row deleted]" in HTML


def test_the_page_runs_no_script_and_asks_for_nothing() -> None:
    assert "<script" not in HTML
    assert "style=" not in HTML.replace("<style", "")
    assert not re.search(r"@import|url\(|src=|<link", HTML)


def test_force_of_words_comes_before_the_schedule() -> None:
    assert HTML.index("Changes in what the words require") < HTML.index("Schedule of changes</h2>")


def test_each_round_is_named_by_letter_in_marks_and_in_words() -> None:
    html = write_redline(Redlined(two_rounds(), (), ()))
    assert "[inserted by B: " in html
    assert '<sup class="round" aria-hidden="true">A</sup>' in html
    assert "Round B" in html


def test_texts_with_little_in_common_are_called_that() -> None:
    assert "too little in common" in write_redline(Redlined(OUTLINE, (), (), different=True))


WORDS = st.sampled_from(["may", "must", " and ", "officers", "(a)", "<b>", "é", " ", "10"])


@st.composite
def runs(draw: st.DrawFn) -> tuple[Run, ...]:
    out = []
    for _ in range(draw(st.integers(0, 4))):
        born = draw(st.sampled_from([0, 0, 1]))
        out.append(Run(draw(WORDS), born=born, gone=draw(st.sampled_from([None, 1])) if not born else None))
    return tuple(out)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    entries = [Entry("", 0, Kind.TITLE, heading=(kept("Title"),))]
    kinds = [kind for kind in Kind if kind is not Kind.TITLE]
    for number in range(draw(st.integers(0, 12))):
        born = draw(st.sampled_from([0, 0, 1]))
        entries.append(
            Entry(
                draw(st.sampled_from(["", f"e{number}", "same"])),
                draw(st.integers(1, 5)),
                draw(st.sampled_from(kinds)),
                draw(runs()),
                draw(runs()),
                draw(runs()),
                born,
                None if born else draw(st.sampled_from([None, None, 1])),
            )
        )
    return Outline(tuple(entries), (Side("old"), Side("new")))


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(outlines())
def test_no_outline_loses_a_word_or_repeats_an_id(outline: Outline) -> None:
    page = read(write_redline(Redlined(outline, (), ())))
    for number in (0, 1):
        shown = "".join(run.text for entry in outline.entries for run in entry.runs if run.seen_in(number))
        assert sorted(page.words(number)) == sorted(tight(shown))
    assert len(page.ids) == len(set(page.ids))


def test_a_change_to_the_title_is_noted_under_the_title() -> None:
    title = Entry("", 0, Kind.TITLE, heading=(gone("Code"), new("Protocol")))
    change = replace(CHANGES[0], at=(0,), edits=())
    html = write_redline(Redlined(Outline((title,), (Side("old"), Side("new"))), (change,), ()))
    assert html.index("</h1>") < html.index('id="C1"') < html.index("</header>")


def test_a_change_that_is_nowhere_has_no_link_to_nowhere() -> None:
    html = write_redline(Redlined(OUTLINE, (replace(CHANGES[1], at=()),), ()))
    assert 'href="#C2"' not in html
    assert "C2" in html


def test_should_becoming_must_comes_first_in_the_summary() -> None:
    first = replace(CHANGES[0], force=("“each” is struck",), edits=())
    html = write_redline(Redlined(OUTLINE, (first, *CHANGES[1:]), ()))
    assert html.index("becomes “must”: strengthened</li>") < html.index("“each” is struck</li>")


def test_the_summary_tells_what_is_minor_and_gives_no_second_figure_for_the_rest() -> None:
    assert "Of these, 1 is minor (" in HTML
    assert "ubstantive" not in HTML
    assert "Of these" not in write_redline(Redlined(OUTLINE, CHANGES[:7], ()))
    titles = tuple(replace(change, rank=Rank.TITLES) for change in CHANGES[:2])
    assert "Of these, 2 are only a new title for a role." in write_redline(Redlined(OUTLINE, titles, ()))


def test_what_text_dropped_required_is_told_in_one_line() -> None:
    lost = replace(CHANGES[3], force=("drops what is required (“must”)",))
    html = write_redline(Redlined(OUTLINE, (lost,), ()))
    assert "dropped together with what it required" in html
    assert "(section 2, 2.2)" in html


def test_a_column_of_reasons_stands_only_where_somebody_gave_one() -> None:
    assert ">Reason</th>" in HTML
    without = write_redline(Redlined(OUTLINE, (replace(CHANGES[2], reason="", proposer=""),), ()))
    assert ">Reason</th>" not in without


def test_a_change_is_named_again_only_beside_what_it_marks() -> None:
    items = "civic-role", "call-in"
    change = replace(
        CHANGES[0], at=tuple(n for n, each in enumerate(OUTLINE.entries) if each.id in (*items, "ward-role"))
    )
    html = write_redline(Redlined(OUTLINE, (change,), ()))
    assert html.count('href="#C1">C1</a><span class="vh">]') == 1  # ward-role was only renumbered


def test_a_council_that_is_not_named_is_no_letterhead() -> None:
    unnamed = replace(OUTLINE, cover=replace(OUTLINE.cover, council="[Council not named]"))
    assert "not named" not in write_redline(Redlined(unnamed, CHANGES, ()))


def test_the_check_marks_stand_in_small_print_and_not_beside_the_names() -> None:
    assert HTML.count(OUTLINE.sides[0].ref) == 1
    assert f"Check mark of the text: Old text {OUTLINE.sides[0].ref}</p>" in HTML


def test_a_table_is_known_by_its_caption_and_not_by_its_cells_run_together() -> None:
    first = at("who-does-what")
    places = tuple(range(first, first + 5))
    run_on = "Table 1: Who does what Situation Members Officers"
    for what in (What.REWORDED, What.DROPPED):
        change = replace(CHANGES[0], what=what, at=places, before=run_on, after="", title=run_on)
        html = write_redline(Redlined(OUTLINE, (change,), ()))
        assert f"<strong>{what.capitalize()}</strong>: Table 1: Who does what</p>" in html
        assert 'data-label="C1 Table 1: Who does what"' in html
        assert run_on not in html
        assert run_on not in write_text(Redlined(OUTLINE, (change,), ()))


def cells(html: str) -> list[str]:
    """Return the plain words of the first row of the schedule."""
    row = html.partition('id="C1-row"')[2].partition("</tr>")[0]
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]


@pytest.mark.parametrize(
    ("what", "old", "now"),
    [
        (What.REWORDED, "paragraph", "paragraph"),
        (What.NEW, "–new text", "paragraph"),
        (What.DROPPED, "paragraph", "–left out"),
    ],
)
def test_a_paragraph_without_a_number_is_not_called_new_or_left_out(what: What, old: str, now: str) -> None:
    change = replace(CHANGES[0], what=what, old=(), new=(), force=("drops what is allowed (“may”)",))
    redlined = Redlined(OUTLINE, (change,), ())
    assert cells(write_redline(redlined))[:2] == [old, now]
    assert "()" not in write_redline(redlined)
    assert "()" not in write_text(redlined)


def test_words_that_one_round_brought_and_the_next_struck_say_so_of_both() -> None:
    page = write_redline(Redlined(two_rounds(), (), ()))
    assert "[inserted by A, then deleted by B: " in page
    assert '<ins class="passing">seven<sup class="round" aria-hidden="true">A</sup></ins>' in page


def test_a_number_names_the_round_that_changed_it_where_there_are_several() -> None:
    outline = two_rounds()
    entries = (*outline.entries[:2], replace(outline.entries[2], num=(gone("1.2", 2), new("1.1", 2))))
    html = write_redline(Redlined(replace(outline, entries=entries), (), ()))
    sign = '<sup class="round" aria-hidden="true">B</sup>'
    assert f'<del class="on">1.2{sign}</del> <ins class="nn">1.1{sign}</ins>' in html
