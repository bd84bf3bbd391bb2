"""The private parts of WeasyPrint are where we read them. Fails after an upgrade: mend publish/drawn.py."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import weasyprint

from protobuild.publish.drawn import (
    BEFORE,
    FIRST,
    UNUSED,
    Page,
    annotation_of,
    element_of,
    finished,
    inside,
    is_furniture,
    is_known,
    is_line,
    is_shown,
    mark_of,
    plainly_styled,
    read_as,
    retire,
    text_of,
)
from protobuild.publish.faults import PdfUnavailableError
from protobuild.publish.pdf import make_pdf
from protobuild.publish.tree import read_tree
from protobuild.render.redline import write_redline
from sample_redline import REDLINED

HTML = """<html lang="en-GB"><head><title>x</title><style>
@page { size: 80mm 110mm; margin: 10mm; @bottom-left { content: "foot" } }
td { height: 40mm }
</style></head><body><p class="one two">Some <a href="#end">words of a link</a></p>
<ul><li>item</li></ul><table><thead><tr><th>head</th></tr></thead><tbody>
<tr><td>first</td></tr><tr><td id="end">second</td></tr></tbody></table>
</body></html>"""


@pytest.fixture(scope="module")
def drawn() -> tuple[Any, list[Page]]:
    kept: list[Any] = []

    def finish(pdf: Any, pages: list[Page]) -> None:
        kept.extend((pdf, pages))

    with finished(weasyprint, finish):
        weasyprint.HTML(string=HTML).write_pdf(pdf_variant="pdf/ua-1")
    return kept[0], kept[1]


def boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in inside(box):
        yield from boxes(child)


def test_the_installed_version_is_one_whose_private_parts_are_known() -> None:
    assert is_known(weasyprint.__version__)


@pytest.mark.parametrize("version", ["69.9", "71.0", "170.0", "", "next"])
def test_other_versions_are_not_trusted(version: str) -> None:
    assert not is_known(version)


def test_the_project_asks_for_the_versions_that_are_known() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8"))
    assert f"weasyprint>={FIRST},<{BEFORE}" in project["project"]["dependencies"]


def test_an_unknown_version_makes_no_pdf_and_one_sentence_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.2")
    with pytest.raises(PdfUnavailableError) as raised:
        make_pdf(HTML)
    assert "71.2" in raised.value.message
    assert "weasyprint>=70,<71" in raised.value.fix


def test_every_page_is_handed_over_with_what_was_drawn_on_it(drawn: tuple[Any, list[Page]]) -> None:
    pdf, pages = drawn
    assert len(pages) == len(pdf.pages["Kids"][::3]) == 2
    for page in pages:
        words = [box for box in boxes(page.box) if text_of(box)]
        assert sorted(mark_of(box, page) for box in words) == list(range(len(page.marks)))  # type: ignore[type-var]


def test_words_are_read_from_the_boxes_they_were_drawn_for(drawn: tuple[Any, list[Page]]) -> None:
    _, pages = drawn
    read = [text_of(box) for page in pages for box in boxes(page.box) if text_of(box)]
    assert " ".join(read).split() == "Some words of a link • item head first foot head second foot".split()


def test_the_margin_is_told_from_the_text_and_a_line_from_its_words(drawn: tuple[Any, list[Page]]) -> None:
    _, pages = drawn
    feet = [box for box in boxes(pages[0].box) if is_furniture(box)]
    assert any(text_of(box) == "foot" for foot in feet for box in boxes(foot))
    lines = [box for box in boxes(pages[0].box) if is_line(box)]
    assert all(line.height > 0 and line.position_y >= 0 for line in lines)
    assert pages[0].box.margin_left > 0


def test_a_box_leads_to_its_element_and_a_repeated_heading_to_the_same_one(
    drawn: tuple[Any, list[Page]],
) -> None:
    _, pages = drawn
    heads = [
        {element_of(box) for box in boxes(page.box) if box.element is not None and box.element_tag == "thead"}
        for page in pages
    ]
    assert len(heads[0]) == 1
    assert heads[0] == heads[1]
    assert any(is_shown(box, "p", "two") for box in boxes(pages[0].box))
    assert "li::marker" in {box.element_tag for box in boxes(pages[0].box)}


def test_a_link_has_an_area_that_answers(drawn: tuple[Any, list[Page]]) -> None:
    _, pages = drawn
    areas = [annotation_of(box) for box in boxes(pages[0].box) if annotation_of(box) is not None]
    assert areas
    assert {str(area["Subtype"]) for area in areas} == {"/Link"}


def test_a_piece_can_be_taken_out_of_the_text(drawn: tuple[Any, list[Page]]) -> None:
    _, pages = drawn
    retire(pages[0], {0})
    named = [item for item in pages[0].stream.stream if isinstance(item, dict)]
    assert named[0] == {"Type": "/Pagination"}
    assert named[1] == {"MCID": 1}
    assert "/Artifact" in pages[0].stream.stream


def test_what_was_replaced_is_put_back(drawn: tuple[Any, list[Page]]) -> None:
    assert weasyprint.pdf.add_tags.__module__ == "weasyprint.pdf.tags"


def test_what_is_not_worked_out_changes_no_byte_of_a_pdf() -> None:
    page = weasyprint.HTML(string=write_redline(REDLINED))
    whole = page.write_pdf(pdf_variant="pdf/ua-1")
    with plainly_styled(weasyprint):
        assert page.write_pdf(pdf_variant="pdf/ua-1") == whole


def test_the_elements_that_are_handed_over_are_the_page() -> None:
    html = write_redline(REDLINED)
    tree = read_tree(html)
    assert tree is not None
    with read_as(weasyprint, tree):
        page = weasyprint.HTML(string="anything")
    assert page.etree_element is tree
    assert weasyprint.HTML(string=html).etree_element is not tree


def test_styles_are_worked_out_for_notes_again_afterwards() -> None:
    rules = vars(weasyprint)["UA_STYLESHEET"].matcher
    before = list(rules.other_selectors)
    with plainly_styled(weasyprint):
        left = {rule[3] for rule in rules.other_selectors}
    assert rules.other_selectors == before
    assert {rule[3] for rule in before} - left == UNUSED | {"marker"}
