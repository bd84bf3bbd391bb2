"""A page that could not be followed by ear makes no PDF."""

from __future__ import annotations

import pytest

from paper import tags
from protobuild.publish.faults import PdfFaultError
from protobuild.publish.pdf import make_pdf

PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def page(body: str, *, lang: str = ' lang="en-GB"', title: str = "<title>x</title>") -> str:
    return f"<!DOCTYPE html><html{lang}><head>{title}</head><body>{body}</body></html>"


GOOD = f'<h1>One</h1><h2>Two</h2><h3>Three</h3><h2>Four</h2><img alt="A picture" src="{PICTURE}">'


def test_a_page_with_all_of_it_passes() -> None:
    assert make_pdf(page(GOOD)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (page(GOOD, title=""), "has no title"),
        (page(GOOD, lang=""), "does not name its language"),
        (page("<h1>One</h1><h3>Deep</h3>"), "“Deep” skips a level: H3 after H1"),
        (page("<h2>First</h2>"), "“First” skips a level: H2 after H0"),
        (page(f'<img src="{PICTURE}">'), "has no words that say what it shows"),
    ],
    ids=["no title", "no language", "skipped heading", "no first heading", "silent picture"],
)
def test_a_page_without_one_of_it_stops(html: str, said: str) -> None:
    with pytest.raises(PdfFaultError, match=said):
        make_pdf(html)


def test_a_picture_that_adds_nothing_is_read_to_nobody() -> None:
    kinds = [tag["/S"] for tag in tags(make_pdf(page(f'<p>x</p><img alt="" src="{PICTURE}">')))]
    assert kinds == ["/Document", "/P"]
