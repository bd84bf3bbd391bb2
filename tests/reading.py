"""Read a page back, as a reader's software would: its words on either side, its ids, links and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from protobuild.model.outline import Outline, project
from protobuild.model.runs import plain

SILENT = {"style", "title"}
ASIDE = {"edit", "note", "pill", "vh", "round", "looks", "after-heading"}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "caption", "dt", "dd", "a", "div", "section", "main"}
VOID = {"meta", "br", "link", "input"}


@dataclass
class Page(HTMLParser):
    """What a page says and how it is built."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    """The words of each block that has words of its own, hidden ones included."""
    sides: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    """The words of the marked text before and after, notes and pills left out."""
    column_heads: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, set[str]]] = []
        self.open: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.seen.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(tag)
        if tag == "br":
            self.handle_data(" ")
        if tag in VOID:
            return
        if tag in BLOCKS - {"a"}:
            self.flush()
            self._say(" ", old=True, new=True)
        self.stack.append((tag, set(given.get("class", "").split())))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"tr", "th"} and ("thead" in {tag for tag, _ in self.stack}) and self.open[-1].strip():
            self.column_heads.append(" ".join(self.open[-1].split()))
        opened, _ = self.stack.pop()
        assert opened == tag, f"<{opened}> closed by </{tag}>"
        if tag in BLOCKS - {"a"}:
            self.flush()
            self._say(" ", old=True, new=True)

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.stack}
        if tags & SILENT or any("on-screen" in names for _, names in self.stack):
            return
        self.open[-1] += data
        if "main" not in tags and "h1" not in tags:
            return
        if any(names & ASIDE for _, names in self.stack):
            return
        self._say(data, old="ins" not in tags and not self._left(), new="del" not in tags)

    def _left(self) -> bool:
        return any(tag == "del" and "left" in names for tag, names in self.stack)

    def _say(self, text: str, *, old: bool, new: bool) -> None:
        if old:
            self.sides[0].append(text)
        if new:
            self.sides[1].append(text)

    def flush(self) -> None:
        if self.open[-1].strip():
            self.blocks.append(" ".join(self.open[-1].split()))
        self.open[-1] = ""

    def words(self, side: int) -> str:
        """Return the words of one side, spaces left out: a mark may stand beside the space it came with."""
        return tight("".join(self.sides[side]))


def read(html: str) -> Page:
    """Return the page read; fails where elements are not closed in order."""
    page = Page()
    page.feed(html)
    page.close()
    page.flush()
    assert not page.stack
    return page


def words_of(outline: Outline, number: int) -> str:
    """Return the words of a text after that round, numbers included, in reading order, spaces left out."""
    return tight("".join(plain(entry.runs) for entry in project(outline, number).entries))


def tight(text: str) -> str:
    """Return the text without white space."""
    return re.sub(r"\s+", "", text)


def words_in(html: str) -> str:
    """Return the words of a page or a part of one, without the tags between them."""
    bare = re.sub(r"<style.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(bare).split())
