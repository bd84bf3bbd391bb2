"""One side: what members owe officers, officers commonly owe members too.

Passes: a matter, such as confidentiality, in which something is asked of members and something of officers,
in one sentence or in two; a text that is about one side only.
Fails: a note for a matter in which a text that binds both sides asks something of one side alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from protobuild.check.both_sides import Bound, bound_in
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "one_sided"

WHOLE = 6
"""In how many matters a text must bind anybody to be taken for a whole protocol."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each matter that binds one side only, where it first does so."""
    bound: dict[str, list[Bound]] = defaultdict(list)
    for each in bound_in(look.prose):
        bound[each.matter].append(each)
    if len(bound) < WHOLE:
        return
    for matter, all_bound in bound.items():
        sides = {each.side for each in all_bound}
        first = all_bound[0]
        if sides in ({"members"}, {"officers"}) and not first.prose.spot.silent(NAME):
            yield _finding(look, matter, first)


def _finding(look: Look, matter: str, first: Bound) -> Finding:
    other = "officers" if first.side == "members" else "members"
    return Finding(
        NAME,
        f"on {matter}, the text seems to ask something of {first.side} and nothing of {other}",
        look.where(first.prose, first.start, first.end),
        f"To {first.side} it may seem one-sided, and {other} may think that it is no matter of theirs.",
        f"If the same should hold for {other}, say so here or in a paragraph beside it.",
        Severity.NOTE,
    )
