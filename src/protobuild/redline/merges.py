"""Find what was merged into a pair of entries, and what was split from one."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence

from protobuild.model.outline import Entry
from protobuild.redline.likeness import Wording, explains
from protobuild.redline.pairs import Matching, family, spine_of

EXPLAINED = 0.60
"""How far a neighbour's words must explain what a pair gained or lost, to be its merge or split."""
REACH = 12
"""How many entries away a merge or split is looked for."""


def merges(
    pairs: Mapping[int, int],
    old: Sequence[Entry],
    new: Sequence[Entry],
    says_old: Sequence[Wording],
    says_new: Sequence[Wording],
) -> Matching:
    """Return the pairs with what was merged into them, and what was split from them.

    The first of several joined entries keeps its boundary, so a pair may be made anew. No entry
    is part of two: its words would stand twice.
    """
    there = dict(pairs)
    here = {to: at for at, to in there.items()}
    merged: dict[int, int] = {}
    split: dict[int, int] = {}
    for at in spine_of(there, old):
        to = there[at]
        if family(old[at]) != "prose" or says_old[at].words == says_new[to].words:
            continue
        olds = _explained(at, says_new[to], old, says_old, ChainMap(there, merged))
        news = _explained(to, says_old[at], new, says_new, ChainMap(here, split))
        if len(olds) > 1:
            del there[at]
            there[olds[0]], here[to] = to, olds[0]
            merged.update(dict.fromkeys(olds[1:], olds[0]))
        elif len(news) > 1:
            del here[to]
            there[at], here[news[0]] = news[0], at
            split.update(dict.fromkeys(news[1:], news[0]))
    return Matching(dict(sorted(there.items())), merged, split)


def _explained(
    base: int, whole: Wording, entries: Sequence[Entry], says: Sequence[Wording], taken: Mapping[int, int]
) -> list[int]:
    """Return `base` and the free neighbours whose words, in order, make up the rest of `whole`."""
    rest = _without(whole.words, says[base].words)
    out = [base]
    for step in (-1, 1):
        one = base + step
        while 0 < one < len(entries) and abs(one - base) < REACH and one not in taken and len(rest) > 3:
            part = says[one].words
            prose = family(entries[one]) == "prose"
            if prose and len(part) > 3 and explains(part, rest) >= EXPLAINED:
                out.append(one)
                rest = _without(rest, part)
            one += step
    return sorted(out)


def _without(words: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """Return the words left when those common with `taken`, in order, are set aside."""
    from rapidfuzz.distance import LCSseq

    out: list[str] = []
    for op in LCSseq.opcodes(words, taken):
        if op.tag in ("delete", "replace"):
            out.extend(words[op.src_start : op.src_end])
    return tuple(out)
