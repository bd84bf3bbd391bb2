"""Read printed numbers, and find the ones used twice, left out, or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protobuild.interchange.notes import Note, Topic, Unit
from protobuild.model.clause import Marks

DOTTED = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,5})(\.?)(?:\s+|$)")
"""A number with a point inside, at the start of a paragraph: 2.1, 4.3.1."""
INTEGER = re.compile(r"^(\d{1,3})([.)]?)(?:\s+|$)")
"""A whole number at the start of a paragraph: 16, 1., 1)."""
MARK = re.compile(r"^(\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)|(?:[a-z]|[ivxl]{2,6}|\d{1,2})[.)])\s+(?=\S)")
"""The mark of an item: (a), (iv), (1), a., iv), 1."""
HEADED = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){0,5}|[IVXL]{1,7}(?=\.)|[A-Z](?=\.))(\.?)\s+(?=\S)")
"""The number of a heading: 1, 1.0, 10., IV., A."""

_LEFT_OUT = 3
"""How much further on the next item of a list may be, where letters are missing between."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed, and where."""

    label: str
    line: int


def split_number(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    """Return the number, the full stop or bracket after it, and the rest; empty when there is none."""
    found = pattern.match(text)
    if found is None:
        return "", "", text
    return found[1], found[2], text[found.end() :]


def split_mark(text: str) -> tuple[str, str]:
    """Return the mark of an item as printed and the words after it."""
    found = MARK.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def marks_of(labels: Sequence[str]) -> Marks:
    """Return how a list with these labels is marked."""
    first = next((label for label in labels if label), "")
    bare = first.strip("().")
    if not bare:
        return "bullets"
    if "." in bare:
        return "decimals"
    if bare.isdigit():
        return "numbers"
    if re.fullmatch("[ivxl]+", bare) and (len(bare) > 1 or bare == "i"):
        return "roman"
    return "letters"


def follows(label: str, before: str) -> bool:
    """Return whether the label of an item starts a list, or is the one after `before`."""
    bare, last = label.strip("()."), before.strip("().")
    if not last:
        return bare in ("a", "i", "1")
    if bare.isdigit() and last.isdigit():
        return int(bare) == int(last) + 1
    if len(bare) == len(last) == 1 and ord(bare) == ord(last) + 1:
        return True
    return _roman(bare) == _roman(last) + 1 > 1


def nears(label: str, before: str) -> bool:
    """Return whether the label of an item is written as the one before, and comes again or leaves few out."""
    if not before or re.sub(r"\w+", "x", label) != re.sub(r"\w+", "x", before):
        return False
    bare, last = label.strip("()."), before.strip("().")
    if len(bare) == len(last) == 1 and bare.isalpha() and last.isalpha():
        return -1 <= ord(bare) - ord(last) <= _LEFT_OUT
    both = _roman(bare), _roman(last)
    return all(both) and -1 <= both[0] - both[1] <= _LEFT_OUT


def reached(marks: list[str], label: str) -> list[str]:
    """Return the marks of the open list after this label; a number ends the list."""
    if not label:
        return marks
    if not label.strip("().").isalpha():
        return []
    if marks and follows(label, marks[0]):
        return [label]
    return [*marks[:1], label]


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    if not text or any(letter not in values for letter in text):
        return 0
    found = [values[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(found, [*found[1:], 0], strict=True))


def audit(section: str, printed: Sequence[Printed], unit: Unit = "line") -> list[Note]:
    """Return what is wrong with the numbers of a section's paragraphs, in the order they stand."""
    notes: list[Note] = []
    last: dict[str, int] = {}  # the number reached under each prefix
    seen: dict[str, Printed] = {}
    for mark in printed:
        prefix, _, final = mark.label.rpartition(".")
        number = int(final)
        if mark.label in seen:
            first = seen[mark.label].line
            where = f"on line {first}" if unit == "line" else f"at {unit} {first} of the file"
            notes.append(Note(Topic.DUPLICATE, f"{mark.label} is used again (first {where})", mark.line))
        elif prefix in last and number < last[prefix]:
            after = f"{prefix}.{last[prefix]}" if prefix else str(last[prefix])
            notes.append(Note(Topic.ORDER, f"{mark.label} comes after {after}", mark.line))
        if section and prefix and prefix.split(".")[0] != section.split(".")[0]:
            notes.append(Note(Topic.MISPLACED, f"{mark.label} stands in section {section}", mark.line))
        seen.setdefault(mark.label, mark)
        last[prefix] = max(number, last.get(prefix, number))
    return notes + _missing(seen.values())


def _missing(printed: Iterable[Printed]) -> list[Note]:
    groups: dict[str, dict[int, int]] = {}
    for mark in printed:
        prefix, _, final = mark.label.rpartition(".")
        groups.setdefault(prefix, {}).setdefault(int(final), mark.line)
    notes: list[Note] = []
    for prefix, lines in groups.items():
        present = sorted(lines)
        start = 0 if present[0] in (2, 3) else present[0]  # 8.63 may continue a larger document
        for before, after in zip([start, *present], present, strict=False):
            if after > before + 1:
                said = _span(prefix, before + 1, after - 1)
                notes.append(Note(Topic.MISSING, f"{said} missing", lines[after]))
    return notes


def _span(prefix: str, first: int, last: int) -> str:
    names = [f"{prefix}.{number}" if prefix else str(number) for number in (first, last)]
    if first == last:
        return f"{names[0]} is"
    return f"{names[0]} {'and' if last == first + 1 else 'to'} {names[1]} are"


def audit_headings(printed: Sequence[Printed], styles: Sequence[str], unit: Unit = "line") -> list[Note]:
    """Return what is wrong with the sections' numbers; `styles` are the numbers exactly as printed."""
    whole = [
        Printed(mark.label.removesuffix(".0"), mark.line)
        for mark in printed
        if mark.label.removesuffix(".0").isdigit()
    ]
    notes = [_of_section(note) for note in audit("", whole, unit)]
    shapes = {re.sub(r"\d+", "1", style) for style in styles}
    if len(shapes) > 1:
        notes.append(
            Note(
                Topic.STYLE,
                f"section numbers are written {', '.join(styles)}; kept without a final full stop",
            )
        )
    elif any(style.endswith(".") for style in styles):
        notes.append(Note(Topic.STYLE, "the full stop after section numbers was dropped"))
    return notes


def _of_section(note: Note) -> Note:
    return Note(note.topic, f"section {note.message}", note.line)
