"""The concordance accounts for every old provision, once, and for every new one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from chance import tries
from notation import read
from protobuild.model.outline import Kind, Outline
from protobuild.model.redlined import Fate
from protobuild.redline.compare import redline
from protobuild.redline.rounds import between
from protobuild.redline.schedule.changes import describe
from protobuild.redline.schedule.units import numbers
from strategies import amended, outlines

CITED = (Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE)


def fates(old: str, new: str) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = describe(redline(read(old), read(new))).concordance
    return [(str(row.fate), row.old, row.new) for row in rows]


@settings(max_examples=tries(150), deadline=None)
@given(outlines().flatmap(lambda text: st.tuples(st.just(text), st.one_of(amended(text), outlines()))))
def test_every_old_provision_has_one_row_and_every_change_names_its_place(
    pair: tuple[Outline, Outline],
) -> None:
    old, new = pair
    described = describe(redline(old, new))
    accounted = [row.at for row in described.concordance]
    assert len(accounted) == len(set(accounted))
    outline = described.outline
    for at, entry in enumerate(outline.entries):
        if entry.kind in CITED and entry.seen_in(0):
            assert at in accounted
    for change in described.changes:
        assert change.at
        assert change.name.startswith("C")
        assert change.old or change.new or outline.entries[change.at[0]].kind not in CITED


@settings(max_examples=tries(150), deadline=None)
@given(
    outlines().flatmap(lambda text: st.tuples(st.just(text), amended(text))),
    st.data(),
)
def test_every_old_provision_has_just_one_row_and_every_new_one_is_reached(
    pair: tuple[Outline, Outline], data: st.DataObject
) -> None:
    texts = [*pair, data.draw(amended(pair[1]))] if data.draw(st.booleans()) else list(pair)
    marked = redline(*texts)
    ends, positions = between(marked, 0, marked.last)
    described = describe(marked)
    rows = Counter(row.at for row in described.concordance)
    said = {number for row in described.concordance for number in row.new}
    arrived = {entry.moved for entry in ends.entries if entry.moved}
    new = numbers(ends, 1)
    for at, entry in enumerate(ends.entries[1:], 1):
        if entry.kind in CITED and entry.seen_in(0):
            assert rows[positions[at]] == 1
        if entry.kind in CITED and entry.seen_in(1):
            assert rows[positions[at]] == 1 or new[at] in said or entry.moved in arrived


@settings(max_examples=tries(), deadline=None)
@given(outlines())
def test_a_text_against_itself_decides_nothing(text: Outline) -> None:
    described = describe(redline(text, text))
    assert described.changes == ()
    assert {row.fate for row in described.concordance} <= {Fate.KEPT}


def test_a_merge_names_where_the_words_went() -> None:
    old = (
        "Officers must reply to every enquiry in ten days.\nThey must send a holding reply when they cannot."
    )
    new = "Officers must reply to every enquiry in ten days. They must send a holding reply when they cannot."
    assert fates(old, new) == [("reworded", "0.1", ("0.1",)), ("merged into", "0.2", ("0.1",))]


def test_a_split_names_both_places() -> None:
    new = (
        "Officers must reply to every enquiry in ten days.\nThey must send a holding reply when they cannot."
    )
    old = "Officers must reply to every enquiry in ten days. They must send a holding reply when they cannot."
    assert fates(old, new) == [("split into", "0.1", ("0.1", "0.2")), ("split into", "0.1", ("0.2",))]


def test_a_struck_heading_joins_the_section_before() -> None:
    old = "# One\n{a} Members decide.\n# Two\n{b} Officers advise."
    new = "# One\n{a} Members decide.\n{b} Officers advise."
    assert ("merged into", "section 2", ("section 1",)) in fates(old, new)
    assert ("kept, renumbered", "2.1", ("1.2",)) in fates(old, new)


def test_a_moved_provision_is_accounted_for_where_it_went() -> None:
    old = "# One\n{a} Members decide all.\n{c} Officers carry it out in full.\n# Two\n{b} Officers advise."
    new = "# One\n{c} Officers carry it out in full.\n# Two\n{b} Officers advise.\n{a} Members decide all."
    assert ("moved", "1.1", ("2.2",)) in fates(old, new)


def test_only_the_item_that_changed_carries_its_change() -> None:
    old = "Officers must:\n- reply in time to all\n- keep confidences"
    new = "Officers must:\n- reply in time to all\n- keep members' confidences"
    rows = describe(redline(read(old), read(new))).concordance
    assert [(row.old, row.changes) for row in rows] == [("0.1", ()), ("0.1(a)", ()), ("0.1(b)", ("C1",))]


def test_a_provision_two_rounds_changed_names_both_changes() -> None:
    texts = [read(f"Members {word} declare it at once.") for word in ("may", "should", "must")]
    (row,) = describe(redline(*texts)).concordance
    assert row.changes == ("C1", "C2")


SECTIONS = """
# Members
{a} Members decide policy and answer for it to residents.
# Both
{b} Members speak for their ward when they meet officers.
{c} Officers act in the name of the whole council.
# Officers
{d} Officers carry out policy and advise on it.
"""


def test_a_struck_heading_is_merged_into_the_section_its_text_now_ends() -> None:
    new = """
