"""Register: a page of tables for those who keep a protocol, such as what it says of each provision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from protobuild.render.furniture import fill, style
from protobuild.render.markup import el
from protobuild.render.theme import PLAIN, Theme


def write_register(
    title: str, leads: Sequence[str], body: Markup, *, council: str = "", theme: Theme = PLAIN
) -> str:
    """Return a page without script or network: a title, what there is to know first, and the tables."""
    return fill(
        "register",
        theme,
        title=title,
        council=council,
        leads=leads,
        body=body,
        screen=style("base", "screen"),
        print=style("base", "print"),
    )


def write_table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Return a table under a heading; its first column heads its rows; on a phone each stands alone."""
    head = el("tr", *(el("th", name, scope="col") for name in columns))
    body = (el("tr", el("th", row[0], scope="row"), *_cells(columns[1:], row[1:])) for row in rows)
    table = el(
        "table", el("caption", el("h2", caption)), el("thead", head), el("tbody", *body), class_="stacks"
    )
    return el("div", table, class_="scroll", role="region", tabindex="0", aria_label=caption)


def _cells(columns: Sequence[str], cells: Sequence[str]) -> Iterable[Markup]:
    for name, words in zip(columns, cells, strict=True):
        yield el("td", words, data_label=name if words else None)
