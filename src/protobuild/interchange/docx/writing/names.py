"""Names: what styles and bookmarks are called in a Word file, and what they say when read back."""

from __future__ import annotations

import hashlib
import re

from protobuild.model.outline import Kind

FURNITURE = "pb-furniture"
"""How the name of a style begins whose paragraphs are no part of the text: cover, last line and such."""

TABLE_SAYS = "Table"
"""What stands over a table that has no caption of its own."""

END_SAYS = "End of the protocol"
"""The last line, which never changes: a change at the very end of a Word file cannot be tracked well."""

RUN_IN = "Run-in Heading"
"""The character style of a heading that runs into its paragraph."""

PREFIX = "_pb_"
"""How a hidden bookmark begins that carries the id of a clause."""

LONGEST = 40
"""How many letters Word allows for the name of a bookmark."""

BUILT_IN: dict[tuple[Kind, int], str] = {
    (Kind.TITLE, 0): "Title",
    (Kind.SECTION, 1): "heading 1",
    (Kind.SUBHEADING, 2): "heading 2",
    (Kind.SUBHEADING, 3): "heading 3",
    (Kind.TABLE, 3): "caption",
    (Kind.QUOTATION, 3): "Quote",
    **{(Kind.BULLET, 3 + n): "List Bullet" + (f" {n + 1}" if n else "") for n in range(5)},
    **{(Kind.CONTINUATION, 3 + n): "List Continue" + (f" {n + 1}" if n else "") for n in range(5)},
}
"""What Word itself calls such paragraphs."""

OWN: dict[Kind, tuple[str, int]] = {
    Kind.TITLE: ("Title Below", 1),
    Kind.FRONT: ("Front Matter", 1),
    Kind.SECTION: ("Section Heading", 1),
    Kind.SUBHEADING: ("Subheading", 1),
    Kind.PARAGRAPH: ("Protocol Paragraph", 2),
    Kind.ITEM: ("Protocol Item", 3),
    Kind.BULLET: ("Bullet", 3),
    Kind.CONTINUATION: ("Continued", 3),
    Kind.CLOSING: ("Closing Words", 3),
    Kind.QUOTATION: ("Quotation", 3),
    Kind.ATTRIBUTION: ("Quotation Source", 3),
    Kind.TABLE: ("Table Caption", 3),
    Kind.HEADER: ("Table Header", 4),
    Kind.ROW: ("Table Row", 4),
    Kind.CELL: ("Table Text", 5),
    Kind.SIGNATURE: ("Signature Line", 3),
}
"""What the others are called, and at which level the name stands without a number."""

BULLETED = "Bulleted Item"
"""An item with a bullet in place of a number, so that it can be told from a bullet of the prose."""

LISTED = "Protocol Line"
"""A line of a list in the prose that has a number."""

CELL = "Cell "
"""How the name of a style begins for what hangs on the words of a cell, such as a bullet in it."""

COLUMN = "Table Heading"
"""The words of a cell that names a column."""


def style_name(kind: Kind, level: int, *, labelled: bool = True) -> str:
    """Return the name of the style of such an entry; `labelled` says whether it has a number."""
    if kind is Kind.ITEM and not labelled:
        return _numbered(BULLETED, level - 2)
    if kind is Kind.BULLET and labelled:
        return _numbered(LISTED, level - 2)
    if (kind, level) in BUILT_IN:
        return BUILT_IN[kind, level]
    name, base = OWN[kind]
    return _numbered(name, level - base + 1)


def shape_of(name: str) -> tuple[Kind, int] | None:
    """Return the kind and the level of an entry whose style has that name; None for a name not ours.

    >>> shape_of("Protocol Item 2")
    (<Kind.ITEM: 'item'>, 4)
    """
    name = name.removeprefix(CELL)
    for shape, built_in in BUILT_IN.items():
        if built_in.lower() == name.lower():
            return shape
    found = re.fullmatch(r"(.*?)(?: (-?\d+))?", name)
    base, number = (found[1], int(found[2] or 1)) if found else (name, 1)
    if base == COLUMN:
        return Kind.CELL, 4 + number
    if base in (BULLETED, LISTED):
        return (Kind.ITEM if base == BULLETED else Kind.BULLET), number + 2
    return next(((kind, level + number - 1) for kind, (own, level) in OWN.items() if own == base), None)


def style_id(name: str) -> str:
    """Return the id by which a paragraph names its style: the name without spaces, each word capital.

    >>> style_id("List Bullet 2"), style_id("heading 1")
    ('ListBullet2', 'Heading1')
    """
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", name))


def bookmark(id: str) -> str:
    """Return the name of the hidden bookmark that carries an id: word characters only, 40 at most.

    An id of ordinary length can be read back from it. One that is too long, or has other signs
    than an id has, ends in a check sum after two underscores, and stands in the file's properties.

    >>> bookmark("report-pressure")
    '_pb_report_pressure'
    """
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) and len(PREFIX + id) <= LONGEST:
        return PREFIX + id.replace("-", "_")
    check = hashlib.sha256(id.encode()).hexdigest()[:8]
    known = re.sub(r"[^a-z0-9]+", "_", id.lower()).strip("_")
    return PREFIX + known[: LONGEST - len(PREFIX) - len(check) - 2].strip("_") + "__" + check


def id_of(bookmark: str) -> str:
    """Return the id a bookmark carries; empty where it carries none, or only a check sum.

    >>> id_of("_pb_report_pressure"), id_of("_Toc123")
    ('report-pressure', '')
    """
    body = bookmark.removeprefix(PREFIX)
    return "" if body == bookmark or "__" in body else body.replace("_", "-")


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"
