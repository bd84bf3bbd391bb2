"""Answer what a reader asks of one text: a paragraph of it, by its number or its id."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace

from protobuild.model.outline import Outline, citations
from protobuild.model.saying import listed
from protobuild.model.source import UsageError

_UNIT = re.compile(r"(?:section|(?:sub-?)?paragraph|para|item)\b\.?\s*", re.IGNORECASE)
"""What readers say before a number; `appendix` is part of what is printed."""


def part(outline: Outline, wanted: str) -> Outline:
    """Return the section, paragraph or item of that number or id, with all that stands under it.

    Raises UsageError, with the nearest numbers, when there is none or more than one.
    """
    cited = citations(outline.entries)
    asked = _UNIT.sub("", wanted.strip())
    found = _at(outline, cited, asked, exactly=True) or _at(outline, cited, asked, exactly=False)
    if len(found) == 1:
        return _under(outline, found[0])
    if found:
        ids = " or ".join(outline.entries[position].id for position in found)
        raise UsageError(f"The number {asked} is used {len(found)} times.", fix=f"Name the id: {ids}.")
    known = dict.fromkeys([*cited, *(entry.id for entry in outline.entries)])
    near = difflib.get_close_matches(asked, known, 3)
    raise UsageError(
        f"There is no paragraph '{wanted}'.",
        fix=f"Did you mean {listed(near, 'or')}?" if near else "`protobuild show` lists all numbers.",
    )


def _at(outline: Outline, cited: list[str], asked: str, *, exactly: bool) -> list[int]:
    """Return the positions of what has that id or number, spaces and capitals mattering or not."""
    spelt = _as_typed if exactly else _run_together
    wanted = spelt(asked)
    return [
        position
        for position, entry in enumerate(outline.entries)
        if (entry.id and entry.id == asked) or spelt(cited[position]) == wanted != ""
    ]


def _as_typed(number: str) -> str:
    return number.rstrip(".")


def _run_together(number: str) -> str:
    """Return the number without spaces or capitals: some type 5.6 (a)."""
    return "".join(number.casefold().split()).rstrip(".")


def _under(outline: Outline, first: int) -> Outline:
    """Return an entry with the deeper ones that follow it."""
    level = outline.entries[first].level
    last = first + 1
    while last < len(outline.entries) and outline.entries[last].level > level:
        last += 1
    return replace(outline, entries=outline.entries[first:last])
