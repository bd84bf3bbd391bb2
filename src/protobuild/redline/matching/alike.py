"""Pair what is much alike wherever it lies, what is fairly alike nearby, and what took another's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from protobuild.redline.matching.exact import spread
from protobuild.redline.matching.likeness import Sign, kept_in_order
from protobuild.redline.matching.pairs import Pairing, Row, in_order, one_each
from protobuild.redline.matching.texts import Text

NEARBY = 0.40
"""Likeness that pairs two entries which lie in the same gap between pairs already made."""
IN_PLACE = 0.60
"""Likeness at which what lies in the same gap is paired before anything is looked for elsewhere."""
FAR = 0.70
"""Likeness that pairs two entries anywhere else; below it a move is a guess."""
RENAMED = 0.90
"""Words kept in order that pair two entries although they have different ids, or moved to another level.

Below it, and from a likeness of `FAR` up, different ids mean two provisions that look alike: had they
been one, whoever chose the second id would have seen it. Still less alike, nobody could be sure.
"""
SURE = 0.95
"""Likeness beyond which no better partner is looked for."""
LONG = 8
"""Words an entry needs before wording alone may pair it far away."""
HEADSTART = 0.15
"""What lying in the same gap adds to a likeness when two entries want the same partner."""
FEW = 64
"""Pairs in a gap that are simply all compared; in a larger gap only the likeliest are."""
TELLING = 2
"""Words or phrases that only the two entries of a move share; what many entries say is boilerplate."""
REPLACED = 4
"""Entries in a row that may have been replaced one for one."""


def pair_anywhere(made: Pairing) -> None:
    """Pair long entries whose wording is much alike, best first, what lies in place before what moved."""
    near = _nearness(made)
    rows = [row for row in _promising(made) if near(row) or _may_move(made, row)]
    chosen = one_each(sorted(rows, key=lambda row: -row[0] - HEADSTART * near(row)))
    in_place = set(in_order(row for row in chosen if near(row)))
    moved = {row for row in chosen if row[1:] not in in_place and _may_move(made, row)}
    lone = _lone_signs(made, moved)
    for row in chosen:
        if row[1:] in in_place or (row in moved and _telling(made, row, lone)):
            made.pair(*row[1:])
    spread(made)


def pair_nearby(made: Pairing) -> None:
    """Pair what is fairly alike and lies between the same neighbours, in order."""
    for olds, news in made.gaps():
        rows = _worthwhile(made, *_rest(made, olds, news))
        for at, to in in_order(row for row in rows if row[0] >= NEARBY and not _two(made, row)):
            made.pair(at, to)


def pair_replaced(made: Pairing) -> None:
    """Pair as many old as new entries that fill a gap alone: each took the other's place.

    Their words say nothing of each other. It is done only where the neighbours on both sides
    are pairs, and never against ids.
    """
    for olds, news in made.gaps():
        rest_old, rest_new = _rest(made, olds, news)
        alone = len(rest_old) == len(olds) == len(rest_new) == len(news) <= REPLACED
        if alone and _same_shape(made, rest_old, rest_new):
            for at, to in zip(rest_old, rest_new, strict=True):
                made.pair(at, to)


def _nearness(made: Pairing) -> Callable[[Row], bool]:
    """Return what says whether the two of a row lie in the same gap."""
    gap_of_old: dict[int, int] = {}
    gap_of_new: dict[int, int] = {}
    for number, (olds, news) in enumerate(made.gaps()):
        gap_of_old |= dict.fromkeys(olds, number)
        gap_of_new |= dict.fromkeys(news, number)
    return lambda row: row[1] in gap_of_old and gap_of_old[row[1]] == gap_of_new.get(row[2])


def _promising(made: Pairing) -> list[Row]:
    """Return the free pairs alike enough, likest first; what is surely found is looked for no further."""
    found: list[tuple[int, int]] = []
    for at, tos in made.worth().items():
        for to in tos if made.free_old(at) else ():
            if made.free_new(to):
                found.append((at, to))
                if made.likeness(at, to) >= SURE:
                    break
    return [row for row in made.by_likeness(found) if row[0] >= IN_PLACE and not _two(made, row)]


def _long(made: Pairing, row: Row) -> bool:
    return min(made.old.says[row[1]].size, made.new.says[row[2]].size) >= LONG


def _two(made: Pairing, row: Row) -> bool:
    """Whether different ids say that two entries much alike are two provisions."""
    return row[0] >= FAR and made.named(row[1], row[2]) and not _nearly_equal(made, row)


def _may_move(made: Pairing, row: Row) -> bool:
    """Whether two entries are alike enough to be one in another place, and more so on another level."""
    _, at, to = row
    same = made.old.entries[at].kind is made.new.entries[to].kind
    return row[0] >= FAR and _long(made, row) and (same or _nearly_equal(made, row))


def _nearly_equal(made: Pairing, row: Row) -> bool:
    """Whether hardly a word differs; that one is found whole in a longer one is not enough."""
    return kept_in_order(made.old.says[row[1]].words, made.new.says[row[2]].words) >= RENAMED


def _lone_signs(made: Pairing, rows: Iterable[Row]) -> frozenset[Sign]:
    """Return the words and phrases the two of some row share and no other entry of either text has."""
    shared = [made.old.says[at].signs & made.new.says[to].signs for _, at, to in rows]
    wanted = frozenset[Sign]().union(*shared)
    once = (_said_once(text, wanted) for text in (made.old, made.new))
    return wanted.intersection(*once) if wanted else wanted


def _said_once(text: Text, wanted: frozenset[Sign]) -> frozenset[Sign]:
    said = Counter(
        sign
        for at, words in enumerate(text.says)
        if text.family(at) == "prose"
        for sign in words.signs_among(wanted)
    )
    return frozenset(sign for sign, times in said.items() if times == 1)


def _telling(made: Pairing, row: Row, lone: frozenset[Sign]) -> bool:
    _, at, to = row
    return len(made.old.says[at].signs & made.new.says[to].signs & lone) >= TELLING


def _same_shape(made: Pairing, olds: Sequence[int], news: Sequence[int]) -> bool:
    """Whether entries are plain prose, of the same kinds at the same levels, under the same heading."""
    return all(
        made.old.family(at) == made.new.family(to) == "prose"
        and made.old.entries[at].kind is made.new.entries[to].kind
        and made.old.entries[at].level == made.new.entries[to].level
        and not made.named(at, to)
        and (made.there.get(made.old.above[at]) == made.new.above[to] or made.old.above[at] in olds)
        for at, to in zip(olds, news, strict=True)
    )


def _worthwhile(made: Pairing, olds: Sequence[int], news: Sequence[int]) -> list[Row]:
    """Return the rows of a gap worth looking at: all where they are few, else those found before."""
    if len(olds) * len(news) <= FEW:
        return made.by_likeness((at, to) for at in olds for to in news)
    here, likely = set(news), made.worth()
    return made.by_likeness((at, to) for at in olds for to in likely.get(at, ()) if to in here)


def _rest(made: Pairing, olds: range, news: range) -> tuple[list[int], list[int]]:
    """Return the free entries of a gap, without what hangs on others."""
    return (
        [at for at in olds if made.free_old(at) and made.old.stands_alone(at)],
        [to for to in news if made.free_new(to) and made.new.stands_alone(to)],
    )
