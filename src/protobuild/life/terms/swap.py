"""Swap: a word or phrase and the one to stand in its place, in each case and number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_VOWEL = re.compile(r"(?!uni|use|usu|eu|one\b)[aeiou]|hour|honest", re.IGNORECASE)
_ENDS = (("man", "men"), ("person", "people"))


@dataclass(frozen=True, slots=True)
class Swap:
    """What is replaced, and with what."""

    old: str
    new: str
    pattern: re.Pattern[str] = field(init=False, compare=False)
    """Finds the old word in any case and number, with `a` or `an` before it."""

    def __post_init__(self) -> None:
        forms = "|".join(r"\s+".join(map(re.escape, form.split())) for form in (plural(self.old), self.old))
        exact = 0 if self.old != self.old.lower() else re.IGNORECASE
        found = re.compile(rf"(?<![\w])(?:(?P<article>[aA]n?)\s+)?(?P<word>{forms})(?!\w)", exact)
        object.__setattr__(self, "pattern", found)

    def put(self, found: re.Match[str]) -> str:
        """Return what stands in place of a word that was found, in its case and number.

        >>> swap = Swap("councillor", "elected member")
        >>> swap.put(swap.pattern.search("A Councillor asks."))
        'An Elected member'
        """
        article, new = found["article"], self.word(found)
        if not article:
            return new
        between = found.group()[len(article) : len(found.group()) - len(found["word"])]
        return f"{article[0]}{'n' if _VOWEL.match(new) else ''}{between}{new}"

    def word(self, found: re.Match[str]) -> str:
        """Return the same without the article."""
        word = found["word"]
        many = " ".join(word.split()).lower() == plural(self.old).lower() != self.old.lower()
        return _in_case(word, plural(self.new) if many else self.new)


def plural(words: str) -> str:
    """Return the plural of a word, or of the last word of a phrase.

    >>> plural("chairman"), plural("party"), plural("chair")
    ('chairmen', 'parties', 'chairs')
    """
    for one, many in _ENDS:
        if words.lower().endswith(one):
            return words[: -len(one)] + many
    if re.search(r"[^aeiou]y$", words):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("s", "x", "ch", "sh")) else f"{words}s"


def _in_case(word: str, new: str) -> str:
    """Return the new word in capitals, or with one, where the old has them."""
    if len(word) > 1 and word.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if word[0].isupper() else new
