"""Harassment: a meaning taken from the Protection from Harassment Act 1997 has both its limbs.

Section 7(2) and (3) of the Act (England and Wales; read): conduct that alarms or distresses, on at
least two occasions towards one person, or at least once towards each of two or more people.

Section 26 of the Equality Act 2010 (England, Wales and Scotland; not read) may count unwanted conduct
by its purpose or by its effect.

Passes: a meaning that says both; one that names no number of occasions, nor what conduct is meant to do.
Fails: a note for `on at least two occasions` where nothing is said of two or more people, and for `with
the purpose of violating their dignity` where nothing is said of the effect.
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
_DONE_TO = re.compile(
    r"\b(?:violat\w+"
    r"|(?:hostile|intimidating|degrading|humiliating|offensive)(?: \w+){0,4} environment)\b"
)
_PURPOSE = re.compile(r"\b(?:purposes?|intended|intends?|intention|aim(?:s|ed)?|meant)\b")
_EFFECT = re.compile(r"\b(?:effects?|results?|consequences?|whether or not|regardless)\b")


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each meaning of harassment that may be half of the Act's."""
    if look.protocol.manifest.council.nation not in ("england", "wales"):
        return
    yield from _without_effect(look)
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


def _without_effect(look: Look) -> Iterator[Finding]:
    """Yield a note for each meaning that looks at what conduct is meant to do, and not at what it does."""
    for prose in look.prose:
        if "arass" not in prose.own or not _DONE_TO.search(prose.own) or prose.spot.silent(NAME):
            continue
        found = _PURPOSE.search(prose.own)
        if found and not _EFFECT.search(prose.own):
            yield Finding(
                NAME,
                "this meaning of harassment may be half of the one in the Equality Act 2010: it speaks of "
                "the purpose, and not of the effect",
                look.where(prose, *found.span()),
                "Section 26 of the Act (England, Wales and Scotland; not read) may count conduct that has "
                "the effect, whether or not anybody meant it.",
                "Look the section up. Add 'or effect', or say that the meaning is the council's own.",
                Severity.NOTE,
            )
