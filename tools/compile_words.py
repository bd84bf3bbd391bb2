"""Compile the words whose misspelling can be proved.

    python tools/compile_words.py LISTS... --texts TEXTS...

LISTS are files of English words, a line each, British and American, the larger the better. TEXTS
are files of prose like a protocol's: the words they use are the ones worth knowing. For each of
those, the real words a slip away from it are written beside it, so that `form` put in the place
of `from` is never taken for a misspelling.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from protobuild.redline.force.families import ACTS, FAMILIES, PEOPLE
from protobuild.redline.force.misspelt import SHORTEST, WORDS, a_slip

USED = 2
"""Texts that must use a word for it to be worth knowing."""


def main() -> None:
    """Write the words and their neighbours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--texts", nargs="+", type=Path, required=True)
    given = parser.parse_args()
    real = {word for path in given.lists for word in path.read_text("utf-8").lower().split()}
    small = {word for path in given.lists for word in path.read_text("utf-8").split() if word.islower()}
    used = Counter(word for path in given.texts for word in set(_words(path)))
    forceful = {word for family in FAMILIES if family not in (PEOPLE, ACTS) for word in family.signs}
    chosen = sorted(
        word
        for word, texts in used.items()
        if texts >= USED and word in small and word not in forceful and len(word) >= SHORTEST
    )
    near = _neighbours(chosen, real)
    lines = (" ".join((word, *sorted(near[word]))) for word in chosen)
    WORDS.write_text("\n".join(lines) + "\n", "utf-8")


def _words(path: Path) -> list[str]:
    return re.findall(r"\b[a-z]+\b", path.read_text("utf-8"))


def _neighbours(chosen: list[str], real: set[str]) -> dict[str, set[str]]:
    """Return for each chosen word the real words one slip away from it."""
    by_shape: dict[str, list[str]] = defaultdict(list)
    for word in chosen:
        for shape in _shapes(word):
            by_shape[shape].append(word)
    out: dict[str, set[str]] = defaultdict(set)
    for word in real:
        for shape in _shapes(word):
            for other in by_shape.get(shape, ()):
                if word[0] == other[0] and a_slip(word, other):
                    out[other].add(word)
    return out


def _shapes(word: str) -> Iterator[str]:
    """Yield the word, and the word less each letter: two words a slip apart share one of these."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


if __name__ == "__main__":
    main()
