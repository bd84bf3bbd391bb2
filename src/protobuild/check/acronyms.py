"""Acronyms: each is written in full where it first stands.

Passes: `the Local Government Association (LGA)` or `“LGA” means` beside `LGA`; an acronym that stands in
the title of a role, document or term; what everybody knows, such as UK.
Fails: a warning for `LGA` that is explained nowhere; capitals in a heading are no acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "acronyms"

_ACRONYM = re.compile(r"(?P<letters>[A-Z](?<![\w./@&-][A-Z])(?:[A-Z]{1,5}|&[A-Z]))s?(?![\w@&]|/\w)")
_ROMAN = re.compile(r"[IVX]+")
_MEANT = re.compile(r"\b([A-Z][A-Z&]{1,5})[”\"’']?,? (?:means|stands for|is short for|refers to|is the)\b")
_SHOUTED = re.compile(r"[a-z]")
_KNOWN = frozenset(
    """
    UK GB EU US GDPR IT ICT PDF HTML ID TV BBC ACAS VAT CCTV NHS MP PIN CV FAQ AM PM BST GMT NB OK
    AND OR NOT THE OF TO IN IS NO PART SI EWHC EWCA UKSC UKHL EC COVID URL WIFI
    TBA TBC TBD
    """.split()
)
"""What needs no explaining, or is no acronym."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a warning for the first use of each acronym that nothing explains."""
    told: set[str] = set()
    explained = _explained(look)
    for prose in look.prose:
        for found in _ACRONYM.finditer(prose.own):
            letters = found["letters"]
            if letters in told or letters in _KNOWN or letters in explained or _ROMAN.fullmatch(letters):
                continue
            if _shouted(prose, found) or prose.filled(found.start()):
                continue
            told.add(letters)
            if not prose.spot.silent(NAME):
                yield _finding(look, prose, found)


def _explained(look: Look) -> set[str]:
    """Return the acronyms that stand in brackets or before them, or that the manifest knows."""
    out: set[str] = set()
    for prose in look.prose:
        if "(" in prose.words:
            out.update(re.findall(r"\([“”\"‘’'\w ]*?\b([A-Z][A-Z&]{1,5})s?[”’\"']*\)", prose.words))
            out.update(re.findall(r"\b([A-Z][A-Z&]{1,5})s? \([A-Z]?[a-z]", prose.words))
        out.update(_MEANT.findall(prose.words))
    manifest = look.protocol.manifest
    said = [role.title for role in manifest.roles.values()]
    said += [document.title for document in manifest.documents.values()]
    said += [f"{term.says} {term.means}" for term in manifest.terms.values()]
    return out | set(re.findall(r"\b[A-Z][A-Z&]{1,5}\b", " ".join(said)))


def _shouted(prose: Prose, found: re.Match[str]) -> bool:
    """Return whether the line around is written in capitals, as headings are."""
    start = prose.own.rfind("\n", 0, found.start()) + 1
    end = prose.own.find("\n", found.end())
    around = prose.own[start : found.start()] + prose.own[found.end() : end if end >= 0 else None]
    beside = prose.own[max(start, found.start() - 12) : found.start()].split()
    return _SHOUTED.search(around) is None or (bool(beside) and beside[-1].isupper() and len(beside[-1]) > 2)


def _finding(look: Look, prose: Prose, found: re.Match[str]) -> Finding:
    letters = found["letters"]
    return Finding(
        NAME,
        f"'{letters}' is used and nothing says what it stands for",
        look.where(prose, *found.span()),
        "Residents and new members cannot know.",
        f"Write it in full where it first stands, with ({letters}) behind it, or in full everywhere.",
        Severity.WARNING,
    )
