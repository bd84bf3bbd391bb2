"""Find the heaviest increasing run of pairs: what stayed in order, so that the rest has moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_spine(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Return the positions, in order, of the pairs that make the heaviest increasing chain.

    A pair is (old, new, weight). Pairs come in order of `old`, each `old` and `new` once.
    A Fenwick tree of best chains keeps it at n log n.
    """
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return list(range(len(pairs)))
    order = {new: rank for rank, new in enumerate(sorted(new for _, new, _ in pairs), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(pairs) + 1)
    back: list[int] = []
    for position, (_, new, weight) in enumerate(pairs):
        rank = order[new]
        best = _best(tree, rank - 1)
        back.append(best[1])
        _raise(tree, rank, (best[0] + weight, position))
    chain: list[int] = []
    at = _best(tree, len(pairs))[1]
    while at >= 0:
        chain.append(at)
        at = back[at]
    return chain[::-1]


def _best(tree: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    best = (0.0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise(tree: list[tuple[float, int]], rank: int, value: tuple[float, int]) -> None:
    while rank < len(tree):
        if value[0] > tree[rank][0]:
            tree[rank] = value
        rank += rank & -rank
