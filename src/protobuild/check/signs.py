"""Signs: tables of what gives a fault of writing away, looked for in all words of a protocol at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

_BETWEEN = "\n\x00\n"
"""What parts one stretch of words from the next; no sign reaches over it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sort of fault: how to know it, and what to say of it."""

    seen: re.Pattern[str]
    """What gives it away; a group `at` marks what is shown, where that is not all of it."""
    message: str
    """What is wrong; `{}` stands for the words that are shown."""
    why: str
    fix: str
    severity: Severity = Severity.NOTE
    quoted: bool = False
    """Whether the words of others are looked at as well."""
    unless: re.Pattern[str] | None = None
    """What excuses it, in all that was seen."""


@dataclass(frozen=True, slots=True)
class Page:
    """All words of a protocol in one piece, so that each sign is looked for once and not in every spot."""

    words: str
    own: str
    """The same, with blanks where others are quoted."""
    _prose: tuple[Prose, ...]
    _starts: tuple[int, ...]

    def spot(self, at: int) -> tuple[Prose, int]:
        """Return the stretch of words that an offset lies in, and where that begins."""
        number = bisect_right(self._starts, at) - 1
        return self._prose[number], self._starts[number]


def page(prose: Iterable[Prose]) -> Page:
    """Return stretches of words as one page."""
    read = tuple(prose)
    lengths = (len(each.words) + len(_BETWEEN) for each in read)
    starts = (0, *accumulate(lengths))
    return Page(
        _BETWEEN.join(each.words for each in read), _BETWEEN.join(each.own for each in read), read, starts
    )


def found(look: Look, name: str, signs: Iterable[Sign], leaf: Page | None = None) -> Iterator[Finding]:
    """Yield a finding for each place where a sign is seen and the check of that name is not silenced."""
    leaf = leaf or page(look.prose)
    for sign in signs:
        for seen in sign.seen.finditer(leaf.words if sign.quoted else leaf.own):
            if sign.unless is None or not sign.unless.search(seen.group()):
                yield from _told(look, name, sign, seen, leaf)


def _told(look: Look, name: str, sign: Sign, seen: re.Match[str], leaf: Page) -> Iterator[Finding]:
    start, end = seen.span("at" if "at" in sign.seen.groupindex else 0)
    prose, begins = leaf.spot(start)
    if prose.spot.silent(name):
        return
    words = " ".join(leaf.words[start:end].split())
    place = look.where(prose, start - begins, end - begins)
    yield Finding(name, sign.message.format(words), place, sign.why, sign.fix, sign.severity)
