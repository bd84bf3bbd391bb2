"""Cut runs into the tokens that a reader would call words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from protobuild.model.runs import Run

_TOKEN = re.compile(r"\w+(?:[.,:'’\-‑]\w+)*(?:\(\w+\))*|[^\S\xa0]+|\xa0+|[^\w\s]", re.UNICODE)
_WORD = re.compile(r"\w+(?:[.,:'’\-‑]\w+)*")
SENTENCE_END = frozenset(".!?")
_STOP = frozenset(
    """
    a an the of to in on at by for with from as and that this these those it its is are be been was
    were which who whom their his her they them he she there
    """.split()
)

SameTarget = Callable[[str, str], bool]


class Token(NamedTuple):
    """A word, a mark or a stretch of white space, with the run it was cut from."""

    text: str
    run: Run

    @property
    def space(self) -> bool:
        """Whether it is white space, which never anchors anything."""
        return self.text.isspace()

    @property
    def key(self) -> str:
        """What it is compared by: a reference by its target, anything else by its words."""
        return f"[[{self.run.ref}]]" if self.run.ref else self.text

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence may end here."""
        return self.text in SENTENCE_END


def weights(tokens: Sequence[Token]) -> list[float]:
    """Return how much keeping each token says about two texts being one: marks little, small words less."""
    return [1.0 if run.ref else _weight(text) for text, run in tokens]


@lru_cache(20_000)
def _weight(text: str) -> float:
    if not text[0].isalnum():
        return 0.25
    return 0.5 if text.lower() in _STOP else 1.0


def cut(runs: Iterable[Run]) -> list[Token]:
    """Return the tokens of the runs, in order; joined, they are the runs' text again.

    A reference is one token whatever it prints, for its words are worked out.
    """
    out: list[Token] = []
    for run in runs:
        if run.ref:
            out.append(Token(run.text, run))
        else:
            out.extend(map(Token, _TOKEN.findall(run.text), repeat(run)))
    return out


def seen_at(tokens: Sequence[Token]) -> list[int]:
    """Return where the tokens stand that are not white space."""
    return [at for at, (text, _) in enumerate(tokens) if not text.isspace()]


def words_of(text: str) -> list[str]:
    """Return the words of a plain text, lower case, for likeness and counting."""
    return _WORD.findall(text.lower())
