"""Concordance: where every old provision went, and where every new one came from."""

from __future__ import annotations

from markupsafe import Markup

from protobuild.model.redlined import Redlined, Whereabouts
from protobuild.render.folding import Fold, folds
from protobuild.render.markup import el, heard, join
from protobuild.render.sheet import Sheet
from protobuild.render.whereabouts import beginning_of, new_of, old_of

COLUMNS = ("Old", "What became of it", "New", "How it begins", "Change")
INTRODUCTION = (
    "Every paragraph of the old text has its place in this table, and so has every new one. "
    "A row that names several, such as “2.1 to 2.5”, stands for the items under them too; "
    "an item that changed has a row of its own."
)


def write_concordance(redlined: Redlined, sheet: Sheet) -> Markup:
    """Return the concordance as a table, each row linked to its place in the text."""
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    rows = (_row(fold, sheet) for fold in folds(redlined))
    table = el("table", el("thead", head), el("tbody", *rows), class_="concordance stacks")
    box = el("div", table, class_="scroll", role="region", tabindex="0", aria_label="Table of paragraphs")
    return join((el("p", INTRODUCTION), box))


def _row(fold: Fold, sheet: Sheet) -> Markup:
    row = fold.rows[0]
    changes = _changes(row)
    cells = (
        el("td", old_of(fold, sheet.outline) or _none("not in the old text"), data_label="Old"),
        el("td", row.fate.value),
        el("td", new_of(fold, sheet.outline) or _none("not in the new text"), data_label="New"),
        el("td", _begins(row, sheet)),
        el("td", changes, data_label="Change" if changes else None),
    )
    return el("tr", *cells)


def _begins(row: Whereabouts, sheet: Sheet) -> str:
    """Return how an entry begins, leading to it where the page holds it."""
    words = beginning_of(row, sheet.outline)
    return el("a", words, href=f"#{sheet.places.anchors[row.at]}") if sheet.holds(row.at) else words


def _changes(row: Whereabouts) -> Markup:
    """Return each change that touched a provision as a link to its row in the schedule."""
    return join((el("a", name, href=f"#{name}-row") for name in row.changes), ", ")


def _none(said: str) -> Markup:
    return join((el("span", "–", aria_hidden="true"), heard(said)))
