"""Outline: the protocol as readers see it, a sequence of entries of which the tree is a view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from protobuild.model.runs import Runs, plain, seen, tidy
from protobuild.model.source import Place


class Kind(StrEnum):
    """What an entry is to a reader."""

    TITLE = "title"
    FRONT = "front"  # cover matter between the title and the first section
    SECTION = "section"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # citable, such as (a), or a bullet with an id
    BULLET = "bullet"  # part of the prose, not citable
    CONTINUATION = "continuation"  # a further, unnumbered paragraph of the same provision
    CLOSING = "closing"  # words after a list that belong to the whole provision
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    TABLE = "table"  # its heading is the caption; rows and cells follow
    HEADER = "header"  # the row of column headings
    ROW = "row"
    CELL = "cell"
    SIGNATURE = "signature"


HEADINGS = frozenset({Kind.TITLE, Kind.SECTION, Kind.SUBHEADING})
NUMBERED = frozenset({Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM})


@dataclass(frozen=True, slots=True)
class Face:
    """What an entry was until a round: its id, level and kind before they changed."""

    until: int
    id: str
    level: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the reading order: a boundary, and the words up to the next.

    A boundary that is gone while its words stay is a merge: in the later text the words
    belong to the entry before. A boundary that is born among old words is a split.
    """

    id: str
    """The lasting name; empty for what nobody cites (bullets, rows, cells)."""
    level: int
    """How deep it lies: title 0, section 1, paragraph 2, item 3, and so on."""
    kind: Kind
    num: Runs = ()
    """The label as printed: `1`, `1.1`, `(a)`; empty when there is none."""
    heading: Runs = ()
    body: Runs = ()
    born: int = 0
    gone: int | None = None
    was: tuple[Face, ...] = ()
    """Earlier faces, earliest first."""
    moved: str = ""
    """A name that the two ends of a move share, `m1` of round 1 or `r2m1` of round 2; empty when the
    entry stayed. A place that one round moved it to and a later one from has both names."""
    source: Place | None = field(default=None, compare=False)

    def seen_in(self, number: int) -> bool:
        """Return whether the boundary stands after that round."""
        return self.born <= number and (self.gone is None or self.gone > number)

    def as_of(self, number: int) -> Entry:
        """Return the entry without marks, as it was after that round."""
        face = next((face for face in self.was if face.until > number), None)
        return Entry(
            id=face.id if face else self.id,
            level=face.level if face else self.level,
            kind=face.kind if face else self.kind,
            num=seen(self.num, number),
            heading=seen(self.heading, number),
            body=seen(self.body, number),
            source=self.source,
        )

    @property
    def came(self) -> str:
        """The name of the move that brought it here; empty for none."""
        return self._move(self.born)

    @property
    def went(self) -> str:
        """The name of the move that took it away; empty for none."""
        return self._move(self.gone or 0)

    def _move(self, number: int) -> str:
        """Return the name of the move that round made of it."""
        named = {f"r{number}"} | ({""} if number == 1 else set())
        return next((name for name in self.moved.split() if name.partition("m")[0] in named), "")

    @property
    def runs(self) -> Runs:
        """All its runs in reading order."""
        return self.num + self.heading + self.body

    @property
    def words(self) -> str:
        """Its heading and body as plain text, without the number."""
        return " ".join(part for part in (plain(self.heading), plain(self.body)) if part)


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a redline in a reader's words, such as `Adopted 20 January 2026`."""

    label: str
    note: str = ""
    """Who proposed it, or which meeting made it, where that is known."""
    ref: str = ""
    """The short fingerprint or revision that tells an auditor exactly which text this was."""
    doubt: str = ""
    """Why it may not be the text that was adopted; empty when nothing says so."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the front of a copy, beside the title."""

    council: str = ""
    place: str = ""
    """Where in the constitution the protocol sits."""
    status: str = "draft"
    body: str = ""
    """Who adopted it."""
    adopted: date | None = None
    in_force: date | None = None
    review_due: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Entries in reading order, the title first; a redline is an outline with marks."""

    entries: tuple[Entry, ...]
    sides: tuple[Side, ...] = field(default=(), compare=False)
    """One side: a clean text. More: the base, then the text after each round."""
    cover: Cover = field(default=Cover(), compare=False)

    @property
    def title(self) -> str:
        """The title in plain words."""
        return self.entries[0].words if self.entries else ""

    @property
    def last(self) -> int:
        """The number of the last round; 0 for a clean text."""
        return max(0, len(self.sides) - 1)


def project(outline: Outline, number: int) -> Outline:
    """Return the text as it stood after that round, without marks.

    Only marks are read. Words whose boundary does not stand join the entry before;
    the first entry, the title, is never removed.
    """
    out: list[Entry] = []
    for entry in outline.entries:
        if entry.seen_in(number) or not out:
            out.append(entry.as_of(number))
        elif kept := seen(entry.runs, number):
            out[-1] = replace(out[-1], body=tidy(out[-1].body + kept))
    sides = outline.sides[number : number + 1]
    return Outline(tuple(out), sides, outline.cover)


def accept(redline: Outline) -> Outline:
    """Return the new text of a redline: what stands after its last round."""
    return project(redline, redline.last)


def reject(redline: Outline) -> Outline:
    """Return the old text of a redline: what stood before its first round."""
    return project(redline, 0)


def clean(entry: Entry) -> Entry:
    """Return the entry with tidy runs, so that equal texts compare equal."""
    runs = tidy(entry.num), tidy(entry.heading), tidy(entry.body)
    if runs == (entry.num, entry.heading, entry.body):
        return entry
    return replace(entry, num=runs[0], heading=runs[1], body=runs[2])


def parents(entries: Sequence[Entry]) -> list[int]:
    """Return for each entry the position of the entry it belongs to, or -1.

    Nesting is derived: the parent is the nearest earlier entry with a smaller level.
    """
    out: list[int] = []
    open_at: list[int] = []
    for position, entry in enumerate(entries):
        while open_at and entries[open_at[-1]].level >= entry.level:
            open_at.pop()
        out.append(open_at[-1] if open_at else -1)
        open_at.append(position)
    return out


def citations(entries: Sequence[Entry]) -> list[str]:
    """Return for each entry the number a reader would cite, such as `2.3(a)`; empty for none.

    An item's own label is joined to its paragraph's: `(a)` under 2.3 is 2.3(a), and a bare
    `1` or `1.` is 1.3(1). A label that already holds the paragraph's number stands alone.
    """
    above = parents(entries)
    out: list[str] = []
    for position, entry in enumerate(entries):
        label = plain(entry.num).strip()
        if entry.kind not in (Kind.ITEM, Kind.BULLET) or not label:
            out.append(label)
            continue
        up = above[position]
        while up >= 0 and not out[up]:
            up = above[up]
        base = out[up] if up >= 0 else ""
        out.append(_join(base, label))
    return out


def _join(base: str, label: str) -> str:
    if not base or label.startswith(base + "."):
        return label
    bare = label.strip("().")
    return f"{base}({bare})"


def walk(outline: Outline, *kinds: Kind) -> Iterator[Entry]:
    """Yield the entries of those kinds, in reading order."""
    return (entry for entry in outline.entries if entry.kind in kinds)
