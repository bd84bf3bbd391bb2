"""Markup: HTML elements, with escaping in this one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

VOID = frozenset({"br", "img", "link"})


def el(tag: str, *content: str, **attributes: str | None) -> Markup:
    """Return an element; plain strings are escaped, `None` attributes left out.

    A trailing underscore in an attribute's name is dropped (`class_`), others become hyphens.
    """
    said = "".join([_attribute(*pair) for pair in attributes.items() if pair[1] is not None])
    inside = "" if tag in VOID else f"{_safe(content)}</{tag}>"
    return Markup(f"<{tag}{said}>{inside}")  # noqa: S704 - every part is escaped above


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Return the parts one after another, escaped where they are not markup; `between` is markup."""
    return Markup(_safe(parts, between))  # noqa: S704 - every part is escaped


def _safe(parts: Iterable[str], between: str = "") -> str:
    """Return the parts as HTML; most are markup, of which `escape` would only make a copy."""
    return between.join([part if type(part) is Markup else escape(part) for part in parts])


@lru_cache(maxsize=512, typed=True)  # typed: equal words as text and as markup are not the same HTML
def _attribute(name: str, value: str) -> str:
    """Return an attribute as HTML has it; a page has the same few many times."""
    return f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'


@lru_cache(maxsize=512, typed=True)
def heard(words: str) -> Markup:
    """Return words that are read aloud and extracted, and not seen."""
    return el("span", words, class_="vh")


LONG = 200
"""From how many words, times columns, a row may be too tall to be kept whole at the foot of a page. Programs
that read no tags meet the cells of a broken row in pieces, so no shorter row is broken."""


def breakable(cells: Sequence[Markup]) -> str:
    """Return the class of a row that paper may break over two pages; none for one that it keeps whole.

    Kept whole, a tall row leaves white space before it; one that outgrows a page loses its column headings.
    """
    return "breaks" if any(_is_long(cell, LONG / len(cells)) for cell in cells) else ""


def _is_long(cell: Markup, words: float) -> bool:
    """Return whether a cell has more words than that; its tags are only taken off where it may have."""
    return len(str(cell).split()) > words and len(cell.striptags().split()) > words


def classes(*names: str) -> str | None:
    """Return the names that are not empty as a class attribute."""
    return " ".join(name for name in names if name) or None
