"""Pages as a real browser shows them: no barrier axe can find, no sideways scrolling on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from protobuild.model.outline import accept
from protobuild.model.redlined import Redlined
from protobuild.render.index import Row, write_index
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from sample_redline import CONCORDANCE, COVER, OUTLINE, REDLINED, two_rounds

pytestmark = pytest.mark.clients

PAGES = {
    "clean": write_page(accept(OUTLINE)),
    "redline": write_redline(REDLINED),
    "rounds": write_redline(Redlined(two_rounds(), (), ())),
    "index": write_index(COVER.council, [Row("a.html", "The protocol", "web page", "For everyone.")]),
}
VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "dark phone": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "forced colours": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"},
}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

BOXES = "all => all.map(one => one.getBoundingClientRect().toJSON())"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, "these tests need Chromium on the PATH"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def axe() -> str:
    spec = find_spec("axe_playwright_python")
    assert spec is not None, "these tests need axe-playwright-python, which carries axe-core"
    assert spec.submodule_search_locations
    return (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


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
NARROW = [
    pytest.param((name, view), id=f"{name}, {view}") for name in PAGES for view in VIEWS if "phone" in view
]


@pytest.mark.parametrize("page", EVERY, indirect=True)
def test_axe_finds_no_barrier(page: Page, axe: str) -> None:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [
        (each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]
    ] == []


@pytest.mark.parametrize("page", NARROW, indirect=True)
def test_a_phone_never_scrolls_sideways(page: Page) -> None:
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
