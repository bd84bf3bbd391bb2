"""Say how alike two texts are, by their words in order and by the phrases they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from types import ModuleType

from protobuild.redline.wording.tokens import words_of

PHRASED = 0.95
"""The most that shared phrases prove."""
ENOUGH = 8
"""Words below which shared phrases prove nothing."""
RARE = 12
"""In how many texts at most a word or phrase may stand and still tell one from another."""
FAINT = 0.2
"""Share of the likeliest text's votes below which another is not worth comparing."""
TELLING = 20
"""How many of a text's rarest words and phrases are asked."""

Phrase = tuple[str, ...]
"""Three words in a row."""
Sign = str | Phrase


@dataclass(frozen=True)
class Wording:
    """The words of a text, prepared for comparing."""

    text: str
    """The words as one string: equal strings are equal wordings."""
    words: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many words."""
        return len(self.words)

    @cached_property
    def phrases(self) -> frozenset[Phrase]:
        """Every run of three words; worked out only where texts have to be told apart."""
        return frozenset(_phrases(self.words))

    @property
    def signs(self) -> frozenset[Sign]:
        """Its words and phrases: what may tell it from other texts."""
        return self.phrases.union(self.words)

    def signs_among(self, wanted: frozenset[Sign]) -> frozenset[Sign]:
        """Return its words and phrases that are wanted, without making a set of all it has."""
        return wanted.intersection(chain(_phrases(self.words), self.words))


def _phrases(words: Sequence[str]) -> Iterator[Phrase]:
    return zip(words, words[1:], words[2:], strict=False)


def wording(text: str) -> Wording:
    """Return the wording of a plain text; capitals and marks do not count."""
    words = tuple(words_of(text))
    return Wording(" ".join(words), words)


def likeness(old: Wording, new: Wording) -> float:
    """Return 0 for nothing in common to 1 for the same words.

    The larger of two measures: the share of words kept in order, and the share of the
    shorter text's three-word phrases found in the longer. The second sees a paragraph that
    lost half its sentences; it counts only where the shorter text is long enough.
    """
    if old.words == new.words:
        return 1.0
    if not old.words or not new.words:
        return 0.0
    in_order = kept_in_order(old.words, new.words)
    if in_order >= PHRASED:
        return in_order
    shorter = min(len(old.phrases), len(new.phrases))
    if shorter < ENOUGH:
        return in_order
    return max(in_order, len(old.phrases & new.phrases) / shorter * PHRASED)


def kept_in_order(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of all words of both sequences that stand, in order, in both."""
    share: float = _distance().Indel.normalized_similarity(old, new)
    return share


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words stand, in order, in both sequences."""
    count: int = _distance().LCSseq.similarity(one, other)
    return count


def without(words: Wording, taken: Wording) -> Wording:
    """Return the words left when those common with `taken`, in order, are set aside."""
    left = [
        word
        for op in _distance().LCSseq.opcodes(words.words, taken.words)
        if op.tag == "delete"
        for word in words.words[op.src_start : op.src_end]
    ]
    return Wording(" ".join(left), tuple(left))


@cache
def _distance() -> ModuleType:
    """Return the library that compares sequences, imported when it is first asked and looked up once."""
    from rapidfuzz import distance

    return distance


def holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Return whether the words of `part` stand in `words` one after the other."""
    size = len(part)
    return any(tuple(words[at : at + size]) == tuple(part) for at in range(len(words) - size + 1))


def candidates(
    old: Sequence[tuple[int, Wording]], new: Sequence[tuple[int, Wording]], most: int = 5, few: int = 64
) -> dict[int, list[int]]:
    """Return for each old position the few new positions worth comparing it with, likeliest first.

    Found through the rarest words and phrases they share, so that the work grows with the
    number of texts and not with its square. Where no more than `few` pairs can be made, all are.
    """
    if len(old) * len(new) <= few:
        return {at: [to for to, _ in new] for at, _ in old}
    where: dict[Sign, tuple[int, ...]] = {}
    for to, words in new:
        only = (to,)
        for sign in _signs(words):
            if (places := where.setdefault(sign, only)) is not only:
                where[sign] = (*places[:RARE], to)
    return {at: _likeliest(words, where, most) for at, words in old}


def _signs(words: Wording) -> dict[Sign, None]:
    """Return a text's words and phrases, in its order, each once."""
    return dict.fromkeys(chain(_phrases(words.words), words.words))


def _likeliest(words: Wording, where: dict[Sign, tuple[int, ...]], most: int) -> list[int]:
    found = [places for places in map(where.get, _signs(words)) if places and len(places) <= RARE]
    votes: dict[int, float] = {}
    for places in sorted(found, key=len)[:TELLING]:
        for to in places:
            votes[to] = votes.get(to, 0.0) + 1 / len(places)
    least = max(votes.values(), default=0.0) * FAINT
    return sorted((to for to in votes if votes[to] >= least), key=lambda to: (-votes[to], to))[:most]
