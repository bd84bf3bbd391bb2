"""Say where another paragraph is, as a reader would look for it."""

from __future__ import annotations

from collections.abc import Mapping

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.outline import citations


def numbers(look: Look) -> dict[str, str]:
    """Return what each id's provision is cited as, for those that have a number."""
    entries = look.outline.entries
    cited = zip(entries, citations(entries), strict=True)
    return {entry.id: number.rstrip(".") for entry, number in cited if entry.id and number}


def place_of(look: Look, prose: Prose, numbers: Mapping[str, str]) -> str:
    """Return where words stand: `paragraph 5.2`, or the file and line where nothing has a number."""
    number = numbers.get(prose.spot.clause.id, "") if prose.spot.clause else ""
    if number:
        return f"paragraph {number}"
    there = look.place(prose.spot.path)
    return f"{there.file}, line {there.line}"
