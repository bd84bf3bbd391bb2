"""A Word file becomes sections, clauses and tables as a Markdown text does, and nothing falls away unsaid."""

from __future__ import annotations

from protobuild.interchange.document import Imported, read_document, to_outline
from protobuild.interchange.notes import Topic
from protobuild.interchange.report import as_text
from protobuild.model.runs import plain
from word_files import BULLETS, LEGAL, STYLES, p, part, r, row, styled, table, word

TITLE = p("Protocol of Example Borough Council", style="Title")
BODY = TITLE + p("Advice", style="Heading1", num="0:7")


def imported(body: str, **parts: str) -> Imported:
    found = read_document("protocol.docx", word(body, numbering=LEGAL + BULLETS, **parts))
    assert found.report.coverage.whole
    return found


def clauses(body: str, **parts: str) -> list[dict]:
    return [each for section in imported(BODY + body, **parts).sections for each in section["clauses"]]


def words(found: Imported) -> list[str]:
    return [f"{plain(entry.num)} {entry.words}".strip() for entry in to_outline(found).entries]


def remarks(found: Imported) -> list[str]:
    return [note.message for note in found.report.about(Topic.WORD)]


def left_out(found: Imported) -> list[tuple[str, str]]:
    return [(each.reason, each.words) for each in found.report.left_out]


def test_styles_say_what_is_the_title_and_what_a_heading() -> None:
    found = imported(
        BODY
        + p("Members ask.", num="1:7")
        + p("Conduct", style="Heading1", num="0:7")
        + p("Be kind.", num="1:7")
    )
    assert found.manifest["title"] == "Protocol of Example Borough Council"
    assert [section["heading"] for section in found.sections] == ["Advice", "Conduct"]
    assert words(found)[1:] == ["1 Advice", "1.1 Members ask.", "2 Conduct", "2.1 Be kind."]


def test_without_styles_headings_are_known_by_their_look() -> None:
    bold = p(r("Advice", "<w:b/>")) + p("Members should ask for advice before they decide anything.")
    found = imported(
        p("Protocol")
        + bold
        + p(r("Conduct", '<w:u w:val="single"/>'))
        + p("Members and officers are kind to each other.")
    )
    assert [section["heading"] for section in found.sections] == ["Advice", "Conduct"]


def test_a_whole_sentence_in_a_heading_style_is_a_paragraph() -> None:
    sentence = "Members must not ask an officer to do anything that the officer may not properly do."
    (clause,) = clauses(p(sentence, style="Heading2", num="1:7"))
    assert clause["text"] == sentence


def test_the_only_first_heading_of_a_text_without_a_title_is_its_title() -> None:
    body = p("Protocol", style="Heading1") + p("Advice", style="Heading2") + p("Members ask.")
    found = imported(body)
    assert found.manifest["title"] == "Protocol"
    assert [section["heading"] for section in found.sections] == ["Advice"]


def test_short_words_above_the_first_heading_are_the_title() -> None:
    found = imported(p(r("The Protocol", "<w:b/>")) + p("Advice", style="Heading1") + p("Members ask."))
    assert found.manifest["title"] == "The Protocol"


def test_lists_keep_their_levels_and_their_numbers() -> None:
    (clause,) = clauses(
        p("Note that members are to:", num="1:7")
        + p("be kind;", num="2:7")
        + p("be fair:", num="2:7")
        + p("to officers;", num="3:7")
        + p("to each other.", num="3:7")
        + p("Both keep to it.")
    )
    assert [item["text"] for item in clause["items"]] == ["be kind;", "be fair:"]
    assert [item["text"] for item in clause["items"][1]["items"]] == ["to officers;", "to each other."]
    assert clause["closing"] == "Both keep to it."


def test_bullets_automatic_and_typed_become_bullets() -> None:
    (clause,) = clauses(
        p("Points to note:", num="1:7")
        + p("first", num="0:8")
        + p("inner", num="1:8")
        + p("<w:r><w:t>•</w:t><w:tab/><w:t>typed</w:t></w:r>")
    )
    assert clause["text"].split("\n")[2:] == ["- first", "  - inner", "- typed"]


def test_numbers_typed_by_hand_are_numbers_too() -> None:
    body = TITLE + p("1. Advice", style="Heading1")
    tab = "<w:r><w:t>{0}</w:t><w:tab/><w:t>{1}</w:t></w:r>"
    found = imported(body + p(tab.format("1.1", "Members ask.")) + p(tab.format("1.3", "Officers answer.")))
    assert sorted(found.numbers.values()) == ["1", "1.1", "1.3"]
    assert [note.message for note in found.report.about(Topic.MISSING)] == ["1.2 is missing"]


def test_a_typed_number_that_the_automatic_one_contradicts_is_told() -> None:
    found = imported(BODY + p("<w:r><w:t>2.5.2</w:t><w:tab/><w:t>Members ask.</w:t></w:r>", num="1:7"))
    (note,) = found.report.about(Topic.MISPLACED)
    assert "2.5.2 was typed by hand after the automatic 1.1" in note.message
    assert words(found)[-1] == "1.1 2.5.2 Members ask."


def test_bold_italics_links_and_line_breaks_are_kept() -> None:
    runs = (
        r("Members ")
        + r("must", "<w:b/>")
        + r(" ")
        + r("never ", "<w:i/>")
        + r("use * or [x]; see ")
        + f'<w:hyperlink r:id="h">{r("the code")}</w:hyperlink><w:r><w:br/><w:t>Thank you.</w:t></w:r>'
    )
    data = word(BODY + p(runs, num="1:7"), numbering=LEGAL, links={"h": "https://example.gov.uk/code"})
    found = read_document("a.docx", data)
    assert found.sections[0]["clauses"][0]["text"] == (
        "Members **must** *never* use \\* or \\[x\\]; see"
        " [the code](https://example.gov.uk/code)\\\nThank you."
    )


