"""Propose what each section is about, from the words of its heading."""

from __future__ import annotations

import re

from protobuild.interchange.notes import Confidence
from protobuild.model.kinds import KINDS

_OFTEN = 3
"""How many signs in the words of a section make a kind worth suggesting."""
_ENOUGH = 20_000
"""Characters of a section that are looked at."""


def propose_kind(heading: str, words: str) -> tuple[str, Confidence, str]:
    """Return a kind for the section, how sure that is, and why; `other` when nothing shows.

    A kind that only the words below the heading suggest is named in the reason, not given.
    """
    found = {name: hits for name in KINDS if (hits := _hits(name, heading))}
    if not found:
        return "other", "low", _suggestion(words)
    best = min(found, key=lambda name: (-len(found[name]), min(at for at, _ in found[name])))
    said = " and ".join(f"“{sign}”" for _, sign in found[best])
    rivals = [name for name in found if name != best and len(found[name]) == len(found[best])]
    first = min(found[best])[0] == 0
    confidence: Confidence = "high" if not rivals or (len(found[best]) > 1 and first) else "medium"
    instead = f"; it could be {' or '.join(rivals)}" if rivals else ""
    return best, confidence, f"the heading says {said}{instead}"


def _hits(kind: str, text: str) -> list[tuple[int, str]]:
    """Return where the signs of a kind stand in a text, the longest sign at each place."""
    low = text[:_ENOUGH].lower()
    hits = {
        match.start(): sign
        for sign in sorted(KINDS[kind].signs, key=len)
        if sign in low  # which is known much sooner than where
        for match in re.finditer(rf"\b{re.escape(sign)}", low)
    }
    return sorted(hits.items())


def _suggestion(words: str) -> str:
    counts = sorted(((len(_hits(name, words)), name) for name in KINDS), reverse=True)
    (most, name), (second, _) = counts[0], counts[1]
    if most >= _OFTEN and most >= 2 * second:
        return f"no sign in the heading; its words suggest {name}"
    return "no sign in the heading or the words"
