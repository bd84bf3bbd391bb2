"""Harassment: a meaning taken from the Protection from Harassment Act 1997 has both its limbs.

Section 7(2) and (3) of the Act (England and Wales; read): conduct that alarms or distresses, on at
least two occasions towards one person, or at least once towards each of two or more people.

Passes: a meaning that says both; one that names no number of occasions.
Fails: a note for `on at least two occasions` where nothing is said of two or more people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "harassment"

_TWICE = re.compile(
    r"\b(?:two|2|more than one) (?:or more )?(?:separate )?occasions?\b|\bmore than once\b", re.IGNORECASE
)
_EACH = re.compile(
    r"\b(?:two|2) or more (?:people|persons|individuals|others)\b|\bmore than one person\b", re.IGNORECASE
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each meaning of harassment that may be half of the Act's."""
    if look.protocol.manifest.council.nation not in ("england", "wales"):
        return
    for prose in look.prose:
        if "occasion" not in prose.own and "more than once" not in prose.own:
            continue
        found = _TWICE.search(prose.own)
        if not found or "arass" not in prose.own or _EACH.search(prose.own) or prose.spot.silent(NAME):
            continue
        yield Finding(
            NAME,
            "this meaning of harassment may be half of the one in the Protection from Harassment Act 1997",
            look.where(prose, *found.span()),
            "Section 7(3) of the Act (England and Wales; read) counts conduct on at least two occasions "
            "towards one person, and also conduct at least once towards each of two or more people.",
            "Add the other limb, or say that the meaning is the council's own.",
            Severity.NOTE,
        )
