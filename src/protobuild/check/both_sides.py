"""Read which matters bind members, which officers, and which both; from typed lists as from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from protobuild.check.duties import Side, duties
from protobuild.check.prose import Prose

Matters = dict[str, tuple[str, ...]]
MATTERS: Matters = {
    "respect and courtesy": ("respect", "courte", "dignity", "civil"),
    "bullying and harassment": ("bully", "bullie", "harass", "intimidat"),
    "confidentiality": ("confiden",),
    "personal relationships": (
        "personal relationship",
        "close relationship",
        "family, business",
        "such a relationship",
        "any relationship",
        "familiar",
    ),
    "criticism": ("criticis", "personal attack", "in public", "public meeting"),
    "undue pressure and influence": (
        "undue pressure",
        "undue influence",
        "unfair advantage",
        "improperly",
        "put pressure",
        "pressuri",
    ),
    "answering enquiries": ("enquir", "reply", "replies", "respond to"),
    "personal interests": ("personal interests", "private interests", "personal advantage", "own gain"),
}
"""What each side may owe the other alike, by the beginnings of words that tell of it."""
_OTHERWISE = re.compile(r"respective|(?:in|with) respect (?:of|to)|respect(?=s? the confiden)|as familiar")
"""The same letters, and another meaning."""

_EXPECTS = re.compile(
    r"\b(?P<who>members?|councillors?|officers?|employees?)\b[^.:]*\b(?:can|may|should) (?:each )?expect\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A stretch of words that asks something of a side in a matter."""

    matter: str
    side: Side
    prose: Prose
    start: int
    end: int


def bound_in(read: Iterable[Prose]) -> Iterator[Bound]:
    """Yield what is asked of each side, clause by clause, in reading order."""
    for _, group in groupby(read, key=lambda prose: id(prose.spot.clause)):
        prose = list(group)
        clause = prose[0].spot.clause
        if clause is None or clause.quotation:
            continue
        matters = _told("\n".join(each.own for each in prose), MATTERS)
        if not matters:
            continue
        if clause.expectations:
            for each in prose:
                yield from _matters(each, 0, len(each.words), clause.expectations.of, matters)
        else:
            yield from _of_sentences(prose, matters)


def _of_sentences(prose: list[Prose], matters: Matters) -> Iterator[Bound]:
    """Yield what the sentences ask; a sentence that leads to a list asks what its items say."""
    for at, first in enumerate(prose):
        for start, end, side in _asked(first):
            yield from _matters(first, start, end, side, matters)
            if first.words[start:end].rstrip(" -–").endswith(":"):
                yield from _matters(first, end, len(first.words), side, matters)
                for item in prose[at + 1 :]:
                    yield from _matters(item, 0, len(item.words), side, matters)


def _asked(prose: Prose) -> Iterator[tuple[int, int, Side]]:
    for duty in duties([prose]):
        if duty.own and duty.side and duty.word != "may":
            yield (*duty.sentence, duty.side)
    for found in _EXPECTS.finditer(prose.own) if "expect" in prose.own else ():
        end = prose.words.find(":", found.end()) + 1 or len(prose.words)
        other: Side = "officers" if found["who"][0] in "mMcC" else "members"
        yield found.start(), end, other


def _matters(prose: Prose, start: int, end: int, side: Side, matters: Matters) -> Iterator[Bound]:
    for matter in _told(prose.own[start:end], matters):
        yield Bound(matter, side, prose, start, end)


def _told(words: str, matters: Matters) -> Matters:
    """Return the matters that the words speak of."""
    small = words.lower()
    if "respect" in small or "familiar" in small:
        small = _OTHERWISE.sub("", small)
    return {matter: signs for matter, signs in matters.items() if any(sign in small for sign in signs)}
