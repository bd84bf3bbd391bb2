"""What stayed in order: no other chain of pairs weighs more."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations

import pytest

from protobuild.redline.wording.spine import heaviest_spine

WEIGHTS = (3.0, 1.0, 2.5, 1.25, 4.0)


def heaviest(pairs: list[tuple[int, int, float]]) -> float:
    """Return the weight of the heaviest increasing chain, by trying every one."""
    chains = (chain for size in range(len(pairs) + 1) for chain in combinations(pairs, size))
    return max(
        sum(weight for _, _, weight in chain)
        for chain in chains
        if all(one[1] < other[1] for one, other in pairwise(chain))
    )


@pytest.mark.parametrize("order", list(permutations(range(5))))
def test_no_other_chain_of_five_pairs_weighs_more(order: tuple[int, ...]) -> None:
    pairs = [(at, 10 * to, WEIGHTS[at]) for at, to in enumerate(order)]
    spine = heaviest_spine(pairs)
    assert [pairs[at][1] for at in spine] == sorted(pairs[at][1] for at in spine)
    assert spine == sorted(spine)
    assert sum(pairs[at][2] for at in spine) == heaviest(pairs)


def test_what_kept_its_order_is_kept_whole() -> None:
    assert heaviest_spine([(at, at, 0.5) for at in range(9)]) == list(range(9))


def test_of_two_that_changed_places_the_heavier_stays() -> None:
    assert heaviest_spine([(0, 1, 1.0), (1, 0, 2.0)]) == [1]
    assert heaviest_spine([(0, 1, 2.0), (1, 0, 1.0)]) == [0]


def test_of_two_as_heavy_the_one_that_comes_first_stays() -> None:
    assert heaviest_spine([(0, 1, 1.0), (1, 0, 1.0)]) == [0]
    assert heaviest_spine([(0, 2, 1.0), (1, 1, 1.0), (2, 0, 1.0)]) == [0]


def test_no_pairs_have_no_spine() -> None:
    assert heaviest_spine([]) == []
