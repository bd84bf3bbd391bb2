"""Cut runs into the tokens that a reader would call words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from protobuild.model.runs import Run

_TOKEN = re.compile(r"\w++(?:[.,:'’\-‑]\w++)*+(?:\(\w+\))*+|[^\S\xa0]++|\xa0++|[^\w\s]")
_WORD = re.compile(r"\w++(?:[.,:'’\-‑]\w++)*+")
SENTENCE_END = frozenset(".!?")
_STOP = frozenset(
    """
    a an the of to in on at by for with from as and that this these those it its is are be been was
    were which who whom their his her they them he she there
    """.split()
)

SameTarget = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, marks and stretches of white space of a text, in order; joined, they are the text again."""

    texts: list[str]
    runs: list[Run]
    """The run each was cut from."""
    edges: list[int]
    """Where a run begins, the first one left out."""
    refs: list[str]
    """What the references in it stand for, in order; a reference is one token whatever it prints."""

    def seen(self) -> list[int]:
        """Return where the tokens stand that are not white space, which never anchors anything."""
        return [at for at, text in enumerate(self.texts) if not text.isspace()]

    def keys(self, seen: Iterable[int]) -> list[str]:
        """Return what tokens are compared by: a reference by its target, anything else by its words."""
        if not self.refs:
            return [self.texts[at] for at in seen]
        return [reference(ref) if (ref := self.runs[at].ref) else self.texts[at] for at in seen]


def reference(target: str) -> str:
    """Return what a reference is compared by; no other token has brackets and a word in it."""
    return f"[[{target}]]"


def weights(keys: Iterable[str]) -> Iterator[float]:
    """Return how much keeping each token says about two texts being one: marks little, small words less."""
    return map(_weight, keys)


@lru_cache(20_000)
def _weight(key: str) -> float:
    if not key[0].isalnum():
        return 1.0 if key.startswith("[[") else 0.25
    return 0.5 if key.lower() in _STOP else 1.0


def cut(runs: Sequence[Run]) -> Tokens:
    """Return the tokens of the runs; a reference is not cut, for its words are worked out."""
    texts: list[str] = []
    owners: list[Run] = []
    edges: list[int] = []
    for run in runs:
        found = [run.text] if run.ref else _TOKEN.findall(run.text)
        edges.append(len(texts))
        texts += found
        owners += [run] * len(found)
    return Tokens(texts, owners, edges[1:], [run.ref for run in runs if run.ref])


def joined(parts: Sequence[Tokens]) -> Tokens:
    """Return the tokens of several texts as those of one."""
    if len(parts) == 1:
        return parts[0]
    starts = [0, *accumulate(len(part.texts) for part in parts)]
    edges = [start + edge for part, start in zip(parts, starts, strict=False) for edge in (0, *part.edges)]
    return Tokens(
        list(chain.from_iterable(part.texts for part in parts)),
        list(chain.from_iterable(part.runs for part in parts)),
        edges[1:],
        list(chain.from_iterable(part.refs for part in parts)),
    )


def words_of(text: str) -> list[str]:
    """Return the words of a plain text, lower case, for likeness and counting."""
    return _WORD.findall(text.lower())
