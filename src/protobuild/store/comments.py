"""Find the comments of a file, and the key or entry each belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protobuild.store.places import Path, Places
from protobuild.store.writing import END, HEAD, Comments
from protobuild.store.yaml import Raw

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


def comments(raw: Raw) -> dict[Path, Comments]:
    """Return the comments of a file by what they belong to.

    A comment on a line of its own belongs to what follows it, and at either end to the file; one
    at the end of a line belongs to the last key that begins in the line.
    """
    before: dict[Path, list[str]] = {}
    beside: dict[Path, str] = {}
    starts = sorted(_starts(raw.places))
    for line, column, words in found(raw):
        own = not raw.lines[line][:column].strip(" \t-")
        path = _following(starts, line) if own else _last_in(starts, line)
        if own or path in beside:
            before.setdefault(path, []).append(words)
        else:
            beside[path] = words
    paths = {*before, *beside}
    return {path: Comments(tuple(before.get(path, ())), beside.get(path, "")) for path in paths}


def found(raw: Raw) -> Iterator[tuple[int, int, str]]:
    """Yield each comment with its line and column, both from 0."""
    covered = _covered(raw)
    for number, line in enumerate(raw.lines):
        for part in _COMMENT.finditer(_masked(line, covered.get(number, []))):
            yield number, part.start(), line[part.start() :].rstrip()


def _covered(raw: Raw) -> dict[int, list[tuple[int, int]]]:
    """Return for each line the stretches that are words, where `#` is only a sign."""
    out: dict[int, list[tuple[int, int]]] = {}
    for scalar in raw.scalars:
        line, column, end_line, end_column = scalar.span
        for number in range(line, end_line + 1):
            first = column if number == line else 0
            last = end_column if number == end_line else len(raw.lines[number])
            out.setdefault(number, []).append((first, last))
    return out


def _masked(line: str, stretches: Iterable[tuple[int, int]]) -> str:
    for first, last in stretches:
        line = line[:first] + "x" * (last - first) + line[last:]
    return line


def _starts(places: Places) -> Iterator[tuple[int, int, Path]]:
    """Yield where each key, and each entry of a list, begins."""
    for path, span in places.key_spans.items():
        yield span[0], span[1], path
    for path, span in places.value_spans.items():
        if path and isinstance(path[-1], int):
            yield span[0], span[1], path


def _following(starts: list[tuple[int, int, Path]], line: int) -> Path:
    """Return the outermost of what begins first below the line; either end of the file beyond that."""
    below = [each for each in starts if each[0] > line]
    if not below:
        return END
    if len(below) == len(starts):
        return HEAD
    first = below[0][:2]
    return min((path for *at, path in below if tuple(at) == first), key=len)


def _last_in(starts: list[tuple[int, int, Path]], line: int) -> Path:
    """Return the last key that begins in the line, or the nearest above it."""
    above = [each for each in starts if each[0] <= line]
    return above[-1][2] if above else HEAD
