"""Two texts of the case notation beside each other, and what the stages of matching make of them."""

from __future__ import annotations

from collections.abc import Callable

from notation import read
from protobuild.redline.matching.exact import pair_titles
from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import prepare

Stage = Callable[[Pairing], None]


def beside(old: str, new: str, *stages: Stage, ids: bool = False) -> Pairing:
    """Return two texts whose titles are paired, after these stages."""
    made = Pairing(prepare(read(old).entries), prepare(read(new).entries), ids)
    pair_titles(made)
    for stage in stages:
        stage(made)
    return made


def paired(made: Pairing) -> dict[int, int]:
    """Return which old line is which new one, counted from 1; the titles left out."""
    return {at: to for at, to in sorted(made.there.items()) if at}
