"""Guess the word a writer meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word the writer most likely meant, or nothing.

    >>> nearest("impartialty", ["impartiality", "roles"])
    'impartiality'
    """
    found = get_close_matches(word.lower(), tuple(known), n=1, cutoff=0.6)
    return found[0] if found else ""
