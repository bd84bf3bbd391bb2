"""File: a text or a redline as a Word file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from protobuild.interchange.docx.writing import parts
from protobuild.interchange.docx.writing.cited import cited_by_word
from protobuild.interchange.docx.writing.comments import Comment, remarks, write_comments
from protobuild.interchange.docx.writing.front import (
    Heading,
    above,
    below,
    contents,
    council_of,
    last_line,
    standing,
    whereabouts,
)
from protobuild.interchange.docx.writing.ink import Ink
from protobuild.interchange.docx.writing.layout import Block, Para, layout
from protobuild.interchange.docx.writing.lists import write_lists
from protobuild.interchange.docx.writing.lower import lowered
from protobuild.interchange.docx.writing.moves import moves
from protobuild.interchange.docx.writing.names import bookmark, id_of
from protobuild.interchange.docx.writing.numbering import number
from protobuild.interchange.docx.writing.options import EPOCH, PLAIN, Options
from protobuild.interchange.docx.writing.package import pack
from protobuild.interchange.docx.writing.paragraphs import Sheet, key, write_para
from protobuild.interchange.docx.writing.runs import Links, Pen
from protobuild.interchange.docx.writing.sides import NEW, Piece, pieces
from protobuild.interchange.docx.writing.styles import write_styles
from protobuild.interchange.docx.writing.tables import write_table
from protobuild.interchange.docx.writing.xml import R, W, part
from protobuild.model.outline import Cover, Kind, Outline, accept
from protobuild.model.redlined import Redlined


def write_docx(given: Redlined | Outline, options: Options = PLAIN) -> bytes:
    """Return a text or a redline as a Word file; the same bytes for the same text.

    A redline holds tracked changes: accepting all gives the new text, rejecting all the old one.
    """
    redlined = given if isinstance(given, Redlined) else Redlined(given, (), ())
    outline = redlined.outline
    laid = lowered(pieces(outline))
    numbering = number(laid, typed=options.numbers == "literal")
    labels = {key(piece): both for piece, both in zip(laid, numbering.labels, strict=True)}
    blocks = layout(laid)
    day = options.day or outline.cover.adopted or EPOCH
    ink = Ink(day, _author(redlined))
    auto = options.numbers == "auto"
    notes = remarks(redlined.changes, laid, renumbering=auto) if options.comments and outline.last else []
    ids = {place: ink.id() for place in range(len(notes))}
    marks = _bookmarks(laid)
    pen = Pen(ink, Links(), _anchors(laid, marks), cited_by_word(laid, labels, numbering))
    sheet = Sheet(
        pen,
        numbering,
        labels,
        moves(blocks) if options.moves else {},
        _by_place(notes, ids),
        dict(marks),
        frozenset(piece.at for piece in laid if piece.fate.new),
    )
    body = _body(redlined, blocks, sheet, contents(_headings(laid, marks)), auto=auto)
    made = {"word/comments.xml": write_comments(notes, ids, day)} if notes else {}
    if named := _unreadable(laid, marks):
        made["docProps/custom.xml"] = parts.custom(named)
    made |= _parts(outline, body, sheet, day)
    return pack(_led(made, options.template, pen.links.given))


def _led(made: dict[str, bytes], template: bytes, links: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts with those that say what each is and where it leads, dressed by a template if any."""
    if template:
        from protobuild.interchange.docx.writing.dressing import dressed

        return dressed(made, template, links)
    return made | {
        "word/_rels/document.xml.rels": parts.text_relations(made, links),
        "_rels/.rels": parts.top_relations(made),
        "[Content_Types].xml": parts.types(made),
    }


def typed_numbers(given: Redlined | Outline) -> tuple[str, ...]:
    """Return the numbers that stand in the file as typed words, because Word would show others."""
    outline = given.outline if isinstance(given, Redlined) else given
    found = [label for both in number(lowered(pieces(outline))).labels for label in dict.fromkeys(both)]
    return tuple(label for label in found if label and isinstance(label, str))


