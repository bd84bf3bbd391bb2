"""Read a text once for all registers: its words as readers see them, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.check.prose import Prose, prose, sayings
from protobuild.check.spot import spots
from protobuild.model.outline import Outline, citations
from protobuild.model.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the registers read it."""

    protocol: Protocol
    words: tuple[Prose, ...]
    where: dict[str, str]
    """By the path of a stretch of words, the number a reader would look for, or the heading above it."""

    @classmethod
    def of(cls, protocol: Protocol, outline: Outline) -> Reading:
        """Return the reading of a protocol and what readers see of it."""
        said = sayings(protocol, outline)
        words = tuple(prose(spot, said) for spot in spots(protocol) if spot.clause)
        return cls(protocol, words, dict(_places(protocol, outline, words)))

    def at(self, words: Prose) -> str:
        """Return where a stretch of words stands, as a reader would look for it."""
        return self.where[words.spot.path]


def _places(protocol: Protocol, outline: Outline, words: tuple[Prose, ...]) -> Iterator[tuple[str, str]]:
    """Yield where each stretch of words stands; what has no number belongs to the paragraph before."""
    entries = outline.entries
    cited = {entry.id: number for entry, number in zip(entries, citations(entries), strict=True) if entry.id}
    section, last = "", ""
    for each in words:
        at = each.spot.path.split(".")[1]
        if at != section:
            section, last = at, protocol.sections[int(at)].heading
        own = _id(protocol, each.spot.path)
        clause = each.spot.clause.id if each.spot.clause else ""
        last = cited.get(clause) or last
        yield each.spot.path, cited.get(own) or last


def _id(protocol: Protocol, path: str) -> str:
    """Return the id of the clause or item whose words a path leads to."""
    here: object = protocol
    id = ""
    for step in path.split("."):
        here = here[int(step)] if isinstance(here, tuple) else getattr(here, step, None)
        id = getattr(here, "id", id)
    return id
