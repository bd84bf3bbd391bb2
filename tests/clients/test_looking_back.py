"""Answers about the past as a real browser shows them: no barrier axe can find, no sideways scrolling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chromium import AXE, OVERFLOW, VIEWS
from more_versions import adopt_again
from protobuild.life.home import Home
from protobuild.life.looking_back.amended import blame
from protobuild.life.looking_back.asof import Asked, text_as_of
from protobuild.life.looking_back.drafts import all_drafts, with_drafts
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.log import log_of
from protobuild.life.looking_back.past import past_of
from protobuild.life.situation import situation
from protobuild.render.looking_back.page import asof_page, blame_page, history_page, log_page
from protobuild.render.looking_back.situation import situation_page
from small_council import commit_all, git, write
from three_versions import three_versions

pytestmark = pytest.mark.clients

TODAY = dt.date(2026, 11, 22)
THEN = dt.date(2025, 3, 1)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
"""A word that no line of a phone takes."""
SINCE = "- what: suspended\n  since: 2026-10-01\n  by: Full Council\n  minute: '12'\n  clauses: [answer]\n"
PAGES = ("whole text", "paragraph", "history", "drafts", "log", "blame", "status")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = _home(tmp_path_factory.mktemp("council"))
    past = past_of(home)
    return {
        "whole text": asof_page(text_as_of(home, THEN, Asked(), TODAY)),
        "paragraph": asof_page(text_as_of(home, TODAY, Asked("1.2"), TODAY)),
        "history": history_page(with_drafts(home, history_of(past, "1.2", TODAY))),
        "drafts": history_page(all_drafts(home, "Protocol on Advice", "Example Borough Council", TODAY)),
        "log": log_page(log_of(home)),
        "blame": blame_page(blame(past, len(past.versions) - 1)),
        "status": situation_page(situation(home, TODAY)),
    }


def _home(folder: Path) -> Home:
    """Return a council of four versions and some drafts, with a table, a suspension and a very long word."""
    home = three_versions(folder)
    record = f"body: {LONG}\nadopted: 2026-09-01\nminute: '9'\n"
    adopt_again(home, "2026-09-01-council", record, {"advice.yaml": ("5 working", f"7 {LONG} working")})
    write(home.changelog / "2026-09-01-council", {"afterwards.yaml": SINCE})
    commit_all(home.root, "Begin")
    write(home.root, {"protocol/advice.yaml": (home.protocol / "advice.yaml").read_text("utf-8") + "# new\n"})
    words = (home.protocol / "advice.yaml").read_text("utf-8").replace("3 working", f"4 {LONG} working")
    write(home.root, {"protocol/advice.yaml": words})
    commit_all(home.root, f"Four, for {LONG}")
    assert git(home.root, "rev-list", "--count", "HEAD") == "2"
    return home


@pytest.fixture
def page(browser: Browser, pages: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Page]:
    name, view = request.param
    context = browser.new_context(**VIEWS[view])
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda each: asked.append(each.url))
    opened.set_content(pages[name])
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


@pytest.mark.parametrize("page", [pytest.param((name, "desktop"), id=name) for name in PAGES], indirect=True)
def test_each_page_has_one_heading_of_the_first_level_and_the_council(page: Page) -> None:
    assert page.locator("h1").count() == 1
    assert page.title()
    assert "Example Borough Council" in page.locator("body").inner_text()
