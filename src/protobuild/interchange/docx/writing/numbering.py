"""Numbering: let Word number what it can number as printed, and tell what has to be typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from protobuild.interchange.docx.writing.shapes import PLAIN_SHAPES, Shape, likeliest, written
from protobuild.interchange.docx.writing.sides import NEW, OLD, Face, Piece
from protobuild.model.outline import Kind

MAIN, BULLETS, BULLETED = 1, 2, 3
"""The lists every file has: the numbers, the bullets of the prose, and items with bullets."""

NUMBERS = frozenset({Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM})
"""What the main list numbers."""

COLUMN, STEP = 851, 567
"""How wide the column of the numbers is, and how much further in each level of a list lies."""

DEEPEST = 8
"""The deepest level of a list in Word, counted from 0."""


@dataclass(frozen=True, slots=True)
class Auto:
    """A number that Word works out."""

    num: int
    ilvl: int


@dataclass(frozen=True, slots=True)
class Num:
    """A use of a list: it may begin at a number of its own."""

    id: int
    abstract: int
    ilvl: int = 0
    start: int | None = None


Label = Auto | str
"""A number worked out by Word, or one that is typed; an empty one is none."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a file, and how each piece is numbered in each text."""

    levels: tuple[Shape | None, ...]
    """The shapes of the main list."""
    others: tuple[Shape, ...]
    """The shapes of further lists, whose numbers follow BULLETED."""
    nums: tuple[Num, ...]
    labels: tuple[tuple[Label, Label], ...]
    """By piece: in the old and in the new text."""

    @property
    def column(self) -> int:
        """How wide the column of the numbers is; nothing where no section and no paragraph has one."""
        typed = any(isinstance(label, str) and label for both in self.labels for label in both)
        return COLUMN if typed or any(self.levels[:2]) else 0


@dataclass(slots=True)
class _Counter:
    """What Word has counted so far in one list."""

    counts: list[int] = field(default_factory=lambda: [0] * (DEEPEST + 1))

    def next(self, ilvl: int, start: int | None = None) -> int:
        return start if start is not None else self.counts[ilvl] + 1

    def take(self, ilvl: int, number: int) -> None:
        self.counts[ilvl] = number
        self.counts[ilvl + 1 :] = [0] * (DEEPEST - ilvl)


class _Lists:
    """The lists as they are made up; both texts share them."""

    def __init__(self, levels: tuple[Shape | None, ...]) -> None:
        self.levels = levels
        self.others: list[Shape] = []
        self.nums = [Num(MAIN, MAIN), Num(BULLETS, BULLETS), Num(BULLETED, BULLETED)]

    def abstract(self, shape: Shape) -> int:
        if shape not in self.others:
            self.others.append(shape)
        return BULLETED + 1 + self.others.index(shape)

    def begun(self, abstract: int, ilvl: int, start: int) -> Num:
        num = Num(len(self.nums) + 1, abstract, ilvl, start)
        self.nums.append(num)
        return num

    def shape(self, abstract: int, ilvl: int) -> Shape | None:
        return self.levels[ilvl] if abstract == MAIN else self.others[abstract - BULLETED - 1]


def number(found: Sequence[Piece], *, typed: bool = False) -> Numbering:
    """Return how each piece is numbered: as Word would show it, or typed where Word would show another.

    With `typed` Word numbers nothing, so that old and new numbers can be tracked as words.
    """
    if typed:
        labels = tuple((_typed(piece, OLD), _typed(piece, NEW)) for piece in found)
        return Numbering((None,) * (DEEPEST + 1), (), (Num(MAIN, MAIN), *_bullets()), labels)
    lists = _Lists(_levels(found))
    new = _Text(lists, NEW, [None] * len(found)).number(found)
    old = _Text(lists, OLD, new).number(found)
    both = tuple(zip(old, new, strict=True))
    return Numbering(lists.levels, tuple(lists.others), tuple(lists.nums), both)


def _bullets() -> tuple[Num, Num]:
    return Num(BULLETS, BULLETS), Num(BULLETED, BULLETED)


def _typed(piece: Piece, side: int) -> Label:
    if not piece.fate.on(side):
        return ""
    face = piece.faces[side]
    return _bullet(face) or face.label


def _bullet(face: Face) -> Auto | None:
    """Return the bullet of an item or a line that has no number."""
    if face.label or face.kind not in (Kind.ITEM, Kind.BULLET):
        return None
    return Auto(BULLETED if face.kind is Kind.ITEM else BULLETS, ilvl_of(face))


