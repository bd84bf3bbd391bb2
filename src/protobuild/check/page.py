"""Page: all words of a protocol in one piece, so that a sign is looked for once and not in every spot."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from protobuild.check.prose import Prose

_BETWEEN = "\n\x00\n"
"""What parts one stretch of words from the next; no sign reaches over it."""
_NAME = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[a-z]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The stretches of words of a protocol, one after the other."""

    words: str = ""
    own: str = ""
    """The same, with blanks where others are quoted."""
    small: str = ""
    """The same in small letters, to ask whether something is there at all."""
    _prose: tuple[Prose, ...] = ()
    _starts: tuple[int, ...] = ()

    def spot(self, at: int) -> tuple[Prose, int]:
        """Return the stretch of words that an offset lies in, and where that begins."""
        number = bisect_right(self._starts, at) - 1
        return self._prose[number], self._starts[number]

    def names(self) -> frozenset[str]:
        """Return the words that stand with a capital inside a sentence."""
        return _names(self.own)


def page(prose: Iterable[Prose]) -> Page:
    """Return stretches of words as one page."""
    read = tuple(prose)
    words = _BETWEEN.join(each.words for each in read)
    starts = accumulate((len(each.words) + len(_BETWEEN) for each in read), initial=0)
    return Page(words, _BETWEEN.join(each.own for each in read), words.lower(), read, tuple(starts))


@lru_cache(maxsize=1)
def _names(own: str) -> frozenset[str]:
    return frozenset(_NAME.findall(own))
