"""Misspelt: tell a misspelling put right from a change of word, by proof and not by likeness.

A misspelling is proved when the new word is one that protocols use, the old one is a slip of a
letter away from it, and the old one is none of the real words that are. Those are listed beside
the word in `words.txt`, so `form` for `from` and `office` for `officer` prove nothing. Words that
carry force are not in the list: `shoud` that becomes `should` is for a committee to see.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.txt")
SHORTEST = 5
"""Letters below which too many strings are somebody's name or initials."""


def put_right(old: str, new: str) -> bool:
    """Return whether the new words are the old ones with misspellings put right, and nothing else.

    >>> put_right("recieve", "receive"), put_right("form", "from")
    (True, False)
    """
    were, are = old.lower().split(), new.lower().split()
    if not were or len(were) != len(are):
        return False
    return all(was == now or _proved(was, now) for was, now in zip(were, are, strict=True))


def a_slip(one: str, other: str) -> bool:
    """Return whether two words differ by one letter more, less or other, or two in the wrong order.

    >>> a_slip("recieve", "receive"), a_slip("meting", "meeting"), a_slip("meetnig", "meting")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        len(min(one, other, key=len)),
    )
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[at + 1 :] == shorter[at:]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped


def _proved(old: str, new: str) -> bool:
    real = _real_words().get(new)
    return real is not None and old[0] == new[0] and old not in real and a_slip(old, new)


@cache
def _real_words() -> dict[str, frozenset[str]]:
    """Return the words of protocols, each with the real words a slip away from it."""
    lines = WORDS.read_text("utf-8").splitlines()
    return {word: frozenset(near) for word, *near in (line.split(" ") for line in lines)}
