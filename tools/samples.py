"""Rebuild docs/samples/: what a reader may open without installing anything.

With `--pictures`, also photograph for the README, with a browser: a redlined paragraph, and the site.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from protobuild.life.home import find_home
from protobuild.life.notes import read_notes, reasons
from protobuild.life.sides import new_side, old_side
from protobuild.life.theme.folder import read_theme
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.publish.files import write_files
from protobuild.publish.formats import FORMATS, LARGE_PRINT
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "docs" / "samples"
FORMS = {"redline": ("html", "pdf"), "protocol": ("html", "pdf", LARGE_PRINT)}
DAY = dt.date(2026, 11, 22)
"""The day for which the site in the picture is made."""

OWN_LOOK = "protocol-own-look.html"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PHOTOGRAPHED = "declare"
"""The id of the paragraph in the picture: one word changes, and it matters."""


def works() -> dict[str, Outline | Redlined]:
    """Return what the samples show, by the name of their files."""
    home = find_home(ROOT)
    old, new = old_side(None, home).outline, new_side(None, home).outline
    return {"redline": describe(redline(old, new), reasons(read_notes(home))), "protocol": old}


def samples() -> dict[str, bytes]:
    """Return the samples by the name of their files."""
    theme = read_theme(replace(find_home(ROOT), root=SAMPLES))
    made = works()
    files = {
        stem + FORMATS[form].suffix: FORMATS[form].write(made[stem])
        for stem, forms in FORMS.items()
        for form in forms
    }
    return files | {OWN_LOOK: FORMATS["html"].write(made["protocol"], theme=theme)}


def pictures() -> dict[str, bytes]:
    """Return the pictures, taken by the browser that is there, by the name of their files."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = plan(find_home(ROOT), DAY, draft=True)
        write_site(Path(folder), site_files(site, pdf=False))
        browser = playwright.chromium.launch(executable_path=_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 900}, device_scale_factor=2)
        page.goto((SAMPLES / "redline.html").as_uri())
        around = [f"[id='{PHOTOGRAPHED}']", f"[id='{PHOTOGRAPHED}'] .note"]
        boxes = [page.locator(each).bounding_box() or {} for each in around]
        # The numbers stand to the left of the paragraph's own box, and the reason to the right.
        height = max(box["y"] + box["height"] for box in boxes) - boxes[0]["y"] + 28
        clip = {"x": 0, "y": boxes[0]["y"] - 14, "width": 1180, "height": height}
        paragraph = page.screenshot(clip=clip, full_page=True)
        page.goto((Path(folder) / "updates" / "index.html").as_uri())
        updates = page.screenshot()
        page.goto((SAMPLES / OWN_LOOK).as_uri())
        own = page.screenshot()
        browser.close()
    named = {"redlined-paragraph.png": paragraph, "site.png": updates, "own-look.png": own}
    return {name: small(data) for name, data in named.items()}


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def small(picture: bytes) -> bytes:
    """Return a picture in 64 colours, a third of the size: pages have few."""
    from PIL import Image

    out = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    write_files(SAMPLES, samples())
    if "--pictures" in sys.argv:
        write_files(SAMPLES, pictures())
