"""Gendered words: those that speak of anybody, and name one sex or two.

Passes: `the member and their group`; `the chair of the committee`; a word inside a quotation; the
title of a role, such as `[[role:chairman]]`, which is the council's to choose in protocol.yaml.
Fails: a note for `he/she`, `(s)he`, `his or her`, `him`, `chairman`, `spokesman`, `policeman`, `manned`,
`members and their wives` and the like, with the neutral word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "gendered"

_PRONOUN = re.compile(  # the first letter leads, and what stands before it is asked after: ten times as fast
    r"[hHsS](?<![\w’')/-][hHsS])(?:(?<=[hH])(?:e|im|er|is|ers|imself|erself)|(?<=[sS])/?he)\b"
    r"(?:(?: ?/ ?| or | and )(?:s?he|him|her|his|hers|himself|herself)\b)?(?![’'/-]\w)"
)
_TITLE = re.compile(
    r"\b(?P<stem>vice[- ]chair|chair|spokes|lay|states|work|fore|man(?=power))"
    r"(?P<end>m[ae]nship|wom[ae]n|m[ae]n|power)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"m[ae]n\b|m[ae]nship|manpower|M[AE]N\b")
_NEUTRAL = {
    "he": "they",
    "she": "they",
    "him": "them",
    "her": "their' or 'them",
    "his": "their",
    "hers": "theirs",
    "himself": "themselves",
    "herself": "themselves",
}
_TITLES = {
    "chair": ("chair", "chairs"),
    "vice-chair": ("vice-chair", "vice-chairs"),
    "spokes": ("spokesperson", "spokespeople"),
    "lay": ("layperson", "laypeople"),
    "states": ("political leader", "political leaders"),
    "work": ("worker", "workers"),
    "fore": ("supervisor", "supervisors"),
}
_NAMED = {
    "policem": "police officer",
    "policew": "police officer",
    "firem": "firefighter",
    "businessm": "business owner",
    "businessw": "business owner",
    "tradesm": "tradesperson",
    "salesm": "salesperson",
    "councilm": "councillor",
    "committeem": "committee member",
    "clergym": "cleric",
    "townsm": "resident",
    "gentlem": "people",
    "mankind": "people",
    "man-hour": "hours of work",
    "man hour": "hours of work",
    "manned": "staffed",
    "manning": "staffing",
    "dear sir": "Dear councillor",
    "madam chair": "Chair",
    "mr chair": "Chair",
    "their wives": "their partners",
    "and wives": "and partners",
    "(s)he": "they",
    "he(she)": "they",
    "his(her)": "their",
}
"""Other words by how they begin, and what to write for them; the council's own posts are its to name."""
_OTHER = re.compile(
    r"\b(?:police|fire|business|trades|sales|council|committee|clergy|towns|gentle)(?:wo)?m[ae]n\b"
    r"|\bmankind\b|\bman[- ]hours?\b|\bmanned\b|\bmanning\b|\bdear sirs?\b"
    r"|\b(?:madam|mr) chair\b|\b(?:their|and) wives\b|(?<!\w)\(s\)he\b|\bhe\(she\)|\bhis\(her\)",
    re.IGNORECASE,
)
_MAJESTY = re.compile(r"\s(?:Majesty|Royal|Honour)\b")


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each gendered word, of each sort once in a stretch of words."""
    others = any(begins in look.page.small for begins in _NAMED)
    for prose in look.prose:
        if prose.spot.silent(NAME):
            continue
        told = set()
        for found, neutral in _gendered(prose, others):
            kind = neutral.removeprefix("vice-").rstrip("s")
            if kind not in told and not prose.filled(found.start()):
                told.add(kind)
                yield _finding(look, prose, found, neutral)


def _gendered(prose: Prose, others: bool) -> Iterator[tuple[re.Match[str], str]]:
    for found in _PRONOUN.finditer(prose.own):
        if not _MAJESTY.match(prose.own, found.end()):
            yield found, _pronoun(found.group())
    if _ENDS.search(prose.own):
        yield from ((found, _title(found)) for found in _TITLE.finditer(prose.own))
    if others:
        yield from ((found, _other(found.group().lower())) for found in _OTHER.finditer(prose.own))


def _other(said: str) -> str:
    """Return what to write for a word of the table."""
    return next(neutral for begins, neutral in _NAMED.items() if said.startswith(begins))


def _pronoun(said: str) -> str:
    """Return what to write for a pronoun or a pair of them, read by the first that is whole."""
    words = re.split(r" ?/ ?| or | and ", said.lower())
    first = "he" if words[0] == "s" else words[0]
    neutral = _NEUTRAL[first]
    if first == "her" and len(words) > 1:
        return "their" if words[1] == "his" else "them"
    return neutral


def _title(found: re.Match[str]) -> str:
    stem, end = found["stem"].lower().replace(" ", "-"), found["end"].lower()
    if stem == "man":
        return "staff"
    if end.endswith("ship"):
        return f"{_TITLES[stem][0]}'s office"
    return _TITLES[stem][end in ("men", "women")]


def _finding(look: Look, prose: Prose, found: re.Match[str], neutral: str) -> Finding:
    return Finding(
        NAME,
        f"'{found.group()}' is a gendered word",
        look.where(prose, *found.span()),
        "It leaves out some of the people it speaks of, and has to be changed when they do.",
        f"Write '{neutral}', or turn the sentence so that it needs no such word; "
        "a title that the law or the council has fixed may stay.",
        Severity.NOTE,
    )
