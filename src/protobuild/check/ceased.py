"""Ceased: what the text cites is still there.

Passes: `the Localism Act 2011`; an authority of the past in the words of another.
Fails: a note, once in a paragraph, for what the register of authorities has as abolished, superseded or
doubtful, with what to look at in its place. The register says how each entry is known; nobody's
advice is in it, and a text may cite the past on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protobuild.check.signs import page
from protobuild.check.spot import Look
from protobuild.model.authorities import Authority, authorities
from protobuild.model.source import Finding, Severity

NAME = "ceased"

_SAID = {
    "abolished": "has been abolished",
    "superseded": "has been superseded",
    "doubtful": "may no longer apply as cited",
}


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each paragraph that cites an authority which is not in force."""
    leaf = page(look.prose)
    told: set[tuple[str, int]] = set()
    gone = _gone()
    for seen in _titles().finditer(leaf.own):
        authority = gone[" ".join(seen.group().lower().split())]
        prose, begins = leaf.spot(seen.start())
        once = (authority.slug, id(prose.spot.clause))
        if once in told or prose.spot.silent(NAME):
            continue
        told.add(once)
        since = f" (in {authority.since})" if authority.since else ""
        known = f" How this is known: {authority.known}." if authority.known else ""
        yield Finding(
            NAME,
            f"'{seen.group()}' {_SAID[authority.status]}{since}",
            look.where(prose, seen.start() - begins, seen.end() - begins),
            f"Readers may look for rules that are not there.{known}",
            f"Ask whether it is still meant. In its place: {authority.instead}",
            Severity.NOTE,
        )


@cache
def _gone() -> dict[str, Authority]:
    """Return what is not in force, by each of the words it is cited by, in small letters."""
    return {
        words.lower(): authority
        for authority in authorities().values()
        if authority.status in _SAID and authority.instead
        for words in (authority.title.removeprefix("the "), *authority.cited_as)
    }


@cache
def _titles() -> re.Pattern[str]:
    longest = sorted(_gone(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(words)}\b" for words in longest), re.IGNORECASE)
