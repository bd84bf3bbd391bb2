"""Blocks: entries as HTML, by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import Run, Runs
from protobuild.render.deleted import is_deleted, write_deleted
from protobuild.render.headings import label, lies_within, part_of
from protobuild.render.inline import write_runs
from protobuild.render.margin import noted
from protobuild.render.marks import Mark, mark_of
from protobuild.render.markup import classes, el, heard, join
from protobuild.render.pills import pills
from protobuild.render.sheet import Sheet
from protobuild.render.standing import alone, alone_itself
from protobuild.render.status import Status, is_touched, status_of
from protobuild.render.tables import write_table
from protobuild.render.tree import Node, groups


def write_blocks(nodes: Sequence[Node], sheet: Sheet) -> Markup:
    """Return entries of one parent as HTML, neighbours in a list or table together."""
    return join(_group(name, same, sheet) for name, same in groups(nodes))


def _group(name: str, nodes: list[Node], sheet: Sheet) -> Markup:
    match name:
        case "list":
            return write_list(nodes, sheet)
        case "rows" | "cells":  # rows that lost their table, cells that lost their row
            return write_table(None, nodes, sheet, write_inside)
        case _:
            return join(_blocks(nodes, sheet))


def _blocks(nodes: Sequence[Node], sheet: Sheet) -> Iterator[Markup]:
    """Yield neighbours, those nobody changed in one box and those that were deleted in another."""
    for what, same in groupby(nodes, key=lambda node: _company(node, sheet)):
        stretch = list(same)
        made = join(_block(node, sheet) for node in stretch)
        if what == "unchanged":
            yield el("div", made, class_="same", data_said=sheet.unchanged.said[stretch[0].at])
        elif what == "deleted":
            yield write_deleted(stretch, made, sheet)
        else:
            yield made


def _company(node: Node, sheet: Sheet) -> str:
    if node.at in sheet.unchanged.tops and not node.instead:
        return "unchanged"
    return "deleted" if is_deleted(node, sheet) else ""


def _block(node: Node, sheet: Sheet) -> Markup:
    if node.instead:
        return el("p", node.instead, class_="instead")
    side = alone(node, sheet)
    match node.entry.kind:
        case Kind.SECTION:
            return _section(node, sheet)
        case Kind.SUBHEADING | Kind.TITLE:
            return join((_heading(node, sheet, "h3"), write_blocks(node.inner, sheet)))
        case Kind.TABLE:
            table = noted(write_table(node, node.inner, sheet, write_inside), node, sheet, "tabled")
            return el("div", table, class_=side) if side else table
        case Kind.QUOTATION:
            inside = write_inside(node, sheet)
            return el("blockquote", inside, id=_anchor(node, sheet), class_=side or None)
        case kind:
            inside = write_inside(node, sheet)
            return el("div", inside, class_=classes(kind.value, side), id=_anchor(node, sheet))


def _anchor(node: Node, sheet: Sheet) -> str | None:
    """Return the id an entry needs on the page; a clean page names only what may be cited."""
    anchor = sheet.places.anchors[node.at]
    return anchor if sheet.marked or anchor == node.entry.id else None


def _section(node: Node, sheet: Sheet) -> Markup:
    inside = join((_heading(node, sheet, "h2"), write_blocks(node.inner, sheet)))
    return el("section", inside, id=_anchor(node, sheet), class_=alone(node, sheet) or None)


def _heading(node: Node, sheet: Sheet, tag: str) -> Markup:
    entry = node.entry
    words = join((number(entry, sheet), write_runs(entry.heading, sheet.inline), _tail(entry, sheet)))
    own = None if entry.kind is Kind.SECTION else _anchor(node, sheet)
    part = part_of(node, sheet) if tag == "h2" else None
    within = "within" if tag == "h2" and lies_within(node, sheet) else ""
    look = classes(changed(node, sheet) or "", within)
    heading = el(tag, words, id=own, data_label=label(entry, sheet), data_part=part, class_=look)
    whole = pills(node, sheet)
    after = el("p", whole, class_="after-heading") if whole else Markup("")
    return noted(join((heading, after)), node, sheet, "headed")


def _tail(entry: Entry, sheet: Sheet) -> Markup:
    """Return body words of a heading: a paragraph may have been merged into it."""
    return join((" ", write_runs(entry.body, sheet.inline))) if entry.body else Markup("")


def changed(node: Node, sheet: Sheet) -> str | None:
    """Return the classes of an entry's own words: a change bar, and in which text alone they stand."""
    if not sheet.marked:
        return None
    struck = status_of(node.entry) in (Status.DROPPED, Status.MOVED_AWAY)
    bar = "changed" if is_touched(node.entry) else ""
    return classes(bar, "struck" if struck else "", alone_itself(node, sheet))


def number(entry: Entry, sheet: Sheet) -> Markup:
    """Return the number in its own column: in a redline the old one struck, then the new."""
    if not entry.num:
        return Markup("")
    marks = {mark_of(run) for run in entry.num}
    if len(entry.num) > 2 or len(marks) < len(entry.num) or Mark.PASSING in marks:
        return join((write_runs(entry.num, sheet.inline), " "))  # more than an old and a new number
    both = sorted(entry.num, key=lambda run: run.gone is None)
    inside = join((_numeral(run, sheet) for run in both), " ")
    said = _said(entry.num)
    inside = join((heard(f"[{said}: "), inside, heard("]"))) if said else inside
    return el("span", inside, " ", class_="num")


def _said(num: Runs) -> str:
    """Return what is said of a number for whoever cannot see which column it stands in."""
    if len(num) == 2:
        return "old and new number"
    if num[0].gone is not None:
        return "old number"
    return "new number" if num[0].born else ""


def _numeral(run: Run, sheet: Sheet) -> Markup:
    """Return a number in the column of the old or of the new ones, with the letter of its round."""
    letter = sheet.inline.letter(run.gone or run.born)
    sign = el("sup", letter, class_="round", aria_hidden="true") if letter else ""
    if run.gone is not None:
        return el("del", run.text, sign, class_="on")
    return el("ins" if run.born else "span", run.text, sign, class_="nn")


def write_inside(node: Node, sheet: Sheet, before: str = "") -> Markup:
    """Return an entry's own words and what lies in it, without an element of its own; `before` goes first."""
    entry = node.entry
    heading = write_runs(entry.heading, sheet.inline)
    words = join(
        (
            before,
            number(entry, sheet),
            pills(node, sheet),
            el("strong", heading, class_="run-in") + " " if heading else "",
            write_runs(entry.body, sheet.inline),
        )
    )
    own = el("p", words, class_=changed(node, sheet)) if words else Markup("")
    return join((noted(own, node, sheet), write_blocks(node.inner, sheet)))


def write_list(nodes: Sequence[Node], sheet: Sheet) -> Markup:
    """Return items as a list. Printed labels are text, so that old and new can both be read."""
    return el("ul", *(_item(node, sheet) for node in nodes), role="list")


def _item(node: Node, sheet: Sheet) -> Markup:
    if node.instead:
        return el("li", node.instead, class_="instead")
    bare = "" if node.entry.num else "bare"
    both = "" if len({run.gone is None for run in node.entry.num}) < 2 else "renumbered"
    same, said = sheet.unchanged.told(node.at)
    look = classes(bare, both, alone(node, sheet), same)
    return el("li", write_inside(node, sheet), id=_anchor(node, sheet), class_=look, data_said=said)
