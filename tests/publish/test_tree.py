"""A page is read as an HTML parser reads it, or left to one."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from protobuild.model.outline import accept
from protobuild.publish.formats import html
from protobuild.publish.tree import SPACE, read_tree
from protobuild.render.views import View
from sample_redline import REDLINED

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "samples").glob("*.html"))


def page(body: str, head: str = "<title>x</title>") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def flat(root: Element) -> list[tuple[str, dict[str, str], str, str]]:
    """Return every element with its words; line ends around the parts of a page say nothing."""
    return [
        (each.tag, dict(each.attrib), (each.text or "").strip("\n"), (each.tail or "").strip("\n"))
        for each in root.iter()
    ]


def parsed(text: str) -> list[tuple[str, dict[str, str], str, str]]:
    return flat(tinyhtml5.parse(text, namespace_html_elements=False))


@pytest.mark.parametrize("view", [View(), View(only=True), View(sides=True), View(below=True)])
def test_a_redline_is_read_as_an_html_parser_reads_it(view: View) -> None:
    said = html(REDLINED, view)
    found = read_tree(said)
    assert found is not None
    assert flat(found) == parsed(SPACE.sub(r"\1", said))


def test_a_clean_page_is_read_as_an_html_parser_reads_it() -> None:
    said = html(accept(REDLINED.outline))
    found = read_tree(said)
    assert found is not None
    assert flat(found) == parsed(said)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_the_samples_are_read_as_an_html_parser_reads_them(file: Path) -> None:
    said = file.read_text("utf-8").replace('id="Show-both" checked>', 'id="Show-both" checked="">')
    found = read_tree(said)
    assert found is not None
    assert flat(found) == parsed(SPACE.sub(r"\1", said))


@pytest.mark.parametrize(
    "body",
    [
        "<p>&amp; &lt;b&gt; &#39;quoted&#39; ŵ</p>",
        '<p>one<br>two <a href="#x" class="c">three</a></p>',
        "<ul><li><p>one</p><ul><li>two</li></ul></li></ul>",
        "<table><caption>c</caption><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr></tbody></table>",
    ],
)
def test_what_is_plain_is_read(body: str) -> None:
    found = read_tree(page(body))
    assert found is not None
    assert flat(found) == parsed(page(body))


@pytest.mark.parametrize(
    "body",
    [
        "<p>never closed",
        "<p>one<p>two</p></p>",
        "<p>words <div>a block</div></p>",
        "<h2>words <ul><li>item</li></ul></h2>",
        "<ul><li>one<li>two</ul>",
        "<div><li>no list</li></div>",
        "<ul>loose words<li>one</li></ul>",
        "<table><tr><td>no body</td></tr></table>",
        "<table>loose words<tbody><tr><td>d</td></tr></tbody></table>",
        "<table><tbody><tr><p>loose</p></tr></tbody></table>",
        '<a href="#x">one <a href="#y">two</a></a>',
        '<a href="#x">one <em><a href="#y">two</a></em></a>',
        "<em><strong>crossed</em></strong>",
        "<div/>words",
        "<p>a<!-- comment -->b</p>",
        "<p>a&nbsp;b</p>",
        "<p>a&#150;b</p>",
        "<P>capitals</P>",
        '<p CLASS="x">capitals</p>',
        "<p class=bare>words</p>",
        "<svg><path></path></svg>",
        "<pre>\nwords</pre>",
        "<template><p>unseen</p></template>",
        "<p>words <unknown>more</unknown></p>",
    ],
)
def test_what_an_html_parser_might_make_otherwise_is_left_to_it(body: str) -> None:
    assert read_tree(page(body)) is None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "<p>no page</p>",
        "<!DOCTYPE html><html><body></body></html>",
        "<!doctype html><html><head></head><body></body></html>",
        page("", "<title>a<b>c</b></title>"),
        page("", "<p>words</p>"),
        page("", "<style>p { content: '&amp;' }</style>"),
    ],
)
def test_what_is_framed_otherwise_is_left_to_it(said: str) -> None:
    assert read_tree(said) is None


def test_a_space_for_the_screen_alone_is_a_space_on_paper() -> None:
    found = read_tree(page('<p>a<span class="old-only"> </span>b<span class="old-only">c</span></p>'))
    assert found is not None
    assert [(each.text, each.tail) for each in found.iter("p")] == [("a b", "\n")]
    assert [each.text for each in found.iter("span")] == ["c"]
