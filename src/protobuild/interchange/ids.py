"""Name clauses for good: short, telling, unique, and the same each time the same text is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PLAIN_WORDS = frozenset(
    """a about all also an and any are as at be been being between both but by can cannot council councillor
    councillors could did do does each either etc for from had has have he her his how if in into is it its
    may member members might must neither no nor not of officer officers on one only or other out own shall
    she should so some such than that the their them then there these they this those to under up upon was
    we were what when where which who whom whose why will with within would you your eg ie""".split()
)
"""Words that nearly every paragraph has, so they tell nothing apart."""

_LONGEST = 40


class Names:
    """The ids given out so far."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, words: str, otherwise: str) -> str:
        """Return a new id made of the telling words of a text, or of `otherwise` when it has none."""
        name = next(name for name in self._offers(words, otherwise) if name not in self._given)
        self._given.add(name)
        return name

    def _offers(self, words: str, otherwise: str) -> Iterator[str]:
        telling = _telling(words) or [otherwise]
        for count in (3, 4, 5):
            if len(name := "-".join(telling[:count])) <= _LONGEST:
                yield name
        short = "-".join(telling[:2])[:_LONGEST].rstrip("-")
        yield short
        number = 2
        while True:
            yield f"{short}-{number}"
            number += 1


def _telling(words: str) -> list[str]:
    """Return the words a name is made of: lower case, no accents, a letter first."""
    bare = unicodedata.normalize("NFKD", words[:400]).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", bare))
    telling = [word[:20] for word in found if word not in _PLAIN_WORDS and len(word) > 1]
    kept = telling or [word[:20] for word in found]
    while kept and not kept[0][0].isalpha():
        kept = kept[1:]
    return list(dict.fromkeys(kept))
