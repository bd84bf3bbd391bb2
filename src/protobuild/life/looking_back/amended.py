"""Find which version last changed the words of a provision, and by which change."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.life.looking_back.past import Past
from protobuild.life.looking_back.trace import id_before, places_of, touching, words_touched
from protobuild.model.outline import Kind, Outline, citations
from protobuild.render.excerpt import shorten
from protobuild.render.looking_back.told import Amended, Blame, Blamed

BEGINNING = 12
"""How many words tell one provision from another."""


def amended(past: Past, at: int, id: str, *, itself: bool = False) -> Amended:
    """Return the decision that last changed a provision as a version has it, with what lies under it.

    `itself` leaves that out, as for the heading of a section whose paragraphs are asked about one by one.
    """
    while at > 0:
        redlined = past.redlined(at)
        before = id_before(past.rooted(at), id)
        places = places_of(past.rooted(at), id, before)[: 1 if itself else None]
        if redlined.different or not before or words_touched(redlined.outline, places):
            return Amended(past.act(at), touching(redlined, places))
        id, at = before, at - 1
    return Amended(past.act(0), first=True)


def blame(past: Past, at: int) -> Blame:
    """Return every paragraph of a version with the decision that last changed it."""
    outline = past.outline(at)
    return Blame(outline.title, outline.cover.council, past.act(at), tuple(_rows(past, at, outline)))


def _rows(past: Past, at: int, outline: Outline) -> Iterator[Blamed]:
    cited = citations(outline.entries)
    for entry, number in zip(outline.entries, cited, strict=True):
        if entry.id and entry.kind in (Kind.SECTION, Kind.PARAGRAPH):
            heading = entry.kind is Kind.SECTION
            said = shorten(entry.words, BEGINNING)
            yield Blamed(entry.id, number, said, heading, amended(past, at, entry.id, itself=heading))
