"""Modals: words of duty say which sort of duty they are.

Passes: `Members must not ...`; `Members should ask early`; `should not` in a protocol that itself
says what “should” means.
Fails: a note for `shall`, which readers take for a duty or for the future, and for a `should` in
what reads as a prohibition (`Members should not disclose ...`, `No member should ...`) or a
condition (`approval should be sought`). Whether must is meant is the council's choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "modals"

_SHALL = re.compile(r"\bshall\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:members?|councillors?|officers?|employees?|staff|assistants?|chairs?|chairm[ae]n|leaders?|directors?"
    r"|managers?|clerk|person|anyone|they|s?he|part(?:y|ies)),? $",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"should (?:not|never)\b(?! (?:normally|usually|generally|hesitate|have|need to|feel|assume|detract"
    r"|be (?:expected|required|asked|able|treated|put|subject|afraid|influenced|pressured)))"
)
_CONDITION = re.compile(
    r"\b(?:approval|consent|permission|agreement|authority|authorisation) should (?:first |always )?be "
    r"(?:sought|obtained|given|requested)",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:[nN]o (?:\w+ ){1,3}(?P<at>should)"
    r"|(?<!that )[nN](?:either|obody|o one) (?:\w+ ){0,4}?(?P<none>should)(?! not)"
    r"|(?:[uU]nder no circumstances|[aA]t no time|[iI]n no circumstances|[oO]n no account) (?P<first>should)"
    r"|(?P<then>should) (?:under no circumstances|at no time|in no circumstances|on no account)"
    r"|(?:[iI]nformation|[pP]apers?|[dD]ocuments?|[cC]omplaints?|[eE]quipment|[fF]acilities|[rR]esources|[nN]ames?"
    r"|[cC]ontents?|[mM]atters?|[dD]etails|[dD]ata) (?P<thing>should (?:not|never)) be "
    r"(?:disclosed|shared|discussed|used|published|released|passed|given|copied|made public|raised|revealed"
    r"|forwarded|posted|quoted|told))\b"
)
_MEANING = re.compile(r"[“\"‘']should[”\"’']", re.IGNORECASE)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each stretch of words with a modal that two readers may read in two ways."""
    told = any(_MEANING.search(prose.words) for prose in look.prose if "hould" in prose.words)
    for prose in look.prose:
        if prose.spot.silent(NAME):
            continue
        if "shall" in prose.own or "Shall" in prose.own:
            yield from (_shall(look, prose, found) for found in _SHALL.finditer(prose.own))
        if not told and " should " in prose.own:
            yield from _weak(look, prose)


def _weak(look: Look, prose: Prose) -> Iterator[Finding]:
    """Yield a note for the first prohibition by `should not`, and the first condition by `should be`."""
    said = prose.own
    for found in _NOT.finditer(said):
        if _WHO.search(said, max(0, found.start() - 15), found.start()):
            yield _should(look, prose, found.start(), found.end(), ("a prohibition", "must not"))
            break
    else:
        barred = _FORBIDDEN.search(said)
        if barred:
            yield _should(look, prose, *barred.span(barred.lastgroup or 0), ("a prohibition", "must not"))
    condition = _CONDITION.search(said)
    if condition:
        at = said.index("should", condition.start())
        yield _should(look, prose, at, condition.end(), ("a condition", "must"))


def _shall(look: Look, prose: Prose, found: re.Match[str]) -> Finding:
    return Finding(
        NAME,
        "'shall' may be read as a duty or as what is going to happen",
        look.where(prose, *found.span()),
        "Whoever has to apply these words cannot tell what they ask.",
        "Write 'must' for a duty, 'will' for what is going to happen, 'is' for what is so.",
        Severity.NOTE,
    )


def _should(look: Look, prose: Prose, start: int, end: int, meant: tuple[str, str]) -> Finding:
    what, strong = meant
    return Finding(
        NAME,
        f"what reads as {what} is written with 'should'",
        look.where(prose, start, end),
        "Readers may take it for advice that they are free to leave.",
        f"Write '{strong}' if it is meant as a rule. If it is not, say once in the protocol what "
        "“should” means, in quotation marks, and this note is no longer made.",
        Severity.NOTE,
    )
