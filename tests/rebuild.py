"""Rebuild both texts of a redline from what any program extracts from its PDF: the marks are words, too."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf

from paper import sheets
from reading import tight

OLD = ("deleted", "moved away", "old number")
NEW = ("inserted", "moved here", "new number")
BOTH = ("reference renumbered", "old and new number")
NEITHER = ("inserted, then deleted", "deleted in moving")


def _anywhere(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose spaces may be line ends, or nothing."""
    return re.compile(pattern.replace(" ", r"\s*"))


OPENING = _anywhere(rf"\[ ({'|'.join((*NEITHER, *OLD, *NEW, *BOTH))}) :")
ASIDE = _anywhere(
    r"\[ (?:change |edit |part of |row (?:inserted|deleted|moved here|moved away) \]|moved (?:from|to) "
    r"|(?:joined to|parted from) the words before \]|level changed \]"
    r"|(?:formatting|link) changed(?: and link changed)? \])"
)

LEAST = 20
"""How many letters no page begins with by chance that an earlier page has, too."""


def by_pypdf(pdf: bytes) -> list[str]:
    """Return the text of each page as pypdf extracts it."""
    return list(sheets(pdf))


def by_poppler(pdf: bytes) -> list[str]:
    """Return the text of each page as `pdftotext -raw` extracts it."""
    said = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return said.decode().split("\f")[:-1]


def by_mupdf(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each page as `mutool` extracts it."""
    file = folder / "redline.pdf"
    file.write_bytes(pdf)
    command = ["mutool", "draw", "-q", "-F", "text", str(file)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\f")[:-1]


def both_texts(pdf: bytes, extract: Callable[[bytes], list[str]]) -> tuple[str, str]:
    """Return the old and the new text of a redline without white space, from its PDF alone."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    places = reader.named_destinations
    assert reader.metadata is not None
    first = reader.get_destination_page_number(places["Text"])
    last = reader.get_destination_page_number(places["Concordance"]) if "Concordance" in places else None
    running = str(reader.metadata.title).partition(" - ")[0]
    pages = [_without_furniture(page, running) for page in extract(pdf)[first:last]]
    pages = [_without_column_heads(page, "".join(pages[:at])) for at, page in enumerate(pages)]
    old, new = _sides(" ".join(pages).replace("•", " "))
    return tight(old), tight(new)


def _without_furniture(page: str, running: str) -> str:
    """Return a page without head and foot, which are drawn last."""
    starts = [at.start() for at in re.finditer(re.escape(running[:20]), page)]
    return page[: starts[-1]]


def _without_column_heads(page: str, before: str) -> str:
    """Return a page without the column headings of a table that runs over from the page before.

    They are tagged as furniture; an extractor that reads no tags meets them again, a line or more a column.
    """
    while ASIDE.match(page):  # notes are drawn before the text
        page = page[_closing(page, 0) + 1 :].strip()
    lines, said = page.splitlines(), tight(before)
    heads = {n: tight("".join(lines[:n])) for n in range(2, 7)}
    repeated = [n for n, head in heads.items() if len(head) > LEAST and head in said and head.count("[") != 1]
    return "\n".join(lines[max(repeated, default=0) :])


def _sides(text: str) -> tuple[str, str]:
    """Return what stands in the old text and what in the new."""
    old = new = ""
    at = 0
    while at < len(text):
        mark, aside = OPENING.match(text, at), ASIDE.match(text, at)
        if not mark and not aside:
            old, new, at = old + text[at], new + text[at], at + 1
            continue
        end = _closing(text, at)
        if mark:
            before, after = _sides(text[mark.end() : end])
            kind = " ".join(mark[1].split())
            if kind in BOTH:
                before, after = before.split()[0], after.split()[-1]
            old += before if kind in (*OLD, *BOTH) else ""
            new += after if kind in (*NEW, *BOTH) else ""
        at = end + 1
    return old, new


def _closing(text: str, at: int) -> int:
    """Return where the bracket opened there is closed."""
    depth = 0
    for position in range(at, len(text)):
        depth += {"[": 1, "]": -1}.get(text[position], 0)
        if depth == 0:
            return position
    raise AssertionError(f"never closed: {text[at : at + 60]}")
