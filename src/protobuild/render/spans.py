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
    stretch: Sequence[int], entries: Sequence[Entry], numbers: Sequence[str], old: Sequence[str] = ()
) -> str:
    """Return what neighbours are called together: by number where they have one, else counted.

    `numbers` and `old` hold what is cited for each entry of the outline, `old` in the old text;
    where they differ, both are said. A quotation's source goes with the quotation.
    """
    parts = []
    stretch = [at for at in stretch if entries[at].kind is not Kind.ATTRIBUTION] or stretch
    for (noun, numbered), same in groupby(stretch, key=lambda at: (_noun(entries[at]), bool(numbers[at]))):
        places = list(same)
        parts.append(
            _numbered(noun, places, entries, numbers, old) if numbered else counted(len(places), noun)
        )
    return listed(parts)


def _noun(entry: Entry) -> str:
    return NOUNS.get(entry.kind, entry.kind.value)


def _numbered(
    noun: str, places: Sequence[int], entries: Sequence[Entry], numbers: Sequence[str], old: Sequence[str]
) -> str:
    now, before = (
        [_short(entries[at], side[at]) for at in places] if side else [] for side in (numbers, old)
    )
    also = f" (in the old text {_span(before)})" if all(before) and before not in ([], now) else ""
    return f"{noun}{'s' if len(places) > 1 else ''} {_span(now)}{also}"


def _short(entry: Entry, number: str) -> str:
    """Return a number as it is printed: an item stands under its paragraph, and needs its own label only."""
    labels = [run.text for run in entry.num if run.text and number.endswith(run.text)]
    return max(labels, key=len, default=number).rstrip(".")


def _span(numbers: Sequence[str]) -> str:
    return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else numbers[0]
