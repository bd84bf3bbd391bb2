"""A served page in a real browser: it follows each save, shows what is wrong where it is, and bars nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from chromium import AXE, OVERFLOW, VIEWS
from serving import PATIENCE, Served, serving
from small_council import write
from three_versions import three_versions

pytestmark = pytest.mark.clients

PAGES = ("/", "/draft/", "/redline/", "/2026-05-14/changes/", "/updates/")
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">'
    '<path fill="#7a1f5c" d="M0 40L20 0L40 40Z"/></svg>'
)
THEME = {
    "theme.yaml": "logo: logo.svg\nalt: Example Borough Council\n"
    'colours:\n  accent: "#7a1f5c"\n  link: "#7a1f5c"\n  inserted: "#005a2b"\n  reasons: "#5a3a00"\n',
    "logo.svg": LOGO,
}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    three_versions(tmp_path)
    write(tmp_path / "theme", THEME)
    with serving(tmp_path) as server:
        yield server


def address(served: Served, path: str = "/") -> str:
    return f"http://127.0.0.1:{served.port}{path}"


def opened(browser: Browser, **view: Any) -> Page:
    page = browser.new_context(bypass_csp=True, **view).new_page()
    page.set_default_timeout(1000 * PATIENCE)
    return page


def test_a_page_follows_each_save_and_shows_a_fault_at_its_paragraph(
    browser: Browser, served: Served
) -> None:
    page = opened(browser)
    page.goto(address(served, "/draft/"))
    expect(page.locator("#respect")).to_contain_text("with respect")
    served.edit("conduct.yaml", "with respect", "with kindness")
    expect(page.locator("#respect")).to_contain_text("with kindness", timeout=1000 * PATIENCE)
    served.edit("conduct.yaml", "  - id: gifts\n    text: |", "  - id: gifts\n    txet: |")
    fault = page.locator("#gifts .finding")
    expect(fault).to_contain_text("'txet'", timeout=1000 * PATIENCE)
    expect(page.locator("#gifts")).to_contain_text("Officers do not accept")
    page.get_by_role("link", name="Go there").click()
    assert page.url.endswith("#gifts")
    served.edit("conduct.yaml", "txet", "text")
    expect(page.locator(".preview")).to_contain_text("no note says why", timeout=1000 * PATIENCE)
    page.get_by_role("link", name="What it changes").click()
    expect(page.locator("del").first).to_be_visible()
    page.context.close()


def test_without_script_the_page_is_there_all_the_same(browser: Browser, served: Served) -> None:
    page = opened(browser, java_script_enabled=False)
    page.goto(address(served, "/draft/"))
    expect(page.locator("#respect")).to_be_visible()
    expect(page.locator(".preview")).to_contain_text("no note says why")
    page.context.close()


def test_a_served_page_reaches_nothing_else_and_breaks_no_rule_of_its_own(
    browser: Browser, served: Served
) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address(served, path))
        assert page.evaluate("document.querySelector('.logo img').naturalWidth") > 0, path
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.preview')).borderTopStyle") == "dashed"
        )
    assert [words for words in said if "favicon" not in words and "404" not in words] == []
    assert [url for url in asked if not url.startswith((address(served), "data:"))] == []
    page.close()


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_barrier_in_a_themed_page_with_faults(
    browser: Browser, served: Served, axe: str, view: str
) -> None:
    served.edit("advice.yaml", "  - id: share\n    text: |", "  - id: share\n    txet: |")
    served.until("/draft/", "is not a field of a clause")
    page = opened(browser, **VIEWS[view])
    for path in PAGES:
        page.goto(address(served, path))
        assert page.evaluate(OVERFLOW) == 0, path
        page.evaluate(axe)
        found = page.evaluate(AXE)["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == [], path
    page.context.close()
