"""Tables: rows and cells as HTML; a row is inserted or struck cell by cell, since no mark may hold a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from markupsafe import Markup

from protobuild.model.outline import Kind
from protobuild.model.runs import text_of
from protobuild.render.inline import write_runs
from protobuild.render.margin import beside
from protobuild.render.markup import breakable, classes, el, heard, join
from protobuild.render.pills import pills
from protobuild.render.sheet import Sheet
from protobuild.render.standing import alone
from protobuild.render.status import Status, is_touched, status_of
from protobuild.render.tree import ROWS, Node


class Inside(Protocol):
    """What writes the words of an entry and what lies in it, `before` first."""

    def __call__(self, node: Node, sheet: Sheet, before: str = "") -> Markup:
        """Return what stands in a cell."""
        ...


SAID = {
    Status.NEW: "row inserted",
    Status.DROPPED: "row deleted",
    Status.MOVED: "row moved here",
    Status.MOVED_AWAY: "row moved away",
}


def write_table(table: Node | None, nodes: Sequence[Node], sheet: Sheet, inside: Inside) -> Markup:
    """Return a table in a box that scrolls where it is too wide; on a phone its rows stand one by one.

    `inside` writes what a cell holds. Cells without a row make a row of their own, and what is
    neither row nor cell follows the table, so that no words are lost.
    """
    rows = [node for node in nodes if node.entry.kind in ROWS]
    loose = [node for node in nodes if node.entry.kind is Kind.CELL]
    after = [node for node in nodes if node.entry.kind not in (*ROWS, Kind.CELL)]
    width = max((len(row.inner) for row in rows), default=1)
    headers = [row for row in rows if row.entry.kind is Kind.HEADER]
    labels = _labels(headers, sheet)
    heads = [_row(row, "th", width, sheet, inside) for row in headers]
    body = [_row(row, "td", width, sheet, inside, labels) for row in rows if row.entry.kind is Kind.ROW]
    body += [el("tr", *(_cell(cell, "td", sheet, inside) for cell in loose))] if loose else []
    parts = (_caption(table, sheet), *_part("thead", heads), *_part("tbody", body))
    box = el(
        "div",
        el("table", *parts, class_="stacks" if labels else None) if heads or body else el("p", *parts),
        class_="scroll",
        id=sheet.places.anchors[table.at] if table else None,
        role="region",
        tabindex="0",
        aria_label=table.entry.words if table and table.entry.words else "Table",
    )
    notes = (beside(row, sheet) for row in rows)  # none, unless the rows lost their table
    return join((*notes, box, *(_stray(node, sheet, inside) for node in after)))


def _stray(node: Node, sheet: Sheet, inside: Inside) -> Markup:
    """Return what lies in a table or a row and is no part of one; a link may still lead to it."""
    words = el("p", node.instead, class_="instead") if node.instead else inside(node, sheet)
    return el("div", words, id=sheet.places.anchors[node.at])


def _part(tag: str, rows: Sequence[Markup]) -> list[Markup]:
    return [el(tag, *rows)] if rows else []


def _caption(table: Node | None, sheet: Sheet) -> Markup:
    if table is None:
        return Markup("")
    entry = table.entry
    parts = (write_runs(runs, sheet.inline) for runs in (entry.num, entry.heading, entry.body) if runs)
    words = join((pills(table, sheet), Markup(" ").join(parts)))
    return el("caption", words) if words else Markup("")


def _labels(headers: Sequence[Node], sheet: Sheet) -> list[str]:
    """Return what each cell is called where its row stands alone.

    None where there is no such name, or where the headings changed: their marks must be seen.
    """
    if len(headers) != 1:
        return []
    cells = [node.entry for node in headers[0].inner]
    if any(is_touched(entry) for entry in (headers[0].entry, *cells)):
        return []
    return [text_of(cell.heading + cell.body, sheet.outline.last) for cell in cells]


def _row(row: Node, tag: str, width: int, sheet: Sheet, inside: Inside, labels: Sequence[str] = ()) -> Markup:
    """Return a row; what is to be said of it as a whole stands in its first cell."""
    if row.instead:
        return el("tr", el(tag, row.instead, colspan=str(width)), class_="instead")
    said = SAID.get(status_of(row.entry), "") if sheet.marked else ""
    first = join(
        (heard(f"[{said}] ") if said else "", pills(row, sheet), write_runs(row.entry.runs, sheet.inline))
    )
    cells = [node for node in row.inner if node.entry.kind is Kind.CELL]
    others = [_stray(node, sheet, inside) for node in row.inner if node.entry.kind is not Kind.CELL]
    written = [
        _cell(cell, tag, sheet, inside, first, others, label)
        if order == 0
        else _cell(cell, tag, sheet, inside, label=label)
        for order, (cell, label) in enumerate(zip(cells, [*labels, *[""] * len(cells)], strict=False))
    ]
    same, told = sheet.unchanged.told(row.at)
    look = classes(alone(row, sheet), same, breakable(written))
    return el("tr", *(written or [el(tag, first, *others)]), class_=look, data_said=told, id=_end(row, sheet))


def _end(node: Node, sheet: Sheet) -> str | None:
    """Return the anchor of a row or a cell to which the other end of a move leads."""
    return sheet.places.anchors[node.at] if node.at in sheet.places.other_end else None


def _cell(
    cell: Node,
    tag: str,
    sheet: Sheet,
    inside: Inside,
    before: str = "",
    after: Sequence[str] = (),
    label: str = "",
) -> Markup:
    scope = "col" if tag == "th" else None
    return el(
        tag, inside(cell, sheet, before), *after, scope=scope, data_label=label or None, id=_end(cell, sheet)
    )
