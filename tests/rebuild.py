"""Rebuild both texts of a redline from what any program extracts from its PDF: the marks are words, too."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

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
    first = reader.get_destination_page_number(places["Text"])
    last = reader.get_destination_page_number(places["Concordance"]) if "Concordance" in places else None
    pages = extract(without_furniture(pdf))[first:last]
    old, new = _sides(" ".join(pages).replace("•", " "))
    return tight(old), tight(new)


def without_furniture(pdf: bytes) -> bytes:
    """Return the PDF without what its tags call an artefact: heads, feet, repeated headings of columns."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        content = page.get_contents()
        assert content is not None
        content.operations = list(_tagged(content.operations))
        page.replace_contents(content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _tagged(operations: Iterable[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    """Yield the operations that do not draw an artefact."""
    within: list[bool] = []
    for operands, operator in operations:
        if operator in (b"BDC", b"BMC"):
            within.append(operands[0] == "/Artifact")
        if not any(within):
            yield operands, operator
        if operator == b"EMC":
            within.pop()


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
