"""Sheet: everything the blocks of one page need to know of the whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from protobuild.model.outline import Outline
from protobuild.model.redlined import Change
from protobuild.render.inline import Inline
from protobuild.render.places import Places, places


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

    @property
    def marked(self) -> bool:
        """Whether the page is a redline."""
        return self.outline.last > 0


def sheet(outline: Outline, changes: Sequence[Change] = ()) -> Sheet:
    """Return what the blocks of a page need, worked out once."""
    found = places(outline)
    shown: dict[int, tuple[Change, ...]] = {}
    touched: dict[int, tuple[Change, ...]] = {}
    for change in changes:
        for order, position in enumerate(change.at):
            into = touched if order else shown
            into[position] = (*into.get(position, ()), change)
    return Sheet(outline, found, Inline(found.targets, outline.last), shown, touched)
