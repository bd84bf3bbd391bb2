"""Measure each stage of a redline against a floor or a peer taken in the same run.

    python benchmarks/stages.py OLD NEW        (two .md or .txt texts, or two protocol folders)

All figures are CPU time, the least of several runs. A ratio says more than a second: the machine
is in both halves of it. Growth is the time for ten texts in one over the time for one; 10 is
linear, and the bar of 18 leaves room for caches.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape
from pathlib import Path

from protobuild.life.lenient import read_file, read_folder
from protobuild.model.outline import Kind, Outline
from protobuild.publish.pdf import make_pdf
from protobuild.redline.compare import redline
from protobuild.redline.schedule.changes import describe
from protobuild.redline.wording.tokens import words_of
from protobuild.render.json import as_data
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline

GROWTH = 18


def cpu(work: Callable[[], object], times: int = 5) -> float:
    """Return the least CPU seconds of a piece of work."""
    least = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def times_ten(outline: Outline) -> Outline:
    """Return ten of the text in one, with ids and wording of each told apart."""
    entries = [outline.entries[0]]
    for copy in range(10):
        for entry in outline.entries[1:]:
            body = tuple(replace(run, text=f"{run.text} {copy}") for run in entry.body[-1:])
            id = f"{entry.id}-{copy}" if entry.id else ""
            entries.append(replace(entry, id=id, body=(*entry.body[:-1], *body)))
    return replace(outline, entries=tuple(entries))


def read_text(path: Path) -> Outline:
    """Return the outline of a text file or a protocol folder."""
    return read_folder(path) if path.is_dir() else read_file(path)


def words(outline: Outline) -> list[str]:
    """Return every word of a text, for the peers that know no structure."""
    return [word for entry in outline.entries for word in words_of(entry.words)]


def floor_pdf(page: str) -> str:
    """Return the words of a page as the barest page there is, for the cost of a PDF itself."""
    body = re.sub(r"<(style|script|head)\b.*?</\1>", " ", page, flags=re.DOTALL)
    blocks = re.split(r"</?(?:p|div|li|td|th|tr|h[1-6]|section|nav|caption|aside|dt|dd)\b[^>]*>", body)
    texts = (" ".join(unescape(re.sub(r"<[^>]+>", "", block)).split()) for block in blocks)
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f'<!DOCTYPE html><html lang="en-GB"><title>floor</title><body>{paragraphs}</body></html>'


def report(name: str, ratio: float, bar: float, said: str) -> bool:
    """Print one line and return whether the bar is met."""
    print(f"{'ok  ' if ratio <= bar else 'OVER'} {name:<46} {ratio:6.2f}  (bar {bar:g}; {said})")
    return ratio <= bar


def main() -> int:
    """Print the ratios and return 1 when a bar is missed."""
    old_path, new_path = (Path(name) for name in sys.argv[1:3])
    read = cpu(lambda: (read_text(old_path), read_text(new_path)))
    old, new = read_text(old_path), read_text(new_path)
    ten_old, ten_new = times_ten(old), times_ten(new)
    compare = cpu(lambda: redline(old, new, ids=False))
    compare_ten = cpu(lambda: redline(ten_old, ten_new, ids=False), 3)
    peer = cpu(lambda: difflib.SequenceMatcher(None, words(old), words(new), autojunk=False).get_opcodes(), 2)
    marked = redline(old, new, ids=False)
    described = describe(marked)
    say = cpu(lambda: describe(marked))
    page = cpu(lambda: write_redline(described))
    dumped = json.dumps(as_data(described))
    floor = cpu(lambda: json.loads(dumped))
    pages = write_page(new), write_redline(described)
    pdf, pdf_redline = (cpu(lambda page=page: make_pdf(page), 2) for page in pages)
    pdf_floor, pdf_redline_floor = (cpu(lambda page=page: make_pdf(floor_pdf(page)), 2) for page in pages)
    paragraphs = sum(entry.kind is Kind.PARAGRAPH for entry in marked.entries)
    print(f"{len(words(old))} and {len(words(new))} words, {paragraphs} paragraphs in the redline")
    met = [
        report("redline / reading both texts", compare / read, 1.0, f"{compare * 1000:.0f} ms"),
        report("redline / difflib on the words alone", compare / peer, 1.0, f"{peer * 1000:.0f} ms"),
        report(
            "redline, growth for ten texts", compare_ten / compare, GROWTH, f"{compare_ten * 1000:.0f} ms"
        ),
        report("changes and concordance / redline", say / compare, 2.0, f"{say * 1000:.0f} ms"),
        report("redline page / json.loads of its data", page / floor, 60, f"{page * 1000:.0f} ms"),
        report("PDF / bare paragraphs of the same words", pdf / pdf_floor, 2.5, f"{pdf:.2f} s"),
        report("redline PDF / bare paragraphs", pdf_redline / pdf_redline_floor, 4.0, f"{pdf_redline:.2f} s"),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
