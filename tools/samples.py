"""Rebuild docs/samples/: what a reader may open without installing anything.

With `--picture`, also photograph one redlined paragraph with a browser, for the README.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from protobuild.life.home import find_home
from protobuild.life.notes import read_notes, reasons
from protobuild.life.sides import new_side, old_side
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.publish.files import write_files
from protobuild.publish.formats import FORMATS
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "docs" / "samples"
PHOTOGRAPHED = "declare"
"""The id of the paragraph in the picture: one word changes, and it matters."""


def works() -> dict[str, Outline | Redlined]:
    """Return what the samples show, by the name of their files."""
    home = find_home(ROOT)
    old, new = old_side(None, home).outline, new_side(None, home).outline
    return {"redline": describe(redline(old, new), reasons(read_notes(home))), "protocol": old}


def samples(*formats: str) -> dict[str, bytes]:
    """Return the samples in those formats, by the name of the file."""
    return {
        stem + FORMATS[form].suffix: FORMATS[form].write(work)
        for stem, work in works().items()
        for form in formats
    }


def photograph() -> None:
    """Write redlined-paragraph.png with the browser that is there."""
    from playwright.sync_api import sync_playwright

    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        page = browser.new_page(viewport={"width": 1180, "height": 900}, device_scale_factor=2)
        page.goto((SAMPLES / "redline.html").as_uri())
        box = page.locator(f"[id='{PHOTOGRAPHED}']").bounding_box() or {}
        # The numbers and the reason stand outside the paragraph's own box.
        clip = {"x": 0, "y": box["y"] - 14, "width": 1180, "height": box["height"] + 28}
        page.screenshot(path=SAMPLES / "redlined-paragraph.png", clip=clip, full_page=True)
        browser.close()


if __name__ == "__main__":
    write_files(SAMPLES, samples("html", "pdf"))
    if "--picture" in sys.argv:
        photograph()
