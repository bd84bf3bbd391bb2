"""Work out the numbers of a draft: 1, 1.1, (a), (i), or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from protobuild.model.clause import Marks
from protobuild.model.outline import Kind

Scheme = Literal["decimal", "none"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the reading order that may take a number."""

    kind: Kind
    level: int
    marks: Marks | None = None
    """How the list an item belongs to is marked."""


def labels(slots: Iterable[Slot], scheme: Scheme) -> list[str]:
    """Return the label of each slot, empty where none is due.

    Labels are a pure function of the sequence. Items restart under each provision;
    a list's own `marks` decide their look, whatever the scheme.
    """
    out: list[str] = []
    section = paragraph = 0
    counts: dict[int, int] = {}
    base: dict[int, str] = {}  # the last label at each level, for 4.3.1 under 4.3
    for slot in slots:
        label = ""
        for level in [level for level in counts if level > slot.level]:
            del counts[level]
        match slot.kind:
            case Kind.SECTION:
                section, paragraph = section + 1, 0
                counts.clear()
                label = str(section) if scheme == "decimal" else ""
            case Kind.PARAGRAPH:
                paragraph += 1
                counts.clear()
                label = f"{section}.{paragraph}" if scheme == "decimal" else ""
            case Kind.ITEM:
                counts[slot.level] = counts.get(slot.level, 0) + 1
                label = mark(counts[slot.level], slot.marks or "letters", base.get(slot.level - 1, ""))
        base[slot.level] = label
        out.append(label)
    return out


def mark(number: int, marks: Marks, above: str = "") -> str:
    """Return the label of the nth item of a list; `above` is the label of what holds the list."""
    match marks:
        case "letters":
            return f"({letters(number)})"
        case "roman":
            return f"({roman(number)})"
        case "numbers":
            return f"{number}."
        case "decimals":
            return f"{above}.{number}" if above else f"{number}."
        case "bullets":
            return ""


def letters(number: int) -> str:
    """Return a, b ... z, aa, ab ... for 1, 2 ..."""
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """Return i, ii, iii, iv ... for 1, 2, 3, 4 ..."""
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out
