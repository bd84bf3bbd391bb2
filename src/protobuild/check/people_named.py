"""People named: a protocol speaks of offices, because people leave them.

Passes: `the chief executive`; a person named in a quotation or as its source.
Fails: a note for `Councillor Mary Example`, for `Ms Example`, for a name above the title of its
office, and for a name among signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.clause import Signature
from protobuild.model.source import Finding, Place, Severity

NAME = "people_named"

_NAME = r"[A-Z][a-z’'-]+(?: [A-Z]\.?)?(?: [A-Z][a-zA-Z’'-]+)"
_TITLED = re.compile(rf"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr)\.? (?:{_NAME}|[A-Z][a-z’'-]+)|Councillor {_NAME}")
_NOT_A_NAME = re.compile(r"\b(?:Code|Protocol|Officer|Member|Services?|Conduct|Group|Relations)\b")
_OVER_OFFICE = re.compile(
    rf"(?P<name>{_NAME})(?:,| [-–—])? ?\n?(?=(?:Chief Executive|Leader|Mayor|Chair|Clerk|Head of|Director"
    r"|Monitoring Officer|Deputy Leader|Group Leader)\b)"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each person named in the council's own words."""
    for prose in look.prose:
        if prose.spot.silent(NAME) or prose.spot.path.endswith((".source", ".pin")):
            continue
        for found in (*_TITLED.finditer(prose.own), _OVER_OFFICE.match(prose.own)):
            if found and not _NOT_A_NAME.search(found.group()):
                yield _finding(found.group().strip(" ,–—-\n"), look.where(prose, *found.span()))
    for path, clause in look.clauses():
        if clause.signatures and NAME not in clause.quiet:
            yield from _signed(look, path, clause.signatures)


def _signed(look: Look, path: str, signatures: tuple[Signature, ...]) -> Iterator[Finding]:
    for at, signed in enumerate(signatures):
        if signed.name:
            yield _finding(signed.name, look.place(f"{path}.signatures.{at}.name"))


def _finding(name: str, place: Place) -> Finding:
    return Finding(
        NAME,
        f"a person is named: '{name}'",
        place,
        "The text goes out of date, and has to be amended, when somebody else holds the office.",
        "Name the office instead; endorsements can be kept under 'endorsements' in protocol.yaml.",
        Severity.NOTE,
    )
