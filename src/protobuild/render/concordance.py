"""Concordance: where every old provision went, and where every new one came from."""

from __future__ import annotations

from markupsafe import Markup

from protobuild.model.outline import Kind
from protobuild.model.redlined import Fate, Redlined, Whereabouts
from protobuild.model.saying import counted
from protobuild.render.folding import Fold, folds
from protobuild.render.markup import el, heard, join
from protobuild.render.places import kind_of
from protobuild.render.sheet import Sheet
from protobuild.render.titles import caption

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
        el("td", _old(fold, sheet), data_label="Old"),
        el("td", row.fate.value),
        el("td", _new(fold, sheet), data_label="New"),
        el("td", _begins(row, sheet)),
        el("td", changes, data_label="Change" if changes else None),
    )
    return el("tr", *cells)


def _old(fold: Fold, sheet: Sheet) -> str:
    if fold.rows[0].fate is Fate.NEW:
        return _none("not in the old text")
    return _span(fold.steps[0].old, fold.steps[-1].old) or _unnumbered(fold, sheet)


def _new(fold: Fold, sheet: Sheet) -> str:
    fate, kind = fold.rows[0].fate, sheet.outline.entries[fold.rows[0].at].kind
    if fate is Fate.DROPPED:
        return _none("not in the new text")
    if numbers := _span(", ".join(fold.steps[0].new), ", ".join(fold.steps[-1].new)):
        return numbers
    return f"the {kind} before" if fate is Fate.MERGED else _unnumbered(fold, sheet)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _unnumbered(fold: Fold, sheet: Sheet) -> str:
    """Return what is said in place of a number, since an empty cell would leave a reader to guess."""
    name = kind_of(sheet.outline.entries[fold.rows[0].at])
    return name if len(fold.steps) == 1 else counted(len(fold.steps), name)


def _begins(row: Whereabouts, sheet: Sheet) -> str:
    """Return how an entry begins, leading to it where the page holds it."""
    words = _words(row, sheet)
    return el("a", words, href=f"#{sheet.places.anchors[row.at]}") if sheet.holds(row.at) else words


def _words(row: Whereabouts, sheet: Sheet) -> str:
    entry = sheet.outline.entries[row.at]
    return (caption(entry, sheet.outline) if entry.kind is Kind.TABLE else "") or row.words or "(no words)"


def _changes(row: Whereabouts) -> Markup:
    """Return each change that touched a provision as a link to its row in the schedule."""
    return Markup(", ").join(el("a", name, href=f"#{name}-row") for name in row.changes)


def _none(said: str) -> Markup:
    return join((el("span", "–", aria_hidden="true"), heard(said)))