def ilvl_of(face: Face) -> int:
    """Return the level of a list at which such an entry lies, counted from 0."""
    return max(0, min(DEEPEST, face.level - (3 if face.kind is Kind.BULLET or not face.label else 1)))


def _levels(found: Iterable[Piece]) -> tuple[Shape | None, ...]:
    """Return the shape of each level of the main list: the one most of its numbers have."""
    said: list[list[str]] = [[] for _ in range(DEEPEST + 1)]
    for piece in found:
        face = piece.faces[NEW if piece.fate.new else OLD]
        if face.label and face.kind in NUMBERS:
            said[ilvl_of(face)].append(face.label)
    return tuple(likeliest(labels) for labels in said)


class _Text:
    """One of the two texts, numbered from its beginning as Word would number it."""

    def __init__(self, lists: _Lists, side: int, known: Sequence[Label | None]) -> None:
        self.lists, self.side, self.known = lists, side, known
        self.counters: dict[int, _Counter] = {}
        self.used: set[int] = set()
        self.current: dict[tuple[int, Shape], Num] = {}

    def number(self, found: Sequence[Piece]) -> list[Label]:
        """Return the label of each piece."""
        return [self._label(piece, known) for piece, known in zip(found, self.known, strict=True)]

    def _label(self, piece: Piece, known: Label | None) -> Label:
        if not piece.fate.on(self.side):
            return ""
        face = piece.faces[self.side]
        if bullet := _bullet(face):
            return bullet
        numbered = face.kind in NUMBERS or face.kind is Kind.BULLET
        if not face.label or not numbered:
            return face.label
        ilvl = max(0, min(DEEPEST, face.level - 1))
        num = self._num(face, ilvl, known)
        if num is None:
            return face.label
        self._take(num, ilvl)
        return Auto(num.id, ilvl)

    def _num(self, face: Face, ilvl: int, known: Label | None) -> Num | None:
        """Return the list by which Word shows the label; None where no list does."""
        before = [self.lists.nums[known.num - 1]] if isinstance(known, Auto) and known.ilvl == ilvl else []
        main = [self.lists.nums[0]] if face.kind in NUMBERS else []
        running = [num for (level, _), num in self.current.items() if level == ilvl]
        for num in (*main, *before, *running):
            if self._shows(num, ilvl, face.label):
                return num
        return self._begin(face, ilvl)

    def _begin(self, face: Face, ilvl: int) -> Num | None:
        """Return a list that begins with the label; None where Word has none of that shape."""
        shape = self.lists.levels[ilvl]
        start = shape.read(face.label) if shape and face.kind in NUMBERS else None
        if shape and start and shape.show(start, self._above(MAIN, ilvl)) == face.label:
            return self.lists.begun(MAIN, ilvl, start)
        starts = ((shape, shape.read(face.label)) for shape in PLAIN_SHAPES)
        wanted = next(((shape, n) for shape, n in sorted(starts, key=_ones_first) if n), None)
        if wanted is None:
            return None
        num = self.lists.begun(self.lists.abstract(wanted[0]), ilvl, wanted[1])
        self.current[ilvl, wanted[0]] = num
        return num

    def _shows(self, num: Num, ilvl: int, label: str) -> bool:
        shape = self.lists.shape(num.abstract, ilvl)
        return (
            shape is not None and shape.show(self._next(num, ilvl), self._above(num.abstract, ilvl)) == label
        )

    def _next(self, num: Num, ilvl: int) -> int:
        start = num.start if num.id not in self.used and num.ilvl == ilvl else None
        return self._counter(num.abstract).next(ilvl, start)

    def _take(self, num: Num, ilvl: int) -> None:
        self._counter(num.abstract).take(ilvl, self._next(num, ilvl))
        self.used.add(num.id)

    def _above(self, abstract: int, ilvl: int) -> list[str]:
        counts = self._counter(abstract).counts[:ilvl]
        shapes = [self.lists.shape(abstract, level) for level in range(ilvl)]
        return [
            written(shape.format if shape else "decimal", count or 1)
            for shape, count in zip(shapes, counts, strict=True)
        ]

    def _counter(self, abstract: int) -> _Counter:
        return self.counters.setdefault(abstract, _Counter())


def _ones_first(row: tuple[Shape, int | None]) -> bool:
    return row[1] != 1
