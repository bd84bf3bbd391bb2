"""Defined: the names that a text itself defines, and the forms that their words are mistaken for."""

from __future__ import annotations

import re

from protobuild.check.spot import Look

_DEFINED = re.compile(
    r"[“\"](?:[tT]he |[aA]n? )?(?P<term>\w[\w ’'/-]{2,60})[”\"](?=[^.;\n]{0,160}?\b(?:means?|refers?"
    r"|includes?)\b)"
)
_JOINING = frozenset("of for and to the on in".split())
_KIN = tuple(
    frozenset(forms.split())
    for forms in """
    finance financial finances
    monitoring monitor
    democratic democracy
    electoral election elections
    ethics ethical ethic
    disciplinary discipline
    environment environmental
    governance governing government
    personnel personal
    staffing staff
    strategic strategy
    licensing licence license
    independent independence
    responsible responsibility
    statutory statute
    safeguarding safeguard
    corporate corporation
    officer office official
    executive executor
    administrative administration
    operational operations operation
    service services
    community communities
    resource resources
    standard standards
    procedure procedures procedural
    amenity amenities
    adult adults
    communication communications
    right rights
    estate estates
    asset assets
    appointment appointments
    appeal appeals
    grievance grievances
    hearing hearings
    complaint complaints
    """.strip().splitlines()
)
"""Forms of a word that are easily written one for another in a name."""
_FORMS = {word: kin for kin in _KIN for word in kin}


def defined(look: Look) -> tuple[str, ...]:
    """Return what the text says the meaning of, as it stands between the marks."""
    if not any(
        sign in look.page.words for sign in ("” mean", '" mean', "” includ", '" includ', "” refer", '" ref')
    ):
        return ()
    return tuple(found["term"] for found in _DEFINED.finditer(look.page.words))


def titles(look: Look) -> tuple[str, ...]:
    """Return the names of several words, each with its capital, that the text or protocol.yaml gives."""
    manifest = look.protocol.manifest
    names = (*defined(look), *(role.title for role in manifest.roles.values()))
    return tuple(dict.fromkeys(name for name in names if " " in name and _capital(name)))


def forms(word: str) -> frozenset[str]:
    """Return a word and those it may be mistaken for, all in small letters."""
    return _FORMS.get(word.lower(), frozenset((word.lower(),)))


def base(word: str) -> str:
    """Return one form that stands for all that a word may be mistaken for."""
    return min(forms(word))


def _capital(name: str) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in name.split() if word not in _JOINING)
