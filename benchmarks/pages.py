"""Measure what our own steps add to WeasyPrint's time, and what a page of each kind costs.

    python benchmarks/pages.py OLD NEW [--large]      (two .md or .txt texts, or two protocol folders)

All figures are CPU time in one warm process, the least of several runs. The floor is WeasyPrint
alone on the same HTML and style sheets, with its own tags. `--large` adds a redline of some sixty
pages and a text of some two hundred, and the memory they took.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import weasyprint

from protobuild.life.lenient import read_file, read_folder
from protobuild.model.outline import Outline
from protobuild.publish import pdf as paper
from protobuild.publish.again import inputs_of, sum_of
from protobuild.publish.formats import FORMATS, Given, Paper
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.render.furniture import style

TOTAL = 1.25
"""How many times WeasyPrint's own time a whole build may take."""

AGAIN = 0.05
"""How many seconds it may take to see that a document need not be made again."""

PAGE = {"clean": 0.16, "redline": 0.2}
"""How many seconds a page may take, so that five take 0.8 s, and twenty of a redline 4 s."""

MEMORY = 300
"""How many megabytes a redline of sixty pages may take."""


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


def as_large_as(outline: Outline, times: int) -> Outline:
    """Return the text several times over, with ids of its own each time."""
    entries = [outline.entries[0]]
    for copy in range(times):
        entries += [
            replace(entry, id=f"{entry.id}-{copy}" if entry.id else "") for entry in outline.entries[1:]
        ]
    return replace(outline, entries=tuple(entries))


def report(name: str, figure: float, bar: float, said: str) -> bool:
    """Print one line and return whether the bar is met."""
    verdict = "ok  " if figure <= bar else "OVER"
    print(f"{verdict} {name:<44} {figure:7.3f}  (bar {bar:g}; {said})", flush=True)
    return figure <= bar


def measure(name: str, given: Given, times: int) -> list[bool]:
    """Measure one document: the whole build against its floor, a page, and a rebuild of the same."""
    form = FORMATS["pdf"].write
    assert isinstance(form, Paper)
    made = form(given)
    page, count = form.page(given), pages_of(made)
    floor, whole = cpu(lambda: bare(page), times), cpu(lambda: form(given), times)
    again = cpu(lambda: (inputs_of(form.page(given)), sum_of(made)), 5)
    return [
        report(f"{name}: whole build / WeasyPrint alone", whole / floor, TOTAL, f"{whole:.2f} s"),
        report(f"{name}: seconds a page", whole / count, PAGE[name.split()[-1]], f"{count} pages"),
        report(f"{name}: seconds to see it is unchanged", again, AGAIN, f"{len(page) // 1024} KB of page"),
    ]


def main() -> int:
    """Print the figures and return 1 when a bar is missed."""
    paths = [Path(name) for name in sys.argv[1:3]]
    old, new = (read_folder(path) if path.is_dir() else read_file(path) for path in paths)
    met = [
        *measure("clean", new, 3),
        *measure("redline", describe(redline(old, new, ids=False)), 2),
    ]
    if "--large" in sys.argv:
        twice = as_large_as(old, 2), as_large_as(new, 2)
        met += measure("large redline", describe(redline(*twice, ids=False)), 1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        met.append(report("large redline: MB at most", memory, MEMORY, "the whole process"))
        met += measure("constitution, clean", as_large_as(new, 30), 1)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
