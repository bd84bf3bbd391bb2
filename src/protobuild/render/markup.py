"""Markup: HTML elements, with escaping in this one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

VOID = frozenset({"br", "img", "link"})


def el(tag: str, *content: str, **attributes: str | None) -> Markup:
    """Return an element; plain strings are escaped, `None` attributes left out.

    A trailing underscore in an attribute's name is dropped (`class_`), others become hyphens.
    """
    said = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in VOID:
        return Markup(f"<{tag}{said}>")  # noqa: S704 - every part is escaped above
    return Markup(f"<{tag}{said}>{join(content)}</{tag}>")  # noqa: S704


def join(parts: Iterable[str]) -> Markup:
    """Return the parts one after another, escaped where they are not markup."""
    return Markup("".join(map(str, map(escape, parts))))  # noqa: S704


def heard(words: str) -> Markup:
    """Return words that are read aloud and extracted, and not seen."""
    return el("span", words, class_="vh")


LONG = 320
"""From how many words, times columns, a cell may be too tall to be kept whole on one page."""


def breakable(cells: Sequence[Markup]) -> str:
    """Return the class of a row that paper may break over two pages; none for one that it keeps whole.

    Kept whole, a row that outgrows a page would leave white space before it, and lose its column headings.
    """
    most = max((len(cell.striptags().split()) for cell in cells), default=0)
    return "breaks" if most * len(cells) > LONG else ""


def classes(*names: str) -> str | None:
    """Return the names that are not empty as a class attribute."""
    return " ".join(name for name in names if name) or None
