"""Automatic numbers stand nowhere in a Word file; they are worked out as Word shows them."""

from __future__ import annotations

import pytest

from protobuild.interchange.docx.formats import formatted
from protobuild.interchange.docx.nodes import Paragraph
from protobuild.interchange.docx.package import open_package
from protobuild.interchange.docx.sides import Side
from protobuild.interchange.docx.walk import read_parts, read_side
from protobuild.model.source import ProtobuildError
from word_files import LEGAL, level, lists, p, styled, word

DEEP = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    data = word(body, numbering=numbering, styles=styles or styled())
    nodes = read_side(read_parts(open_package("a.docx", data)), Side.NEW)
    return [node.label for node in nodes if isinstance(node, Paragraph)]


def numbered(*levels: int, num: int = 7) -> str:
    return "".join(p("words", num=f"{at}:{num}") for at in levels)


def test_levels_count_on_and_start_again_below_a_higher_one() -> None:
    assert labels(numbered(0, 1, 1, 2, 2, 3, 0, 1, 2), LEGAL) == (
        ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "2.", "2.1", "(a)"]
    )


def test_a_paragraph_between_takes_no_number() -> None:
    assert labels(numbered(0) + p("words") + p("words", num="0:0") + numbered(0), LEGAL) == [
        "1.",
        "",
        "",
        "2.",
    ]


def test_a_level_whose_upper_one_never_came_shows_its_start() -> None:
    assert labels(numbered(1, 1, 0, 1), LEGAL) == ["1.1", "1.2", "2.", "2.1"]


def test_lists_that_share_their_levels_share_the_count() -> None:
    other = '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    assert labels(numbered(0) + numbered(0, num=9) + numbered(0), lists(level(0, "%1."), also=other)) == (
        ["1.", "2.", "3."]
    )


def test_a_start_of_its_own_counts_once_and_for_its_list_alone() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:num w:numId="9"><w:abstractNumId w:val="7"/>{start}</w:num>'
    body = numbered(0) + numbered(0, 0, num=9) + numbered(0)
    assert labels(body, lists(level(0, "%1."), also=other)) == ["1.", "5.", "6.", "7."]


def test_a_level_of_its_own_replaces_the_shared_one() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Article %1", "upperRoman")}</w:lvlOverride>'
    other = f'<w:num w:numId="9"><w:abstractNumId w:val="7"/>{own}</w:num>'
    assert labels(numbered(0, 0, num=9), lists(level(0, "%1."), also=other)) == ["Article I", "Article II"]


@pytest.mark.parametrize(("restart", "wanted"), [("0", "3.3"), ("", "3.1")])
def test_a_level_may_never_start_again(restart: str, wanted: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    made = lists(level(0, "%1."), level(1, "%1.%2", more=more))
    assert labels(numbered(0, 1, 0, 1, 0, 1), made)[-1] == wanted


def test_legal_numbering_shows_figures_for_the_levels_above() -> None:
    made = lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(numbered(0, 0, 1), made) == ["I.", "II.", "2.1"]


def test_a_style_gives_its_paragraphs_the_level_that_names_it() -> None:
    made = lists(
        level(0, "%1.", more='<w:pStyle w:val="A"/>'), level(1, "%1.%2", more='<w:pStyle w:val="B"/>')
    )
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    listed = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    styles = (
        style.format("A", listed) + style.format("B", listed) + style.format("C", '<w:basedOn w:val="B"/>')
    )
    body = p("words", style="A") + p("words", style="B") + p("words", style="C")
    assert labels(body, made, styles) == ["1.", "1.1", "1.2"]


def test_a_list_style_is_followed_to_the_list_it_names() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num>'
    )
    style = (
        '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(numbered(0, 1, num=9), lists(level(0, "%1."), level(1, "%1.%2"), also=linked), style) == (
        ["1.", "1.1"]
    )


def test_a_hidden_number_is_counted_and_not_shown() -> None:
    hidden = level(0, "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    assert labels(numbered(0, 1), lists(hidden, level(1, "%1.%2"))) == ["", "1.1"]


@pytest.mark.parametrize(
    ("format", "wanted"),
    [
        ("decimal", ["1", "12", "27", "104"]),
        ("decimalZero", ["01", "12", "27", "104"]),
        ("lowerLetter", ["a", "l", "aa", "zzzz"]),
        ("upperLetter", ["A", "L", "AA", "ZZZZ"]),
        ("lowerRoman", ["i", "xii", "xxvii", "civ"]),
        ("upperRoman", ["I", "XII", "XXVII", "CIV"]),
        ("ordinal", ["1st", "12th", "27th", "104th"]),
        ("cardinalText", ["One", "Twelve", "Twenty-seven", "One hundred four"]),
        ("ordinalText", ["First", "Twelfth", "Twenty-seventh", "One hundred fourth"]),
        ("none", ["", "", "", ""]),
    ],
)
def test_each_format_is_written_as_word_writes_it(format: str, wanted: list[str]) -> None:
    assert [formatted(number, format) for number in (1, 12, 27, 104)] == wanted


def test_a_format_that_is_not_known_is_refused_by_name() -> None:
    with pytest.raises(
        ProtobuildError, match="“words …” has a number in the format “russianLower”"
    ) as raised:
        labels(numbered(0), lists(level(0, "%1.", "russianLower")))
    assert "ordinary numbers" in raised.value.fix


def test_a_format_that_no_paragraph_uses_does_no_harm() -> None:
    assert labels(numbered(0), lists(level(0, "%1."), level(1, "%2", "russianLower"))) == ["1."]
