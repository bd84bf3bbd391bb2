"""Duplicates: a thing is said once, and other places refer to it.

Passes: sentences that share a phrase; the same example under bullying and under harassment; what
is quoted.
Fails: a note for a sentence that says nearly what an earlier one says, in nearly the same words,
with where that stands; a warning for the same item twice in one list or paragraph.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.check.elsewhere import numbers, place_of
from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.clause import Clause
from protobuild.model.source import Finding, Severity

NAME = "duplicates"

LEAST = 8
"""Words that a sentence must have; shorter ones are alike by chance."""
ALIKE = 0.4
"""The share of the longer sentence's fours of words that the other must hold too."""
SHARED = 6
"""The fewest fours that tell; a long title makes fewer."""
COMMON = 12
"""Four words that stand in more sentences than this are a phrase of the trade, and tell nothing."""

_ITEM = re.compile(r"\.(?:items|steps)\.")
_WORD = re.compile(r"[\w’']+")
_SIDE = re.compile(r"\b(?:member|councillor|officer|employee)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    prose: Prose
    start: int
    end: int
    fours: frozenset[tuple[str, ...]]
    side: str
    """Of whom it first speaks: what members and officers owe each other is rightly said of both."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each sentence that repeats another, and a warning for each item that does."""
    yield from _items(look)
    cited = numbers(look)
    seen: list[_Sentence] = []
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for sentence in _sentences(look):
        earlier = _likeliest(sentence, seen, holding)
        if earlier is not None and not sentence.prose.spot.silent(NAME):
            yield _repeats(look, sentence, place_of(look, earlier.prose, cited))
        for four in sentence.fours:
            holding[four].append(len(seen))
        seen.append(sentence)


def _sentences(look: Look) -> Iterator[_Sentence]:
    """Yield the sentences worth comparing: the council's own, of some length, and no examples."""
    for prose in look.prose:
        clause = prose.spot.clause
        if clause is None or "eading" in prose.spot.path or ".examples." in prose.spot.path:
            continue
        if len(prose.own) < 4 * LEAST:
            continue
        small = prose.own.lower()
        for start, end in prose.sentences():
            words = _WORD.findall(small, start, end)
            if len(words) >= LEAST and not small[start:end].rstrip().endswith(":"):
                fours = frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
                yield _Sentence(prose, start, end, fours, _side(prose, small[start:end]))


def _side(prose: Prose, words: str) -> str:
    """Return of whom a sentence first speaks; an item's lead-in tells before the item does."""
    clause = prose.spot.clause
    lead = _lead(clause).lower() if clause and _ITEM.search(prose.spot.path) else ""
    first = _SIDE.search(lead) or _SIDE.search(words)
    turned = " expects" if "expect" in lead else ""  # what officers expect is what members owe
    return first.group() + turned if first else ""


def _lead(clause: Clause) -> str:
    """Return the words before a clause's list."""
    content = clause.expectations or clause.procedure
    return content.lead_in if content else clause.text or ""


def _likeliest(
    sentence: _Sentence, seen: list[_Sentence], holding: dict[tuple[str, ...], list[int]]
) -> _Sentence | None:
    """Return the earlier sentence that shares most with this one, if that is enough."""
    shared: Counter[int] = Counter()
    for four in sentence.fours:
        places = holding.get(four)
        if places and len(places) <= COMMON:
            shared.update(places)
    for number, count in shared.most_common(3):
        earlier = seen[number]
        longer = max(len(sentence.fours), len(earlier.fours))
        if count >= max(SHARED, ALIKE * longer) and earlier.side == sentence.side:
            return earlier
    return None


def _repeats(look: Look, sentence: _Sentence, there: str) -> Finding:
    return Finding(
        NAME,
        f"this sentence says nearly the same as one in {there}",
        look.where(sentence.prose, sentence.start, sentence.end),
        "Where the two differ, readers cannot tell which holds; and an amendment may change only one.",
        "Keep the fuller one, and refer to it from the other place.",
        Severity.NOTE,
    )


def _items(look: Look) -> Iterator[Finding]:
    """Yield a warning for each item that a clause holds twice."""
    first: dict[tuple[int, str], Prose] = {}
    for prose in look.prose:
        clause = prose.spot.clause
        if clause is None or clause.procedure or prose.spot.silent(NAME):
            continue
        if not clause.listed and "\n" not in prose.own:
            continue
        for start, end in _lines(prose):
            words = prose.own[start:end].strip(" .;,").lower()
            if " " not in words or len(words) < LEAST:
                continue
            if (id(clause), words) in first:
                yield _twice(look, prose, start, end)
            first.setdefault((id(clause), words), prose)


def _lines(prose: Prose) -> Iterator[tuple[int, int]]:
    start = 0
    for line in prose.own.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _twice(look: Look, prose: Prose, start: int, end: int) -> Finding:
    return Finding(
        NAME,
        "these words stand twice in this paragraph's lists",
        look.where(prose, start, end),
        "Readers look for a difference that is not there.",
        "Delete one of the two.",
        Severity.WARNING,
    )
