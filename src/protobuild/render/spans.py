"""Spans: neighbours named together, as a clerk would: `paragraphs 2.3 to 2.6 and 1 table`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from protobuild.model.outline import Entry, Kind
from protobuild.model.saying import counted, listed

NOUNS = {
    Kind.TITLE: "heading",
    Kind.SUBHEADING: "heading",
    Kind.FRONT: "paragraph",
    Kind.CONTINUATION: "paragraph",
    Kind.CLOSING: "paragraph",
    Kind.BULLET: "item",
    Kind.HEADER: "row",
}
"""What some kinds are counted as; the others by their own name, such as `table`."""


def named_together(
    stretch: Sequence[int], entries: Sequence[Entry], numbers: Sequence[str], before: Sequence[str] = ()
) -> str:
    """Return what neighbours are called together: by number where they have one, else counted.

    `numbers` and `before` hold the number of each entry of the outline, `before` in the old text;
    where they differ, both are said. A quotation's source goes with the quotation.
    """
    parts = []
    stretch = [at for at in stretch if entries[at].kind is not Kind.ATTRIBUTION] or stretch
    for (noun, numbered), same in groupby(stretch, key=lambda at: (_noun(entries[at]), bool(numbers[at]))):
        places = list(same)
        parts.append(_numbered(noun, places, numbers, before) if numbered else counted(len(places), noun))
    return listed(parts)


def _noun(entry: Entry) -> str:
    return NOUNS.get(entry.kind, entry.kind.value)


def _numbered(noun: str, places: Sequence[int], numbers: Sequence[str], before: Sequence[str]) -> str:
    now = [numbers[at].rstrip(".") for at in places]
    old = [before[at].rstrip(".") for at in places] if before else now
    also = f" ({_span(old)} in the old text)" if old != now and all(old) else ""
    return f"{noun}{'s' if len(places) > 1 else ''} {_span(now)}{also}"


def _span(numbers: Sequence[str]) -> str:
    return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else numbers[0]


def capital(words: str) -> str:
    """Return the words with a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]
