"""Principles: those that are said to be the law's are the seven of the Localism Act 2011 (England).

Section 28(1) of the Act (England; read) names selflessness, integrity, objectivity, accountability,
openness, honesty and leadership.

Passes: the seven; principles that the council states as its own.
Fails: a note for `ten principles of public life`, and for a list said to be the Act's or those of public
life that has others in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.clause import Clause, Item
from protobuild.model.saying import listed
from protobuild.model.source import Finding, Severity

NAME = "principles"

SEVEN = frozenset("selflessness integrity objectivity accountability openness honesty leadership".split())

_LAW = re.compile(r"public life|nolan|section 28|localism act", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(?P<count>two|three|four|five|six|eight|nine|ten|eleven|twelve|\d+) (?:\w+ )?principles\b",
    re.IGNORECASE,
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each paragraph that may state other principles than the Act's seven as the law's."""
    if look.protocol.manifest.council.nation != "england":
        return
    for prose in look.prose:
        clause = prose.spot.clause
        if clause is None or "principle" not in prose.own.lower() or prose.spot.silent(NAME):
            continue
        law = _LAW.search(prose.own)
        if law and prose.spot.path.endswith((".text", ".lead_in")):
            yield from _told(look, prose, clause, law)


def _told(look: Look, prose: Prose, clause: Clause, law: re.Match[str]) -> Iterator[Finding]:
    counted = _COUNT.search(prose.own)
    others = [label for label in map(_label, clause.listed) if label and not _words(label) <= SEVEN]
    of_its_own = others and len(others) < len(clause.listed)
    if of_its_own or (counted and counted["count"] != "7"):
        yield _finding(look, prose, (counted or law).span(), others)


def _label(item: object) -> str:
    """Return what a listed principle is called: its heading, or its words where they are few."""
    if not isinstance(item, Item):
        return ""
    said = (item.heading or item.text).strip().rstrip(".;,").removesuffix(" and").rstrip(";,")
    return said if len(said.split()) <= 4 else ""


def _words(label: str) -> set[str]:
    return set(re.findall(r"[a-z]+", label.lower())) - {"and"}


def _finding(look: Look, prose: Prose, span: tuple[int, int], others: list[str]) -> Finding:
    extra = f" Not among them: {listed(others)}." if others else ""
    return Finding(
        NAME,
        "these may not be the principles that the law names, which are seven",
        look.where(prose, *span),
        "Section 28(1) of the Localism Act 2011 (England; read) names selflessness, integrity, objectivity, "
        f"accountability, openness, honesty and leadership.{extra}",
        "Name the seven, or say that the list is the council's own.",
        Severity.NOTE,
    )
