"""Concordance: where every old provision went, and where every new one came from."""

from __future__ import annotations

from markupsafe import Markup

from protobuild.model.redlined import Fate, Redlined, Whereabouts
from protobuild.render.markup import el, heard, join
from protobuild.render.sheet import Sheet

COLUMNS = ("Old", "What became of it", "New", "How it begins", "Change")


def write_concordance(redlined: Redlined, sheet: Sheet) -> Markup:
    """Return the concordance as a table, each row linked to its place in the text."""
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    rows = (_row(row, sheet) for row in redlined.concordance)
    table = el("table", el("thead", head), el("tbody", *rows), class_="concordance stacks")
    return el("div", table, class_="scroll", role="region", tabindex="0", aria_label="Table of paragraphs")


def _row(row: Whereabouts, sheet: Sheet) -> Markup:
    anchor = sheet.places.anchors[row.at]
    names = row.change.split(", ") if row.change else []
    change = Markup(", ").join(el("a", name, href=f"#{name}-row") for name in names)
    cells = (
        el("td", row.old if row.fate is not Fate.NEW else _none("not in the old text"), data_label="Old"),
        el("td", row.fate.value),
        el("td", Markup(", ").join(row.new) if row.new else _none("not in the new text"), data_label="New"),
        el("td", el("a", row.words or "(no words)", href=f"#{anchor}")),
        el("td", change, data_label="Change" if row.change else None),
    )
    return el("tr", *cells)


def _none(said: str) -> Markup:
    return join((el("span", "–", aria_hidden="true"), heard(said)))
