"""A PDF that does not say what its page says is never written, and the fault names the place."""

from __future__ import annotations

import pytest

from protobuild.publish.faults import PdfFaultError
from protobuild.publish.pdf import make_pdf
from protobuild.publish.structure import Words
from protobuild.publish.words import check_words

PAGE = """<html lang="en-GB"><head><title>Not printed</title><style>p { color: red }</style></head><body>
<a class="skip" href="#x">Skip</a><section class="switch on-screen"><p>Show <input type="radio"></p></section>
<h1 id="top">One</h1><p id="two">Two <em>three</em><br>four</p><p>Five &amp; six</p></body></html>"""

PRINTED = (("One", 0), ("Two ", 0), ("three", 0), ("•", None), ("four", 1), ("Five &", 1), ("six", 1))


def words(*pieces: tuple[str, int | None]) -> list[Words]:
    return [Words(page or 0, at, text, page is None) for at, (text, page) in enumerate(pieces)]


def test_a_pdf_that_says_the_same_passes() -> None:
    check_words(PAGE, words(*PRINTED))


@pytest.mark.parametrize("lost", [at for at, (_, page) in enumerate(PRINTED) if page is not None])
def test_a_lost_piece_stops_it(lost: int) -> None:
    with pytest.raises(PdfFaultError, match="does not say what the page says"):
        check_words(PAGE, words(*PRINTED[:lost], *PRINTED[lost + 1 :]))


@pytest.mark.parametrize("twice", [at for at, (_, page) in enumerate(PRINTED) if page is not None])
def test_a_piece_printed_twice_stops_it(twice: int) -> None:
    with pytest.raises(PdfFaultError, match="does not say what the page says"):
        check_words(PAGE, words(*PRINTED[: twice + 1], *PRINTED[twice:]))


def test_pieces_in_another_order_stop_it() -> None:
    with pytest.raises(PdfFaultError, match="does not say what the page says"):
        check_words(PAGE, words(*PRINTED[2::-1], *PRINTED[3:]))


def test_a_bullet_may_be_printed_and_need_not() -> None:
    check_words(PAGE, words(*(piece for piece in PRINTED if piece[1] is not None)))


def test_the_fault_names_page_and_place() -> None:
    with pytest.raises(PdfFaultError) as raised:
        check_words(PAGE, words(*PRINTED[:5], ("Fine &", 1), *PRINTED[6:]))
    said = str(raised.value)
    assert "on page 2 near #two" in said
    assert "after “OneTwothreefourFi”" in said
    assert "the page goes on “ve&six”, the PDF “ne&six”" in said


def test_what_paper_hides_though_it_should_not_stops_it() -> None:
    html = '<html lang="en-GB"><head><title>x</title></head><p>seen</p><p hidden>lost</p></html>'
    with pytest.raises(PdfFaultError, match="goes on “lost”"):
        make_pdf(html)


def test_a_soft_hyphen_is_no_word() -> None:
    words_ = "extra\u00adordinary " * 60
    make_pdf(f'<html lang="en-GB"><head><title>x</title></head><p>{words_}</p></html>')
