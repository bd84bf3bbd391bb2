"""Commas: say where one that comes or goes can change what a sentence takes in."""

from __future__ import annotations

import re

from protobuild.redline.force.around import windows
from protobuild.redline.regions import Region

_RELATIVE = re.compile(r" (who|which|whose|whom|where)\b")
_LIMIT = re.compile(r" (unless|except|save|only|if|provided that|subject to)\b", re.IGNORECASE)
_OR = re.compile(r" (or|and/or) [\w'-]+(?: [\w'-]+){0,4}(?=[ .;:,]|$)")
_MANY = re.compile(
    r"(?:\b(?:any|an|each|every|all|those|no|some)(?: [\w'-]+){1,3}|\b[\w'-]+[^s\W]s|\bstaff|\bpeople)$"
)
_LISTED = re.compile(r", (?:[\w'-]+ ?){1,5}$")


def commas(region: Region) -> list[str]:
    """Return a sentence for a lone comma that comes or goes where it can change the meaning.

    Where it plainly does not, as before words spoken, nothing is said; it is never called minor.
    """
    marks = region.old.strip(), region.new.strip()
    if sorted(marks) != ["", ","]:
        return []
    old, _ = windows(region)
    before, after = old.text[: old.start].rstrip(), old.text[old.end :]
    came = marks[1] == ","
    read = _read(before, " " + after.lstrip(), came=came)
    return [f"a comma before “{read[0]}” is {'added' if came else 'struck'}: {read[1]}"] if read else []


def _read(before: str, after: str, *, came: bool) -> tuple[str, str] | None:
    """Return the word after the comma, and what the comma may change."""
    if (match := _RELATIVE.match(after)) and _MANY.search(before):
        said = "said now of all, not only of some" if came else "said now only of some, not of all"
        return match.group(1), said
    if match := _LIMIT.match(after):
        return match.group(1).lower(), "what it limits may change"
    if (match := _OR.match(after)) and _LISTED.search(before):
        return match.group(1), "how the list is read may change"
    return None
