"""What a tracked change has to look like for word processors to open, accept and reject it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from lxml import etree

from interchange_cases import cases
from notation import read
from protobuild.interchange.docx.writing.file import write_docx
from protobuild.interchange.docx.writing.names import END_SAYS
from protobuild.interchange.docx.writing.options import Options
from protobuild.model.outline import Kind, Outline
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from sample_redline import REDLINED
from word_views import W, parts, xml

ORDER = {
    "pPr": (
        "pStyle",
        "keepNext",
        "keepLines",
        "numPr",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "rPr",
        "sectPr",
        "pPrChange",
    ),
    "rPr": ("ins", "del", "moveFrom", "moveTo", "rStyle", "b", "i", "color", "sz", "szCs", "u", "rPrChange"),
    "trPr": ("cantSplit", "tblHeader", "ins", "del"),
}
"""The order in which Word wants properties, as far as we write them."""

MADE = [write_docx(describe(redline(old, new))) for _, old, new in cases()] + [write_docx(REDLINED)]


def made(old: str, new: str, options: Options = Options()) -> etree._Element:  # noqa: B008 - it never changes
    return xml(write_docx(describe(redline(read(old), read(new))), options))


def tags(root: etree._Element) -> Counter[str]:
    return Counter(etree.QName(each).localname for each in root.iter() if isinstance(each.tag, str))


def test_every_id_is_given_once_and_an_end_repeats_its_start() -> None:
    for data in MADE:
        root = xml(data)
        starts = [
            each.get(f"{W}id")
            for each in root.iter()
            if each.get(f"{W}author") or each.tag == f"{W}bookmarkStart"
        ]
        starts += [each.get(f"{W}id") for each in root.iter(f"{W}commentReference")]
        assert len(starts) == len(set(starts))
        for end in root.iter(f"{W}bookmarkEnd", f"{W}moveFromRangeEnd", f"{W}moveToRangeEnd"):
            assert end.get(f"{W}id") in starts


def test_every_revision_has_an_author_and_a_minute_of_its_own() -> None:
    for data in MADE:
        marked = [each for each in xml(data).iter() if each.get(f"{W}date")]
        assert all(each.get(f"{W}author") for each in marked)
        minutes = [each.get(f"{W}date") for each in marked if not each.tag.endswith("Range")]
        assert len(set(minutes)) == len(minutes)
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00Z", minute) for minute in minutes)


def test_struck_words_are_deleted_text_and_moved_words_are_not() -> None:
    for data in MADE:
        for words in xml(data).iter(f"{W}t", f"{W}delText"):
            around = {etree.QName(each).localname for each in words.iterancestors()}
            assert ("del" in around) == (words.tag == f"{W}delText")
            assert words.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_no_change_lies_within_another() -> None:
    kinds = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    for data in MADE:
        for run in xml(data).iter(f"{W}r"):
            assert sum(each.tag in kinds for each in run.iterancestors()) <= 1


def test_properties_stand_in_words_own_order() -> None:
    for data in MADE:
        for name, order in ORDER.items():
            for root in (xml(data), xml(data, "word/styles.xml")):
                for properties in root.iter(f"{W}{name}"):
                    found = [etree.QName(each).localname for each in properties]
                    places = [order.index(tag) for tag in found if tag in order]
                    assert places == sorted(places), found


def test_a_paragraph_that_comes_or_goes_has_its_end_marked_and_every_run_within_the_mark() -> None:
    root = made("Members lead.\nOfficers advise.", "Members lead.")
    struck = next(para for para in root.iter(f"{W}p") if "Officers" in "".join(para.itertext()))
    assert struck.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert all(run.getparent().tag == f"{W}del" for run in struck.iter(f"{W}r"))


def test_the_file_ends_with_a_line_that_never_changes() -> None:
    for data in MADE:
        paras = [para for para in xml(data).iter(f"{W}p") if "".join(para.itertext()) == END_SAYS]
        assert len(paras) == 1
        assert tags(paras[0])["ins"] == tags(paras[0])["del"] == 0


def test_a_caption_stands_before_every_table_and_is_furniture_where_it_is_made_up() -> None:
    root = made("| Post | Duty |\n| Clerk | Records |", "| Post | Duty |\n| Clerk | Notes |")
    table = next(root.iter(f"{W}tbl"))
    before = table.getprevious()
    assert "".join(before.itertext()) == "Table"
    assert before.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("PbFurniture")


def test_a_level_that_changes_names_its_list_before_and_after() -> None:
    changed = "# One\nMembers must be neutral:\n- planning\n- The appointment of officers is among them."
    root = made(
        "# One\nMembers must be neutral:\n- planning\nThe appointment of officers is among them.", changed
    )
    change = next(root.iter(f"{W}pPrChange"))
    assert change.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == "1"
    assert change.getparent().find(f"{W}numPr/{W}ilvl").get(f"{W}val") == "2"


TOLD = "Officers tell ward members of events in their ward."
POLICY, SEEN = "Members set policy for the whole borough.", "Members may see it."
MOVED = (f"# One\n{POLICY}\n{TOLD}\n# Two\n{SEEN}", f"# One\n{POLICY}\n# Two\n{SEEN}\n{TOLD}")


def test_a_move_has_two_ranges_of_one_name_and_their_ends_stand_after_the_paragraph() -> None:
    root = made(*MOVED)
    for side in ("From", "To"):
        start, end = next(root.iter(f"{W}move{side}RangeStart")), next(root.iter(f"{W}move{side}RangeEnd"))
        assert start.get(f"{W}name") == "move1"
        assert start.getparent().tag == f"{W}p"
        assert start.getparent().getnext() is end
        assert start.getparent().find(f"{W}pPr/{W}rPr/{W}move{side}") is not None


def test_without_moves_they_are_deleted_and_inserted() -> None:
    found = tags(made(*MOVED, Options(moves=False, comments=False)))
    assert not any(tag.startswith("move") for tag in found)
    assert found["ins"] == found["del"] == 2


def test_what_was_reworded_in_moving_is_deleted_and_inserted() -> None:
    old, new = MOVED
    found = tags(made(old, new.replace("events in their ward", "all events and works in their ward")))
    assert not any(tag.startswith("move") for tag in found)


def test_a_row_that_comes_is_marked_with_every_paragraph_in_it() -> None:
    old = "| Post | Duty |\n| Clerk | Records |"
    root = made(old, f"{old}\n| Mayor | Chairs the council |")
    row = next(row for row in root.iter(f"{W}tr") if "Mayor" in "".join(row.itertext()))
    assert row.find(f"{W}trPr/{W}ins") is not None
    assert all(para.find(f"{W}pPr/{W}rPr/{W}ins") is not None for para in row.iter(f"{W}p"))
    assert next(root.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None


def test_words_that_came_and_went_between_rounds_are_told_in_a_comment() -> None:
    texts = [read(words) for words in ("Members lead.", "Members lead with great care.", "Members lead.")]
    data = write_docx(describe(redline(*texts)))
    assert b"Written in one round and struck in a later one" in parts(data)["word/comments.xml"]
    assert "great care" not in "".join(xml(data).itertext())


def test_of_several_rounds_each_has_its_author() -> None:
    texts = [
        read(words)
        for words in ("Members lead.", "Members lead well.", "Members lead well. Officers advise.")
    ]
    named = [
        replace(text, sides=(replace(text.sides[0], label=f"Draft {n}"),)) for n, text in enumerate(texts)
    ]
    root = xml(write_docx(describe(redline(*named))))
    assert {each.get(f"{W}author") for each in root.iter(f"{W}ins")} == {"Draft 1", "Draft 2"}


def test_reasons_and_old_numbers_are_comments() -> None:
    said = "".join(xml(write_docx(REDLINED), "word/comments.xml").itertext())
    assert "Reason: " in said
    assert "Was " in said
    assert "word/comments.xml" not in parts(write_docx(REDLINED, Options(comments=False)))


def test_a_run_that_only_looks_otherwise_has_its_old_look_beside_it() -> None:
    root = made("Members *must* lead.", "Members **must** lead.")
    change = next(root.iter(f"{W}rPrChange"))
    assert change.find(f"{W}rPr/{W}i") is not None
    assert change.getparent().find(f"{W}b") is not None


@pytest.mark.parametrize("numbers", ["auto", "literal"])
def test_a_reference_is_a_field_where_word_would_say_the_same_and_else_a_link(numbers: str) -> None:
    text = read("# One\n{p1} Members lead.\nSee [[p1]].")
    seen = replace(
        text,
        entries=tuple(
            replace(e, body=tuple(replace(r, text="1.1") if r.ref else r for r in e.body))
            for e in text.entries
        ),
    )
    root = xml(write_docx(seen, Options(numbers=numbers)))  # type: ignore[arg-type]
    codes = [code.text for code in root.iter(f"{W}instrText") if "REF _pb_p1" in (code.text or "")]
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    assert bool(codes) == (numbers == "auto")
    assert ("_pb_p1" in anchors) == (numbers == "literal")


def test_nothing_is_empty_for_the_sake_of_space() -> None:
    for data in MADE:
        assert [
            para for para in xml(data).iter(f"{W}p") if not "".join(para.itertext()) and not _is_ours(para)
        ] == []


def _is_ours(para: etree._Element) -> bool:
    """Whether an entry of the text itself is empty."""
    return para.find(f"{W}pPr/{W}numPr") is not None or any(
        each.tag == f"{W}tc" for each in para.iterancestors()
    )


def test_the_language_the_title_and_the_base_are_told() -> None:
    data = write_docx(REDLINED)
    core = parts(data)["docProps/core.xml"].decode()
    assert "<dc:title>Protocol on member and officer relations</dc:title>" in core
    assert "<dc:identifier>3f2a9c1e77d0</dc:identifier>" in core
    assert 'w:lang w:val="en-GB"' in parts(data)["word/styles.xml"].decode()
    assert b"<w:trackRevisions/>" in parts(data)["word/settings.xml"]


def test_an_outline_of_every_kind_is_written() -> None:
    kinds = {entry.kind for entry in REDLINED.outline.entries}
    assert {Kind.SIGNATURE, Kind.QUOTATION, Kind.TABLE, Kind.FRONT} <= kinds
    assert isinstance(REDLINED.outline, Outline)
