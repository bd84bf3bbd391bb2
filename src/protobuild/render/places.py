"""Places: the anchor of each entry on a page, and the numbers a reader would cite on either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protobuild.model.outline import Entry, Kind, Outline, citations, project


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of each entry by its position."""

    anchors: tuple[str, ...]
    """The HTML id of each entry; unique."""
    old: tuple[str, ...]
    """The number before the first round; empty for none."""
    new: tuple[str, ...]
    """The number after the last round; empty for none."""
    other_end: dict[int, int]
    """From one end of a move to the other."""
    targets: dict[str, str]
    """From an entry's own id to its anchor, for references."""


def places(outline: Outline) -> Places:
    """Return the anchors and numbers of an outline, marked or not."""
    anchors = _anchors(outline.entries)
    ends = _ends(outline.entries)
    old, new = _cited(outline, 0), _cited(outline, outline.last)
    for position, entry in enumerate(outline.entries):
        other = ends.get(position)
        if other is not None and entry.gone is None:
            old[position], new[other] = old[other], new[position]
    targets = {entry.id: anchors[at] for at, entry in enumerate(outline.entries) if anchors[at] == entry.id}
    return Places(tuple(anchors), tuple(old), tuple(new), ends, targets)


def _cited(outline: Outline, number: int) -> list[str]:
    """Return the number of each entry as cited in the text after that round."""
    said = iter(citations(project(outline, number).entries))
    return [
        next(said) if entry.seen_in(number) or not position else ""
        for position, entry in enumerate(outline.entries)
    ]


def _anchors(entries: Iterable[Entry]) -> list[str]:
    """Give each id to the entry that stands in the new text; the struck copy gets an anchor of its own.

    Names made here begin with a capital, which no id of a protocol does.
    """
    listed = list(entries)
    out = [""] * len(listed)
    taken: set[str] = set()
    for standing in (True, False):
        for position, entry in enumerate(listed):
            if (entry.gone is None) is not standing:
                continue
            wanted = "" if any(sign.isspace() for sign in entry.id) else entry.id
            if not wanted or wanted in taken or (entry.moved and not standing):
                wanted = f"At-{position}"
            out[position] = wanted
            taken.add(wanted)
    return out


def _ends(entries: Sequence[Entry]) -> dict[int, int]:
    """Return each end of a move with its other end: the place it left, the place it stands."""
    left: dict[str, int] = {}
    reached: dict[str, int] = {}
    passed: dict[str, str] = {}  # from the move that reached a place to the next, which left it
    for position, entry in enumerate(entries):
        if entry.went:
            left[entry.went] = position
        if entry.went and entry.came:
            passed[entry.came] = entry.went
        elif entry.came and entry.gone is None:
            reached[entry.came] = position
    out: dict[int, int] = {}
    for name, old in left.items():
        while name in passed:
            name = passed[name]
        if name in reached:
            out[old] = reached[name]
            if not entries[old].came:  # where it stood first
                out[reached[name]] = old
    return out


def called(entry: Entry, number: str) -> str:
    """Return how print names a provision: `section 4`, `paragraph 4.2`, or its words when unnumbered."""
    if not number:
        words = entry.words
        return f"“{words[:40].rstrip()}…”" if len(words) > 40 else f"“{words}”"
    if entry.kind is Kind.SECTION:
        return f"section {number.rstrip('.')}"
    return f"paragraph {number.rstrip('.')}"


UNNUMBERED = {
    Kind.SECTION: "heading",
    Kind.SUBHEADING: "heading",
    Kind.CONTINUATION: "paragraph",
    Kind.BULLET: "item",
}
"""What some kinds are called where they have no number; the others by their own name, such as `table`."""


def kind_of(entry: Entry) -> str:
    """Return what stands in place of a number that an entry does not have."""
    return UNNUMBERED.get(entry.kind, entry.kind.value)
