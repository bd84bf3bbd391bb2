"""Pages as a real browser shows them: no barrier axe can find, no sideways scrolling on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from chromium import AXE, OVERFLOW, VIEWS
from protobuild.model.outline import Entry, Kind, Outline, Side, accept
from protobuild.model.redlined import Redlined
from protobuild.model.runs import words
from protobuild.render.index import Row, write_index
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.views import View
from reading import tight, words_of
from sample_redline import CONCORDANCE, COVER, OUTLINE, REDLINED, gone, two_rounds

pytestmark = pytest.mark.clients

REMOVED = Redlined(
    Outline(
        (
            Entry("", 0, Kind.TITLE, heading=words("Protocol")),
            Entry("long", 2, Kind.PARAGRAPH, words("1.1"), body=(gone("struck words " * 30),), gone=1),
            Entry("kept", 2, Kind.PARAGRAPH, words("1.2"), body=words("These words stay.")),
        ),
        (Side("old"), Side("new")),
    ),
    (),
    (),
)
PAGES = {
    "clean": write_page(accept(OUTLINE)),
    "redline": write_redline(REDLINED),
    "rounds": write_redline(Redlined(two_rounds(), (), ())),
    "changes only": write_redline(REDLINED, view=View(only=True)),
    "side by side": write_redline(REDLINED, view=View(sides=True)),
    "changes side by side": write_redline(REDLINED, view=View(only=True, sides=True)),
    "deletions": write_redline(REMOVED),
    "index": write_index(COVER.council, [Row("a.html", "The protocol", "web page", "For everyone.")]),
}

BOXES = "all => all.map(one => one.getBoundingClientRect().toJSON())"


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    name, view = request.param
    context = browser.new_context(**VIEWS[view])
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda each: asked.append(each.url))
    opened.set_content(PAGES[name])
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith(("about:", "data:"))] == []


EVERY = [pytest.param((name, view), id=f"{name}, {view}") for name in PAGES for view in VIEWS]


@pytest.mark.parametrize("page", EVERY, indirect=True)
def test_axe_finds_no_barrier(page: Page, axe: str) -> None:
    page.evaluate(axe)
    found = page.evaluate(AXE)
    assert [
        (each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]
    ] == []


@pytest.mark.parametrize("page", EVERY, indirect=True)
def test_no_page_scrolls_sideways(page: Page) -> None:
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_the_keyboard_alone_reaches_every_change(page: Page) -> None:
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        where = page.evaluate("document.activeElement.getAttribute('href')")
        if where in reached and where == "#Text":
            break
        reached.add(where)
    assert {f"#{change.name}" for change in REDLINED.changes} <= reached
    assert {f"#{name}-row" for row in CONCORDANCE for name in row.changes} <= reached


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_notes_stand_beside_their_change_and_do_not_overlap(page: Page) -> None:
    boxes = page.eval_on_selector_all("main .note", BOXES)
    edge = page.eval_on_selector("main .paragraph > p", "one => one.getBoundingClientRect().right")
    assert len(boxes) >= len(REDLINED.changes)
    assert [box for box in boxes if box["left"] < edge or box["right"] > 1280] == []
    assert [pair for pair in pairwise(boxes) if pair[1]["top"] < pair[0]["bottom"]] == []


# Switches: what a reader chooses on the page, without script.

CHOICES = [pytest.param(("redline", view), id=view) for view in VIEWS]
SHOWN = """all => all.map(main => {
    const clone = [...main.querySelectorAll('.note, .pill, .instead')];
    clone.forEach(one => one.remove());
    return main.innerText;
})[0]"""


@pytest.mark.parametrize("page", CHOICES, indirect=True)
@pytest.mark.parametrize("choice", ["#Show-new", "#Show-old", "#Show-changes"])
def test_axe_finds_no_barrier_whatever_is_chosen(page: Page, axe: str, choice: str) -> None:
    page.check(choice)
    page.evaluate(axe)
    found = page.evaluate(AXE)
    assert [each["id"] for each in found["violations"]] == []
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
@pytest.mark.parametrize(("choice", "number"), [("#Show-old", 0), ("#Show-new", 1)])
def test_either_text_can_be_shown_alone(page: Page, choice: str, number: int) -> None:
    page.check(choice)
    shown = tight(page.eval_on_selector_all("main", SHOWN)).replace("•", "")
    assert shown == words_of(OUTLINE, number).removeprefix(tight(OUTLINE.title))


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_the_switch_is_worked_by_the_keyboard(page: Page) -> None:
    page.focus("#Show-both")
    page.keyboard.press("ArrowDown")
    assert page.is_checked("#Show-new")
    assert not page.is_visible("main del")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.is_checked("#Show-changes")
    assert not page.is_visible("#members-elected")


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_a_link_leads_even_to_what_the_choice_leaves_out(page: Page) -> None:
    page.check("#Show-changes")
    assert not page.is_visible("#members-elected > p")
    page.click("a[href='#members-elected']")
    assert page.is_visible("#members-elected > p")
    page.check("#Show-new")
    assert not page.is_visible("#C4")
    page.click("a[href='#C4']")
    assert page.is_visible("#C4")


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_paper_has_the_whole_redline_whatever_is_chosen(page: Page) -> None:
    page.check("#Show-new")
    page.check("#Show-changes")
    page.emulate_media(media="print")
    assert page.is_visible("#members-elected > p")
    assert page.is_visible("main del")
    assert not page.is_visible(".switch")


@pytest.mark.parametrize("page", [pytest.param(("deletions", "desktop"), id="deletions")], indirect=True)
def test_a_long_deletion_folds_on_the_screen_and_is_whole_on_paper(page: Page) -> None:
    assert page.is_visible("#long > p")
    page.click("summary")
    assert not page.is_visible("#long > p")
    page.emulate_media(media="print")
    assert page.is_visible("#long > p")
    assert not page.is_visible("summary")


@pytest.mark.parametrize("page", [pytest.param(("side by side", "phone"), id="phone")], indirect=True)
def test_on_a_phone_the_two_texts_stack_and_equal_words_stand_once(page: Page) -> None:
    cells = page.locator("tr:has(#guides) > td")
    boxes = [cells.nth(number).bounding_box() or {} for number in range(2)]
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    label = "one => getComputedStyle(one, '::before').content"
    assert [cells.nth(number).evaluate(label) for number in range(2)] == ['"Old text"', '"New text"']
    equal = page.locator("tr.equal > td")
    assert not equal.nth(0).is_visible()
    assert equal.nth(1).evaluate(label) == '"Both texts"'


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
@pytest.mark.parametrize("media", ["screen", "print"])
def test_new_numbers_stand_in_one_column_whether_or_not_there_is_an_old_one(page: Page, media: str) -> None:
    page.emulate_media(media=media)  # type: ignore[arg-type]
    numbers = page.eval_on_selector_all("main .paragraph > p > .num > .nn, main .it > p > .num > .nn", BOXES)
    assert max(box["left"] for box in numbers) - min(box["left"] for box in numbers) < 4


@pytest.mark.parametrize("page", [pytest.param(("redline", "desktop"), id="redline")], indirect=True)
def test_paper_from_a_browser_has_the_reasons_and_the_bars(page: Page) -> None:
    page.emulate_media(media="print")
    edge = page.eval_on_selector("main", "one => one.getBoundingClientRect().right")
    notes = page.eval_on_selector_all("main .note", BOXES)
    assert [note for note in notes if note["right"] > edge + 1] == []
    bar = "one => getComputedStyle(one, '::before').borderLeftStyle"
    assert page.eval_on_selector("#guides .changed", bar) == "solid"
