"""What is put into HTML is escaped once: text always, markup never, whichever came first."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from protobuild.render.markup import LONG, breakable, el, heard, join


def test_text_is_escaped_and_markup_is_not() -> None:
    assert el("p", "a < b", Markup("<br>"), title="“a” & b") == '<p title="“a” &amp; b">a &lt; b<br></p>'
    assert join(("a & b", Markup("<br>")), Markup("<hr>")) == "a &amp; b<hr><br>"


@pytest.mark.parametrize("first", [str, Markup])
@pytest.mark.parametrize("then", [str, Markup])
def test_equal_words_as_text_and_as_markup_stay_apart(first: type[str], then: type[str]) -> None:
    shown = {str: "&amp;amp;", Markup: "&amp;"}
    for made in (first, then):
        assert el("p", title=made("&amp;")) == f'<p title="{shown[made]}"></p>'
        assert heard(made("&amp;")) == f'<span class="vh">{shown[made]}</span>'


def test_paper_may_break_a_row_whose_words_are_many_whatever_its_tags() -> None:
    tagged = Markup("<b class='a'>word</b> ") * (LONG // 2)
    assert breakable([tagged, tagged]) == ""
    assert breakable([tagged, tagged + Markup("and more")]) == "breaks"
    assert breakable([]) == ""
