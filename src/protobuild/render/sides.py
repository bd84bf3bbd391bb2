"""Sides: the two texts of a redline in two columns, what belongs together on one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def write_sides(sheet: Sheet) -> Markup:
    """Return a table with the old text, the new one and the changes: a row for each provision."""
    old, *_, new = named(sheet.outline)
    heads = (f"Old text: {old.side.label}", f"New text: {new.side.label}", "Change")
    head = el("tr", *(el("th", words, scope="col") for words in heads))
    caption = el("caption", heard("The old text and the new text, side by side"))
    return el("table", caption, el("thead", head), el("tbody", *_rows(sheet)), class_="sides")


def _rows(sheet: Sheet) -> Iterator[Markup]:
    columns: tuple[list[str], list[str]] = ([], [])
    for row in rows(sheet.outline):
        said = sheet.unchanged.said.get(row[0])
        if not sheet.holds(row[0]):
            if said:
                yield el("tr", el("td", said, colspan="3"), class_="instead")
            continue
        both = [pieces(row, sheet.outline.entries, number) for number in (0, sheet.outline.last)]
        kind = sheet.outline.entries[row[0]].kind
        yield _row(row, both, columns if kind is Kind.ROW else ([], []), sheet)
        if kind is Kind.HEADER:
            columns = (column_heads(both[0], 0), column_heads(both[1], sheet.outline.last))


def _row(
    row: Sequence[int], both: Sequence[list[Piece]], columns: tuple[list[str], list[str]], sheet: Sheet
) -> Markup:
    entries = [sheet.outline.entries[at] for at in row]
    headed = 1 if any(piece.entry.kind in HEADINGS for piece in both[1]) else 0
    cells = [
        el("td", *(_side(side, row, both, columns[side], headed == side, sheet)), data_label=name)
        for side, name in enumerate(("Old text", "New text"))
    ]
    notes = join(_notes(row, sheet))
    told = el("td", notes, data_label="Change" if notes else None, class_="told")
    look = classes(
        "changed" if any(map(is_touched, entries)) else "",
        "equal" if _words_of(both[0]) == _words_of(both[1]) else "",
        "same" if row[0] in sheet.unchanged.at else "",
    )
    return el("tr", *cells, told, class_=look, data_said=sheet.unchanged.said.get(row[0]))


def _words_of(side: Sequence[Piece]) -> str:
    return plain(run for piece in side for run in (*piece.num, *piece.heading, *piece.body))


def _side(
    side: int,
    row: Sequence[int],
    both: Sequence[list[Piece]],
    columns: Sequence[str],
    headed: bool,
    sheet: Sheet,
) -> Iterator[Markup]:
    """Yield the provisions of one side of a row, or where they are, or that there is nothing."""
    cells = iter(columns)
    for piece in both[side]:
        column = next(cells, "") if piece.entry.kind is Kind.CELL else ""
        yield _piece(piece, side, column, headed, sheet)
    if not both[side]:
        yield from _elsewhere(row, side, sheet) if both[1 - side] else ()


def _elsewhere(row: Sequence[int], side: int, sheet: Sheet) -> Iterator[Markup]:
    other = sheet.places.other_end.get(row[0])
    if other is None:
        yield el("p", ABSENT[side], class_="absent")
        return
    number = (sheet.places.new if side else sheet.places.old)[other]
    name = called(sheet.outline.entries[other], number)
    link = el("a", name, href=f"#{sheet.places.anchors[other]}")
    yield el("p", "moved to " if side else "moved from ", link, class_="absent")


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
