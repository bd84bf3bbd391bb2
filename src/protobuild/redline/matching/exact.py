"""Pair what is surely the same: the titles, equal ids, and equal words."""

from __future__ import annotations

from collections.abc import Iterable

from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import Text

TELLING = 4
"""Words that equal wordings need to be paired for being the only two of their kind."""


def pair_titles(made: Pairing) -> None:
    """Pair the first entries, which are never removed."""
    if made.old.entries and made.new.entries:
        made.pair(0, 0)


def pair_ids(made: Pairing) -> None:
    """Pair equal ids of one family: an id is chosen once and trusted."""
    where = {entry.id: to for to, entry in enumerate(made.new.entries) if entry.id}
    for at, entry in enumerate(made.old.entries):
        to = where.get(entry.id)
        if to is not None and made.old.family(at) == made.new.family(to):
            made.pair(at, to)


def pair_equal_words(made: Pairing) -> None:
    """Pair equal words that occur once on either side, and repeated ones by their neighbours."""
    olds, news = made.loose()
    places = _by_words(made.new, news)
    for key, at in _by_words(made.old, olds).items():
        to = places.get(key, [])
        telling = key[0] == "heading" or made.old.says[at[0]].size >= TELLING
        if len(at) == len(to) == 1 and telling:
            made.pair(at[0], to[0])
    spread(made)


def spread(made: Pairing) -> None:
    """Pair equal neighbours of pairs, walking down and then up: repeated words go with their company."""
    for step in (1, -1):
        for at, to in sorted(made.there.items(), reverse=step < 0):
            at, to = at + step, to + step
            while _equal_and_free(made, at, to):
                made.pair(at, to)
                at, to = at + step, to + step


def _equal_and_free(made: Pairing, at: int, to: int) -> bool:
    if not (0 <= at < len(made.old.entries) and 0 <= to < len(made.new.entries)):
        return False
    if not (made.free_old(at) and made.free_new(to)) or made.old.family(at) != made.new.family(to):
        return False
    return made.old.says[at].words == made.new.says[to].words


def _by_words(text: Text, loose: Iterable[int]) -> dict[tuple[str, str], list[int]]:
    """Return the positions of each family's wordings."""
    out: dict[tuple[str, str], list[int]] = {}
    for at in loose:
        if text.says[at].words:
            out.setdefault((text.family(at), text.says[at].text), []).append(at)
    return out
