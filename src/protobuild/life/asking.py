"""Answer what a reader asks of one text: a paragraph of it, and what it provides."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from protobuild.model.outline import Outline, citations
from protobuild.model.protocol import Protocol, holds
from protobuild.model.provisions import Provision, catalogue
from protobuild.model.saying import listed
from protobuild.model.source import UsageError

_UNIT = re.compile(r"(?:section|(?:sub-?)?paragraph|para|item)\b\.?\s*", re.IGNORECASE)
"""What readers say before a number; `appendix` is part of what is printed."""

State = Literal["said", "waived", "gap", "missing", "optional"]


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


@dataclass(frozen=True, slots=True)
class Provided:
    """One provision of the catalogue, and where the protocol says it."""

    provision: Provision
    state: State
    numbers: tuple[str, ...]
    """The paragraphs that say it; the clause's id where it has no number."""


def provided(protocol: Protocol, outline: Outline) -> Iterator[Provided]:
    """Yield every provision of the catalogue with the paragraphs that provide it."""
    manifest = protocol.manifest
    where: dict[str, list[str]] = {}
    numbers = dict(zip((entry.id for entry in outline.entries), citations(outline.entries), strict=True))
    for section, clause in protocol.clauses():
        if holds(section.applies_if, manifest.facts) and holds(clause.applies_if, manifest.facts):
            for slug in clause.provides:
                where.setdefault(slug, []).append(numbers.get(clause.id) or clause.id)
    for slug, provision in catalogue().items():
        yield Provided(provision, _state(protocol, provision, slug in where), tuple(where.get(slug, ())))


def _state(protocol: Protocol, provision: Provision, said: bool) -> State:
    manifest = protocol.manifest
    if said:
        return "said"
    if provision.slug in {waiver.provision for waiver in manifest.waivers}:
        return "waived"
    if provision.slug in manifest.gaps:
        return "gap"
    required = manifest.profile != "none" and getattr(provision, manifest.profile) == "required"
    return "missing" if required else "optional"
