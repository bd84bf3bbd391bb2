"""Contents: the list of headings in front of a text, each a link."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from protobuild.model.outline import Kind
from protobuild.render.headings import label
from protobuild.render.markup import el, join
from protobuild.render.sheet import Sheet


def write_contents(sheet: Sheet, *after: tuple[str, str], before: Sequence[tuple[str, str]] = ()) -> Markup:
    """Return the contents: `before` and `after` are anchors and names of parts around the sections."""
    rows = [
        (sheet.places.anchors[at], label(entry, sheet))
        for at, entry in enumerate(sheet.outline.entries)
        if entry.kind is Kind.SECTION and sheet.holds(at)
    ]
    items = (_row(anchor, words) for anchor, words in (*before, *rows, *after) if words)
    return el(
        "nav",
        el("h2", "Contents", id="Contents", data_label="Contents", data_part="Contents"),
        el("ul", *items, role="list"),
        aria_labelledby="Contents",
    )


def _row(anchor: str, words: str) -> Markup:
    """Return a line; the empty span is where print puts the page number."""
    return el(
        "li", join((el("a", words, href=f"#{anchor}"), " ", el("span", class_="pg", data_t=f"#{anchor}")))
    )
