"""Match the entries of two texts: by id, then by wording, then by what surrounds them."""

from __future__ import annotations

from collections.abc import Callable

from protobuild.model.outline import Outline
from protobuild.redline.matching.alike import pair_anywhere, pair_nearby, pair_replaced
from protobuild.redline.matching.exact import pair_equal_words, pair_ids, pair_titles
from protobuild.redline.matching.headings import pair_headings
from protobuild.redline.matching.joins import join_neighbours, join_whole
from protobuild.redline.matching.pairs import Matching, Pairing
from protobuild.redline.matching.parts import pair_parts
from protobuild.redline.matching.texts import prepare

Stage = Callable[[Pairing], None]

BY_WORDING: tuple[Stage, ...] = (
    pair_equal_words,
    join_whole,
    pair_anywhere,
    pair_nearby,
    pair_parts,
    pair_headings,
    join_neighbours,
    pair_replaced,
)
"""The surest evidence first: what a stage has paired, no later one takes apart."""


def match(old: Outline, new: Outline, *, ids: bool = True) -> Matching:
    """Return the matching of two clean outlines; `ids` says whether equal ids mean equal provisions."""
    made = Pairing(prepare(old.entries), prepare(new.entries), ids)
    pair_titles(made)
    if ids:
        pair_ids(made)
    for stage in BY_WORDING:
        stage(made)
    return made.matching()
