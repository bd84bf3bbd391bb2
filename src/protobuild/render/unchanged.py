"""Unchanged: what a redline may leave out when only changes are wanted, and what is said in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from protobuild.model.outline import Entry, Kind, Outline, parents
from protobuild.model.saying import capital
from protobuild.render.places import Places
from protobuild.render.spans import named_together
from protobuild.render.status import Status, is_touched, status_of
from protobuild.render.tree import company

IN_A_ROW = frozenset({Kind.HEADER, Kind.ROW, Kind.CELL})


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The entries nothing happened to, on which nothing that changed hangs."""

    at: frozenset[int] = frozenset()
    """Their positions. A number that alone is new is no change."""
    tops: frozenset[int] = frozenset()
    """Those of them that lie in something shown."""
    said: Mapping[int, str] = field(default_factory=dict)
    """By the first position of each stretch of neighbours: what may stand in its place."""

    def told(self, at: int) -> tuple[str, str | None]:
        """Return the class of an entry that may be left out, and what the first of a stretch says then."""
        return "same" if at in self.tops else "", self.said.get(at)


def unchanged(outline: Outline, found: Places, noted: Iterable[int] = ()) -> Unchanged:
    """Return what a view of the changes leaves out; `noted` are positions that are shown in any case.

    Kept as context are the title, the headings and paragraphs a change lies under on either
    side, the words a merged or split provision joined or left, closing words, and of a table
    the headings of its columns and every cell of a changed row.
    """
    shown = _with_context(outline, {0, *noted, *_touched(outline.entries)})
    left_out = frozenset(range(len(outline.entries))) - shown
    stretches = _stretches(outline.entries, left_out)
    tops = frozenset(at for stretch in stretches for at in stretch)
    return Unchanged(left_out, tops, {stretch[0]: _said(stretch, outline, found) for stretch in stretches})


def _touched(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield what more than a number changed in, and the entries whose words joined or left others."""
    new = old = 0  # the entry before that stands in the new text, and in the old
    for at, entry in enumerate(entries):
        if is_touched(entry):
            yield at
        match status_of(entry):
            case Status.MERGED:
                yield new
            case Status.SPLIT:
                yield old
        new = at if entry.gone is None else new
        old = old if entry.born else at


def _with_context(outline: Outline, shown: set[int]) -> frozenset[int]:
    """Return the positions with what they lie under in either text, and with what completes them."""
    out: set[int] = set()
    ways = [_above(outline, number) for number in (0, outline.last)]
    here = dict(enumerate(parents(outline.entries)))
    for at in shown:
        for way in ways:
            out.update(one for held in _climb(at, way) for one in _climb(held, here))
    out.update(_subheadings(outline.entries, out))
    for at, entry in enumerate(outline.entries):
        above = here[at]
        if above in out and (entry.kind in (Kind.HEADER, Kind.CLOSING) or _in_a_row(above, outline, here)):
            out.add(at)
    return frozenset(out)


def _subheadings(entries: Sequence[Entry], shown: set[int]) -> list[int]:
    """Return the headings inside sections under which something is shown."""
    found: list[int] = []
    last: int | None = None
    for at, entry in enumerate(entries):
        if entry.kind is Kind.SECTION:
            last = None
        elif entry.kind is Kind.SUBHEADING:
            last = at
        elif at in shown and last is not None:
            found.append(last)
    return found


def _above(outline: Outline, number: int) -> dict[int, int]:
    """Return, for each entry of the text after a round, the position of what it lies in there."""
    standing = [at for at, entry in enumerate(outline.entries) if entry.seen_in(number) or not at]
    entries = (outline.entries[at] for at in standing)
    above = parents([entry.as_of(number) if entry.was else entry for entry in entries])
    return {at: standing[up] if up >= 0 else -1 for at, up in zip(standing, above, strict=True)}


def _climb(at: int, above: Mapping[int, int]) -> Iterator[int]:
    while at >= 0:
        yield at
        at = above.get(at, -1)


def _in_a_row(at: int, outline: Outline, above: Mapping[int, int]) -> bool:
    return any(outline.entries[one].kind in IN_A_ROW for one in _climb(at, above))


def _stretches(entries: Sequence[Entry], left_out: frozenset[int]) -> list[list[int]]:
    """Return the neighbours that are left out together, each stretch in one list, table or column."""
    above = parents(entries)
    out: list[list[int]] = []
    last: int | None = None  # the neighbour before, while nothing shown stands between
    for at, entry in enumerate(entries):
        if at not in left_out:
            last = None
        elif above[at] not in left_out:
            if last is None or above[last] != above[at] or company(entries[last]) != company(entry):
                out.append([])
            out[-1].append(at)
            last = at
    return out


def _said(stretch: Sequence[int], outline: Outline, found: Places) -> str:
    """Return what stands in place of a stretch: `Paragraphs 2.3 to 2.6 and 1 table unchanged`."""
    return f"{capital(named_together(stretch, outline.entries, found.new, found.old))} unchanged"
