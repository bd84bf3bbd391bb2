"""Sections: under which headings the text of each old section that kept its place now stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.runs import text_of


@dataclass(frozen=True, slots=True)
class Sections:
    """Where what stood under the headings of a one-round redline went, all by position."""

    went: dict[int, tuple[int, ...]]
    """Each old heading under which something survived, to the new headings it now stands under."""
    came: dict[int, tuple[int, ...]]
    """Each new heading under which something old stands, to the old headings it stood under."""


def sections(outline: Outline) -> Sections:
    """Return where the text of each section went and came from; what moved away has its own account.

    An example: heading 2 is struck; of its three paragraphs the first now ends section 1, the
    second has moved to section 3 and the third is dropped. Then `went` says that section 2 went
    to section 1, and `came` that something of section 2 stands there.
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
    """Yield, for all that kept its place, the heading it stood under and the one it stands under.

    What stands before any heading has the title over it: position 0.
    """
    entries = outline.entries
    olds, news = _headings(entries, 0), _headings(entries, 1)
    for at, entry in enumerate(entries):
        if entry.kind in (Kind.SECTION, Kind.TITLE) or not entry.seen_in(0):
            continue
        if entry.seen_in(1) or (not entry.moved and keeps_words(entry)):
            yield olds[at], news[at]


def told_apart(
    places: Sequence[int], numbers: Mapping[int, str], other: str, entries: Sequence[Entry], number: int
) -> tuple[str, ...]:
    """Return what headings are called, with their words where the number is the other section's as well.

    `section 2 “Interests”` for a heading that a struck `section 2` was merged into.
    """
    called = [(numbers.get(at, ""), text_of(entries[at].heading, number)) for at in places if at]
    return tuple(f"{name} “{words}”" if name == other and words else name for name, words in called if name)


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
