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
    told: set[tuple[str, int]] = set()
    for start, end, authority in sorted(_cited(look.page.own, look.page.small), key=lambda each: each[:2]):
        prose, begins = look.page.spot(start)
        once = (authority.slug, id(prose.spot.clause))
        if once in told or prose.spot.silent(NAME):
            continue
        told.add(once)
        since = f" (in {authority.since})" if authority.since else ""
        known = f" How this is known: {authority.known}." if authority.known else ""
        yield Finding(
            NAME,
            f"'{look.page.own[start:end]}' {_SAID[authority.status]}{since}",
            look.where(prose, start - begins, end - begins),
            f"Readers may look for rules that are not there.{known}",
            f"Ask whether it is still meant. In its place: {authority.instead}",
            Severity.NOTE,
        )


def _cited(own: str, small: str) -> Iterator[tuple[int, int, Authority]]:
    """Yield where each authority that is gone is cited; of two ways to cite it at one place, the longer."""
    ends: set[int] = set()
    for words, authority in _gone().items():
        if words in small:
            for seen in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", own, re.IGNORECASE):
                if seen.end() not in ends:
                    ends.add(seen.end())
                    yield *seen.span(), authority


@cache
def _gone() -> dict[str, Authority]:
    """Return what is not in force by each of the words it is cited by, the longest first."""
    found = {
        words.lower(): authority
        for authority in authorities().values()
        if authority.status in _SAID and authority.instead
        for words in (authority.title.removeprefix("the "), *authority.cited_as)
    }
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))
