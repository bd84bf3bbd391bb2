"""Model: the proof, in every build, that the page a PDF is drawn from holds the words of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

from protobuild.model.outline import Entry, Outline, project
from protobuild.model.runs import plain
from protobuild.publish.faults import PdfFaultError
from protobuild.publish.words import ON_SCREEN, SHOWN, VOID

ASIDE = frozenset({"edit", "note", "pill", "vh", "round", "looks", "after-heading"}) | ON_SCREEN
"""Classes of what a page says about the text, beside the text."""

TEXT = frozenset({"h1", "main"})
"""The elements that hold the text."""


@dataclass
class _Text(HTMLParser):
    """The words of the text on a page, before and after."""

    sides: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    stack: list[str] = field(default_factory=list)
    """What each open element is: `text`, `aside`, `ins`, `del`, `left`, or nothing."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        role = "text" if tag in TEXT else tag if tag in ("ins", "del") else ""
        role = "left" if tag == "del" and "left" in classes else role
        self.stack.append(role if ASIDE.isdisjoint(classes) else "aside")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if "text" not in self.stack or "aside" in self.stack:
            return
        if "ins" not in self.stack and "left" not in self.stack:
            self.sides[0].append(data)
        if "del" not in self.stack and "left" not in self.stack:
            self.sides[1].append(data)


def check_model(outline: Outline, html: str) -> None:
    """Compare the text with its page, before and after; raise `PdfFaultError` where they differ."""
    page = _Text()
    page.feed(html)
    page.close()
    for number, said in ((0, page.sides[0]), (outline.last, page.sides[1])):
        entries = project(outline, number).entries
        words, found = [_tight(plain(entry.runs)) for entry in entries], _tight("".join(said))
        if "".join(words) != found:
            raise PdfFaultError(_told(entries, words, found))


def _told(entries: tuple[Entry, ...], words: list[str], found: str) -> str:
    """Return where the page departs from the text, and how."""
    wanted = "".join(words)
    same = (one == other for one, other in zip(wanted, found, strict=False))
    at = next((at for at, equal in enumerate(same) if not equal), min(len(wanted), len(found)))
    reached = next((place for place, end in enumerate(accumulate(map(len, words))) if end > at), -1)
    entry = entries[reached]
    number = plain(entry.num).strip()
    place = f" ({entry.source.file}:{entry.source.line})" if entry.source else ""
    return (
        f"The page does not say what the text says, at {number or entry.kind}{place}: "
        f"the text goes on “{wanted[at : at + SHOWN]}”, the page “{found[at : at + SHOWN]}”."
    )


def _tight(text: str) -> str:
    """Return the text without white space: a mark may stand beside the space it came with."""
    return re.sub(r"\s+", "", text)