def test_a_table_keeps_its_cells_and_says_where_they_were_merged() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Both")
    found = imported(
        BODY + p("Who:", num="1:7") + table(row("Who", "What"), row("Members", "decide"), row(wide))
    )
    (matrix,) = (each["matrix"] for each in found.sections[0]["clauses"] if "matrix" in each)
    assert (matrix["columns"], matrix["rows"]) == (["Who", "What"], [["Members", "decide"], ["Both", ""]])
    assert remarks(found) == ["a cell lies over 2 columns; its words stand in the first of them"]


def test_a_box_of_one_cell_is_no_table() -> None:
    clause, *_ = clauses(table(row(p("Members ask.", num="1:7"))))
    assert clause["text"] == "Members ask."


def test_quotations_are_known_by_their_style() -> None:
    _, clause = clauses(p("The guide says:", num="1:7") + p("Be kind.", style="Quote"))
    assert clause["quotation"] == {"text": "Be kind."}


def test_a_quotation_with_an_automatic_number_keeps_it() -> None:
    _, clause = clauses(p("The guide says:", num="1:7") + p("Be kind.", style="Quote", num="2:7"))
    assert clause["quotation"] == {"text": "(a) Be kind."}


def test_footnotes_stand_below_the_paragraph_that_calls_them() -> None:
    note = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r("Or the deputy."))}</w:footnote>'
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = imported(BODY + p(r("Ask the monitoring officer") + call + r("."), num="1:7"), footnotes=note)
    assert words(found)[-2:] == ["1.1 Ask the monitoring officer[1].", "[1] Or the deputy."]
    assert remarks(found) == ["footnote 1 stands below the paragraph that calls it"]


def test_text_boxes_are_read_once_and_pictures_are_told() -> None:
    box = f"<wps:txbx><w:txbxContent>{p('In the box.')}</w:txbxContent></wps:txbx>"
    new = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    both = (
        f"<mc:AlternateContent>{new}<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = imported(BODY + p(f"<w:r><w:t>Outside.</w:t>{both}<w:drawing/></w:r>", num="1:7"))
    assert words(found)[-2:] == ["1.1 Outside.", "In the box."]
    assert remarks(found) == [
        "a picture stands here and was left out",
        "a text box hangs here; its words stand below the paragraph",
    ]


def test_what_is_no_text_of_the_authors_is_listed_as_left_out() -> None:
    contents = p("Advice 1", style="TOC1")
    field = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    listed = p(
        field.format("begin")
        + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
        + field.format("separate")
        + r("Conduct 2")
    ) + p(field.format("end"))
    hidden = p(r("Shown. ") + r("Not shown.", "<w:vanish/>"), num="1:7")
    found = imported(
        TITLE
        + contents
        + listed
        + p("Advice", style="Heading1", num="0:7")
        + hidden
        + p("", num="1:7")
        + p("End of it", style="pbfurniture"),
        header=p("Draft of May"),
        footer=p("Page 1"),
    )
    assert left_out(found) == [
        ("contents list", "Advice 1"),
        ("contents list", "Conduct 2"),
        ("hidden words", "Not shown."),
        ("a number with no words after it", "1.2"),
        ("printed by protobuild itself", "End of it"),
        ("page header", "Draft of May"),
        ("page footer", "Page 1"),
    ]
    assert found.report.coverage.words_in == found.report.coverage.kept + 16


def test_words_struck_through_by_hand_are_kept_and_told() -> None:
    found = imported(BODY + p(r("Members ") + r("may", "<w:strike/>") + r(" ask."), num="1:7"))
    assert words(found)[-1] == "1.1 Members may ask."
    assert remarks(found) == ["struck through by hand, not as a tracked change, and kept: “may”"]


def test_signs_of_symbol_fonts_are_read_or_told() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="{0}"/></w:r>'
    runs = sign.format("F0FC") + r(" done ") + sign.format("F041")
    found = imported(BODY + p(runs, num="1:7"))
    assert words(found)[-1] == "1.1 ✓ done"
    assert remarks(found) == ["a sign of the font Wingdings stands here and was left out"]


def test_comments_are_told_with_their_author_and_day() -> None:
    by = 'w:id="4" w:author="A Reader" w:date="2026-05-03T09:00:00Z"'
    comment = f"<w:comment {by}>{p('Is this so?')}</w:comment>"
    anchored = '<w:commentRangeStart w:id="4"/>' + r("Members ask.") + '<w:commentRangeEnd w:id="4"/>'
    found = imported(BODY + p(f"<w:r/>{anchored}", num="1:7"), comments=comment)
    (note,) = found.report.about(Topic.COMMENT)
    assert (note.message, note.line) == ("A Reader on 3 May 2026: “Is this so?”", 3)


def test_the_report_counts_paragraphs_and_not_lines() -> None:
    found = imported(BODY + p("Members ask.", num="1:7") + p("", num="1:7"))
    assert "  paragraph 4: a number with no words after it: “1.2”" in as_text(found.report)


def test_a_heading_style_based_on_another_is_a_heading_too() -> None:
    based = '<w:name w:val="Own"/><w:basedOn w:val="Heading1"/>'
    own = f'<w:style w:type="paragraph" w:styleId="Own">{based}</w:style>'
    found = imported(TITLE + p("Advice", style="Own") + p("Members ask."), styles=styled(STYLES) + own)
    assert found.sections[0]["heading"] == "Advice"


def test_reading_twice_gives_the_same() -> None:
    data = word(BODY + p("Members ask.", num="1:7"), numbering=LEGAL)
    assert read_document("a.docx", data) == read_document("a.docx", data)
    assert part("styles", "").startswith("<?xml")
