"""Compare two sequences of strings: which stretches are equal, and which are changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protobuild.redline.wording.spine import heaviest_spine

LARGEST = 10_000 * 10_000
"""Beyond this product of lengths the bit matrix of a comparison costs more than 12 MB."""
WIDTH = 8
"""Strings in a row that part two sequences too long to compare at once."""


@dataclass(frozen=True, slots=True)
class Op:
    """A stretch of the old sequence beside a stretch of the new one: equal, or changed."""

    equal: bool
    i: int
    i_end: int
    j: int
    j_end: int

    def shifted(self, i: int, j: int) -> Op:
        """Return the same stretch in sequences that begin that much earlier."""
        return Op(self.equal, self.i + i, self.i_end + i, self.j + j, self.j_end + j)


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Return the equal and changed stretches of two sequences, in order, changes as replacements.

    Sequences too long for one comparison are first parted at what is common and unique.
    """
    head, tail = _common_ends(old, new)
    out = [Op(True, 0, head, 0, head)] if head else []
    middle = _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    out += [op.shifted(head, head) for op in middle]
    if tail:
        out.append(Op(True, len(old) - tail, len(old), len(new) - tail, len(new)))
    return out


def _common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many strings the beginnings and the ends have in common, none counted twice."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _middle(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    if not old or not new:
        return [Op(False, 0, len(old), 0, len(new))] if old or new else []
    if len(old) * len(new) > LARGEST:
        return _parted(old, new)
    from rapidfuzz.distance import Indel

    numbers: dict[str, int] = {}
    left = [numbers.setdefault(text, len(numbers)) for text in old]
    right = [numbers.setdefault(text, len(numbers)) for text in new]
    return _joined(
        Op(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Indel.opcodes(left, right)
    )


def _parted(old: Sequence[str], new: Sequence[str]) -> list[Op]:
    """Part two very long sequences at common stretches that occur once in each."""
    there = _unique(new)
    anchors = sorted((i, there[key]) for key, i in _unique(old).items() if key in there)
    spine = heaviest_spine([(i, j, 1.0) for i, j in anchors])
    out: list[Op] = []
    i = j = 0
    for position in [*spine, None]:
        at, to = anchors[position] if position is not None else (len(old), len(new))
        if at < i or to < j:
            continue
        small = (at - i) * (to - j) <= LARGEST
        gap = _middle(old[i:at], new[j:to]) if small else [Op(False, 0, at - i, 0, to - j)]
        out += [op.shifted(i, j) for op in gap]
        if position is not None:
            out.append(Op(True, at, at + WIDTH, to, to + WIDTH))
            i, j = at + WIDTH, to + WIDTH
    return _joined(out)


def _unique(strings: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return where each stretch of `WIDTH` strings begins that occurs once."""
    found: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for i in range(len(strings) - WIDTH + 1):
        key = tuple(strings[i : i + WIDTH])
        if key in found:
            twice.add(key)
        found[key] = i
    return {key: i for key, i in found.items() if key not in twice}


def _joined(ops: Iterable[Op]) -> list[Op]:
    out: list[Op] = []
    for op in ops:
        if out and out[-1].equal == op.equal:
            out[-1] = Op(op.equal, out[-1].i, op.i_end, out[-1].j, op.j_end)
        else:
            out.append(op)
    return out
