"""Sections: under which headings the text of each old section now stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.model.outline import Entry, Kind, Outline


@dataclass(frozen=True, slots=True)
class Sections:
    """Where what stood under the headings of a one-round redline went, all by position."""

    went: dict[int, tuple[int, ...]]
    """Each old heading under which something survived, to the new headings it now stands under."""
    came: dict[int, tuple[int, ...]]
    """Each new heading under which something old stands, to the old headings it stood under."""


def sections(outline: Outline) -> Sections:
    """Return where the text of each section went and came from.

    An example: heading 2 is struck; of its three paragraphs the first now ends section 1, the
    second has moved to section 3 and the third is dropped. Then `went` says that section 2 went
    to sections 1 and 3, and `came` that something of section 2 stands in each.
    """
    went: dict[int, dict[int, None]] = {}
    came: dict[int, dict[int, None]] = {}
    for old, new in _survivors(outline):
        went.setdefault(old, {})[new] = None
        came.setdefault(new, {})[old] = None
    return Sections(
        {old: tuple(sorted(news)) for old, news in went.items()},
        {new: tuple(sorted(olds)) for new, olds in came.items()},
    )


def _survivors(outline: Outline) -> Iterator[tuple[int, int]]:
    """Yield, for all that stood and still stands, the heading it stood under and the one it stands under.

    What stands before any heading has the title over it: position 0.
    """
    entries = outline.entries
    olds, news = _headings(entries, 0), _headings(entries, 1)
    reached = {entry.moved: at for at, entry in enumerate(entries) if entry.moved and entry.born}
    for at, entry in enumerate(entries):
        if entry.kind in (Kind.SECTION, Kind.TITLE) or not entry.seen_in(0):
            continue
        if entry.moved in reached and entry.gone is not None:
            yield olds[at], news[reached[entry.moved]]
        elif entry.seen_in(1) or keeps_words(entry):
            yield olds[at], news[at]


def keeps_words(entry: Entry) -> bool:
    """Return whether words of an entry stood before the round and still stand."""
    return any(run.seen_in(0) and run.seen_in(1) and run.text.strip() for run in entry.body)


def _headings(entries: tuple[Entry, ...], number: int) -> list[int]:
    """Return for each position the section heading over it after that round."""
    out: list[int] = []
    heading = 0
    for at, entry in enumerate(entries):
        if entry.kind is Kind.SECTION and entry.seen_in(number):
            heading = at
        out.append(heading)
    return out
