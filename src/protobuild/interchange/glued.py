"""Part a number from the words it is glued to, as in “1.1The”, where its neighbours prove it a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.interchange.notes import Note, Topic

_NUMBER = re.compile(r"[ \t]*(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.)(?=[ \t]|$|[A-Z][a-z ]|[“\"‘'][A-Z])")
"""A number at the start of a line, glued to a capital letter or not."""


def part_glued(text: str) -> tuple[str, list[Note]]:
    """Return the text with a space after each number glued to its words, and where that was done.

    A number whose neighbour in the sequence begins no line may be something else, such as a
    price: it stays as it is, and is reported.
    """
    lines = text.split("\n")
    found = {at: match for at, line in enumerate(lines) if (match := _NUMBER.match(line))}
    known = {match[1].rstrip(".") for match in found.values()}
    notes: list[Note] = []
    for at, match in found.items():
        words = lines[at][match.end() :]
        if words.strip() and not words[0].isspace():
            certain = any(number in known for number in _neighbours(match[1].rstrip(".")))
            lines[at] = match[0] + " " * certain + words
            notes.append(_note(match[1], words.split(maxsplit=1)[0][:30], at + 1, certain=certain))
    return "\n".join(lines), notes


def _neighbours(number: str) -> Iterator[str]:
    """Yield the numbers that stand beside this one, and the one its first paragraph would have."""
    prefix, _, last = number.rpartition(".")
    for other in (int(last) - 1, int(last) + 1):
        yield f"{prefix}.{other}" if prefix else str(other)
    yield f"{number}.1"


def _note(number: str, word: str, line: int, *, certain: bool) -> Note:
    if certain:
        return Note(Topic.GLUED, f"“{number}{word}” read as “{number} {word}”", line, "high")
    return Note(Topic.GLUED, f"“{number}{word}” kept as it stands; {number} may be its number", line, "low")