# Members
{a} Members decide policy and answer for it to residents.
{b} Members speak for their ward when they meet officers.
# Officers
{d} Officers carry out policy and advise on it.
{c} Officers act in the name of the whole council.
"""
    rows = fates(SECTIONS, new)
    assert ("merged into", "section 2", ("section 1",)) in rows
    assert ("moved", "2.2", ("2.2",)) in rows


def test_a_section_of_which_a_paragraph_moved_elsewhere_is_not_split() -> None:
    new = """
# Members
{a} Members decide policy and answer for it to residents.
# Both
{b} Members speak for their ward when they meet officers.
# Officers
{d} Officers carry out policy and advise on it.
{c} Officers act in the name of the whole council.
"""
    rows = fates(SECTIONS, new)
    assert ("kept", "section 2", ("section 2",)) in rows
    assert ("moved", "2.2", ("3.2",)) in rows
    assert ("kept", "section 3", ("section 3",)) in rows


def test_a_section_divided_by_a_new_heading_says_whence_the_new_one_came() -> None:
    new = SECTIONS.replace("{c} Officers act", "# Officers in council\n{c} Officers act")
    rows = fates(SECTIONS, new)
    assert ("split into", "section 2", ("section 2", "section 3")) in rows
    assert ("split into", "section 2", ("section 3",)) in rows
    assert ("kept, renumbered", "section 3", ("section 4",)) in rows


def test_a_heading_whose_text_all_moved_is_dropped_and_the_text_has_its_own_rows() -> None:
    new = """
# Officers
{d} Officers carry out policy and advise on it.
{a} Members decide policy and answer for it to residents.
{b} Members speak for their ward when they meet officers.
{c} Officers act in the name of the whole council.
"""
    rows = fates(SECTIONS, new)
    assert ("dropped", "section 1", ()) in rows
    assert ("dropped", "section 2", ()) in rows
    assert ("moved", "2.2", ("1.4",)) in rows


def test_a_section_dropped_whole_went_nowhere() -> None:
    new = SECTIONS.split("# Officers", maxsplit=1)[0]
    assert ("dropped", "section 3", ()) in fates(SECTIONS, new)


def test_a_heading_over_new_text_is_new() -> None:
    rows = fates(SECTIONS, SECTIONS + "# Review\n{n} The council reviews this every year.\n")
    assert ("new", "", ("section 4",)) in rows


def test_what_two_rounds_moved_is_one_move_from_the_base() -> None:
    first = SECTIONS.replace("{c} Officers act in the name of the whole council.\n", "")
    second = first.replace("# Both", "{c} Officers act in the name of the whole council.\n# Both")
    third = first + "{c} Officers act in the name of the whole council.\n"
    marked = redline(read(SECTIONS), read(second), read(third))
    (row,) = [row for row in describe(marked).concordance if row.old == "2.2"]
    assert (row.fate, row.new) == (Fate.MOVED, ("3.2",))


def test_a_dropped_paragraph_whose_words_another_took_in_is_merged_into_that() -> None:
    moved = "Officers carry out policy and advise on it."
    home = "Members decide policy and answer for it to residents."
    new = SECTIONS.replace(f"{{d}} {moved}\n", "").replace(home, f"{home} {moved}")
    assert ("merged into", "3.1", ("1.1",)) in fates(SECTIONS, new)


def test_a_paragraph_with_other_words_in_the_place_of_all_of_its_own_is_replaced() -> None:
    new = SECTIONS.replace("{d} Officers carry out policy and advise on it.", "{d} Nobody bears grudges.")
    assert ("replaced", "3.1", ("3.1",)) in fates(SECTIONS, new)
