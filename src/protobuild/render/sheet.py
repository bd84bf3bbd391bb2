"""Sheet: everything the blocks of one page need to know of the whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from protobuild.model.outline import HEADINGS, NUMBERED, Kind, Outline, parents
from protobuild.model.redlined import Change
from protobuild.render.inline import Inline
from protobuild.render.labels import labelled
from protobuild.render.places import Places, places
from protobuild.render.status import is_touched
from protobuild.render.steps import Steps, steps
from protobuild.render.unchanged import Unchanged, unchanged

NAMED = NUMBERED | HEADINGS | {Kind.TABLE}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its outline, where things are on it, and the changes noted in its margin."""

    outline: Outline
    places: Places
    inline: Inline
    shown: Mapping[int, tuple[Change, ...]]
    """By position: the changes whose reason stands beside that entry."""
    touched: Mapping[int, tuple[Change, ...]]
    """By position: changes shown elsewhere that touch the entry too."""
    steps: Steps
    """From each change that is shown to its neighbours."""
    unchanged: Unchanged
    """What a view of the changes leaves out; nothing on a clean page."""
    only: bool
    """Whether it is left out here."""
    below: bool
    """Whether notes stand under what they are about."""

    @property
    def marked(self) -> bool:
        """Whether the page is a redline."""
        return self.outline.last > 0

    def holds(self, at: int) -> bool:
        """Return whether an entry is on the page, so that a link may lead to it."""
        return not self.only or at not in self.unchanged.at


def sheet(
    outline: Outline, changes: Sequence[Change] = (), *, only: bool = False, below: bool = False
) -> Sheet:
    """Return what the blocks of a page need, worked out once; `only` leaves out what did not change.

    The sheet's own outline has the label of each edit behind its words.
    """
    found = places(outline)
    above = parents(outline.entries)
    homes = _homes(outline, above)
    shown: dict[int, tuple[Change, ...]] = {}
    touched: dict[int, tuple[Change, ...]] = {}
    for change in changes:
        spots = dict.fromkeys(homes[position] for position in marked_at(change, outline))
        for order, position in enumerate(spots):
            citable = outline.entries[position].kind in NAMED
            if order and (not citable or above[position] in spots):
                continue  # what it lies in, or stands beside, says so already
            into = touched if order else shown
            into[position] = (*into.get(position, ()), change)
    quiet = unchanged(outline, found, (*shown, *touched)) if outline.last else Unchanged()
    inline = Inline(found.targets, outline.last)
    page = Sheet(labelled(outline, changes), found, inline, shown, touched, steps(shown), quiet, only, below)
    return replace(page, inline=replace(page.inline, targets=_targets(page))) if only else page


def _targets(page: Sheet) -> dict[str, str]:
    """Return where references lead, those to what is left out excepted."""
    held = {anchor for at, anchor in enumerate(page.places.anchors) if page.holds(at)}
    return {id: anchor for id, anchor in page.places.targets.items() if anchor in held}


def marked_at(change: Change, outline: Outline) -> list[int]:
    """Return the positions of a change whose own words are marked; all of them where none is."""
    return [at for at in change.at if is_touched(outline.entries[at])] or list(change.at)


def _homes(outline: Outline, parent: Sequence[int]) -> list[int]:
    """Return for each entry where a note on it stands: beside itself, or beside its whole table."""
    out: list[int] = []
    for at, above in enumerate(parent):
        inside = above >= 0 and outline.entries[out[above]].kind is Kind.TABLE
        out.append(out[above] if inside else at)
    return out
