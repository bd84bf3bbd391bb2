"""Sides: the two texts of a redline in two columns, what belongs together on one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import plain
from protobuild.render.column import Piece, column_heads, pieces
from protobuild.render.headings import label
from protobuild.render.inline import write_runs
from protobuild.render.markup import classes, el, heard, join
from protobuild.render.places import called
from protobuild.render.rounds import named
from protobuild.render.rows import rows
from protobuild.render.sheet import Sheet
from protobuild.render.status import Flag, flags_of, is_touched
from protobuild.render.steps import write_steps

HEADINGS = {Kind.SECTION: "h2", Kind.SUBHEADING: "h3"}
ABSENT = ("not in the old text", "left out of the new text")
"""What is said on the side, old or new, on which there is nothing."""
PASSED = "came and went between the two texts"


def write_sides(sheet: Sheet) -> Markup:
    """Return a table with the old text, the new one and the changes: a row for each provision."""
    old, *_, new = named(sheet.outline)
    heads = (f"Old text: {old.side.label}", f"New text: {new.side.label}", "Change")
    head = el("tr", *(el("th", words, scope="col") for words in heads))
    caption = el("caption", heard("The old text and the new text, side by side"))
    return el("table", caption, el("thead", head), el("tbody", *_rows(sheet)), class_="sides")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: what stands in it in either text, and what the columns of its table are called there."""

    at: list[int]
    sides: tuple[list[Piece], list[Piece]]
    columns: tuple[Sequence[str], Sequence[str]] = ((), ())

    @property
    def headed(self) -> int:
        """The side whose heading is one for software too: the new text's, if there is any."""
        return int(any(piece.entry.kind in HEADINGS for piece in self.sides[1]))


def _rows(sheet: Sheet) -> Iterator[Markup]:
    entries, last = sheet.outline.entries, sheet.outline.last
    columns: tuple[list[str], list[str]] = ([], [])
    for at in rows(sheet.outline):
        if sheet.holds(at[0]):
            row = _Row(at, (pieces(at, entries, 0), pieces(at, entries, last)))
            yield _row(replace(row, columns=columns) if entries[at[0]].kind is Kind.ROW else row, sheet)
            if entries[at[0]].kind is Kind.HEADER:
                columns = (column_heads(row.sides[0], 0), column_heads(row.sides[1], last))
        elif said := sheet.unchanged.said.get(at[0]):
            yield el("tr", el("td", said, colspan="3"), class_="instead")


def _row(row: _Row, sheet: Sheet) -> Markup:
    first = row.at[0]
    cells = [
        el("td", *_side(side, row, sheet), data_label=name)
        for side, name in enumerate(("Old text", "New text"))
    ]
    notes = join(_notes(row.at, sheet))
    told = el("td", notes, data_label="Change" if notes else None, class_="told")
    look = classes(
        "changed" if any(is_touched(sheet.outline.entries[at]) for at in row.at) else "",
        "equal" if _words_of(row.sides[0]) == _words_of(row.sides[1]) else "",
        "same" if first in sheet.unchanged.at else "",
    )
    return el("tr", *cells, told, class_=look, data_said=sheet.unchanged.said.get(first))


def _words_of(side: Sequence[Piece]) -> str:
    return plain(run for piece in side for run in (*piece.num, *piece.heading, *piece.body))


def _side(side: int, row: _Row, sheet: Sheet) -> Iterator[Markup]:
    """Yield the provisions of one side of a row, or where they are, or that there is nothing."""
    columns = iter(row.columns[side])
    for piece in row.sides[side]:
        column = next(columns, "") if piece.entry.kind is Kind.CELL else ""
        yield _piece(piece, side, column, row.headed == side, sheet)
    if not any(row.sides):
        yield el("p", PASSED, class_="absent")
    elif not row.sides[side]:
        yield _elsewhere(row.at[0], side, sheet)


def _elsewhere(at: int, side: int, sheet: Sheet) -> Markup:
    other = sheet.places.other_end.get(at)
    if other is None:
        return el("p", ABSENT[side], class_="absent")
    number = (sheet.places.new if side else sheet.places.old)[other]
    name = called(sheet.outline.entries[other], number)
    link = el("a", name, href=f"#{sheet.places.anchors[other]}")
    return el("p", "moved to " if side else "moved from ", link, class_="absent")


def _piece(piece: Piece, side: int, column: str, headed: bool, sheet: Sheet) -> Markup:
    entry = piece.entry
    head = "header-cell" if entry.kind is Kind.CELL and not column else ""
    level = classes(entry.kind.value, head, f"level-{min(entry.level, 6)}")
    anchor = sheet.places.anchors[piece.at] if side or not entry.seen_in(sheet.outline.last) else None
    words = join((_number(piece), _column(column, entry), _words(piece, sheet), _level(entry, side)))
    if entry.kind in HEADINGS and headed:
        tag, said = HEADINGS[entry.kind], label(entry, sheet)
        return el(
            tag, words, id=anchor, class_=level, data_label=said, data_part=said if tag == "h2" else None
        )
    return el("p", words, id=anchor, class_=level) if words or anchor else Markup("")


def _number(piece: Piece) -> Markup:
    label = "".join(run.text for run in piece.num)
    return el("span", label, " ", class_="num") if label else Markup("")


def _column(name: str, entry: Entry) -> Markup:
    """Return the heading of a cell's column, as a label: there is no room for a table in a column."""
    return el("span", f"{name}: ", class_="column") if name and entry.kind is Kind.CELL else Markup("")


def _words(piece: Piece, sheet: Sheet) -> Markup:
    heading, body = (write_runs(tuple(runs), sheet.inline) for runs in (piece.heading, piece.body))
    if heading and piece.entry.kind not in HEADINGS:
        heading = el("strong", heading, class_="run-in")
    return Markup(" ").join(part for part in (heading, body) if part)


def _level(entry: Entry, side: int) -> Markup:
    if not side or Flag.LEVEL not in flags_of(entry):
        return Markup("")
    return join((" ", el("span", heard("["), "level changed", heard("]"), class_="pill")))


def _notes(row: Sequence[int], sheet: Sheet) -> Iterator[Markup]:
    for at in row:
        for change in sheet.shown.get(at, ()):
            name = el("a", change.name, href=f"#{change.name}-row", class_="c")
            title = f"{change.name} {change.title}".rstrip()
            words = el("p", name, f" {change.what}", id=change.name, class_="decision", data_label=title)
            links = write_steps(change.name, sheet.steps)
            yield join((words, el("p", links, class_="steps") if links else ""))
        for change in sheet.touched.get(at, ()):
            yield el("p", "part of ", el("a", change.name, href=f"#{change.name}"))
