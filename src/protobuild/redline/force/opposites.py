"""Opposites: one word exchanged for its opposite, `lawful` for `unlawful` or `yes` for `no`."""

from __future__ import annotations

import re

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non-", "non", "ab")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
LONGEST = 4
"""Words beyond which an edit is no mere exchange of one word."""


def opposites(struck: str, written: str) -> list[tuple[str, str]]:
    """Return each pair of a struck word and the opposite written for it.

    >>> opposites("is lawful", "is unlawful")
    [('lawful', 'unlawful')]
    """
    went, came = _WORD.findall(struck), _WORD.findall(written)
    if not went or not came or max(len(went), len(came)) > LONGEST:
        return []
    return [(one, other) for one in went for other in came if _opposite(one.lower(), other.lower())]


def _opposite(one: str, other: str) -> bool:
    if {one, other} == {"yes", "no"}:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES)
