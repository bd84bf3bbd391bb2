"""Find words that would vanish or run together although the file can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protobuild.model.source import Finding, Place
from protobuild.store.build import Scalar
from protobuild.store.syntax import indent, tab

NAMES_ONLY = frozenset(
    {"id", "kind", "provides", "of", "for", "marks", "value", "unit", "holding_reply", "applies_if"}
) | {"sections", "gaps", "retired", "status", "numbering", "profile", "tier", "nation", "date", "provision"}
"""Fields that hold a name, a number or a date, where a comment after the value swallows nothing."""

_COMMENT = re.compile(r"\s+#|^#")
_LISTED = re.compile(r"\s*(?:[-*+]|\d+[.)]|\([a-z]+\))\s")


def swallowed(name: str, lines: tuple[str, ...], scalars: Iterable[Scalar]) -> list[Finding]:
    """Return findings for words after ` #`, for lists that fold into a line, and for tabs."""
    out: list[Finding] = []
    blocks: set[int] = set()
    for scalar in scalars:
        if scalar.style and scalar.style in "|>":
            blocks.update(range(scalar.span[0], scalar.span[2] + 1))
        if not scalar.is_key:
            out += _commented(name, lines, scalar)
            out += _folded(name, lines, scalar)
    for number, line in enumerate(lines):
        if "\t" in line and number not in blocks and line.strip() and "\t" in indent(line):
            out.append(tab(name, number, line.index("\t")))
    return out


def _commented(name: str, lines: tuple[str, ...], scalar: Scalar) -> Iterator[Finding]:
    """Yield a finding when a `#` ends plain prose and more words follow it in the line."""
    if scalar.style or _field(scalar) in NAMES_ONLY:
        return
    _, _, line, column = scalar.span
    rest = lines[line][column:] if line < len(lines) else ""
    found = _COMMENT.match(rest)
    if found and rest[found.end() :].strip():
        start = column + found.end() - 1
        yield Finding(
            "swallowed-words",
            "everything after ' #' is a comment, and would not be published",
            Place(name, line + 1, start + 1, line + 1, len(lines[line]) + 1),
            why=f"The published words would end at '{scalar.value[-30:]}'."
            if scalar.value
            else "Nothing would be published here.",
            fix="If they are words of the protocol, write '|' after the colon and put them on the next line; "
            "if they are a comment, give it a line of its own.",
        )


def _folded(name: str, lines: tuple[str, ...], scalar: Scalar) -> Iterator[Finding]:
    """Yield a finding when the lines of a list run together into one paragraph."""
    if scalar.style not in ("", ">") or scalar.span[0] == scalar.span[2]:
        return
    first = scalar.span[0] + (0 if scalar.style else 1)
    for number in range(first, min(scalar.span[2] + 1, len(lines))):
        if number == scalar.span[2] and scalar.span[3] == 0:
            return
        line = lines[number]
        blank_before = number and not lines[number - 1].strip()
        if _LISTED.match(line) and not blank_before:
            column = len(indent(line))
            yield Finding(
                "folded-list",
                "this list would run together into one paragraph",
                Place(name, number + 1, column + 1, number + 1, len(line) + 1),
                why="Readers would see its entries one after another in a line, with the signs between them.",
                fix="Write '|' after the colon, and the words on the lines below.",
            )
            return


def _field(scalar: Scalar) -> str:
    return next((step for step in reversed(scalar.path) if isinstance(step, str)), "")
