"""Compare the words of a saved page or text with those of a version, whatever the layout."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from protobuild.model.outline import Kind, Outline, citations
from protobuild.model.runs import plain
from protobuild.store.tree import TooLargeError, file_bytes

_TEXTS = frozenset({".html", ".htm", ".txt", ".md"})
_UNREAD = frozenset({"style", "script", "head"})
_LETTERS = re.compile(r"[^\w]+")
"""What stands between words: typesetters change signs and spaces, and never a letter."""


def text_of_page(path: Path) -> str:
    """Return the words of a page or text, letters and figures alone; empty for any other sort of file."""
    if path.suffix.lower() not in _TEXTS:
        return ""
    try:
        said = file_bytes(path, path.name).decode("utf-8", "replace")
    except TooLargeError:
        return ""
    if path.suffix.lower() in (".html", ".htm"):
        reader = _Words()
        reader.feed(said)
        reader.close()
        said = "".join(reader.parts)
    return _bare(said)


def not_there(outline: Outline, words: str) -> list[str]:
    """Return the numbers, or the first words, of what does not stand in those words as it was adopted."""
    cited = citations(outline.entries)
    return [
        number or f"“{' '.join(entry.words.split()[:6])} …”"
        for entry, number in zip(outline.entries, cited, strict=True)
        if entry.kind is not Kind.TITLE
        and not all(_bare(plain(runs)) in words for runs in (entry.heading, entry.body))
    ]


def _bare(said: str) -> str:
    return _LETTERS.sub(" ", said).strip()


class _Words(HTMLParser):
    """Collects the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass by what is not read."""
        self.unread += tag in _UNREAD
        if tag in ("p", "td", "th", "li", "br", "h1", "h2", "h3", "div"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Read again."""
        self.unread -= tag in _UNREAD and self.unread > 0

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self.unread:
            self.parts.append(data)
