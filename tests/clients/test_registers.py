"""The pages for those who keep a protocol have no barrier axe can find, and no sideways scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from chromium import AXE, OVERFLOW, VIEWS
from protobuild.model.assemble import assemble
from protobuild.model.coverage import coverage
from protobuild.model.protocol import Protocol
from protobuild.render.coverage import coverage_page
from protobuild.render.provisions import provisions_page

pytestmark = pytest.mark.clients

PROTOCOL = Protocol.model_validate(
    {
        "manifest": {
            "title": "Protocol",
            "council": {"name": "Example Borough Council"},
            "profile": "none",
            "sections": ["s"],
        },
        "sections": [
            {
                "kind": "principles",
                "id": "s",
                "heading": "Principles",
                "clauses": [
                    {"id": "a", "provides": ["mutual-respect"], "text": "Members must be courteous."}
                ],
            }
        ],
    }
)
OUTLINE = assemble(PROTOCOL)
PAGES = {"coverage": coverage_page(OUTLINE, coverage(PROTOCOL, OUTLINE)), "catalogue": provisions_page()}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_barrier_and_nothing_scrolls_sideways(
    browser: Browser, axe: str, name: str, view: str
) -> None:
    context = browser.new_context(**VIEWS[view])
    page = context.new_page()
    page.set_content(PAGES[name])
    page.evaluate(axe)
    found = page.evaluate(AXE)["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate(OVERFLOW) == 0
    context.close()
