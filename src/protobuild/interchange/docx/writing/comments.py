"""Comments: what is said beside the text of a redline: reasons, old numbers, words that came and went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protobuild.interchange.docx.writing.ink import START
from protobuild.interchange.docx.writing.sides import NEW, OLD, Piece
from protobuild.interchange.docx.writing.xml import W, attribute, part, text
from protobuild.model.outline import Kind
from protobuild.model.redlined import Change, Rank

PROGRAM = "protobuild"
"""Who says what no person said."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of one entry."""

    at: int
    author: str
    lines: tuple[str, ...]


def remarks(changes: Iterable[Change], found: Sequence[Piece], *, renumbering: bool) -> list[Comment]:
    """Return the comments of a redline in reading order; `renumbering` says that numbers are not tracked."""
    out = list(_of_changes(changes, found))
    if renumbering:
        out += _renumbered(found)
    out += [
        Comment(
            piece.at,
            PROGRAM,
            tuple(
                f"Written in one round and struck in a later one: “{words.strip()}”" for words in piece.passed
            ),
        )
        for piece in found
        if piece.passed
    ]
    return sorted(out, key=lambda comment: comment.at)


def _of_changes(changes: Iterable[Change], found: Sequence[Piece]) -> Iterator[Comment]:
    places = [piece.at for piece in found if piece.kind not in (Kind.ROW, Kind.HEADER)]
    for change in changes:
        if change.withdrawn or not change.at:
            continue
        here = next((at for at in places if at >= change.at[0]), places[-1])
        yield Comment(here, change.proposer or PROGRAM, tuple(_lines(change)))


def _lines(change: Change) -> Iterator[str]:
    title = f": {change.title}" if change.title else ""
    yield f"{change.name}: {change.what.value}{title}"
    if numbers := _numbers(change):
        yield numbers
    for says in change.force or tuple(says for edit in change.edits for says in edit.force):
        yield f"What the words require: {says}"
    if change.rank is not Rank.SUBSTANTIVE:
        yield {
            "titles": "Only a title changes.",
            "minor": "Minor: spacing, capitals, spelling or formatting.",
        }[change.rank]
    if change.reason:
        yield f"Reason: {change.reason}"


def _numbers(change: Change) -> str:
    old, new = ", ".join(change.old), ", ".join(change.new)
    if not old or not new:
        return f"Old number {old}." if old else f"New number {new}." if new else ""
    return f"Old number {old}, new number {new}."


def _renumbered(found: Sequence[Piece]) -> Iterator[Comment]:
    for piece in found:
        old, new = piece.faces[OLD].label, piece.faces[NEW].label
        if piece.fate.kept and old and old != new and piece.kind in (Kind.SECTION, Kind.PARAGRAPH):
            yield Comment(piece.at, PROGRAM, (f"Was {old}.",))


def write_comments(comments: Sequence[Comment], ids: Mapping[int, int], day: dt.date) -> bytes:
    """Return the part of the file that holds the comments; `ids` gives each its id by its place."""
    when = f"{dt.datetime.combine(day, START):%Y-%m-%dT%H:%M:00Z}"
    body = "".join(
        f'<w:comment w:id="{ids[place]}" w:author="{attribute(comment.author)}" w:date="{when}"'
        f' w:initials="{attribute(initials(comment.author))}">{_paragraphs(comment)}</w:comment>'
        for place, comment in enumerate(comments)
    )
    return part("w:comments", body, ("w", W))


def initials(author: str) -> str:
    """Return the first letters of a name, three at most.

    >>> initials("Standards Committee")
    'SC'
    """
    return "".join(word[0].upper() for word in author.split() if word[0].isalnum())[:3] or "P"


def _paragraphs(comment: Comment) -> str:
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="AnnotationText"/></w:pPr>{sign if not number else ""}'
        f'<w:r><w:t xml:space="preserve">{text(line)}</w:t></w:r></w:p>'
        for number, line in enumerate(comment.lines)
    )
