"""Say of a change what people wrote about it: why, who proposes it, and how much it matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protobuild.model.redlined import Change, Rank, Why

GRAVITY = {Rank.MINOR: 0, Rank.TITLES: 1, Rank.SUBSTANTIVE: 2}
"""What is graver than what."""


def explained(change: Change, whys: Sequence[Why], last: int) -> Change:
    """Return the change with the reasons given for what it touches; `last` is the last round.

    What somebody calls graver than it was worked out is raised to that; nobody can lower it.
    """
    told = [why for why in whys if explains(why, change, last)]
    if not told:
        return change
    return replace(
        change,
        reason=" ".join(dict.fromkeys(why.reason for why in told if why.reason)),
        proposer=next((why.proposer for why in told if why.proposer), ""),
        rank=max([change.rank, *(why.rank for why in told if why.rank)], key=lambda rank: GRAVITY[rank]),
    )


def explains(why: Why, change: Change, last: int) -> bool:
    """Return whether it is about that change; a round there is not any more counts as the last."""
    return why.id in change.ids and (why.round is None or min(why.round, last) == change.round)


def lowered(changes: Sequence[Change], whys: Sequence[Why], last: int) -> list[tuple[Why, Change]]:
    """Return what was called less than it is, and the change it was said of: it is not honoured."""
    return [
        (why, change)
        for why in whys
        if why.rank is not None
        for change in changes
        if not change.withdrawn and explains(why, change, last) and GRAVITY[why.rank] < GRAVITY[change.rank]
    ]
