"""A site in a real browser: from a folder and from a strict server, wide and narrow, by keyboard alone."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chromium import AXE, OVERFLOW, VIEWS
from protobuild.life.home import find_home
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from three_versions import three_versions

pytestmark = pytest.mark.clients

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 22)
PAGES = (
    "index.html",
    "2025-01-21/index.html",
    "2026-05-14/index.html",
    "2026-05-14/changes/index.html",
    "draft/index.html",
    "draft/changes/index.html",
    "updates/index.html",
    "amendments/index.html",
    "accessibility/index.html",
    "READ-ME-FIRST.html",
)
MODEL = ("index.html", "draft/changes/index.html", "updates/index.html")
"""Pages of the model protocol, which has one adopted version and a draft."""

STRICT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What a careful server allows: nothing but the site's own files, and no script at all."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = three_versions(tmp_path_factory.mktemp("council"))
    write_site(home.root / "site", site_files(plan(home, DAY, draft=True), pdf=False, fragments=True))
    return home.root / "site"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    write_site(folder, site_files(plan(find_home(ROOT), DAY, draft=True), pdf=False))
    return folder


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(**VIEWS[request.param])
    yield context.new_page()
    context.close()


EVERY = pytest.mark.parametrize("page", VIEWS, indirect=True)
DESKTOP = pytest.mark.parametrize("page", ["desktop"], indirect=True)


@EVERY
def test_axe_finds_no_barrier_and_no_page_scrolls_sideways(
    page: Page, site: Path, model: Path, axe: str
) -> None:
    for folder, names in ((site, PAGES), (model, MODEL)):
        for name in names:
            page.goto((folder / name).as_uri())
            assert page.evaluate(OVERFLOW) == 0, name
            page.evaluate(axe)
            found = page.evaluate(AXE)["violations"]
            assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == [], (
                name
            )


@DESKTOP
def test_on_paper_there_is_no_barrier_either(page: Page, site: Path, axe: str) -> None:
    page.emulate_media(media="print")
    for name in PAGES:
        page.goto((site / name).as_uri())
        page.evaluate(axe)
        assert [each["id"] for each in page.evaluate(AXE)["violations"]] == [], name


@DESKTOP
def test_every_page_is_reached_from_the_front_by_a_double_click_on_the_folder(page: Page, site: Path) -> None:
    waiting, seen = [(site / "index.html").as_uri()], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href.split('#')[0])")
        waiting += [link for link in links if link.startswith("file:") and link.endswith(".html")]
    reached = {address.removeprefix(f"{site.as_uri()}/") for address in seen}
    assert reached >= set(PAGES) - {"READ-ME-FIRST.html", "draft/index.html", "draft/changes/index.html"}


class _Strict(SimpleHTTPRequestHandler):
    """Serves a folder as a careful council would, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@DESKTOP
def test_a_strict_server_finds_nothing_to_forbid(page: Page, served: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.location['url']}: {message.text}"))
    page.on("request", lambda request: asked.append(request.url))
    for name in ("", "2026-05-14/", "2026-05-14/changes/", "updates/", "amendments/", "accessibility/"):
        page.goto(f"{served}/{name}")
        assert page.evaluate("document.styleSheets.length") >= 2, name
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert [words for words in said if "favicon.ico" not in words] == []
    assert [url for url in asked if not url.startswith(served)] == []


@DESKTOP
def test_a_number_of_an_earlier_version_lands_and_says_what_it_stood_for(page: Page, site: Path) -> None:
    page.goto(f"{(site / 'index.html').as_uri()}#2.1")
    note = page.locator("[id='2.1']")
    assert note.is_visible()
    assert "version adopted on 18 November 2025" in note.inner_text()
    assert not page.locator("[id='1.3']").is_visible()


@DESKTOP
def test_the_keyboard_alone_reaches_every_change(page: Page, site: Path) -> None:
    page.goto((site / "2026-05-14" / "changes" / "index.html").as_uri())
    wanted = page.eval_on_selector_all(".schedule th a", "all => all.map(one => one.getAttribute('href'))")
    reached = set()
    for _ in range(300):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href')"))
    assert len(wanted) == 3
    assert set(wanted) <= reached


def test_the_nu_html_checker_finds_no_error(site: Path, model: Path) -> None:
    jar = next((ROOT / ".venv").glob("clients/node_modules/vnu-jar/**/vnu.jar"), None)
    assert jar is not None, "this test needs the Nu HTML checker: tools/clients fetches it"
    names = [
        str(path)
        for folder in (site, model)
        for path in folder.rglob("*.html")
        if "fragments" not in path.parts
    ]
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "json", *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [(each["url"], each["message"]) for each in json.loads(done.stderr)["messages"]] == []