def _body(redlined: Redlined, blocks: Sequence[Block], sheet: Sheet, listed: str, *, auto: bool) -> str:
    """Return all that the text holds, furniture too."""
    outline = redlined.outline
    written = [_block(block, sheet) for block in blocks]
    title = isinstance(blocks[0], Para) and blocks[0].mark.kept
    front = [written.pop(0)] if title else []
    moved = whereabouts(redlined) if auto and outline.last else ""
    return "".join((above(outline.cover), *front, below(outline), listed, *written, last_line(), moved))


def _block(block: Block, sheet: Sheet) -> str:
    return write_para(block, sheet) if isinstance(block, Para) else write_table(block, sheet)


def _parts(outline: Outline, body: str, sheet: Sheet, day: dt.date) -> dict[str, bytes]:
    cover, title = outline.cover, accept(outline).title
    base = outline.sides[0].ref if outline.sides else ""
    return {
        "word/document.xml": part("w:document", f"<w:body>{body}{parts.page()}</w:body>", ("w", W), ("r", R)),
        "word/styles.xml": write_styles(sheet.styles, sheet.numbering),
        "word/numbering.xml": write_lists(sheet.numbering, frozenset(sheet.styles)),
        "word/settings.xml": parts.settings(),
        "word/headerPb.xml": parts.header(parts.shortened(title), standing(outline)),
        "word/footerPb.xml": parts.footer(council_of(cover)),
        "docProps/core.xml": parts.core(title, _subject(cover), council_of(cover), base, day),
        "docProps/app.xml": parts.app(),
    }


def _subject(cover: Cover) -> str:
    return ", ".join(words for words in ("How members and officers work together", cover.place) if words)


def _author(redlined: Redlined) -> Callable[[int, int], str]:
    """Return who made a change, by its round and its place: who proposed it, else whose text it is."""
    by_place: dict[tuple[int, int], str] = {}
    for change in redlined.changes:
        for at in change.at if change.proposer else ():
            by_place.setdefault((change.round, at), change.proposer)
    sides = redlined.outline.sides

    def author(made: int, at: int) -> str:
        side = sides[made] if made < len(sides) else sides[-1]
        return by_place.get((made, at)) or side.note or side.label

    return author


def _bookmarks(laid: Sequence[Piece]) -> dict[int, str]:
    """Return by place the bookmark of what has an id, and of sections, which the contents lead to.

    What stands has its id before what was struck.
    """
    out: dict[int, str] = {}
    taken: set[str] = set()
    for stands in (True, False):
        for piece in laid:
            section = stands and piece.kind is Kind.SECTION
            name = bookmark(piece.id) if piece.id else f"_Toc{piece.at:06}" if section else ""
            if piece.fate.new is stands and name and name not in taken and piece.at not in out:
                out[piece.at] = name
                taken.add(name)
    return out


def _anchors(laid: Sequence[Piece], marks: Mapping[int, str]) -> dict[str, str]:
    return {piece.id: marks[piece.at] for piece in laid if piece.id and piece.fate.new and piece.at in marks}


def _unreadable(laid: Sequence[Piece], marks: Mapping[int, str]) -> dict[str, str]:
    """Return the ids that cannot be read from their bookmarks, by the bookmark."""
    return {
        marks[piece.at]: piece.id
        for piece in laid
        if piece.id and piece.at in marks and id_of(marks[piece.at]) != piece.id
    }


def _headings(laid: Sequence[Piece], marks: Mapping[int, str]) -> list[Heading]:
    out = []
    for piece in laid:
        if piece.fate.new and piece.kind is Kind.SECTION and piece.at in marks:
            words = "".join(each.text for each in piece.heading if each.fate.new).strip()
            label = piece.faces[NEW].label
            out.append(Heading(f"{label}\t{words}" if label else words, marks[piece.at]))
    return out


def _by_place(notes: Sequence[Comment], ids: Mapping[int, int]) -> dict[int, list[int]]:
    out: dict[int, list[int]] = {}
    for place, note in enumerate(notes):
        out.setdefault(note.at, []).append(ids[place])
    return out
