"""Words: the proof, in every build, that a PDF says what its page says, no more, no less, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from protobuild.publish.faults import PdfFaultError
from protobuild.publish.structure import Words

UNSEEN = frozenset({"head", "title", "style", "script", "template"})
"""Elements whose words nobody sees."""

ON_SCREEN = frozenset({"skip", "on-screen"})
"""Classes of what only a screen shows; the style sheets for paper hide these and nothing else."""

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
SHOWN = 40
"""How many letters of the words on either side a fault shows."""


@dataclass
class _Page(HTMLParser):
    """The words of a page, as they stand in it."""

    said: list[str] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)
    """From how many words on each named element begins."""
    depth: int = 0
    """How many elements are open within one that paper does not show."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if self.depth or tag in UNSEEN or not ON_SCREEN.isdisjoint(classes):
            self.depth += 1
        elif given.get("id"):
            self.places.append((len(self.said), given["id"] or ""))

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.depth and data.strip():
            self.said.append(data)


def check_words(html: str, printed: Iterable[Words]) -> None:
    """Compare what was drawn with the page it was drawn from; raise `PdfFaultError` where they differ."""
    page = _Page()
    page.feed(html)
    page.close()
    pieces = [piece for piece in printed if not piece.made]
    wanted, found = _tight("".join(page.said)), _tight("".join(piece.text for piece in pieces))
    if wanted == found:
        return
    at = next((at for at, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other), None)
    at = min(len(wanted), len(found)) if at is None else at
    raise PdfFaultError(
        f"The PDF does not say what the page says, on page {_sheet(pieces, at)}{_near(page, at)}, "
        f"after “{wanted[max(0, at - SHOWN) : at]}”: the page goes on “{wanted[at : at + SHOWN]}”, "
        f"the PDF “{found[at : at + SHOWN]}”."
    )


def _sheet(pieces: list[Words], at: int) -> int:
    """Return the page on which that letter is printed."""
    ends = accumulate(len(_tight(piece.text)) for piece in pieces)
    return next((piece.page for piece, end in zip(pieces, ends, strict=True) if end > at), -1) + 1


def _near(page: _Page, at: int) -> str:
    """Return the last named element before that letter, as the address of a place on the page."""
    ends = [0, *accumulate(len(_tight(words)) for words in page.said)]
    names = [name for before, name in page.places if ends[before] <= at]
    return f" near #{names[-1]}" if names else ""


def _tight(text: str) -> str:
    """Return the text without white space, which paper breaks elsewhere, and without soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", text)
