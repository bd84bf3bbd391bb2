"""Paragraphs: a paragraph of the file with its marks, bookmarks and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from protobuild.interchange.docx.writing.layout import Para
from protobuild.interchange.docx.writing.look import Look, look_of
from protobuild.interchange.docx.writing.names import FURNITURE, RUN_IN, TABLE_SAYS
from protobuild.interchange.docx.writing.numbering import Label, Numbering
from protobuild.interchange.docx.writing.runs import Pen, tag_of, write_words
from protobuild.interchange.docx.writing.sides import BOTH, NEW, OLD, SIDES, Fate, Piece, Words
from protobuild.model.outline import HEADINGS, Kind

NOTED = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'

UNRUN = HEADINGS | {Kind.TABLE}
"""Whose headings stand alone, in the style of their paragraph."""


Labels = Mapping[tuple[int, bool], tuple[Label, Label]]
"""By `key` of a piece: how it is numbered in the old and in the new text."""


@dataclass(slots=True)
class Sheet:
    """What is needed to write paragraphs, and what they turn out to need."""

    pen: Pen
    numbering: Numbering
    labels: Labels
    moves: Mapping[str, str]
    remarks: dict[int, list[int]]
    """By the position of an entry: the comments on it that are not yet placed."""
    bookmarks: dict[int, str]
    """By the position of an entry: bookmarks not yet placed."""
    standing: frozenset[int]
    """The positions of what stands in the new text."""
    styles: set[str] = field(default_factory=set)
    """The names of the styles used."""

    def look(self, piece: Piece, side: int, *, in_cell: bool, column: bool) -> Look:
        """Return how a paragraph looks in one of the texts; its style is noted down."""
        if is_bare(piece):
            return Look(f"{FURNITURE} caption")
        label = self.labels[key(piece)][side]
        look = look_of(piece.faces[side], label, self.numbering, in_cell=in_cell, column=column)
        self.styles.add(look.style)
        return look


def key(piece: Piece) -> tuple[int, bool]:
    """Return what tells a piece from all others; one that was lowered stands twice, once in each text."""
    return piece.at, piece.fate.new


def write_para(para: Para, sheet: Sheet, *, in_cell: bool = False, column: bool = False) -> str:
    """Return a paragraph; what lies in a cell is never shown as moved."""
    move = sheet.moves.get(para.mark.move, "") if not in_cell else ""
    at = para.pieces[0].at
    words = [each for piece in para.pieces for each in _words(piece, sheet)]
    properties = _properties(para, sheet, at, move, in_cell=in_cell, column=column)
    start, end = _range(para, at, move, sheet) if move else ("", "")
    inner = write_words(words, at, sheet.pen, move)
    marked, unmarked = _marks(para, sheet)
    noted, after = _remarks(para, sheet, move)
    return f"<w:p>{properties}{marked}{noted}{start}{inner}{after}{unmarked}</w:p>{end}"


def _words(piece: Piece, sheet: Sheet) -> Iterator[Words]:
    yield from _typed(piece, sheet)
    alone = piece.kind in UNRUN
    if is_bare(piece):
        yield Words(TABLE_SAYS, _bare(piece.fate))
    for each in piece.heading:
        yield each if alone else replace(each, look=RUN_IN)
    yield from piece.body


def is_bare(piece: Piece) -> bool:
    """Return whether a piece is a table without a caption; words of ours stand in its place."""
    return piece.kind is Kind.TABLE and not piece.words


def _bare(fate: Fate) -> Fate:
    return replace(fate, move="")


def _typed(piece: Piece, sheet: Sheet) -> Iterator[Words]:
    """Yield a number that Word does not work out with its tab; where it begins nothing, it is words."""
    for each in piece.num:
        for side in SIDES:
            if each.fate.on(side) and not piece.fate.on(side):
                yield replace(
                    each, fate=Fate(side == OLD, side == NEW, each.fate.round or piece.fate.round or 1)
                )
    old, new = (_said(label) for label in sheet.labels[key(piece)])
    if old == new:
        if old:
            yield Words(f"{old}\t", _bare(piece.fate))
        return
    number = piece.fate.round or next((each.fate.round for each in piece.num if each.fate.round), 1)
    if old:
        yield Words(old, Fate(True, False, number))
    if new:
        yield Words(new, Fate(False, True, number))
    yield Words("\t", BOTH if old and new else Fate(bool(old), bool(new), number))


def _said(label: Label) -> str:
    return label if isinstance(label, str) else ""


def _properties(para: Para, sheet: Sheet, at: int, move: str, *, in_cell: bool, column: bool) -> str:
    old, new = (
        sheet.look(head, side, in_cell=in_cell, column=column) if head else None
        for side, head in zip(SIDES, para.heads, strict=True)
    )
    now = new or old
    assert now is not None  # noqa: S101 - a paragraph ends in one of the texts at least
    mark = (
        ""
        if para.mark.kept
        else f"<w:rPr><w:{tag_of(para.mark, move)} {_stamp(para.mark, at, sheet)}/></w:rPr>"
    )
    before = ""
    if old and new and old != new:
        stamp = _stamp(_cause(para), at, sheet)
        before = f"<w:pPrChange {stamp}><w:pPr>{old.properties(explicit=True)}</w:pPr></w:pPrChange>"
    return f"<w:pPr>{now.properties(explicit=bool(before))}{mark}{before}</w:pPr>"


def _stamp(fate: Fate, at: int, sheet: Sheet) -> str:
    return sheet.pen.ink.stamp(fate.round, at)


def _cause(para: Para) -> Fate:
    """Return whose change it was that a paragraph looks another way."""
    fates = (piece.fate for piece in para.pieces if not piece.fate.kept)
    nums = (each.fate for piece in para.pieces for each in piece.num if not each.fate.kept)
    return next(fates, next(nums, Fate(round=1)))


def _range(para: Para, at: int, move: str, sheet: Sheet) -> tuple[str, str]:
    """Return the start and the end of a move's range; the end stands after the paragraph."""
    tag = tag_of(para.mark, move)
    stamp = _stamp(para.mark, at, sheet)
    id = stamp.split('"')[1]
    return f'<w:{tag}RangeStart {stamp} w:name="{move}"/>', f'<w:{tag}RangeEnd w:id="{id}"/>'


def _marks(para: Para, sheet: Sheet) -> tuple[str, str]:
    """Return the hidden bookmarks of what the paragraph holds, each once in the file."""
    start = end = ""
    for piece in para.pieces:
        if not piece.fate.new and piece.at in sheet.standing:
            continue
        name = sheet.bookmarks.pop(piece.at, "")
        if name:
            id = sheet.pen.ink.id()
            start += f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'
            end = f'<w:bookmarkEnd w:id="{id}"/>{end}'
    return start, end


def _remarks(para: Para, sheet: Sheet, move: str) -> tuple[str, str]:
    """Return where comments begin and end; what comes or goes as a whole takes their signs with it."""
    start = end = ""
    for piece in para.pieces:
        for id in sheet.remarks.pop(piece.at, ()):
            start += f'<w:commentRangeStart w:id="{id}"/>'
            sign = f'<w:r>{NOTED}<w:commentReference w:id="{id}"/></w:r>'
            if not para.mark.kept and not piece.fate.kept:
                tag = tag_of(para.mark, move)
                sign = f"<w:{tag} {_stamp(para.mark, piece.at, sheet)}>{sign}</w:{tag}>"
            end += f'<w:commentRangeEnd w:id="{id}"/>{sign}'
    return start, end
