"""Measure what PDFs cost: whole builds beside WeasyPrint's own time, by the page, in memory, and again.

    python -m benchmarks.pages [--large]

The texts are written by chance from fixed seeds (`long_texts.py`). Seconds are CPU time in a warm
process, the least of several runs; the floor is WeasyPrint alone on the same HTML and style sheets,
with its own tags. A whole build compares the two texts, writes the page, proves that it holds every
word, and draws it. Memory is that of a process that builds the one document once. `--large` adds a
redline of some sixty pages and texts of some two hundred.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import weasyprint
from benchmarks.long_texts import amendment

from protobuild.life.home import home_at
from protobuild.publish import pdf as paper
from protobuild.publish.again import maker
from protobuild.publish.formats import FORMATS, Given, Paper
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.unchanged import made_from, stands
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.furniture import style
from protobuild.render.page import write_page
from protobuild.render.text import write_text

TOTAL = 1.25
"""How many times WeasyPrint's own time a whole build may take."""

CLEAN, MARKED = 0.16, 0.2
"""How many seconds a page may take, so that five take 0.8, and of a redline twenty 4 and sixty 12."""

MEMORY = 300
"""How many megabytes a redline of sixty pages may take."""

NO_BAR = float("inf")


@dataclass(frozen=True, slots=True)
class Document:
    """A text or a redline to measure, and what it may take."""

    sections: int
    marked: bool
    a_page: float = NO_BAR
    again: float = 0.05
    """How many seconds it may take to see that it need not be made again."""
    memory: float = NO_BAR
    times: int = 1

    def given(self) -> Given:
        """Return what is written: the new text, or what the amendment changes."""
        old, new, reasons = amendment(self.sections)
        return describe(redline(old, new), reasons) if self.marked else new


DOCUMENTS = {
    "clean, 5 pages": Document(3, False, CLEAN, times=5),
    "redline, 20 pages": Document(6, True, MARKED, times=3),
    "redline, 60 pages": Document(18, True, MARKED, memory=MEMORY),
    "clean, 200 pages": Document(140, False),
    "redline, 200 pages": Document(60, True),
}
SMALL = 2
"""How many of them are measured without `--large`."""


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU seconds of a piece of work."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def bare(page: str) -> bytes:
    """Return the page as WeasyPrint alone writes it."""
    fonts = weasyprint.text.fonts.FontConfiguration()
    fetcher = paper._fetcher()
    sheet = weasyprint.CSS(string=str(style("pdf")), url_fetcher=fetcher, font_config=fonts)
    html = weasyprint.HTML(string=page, url_fetcher=fetcher)
    return bytes(html.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant=paper.VARIANT))


def pages_of(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def row(name: str, figure: float, bar: float, said: str) -> bool:
    """Print a row of the table and return whether the bar is met."""
    met = figure <= bar
    shown = "none" if bar == NO_BAR else f"{bar:g}"
    print(f"| {name} | {figure:.2f} | {shown} | {'yes' if met else '**no**'} | {said} |", flush=True)
    return met


def unchanged(root: Path, document: Document, made: bytes) -> float:
    """Return the least CPU seconds in which a site with that document is seen to be as it would be made.

    The files it is made from are as large as those of a protocol that long; what makes it is read anew.
    """
    old, new, _ = amendment(document.sections)
    for place, text in ("protocol", new), ("changelog/2026-01-20-council/protocol", old):
        (root / place).mkdir(parents=True)
        (root / place / "protocol.yaml").write_text(write_text(text), "utf-8")
    home = home_at(root)
    site = {"index.html": write_page(new).encode(), "protocol.pdf": made}
    write_site(root / "site", site, whole=made_from(home))

    def look() -> None:
        maker.cache_clear()
        assert stands(root / "site", made_from(home))

    return cpu(look, 5)


def measure(name: str) -> bool:
    """Measure one document in this process; return whether all its bars are met."""
    document, form = DOCUMENTS[name], FORMATS["pdf"].write
    assert isinstance(form, Paper)
    given = document.given()
    page, made = form.page(given), form(given)
    floor = cpu(lambda: bare(page), document.times)
    whole = cpu(lambda: form(document.given()), document.times)
    with TemporaryDirectory() as folder:
        again = unchanged(Path(folder), document, made)
    pages = pages_of(made)
    met = [
        row(f"{name}: times WeasyPrint alone", whole / floor, TOTAL, f"{floor:.2f} s alone"),
        row(f"{name}: seconds a page", whole / pages, document.a_page, f"{pages} pages in {whole:.2f} s"),
        row(
            f"{name}: milliseconds to see it is unchanged",
            1000 * again,
            1000 * document.again,
            "files read, none made",
        ),
    ]
    return all(met)


def weigh(name: str) -> bool:
    """Build one document once in this process; return whether it took no more memory than it may."""
    FORMATS["pdf"].write(DOCUMENTS[name].given())
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return row(f"{name}: megabytes", taken, DOCUMENTS[name].memory, "the whole process")


def main() -> int:
    """Print the figures as a table and return 1 when a bar is missed."""
    if sys.argv[1:2] == ["--one"]:
        return 0 if {"measure": measure, "weigh": weigh}[sys.argv[2]](sys.argv[3]) else 1
    print("| What | Figure | Bar | Met | |\n| --- | --- | --- | --- | --- |", flush=True)
    names = list(DOCUMENTS)[: None if "--large" in sys.argv else SMALL]
    asked = [("--one", work, name) for name in names for work in ("measure", "weigh")]
    codes = [subprocess.run([sys.executable, "-m", "benchmarks.pages", *one], check=False) for one in asked]
    return max(done.returncode for done in codes)


if __name__ == "__main__":
    sys.exit(main())
