"""Penalties: a protocol sets none for members, and holds no formal investigation of them (England).

Section 28(4) and (6) of the Localism Act 2011 (England; read) leave a breach of the members' code of
conduct to the arrangements that the council has made for it. R (Harvey) v Ledbury TC
[2018] EWHC 1151 (Admin) may mean that nothing else can be put in their place; it was not read for this.

Passes: a complaint that goes to the monitoring officer under the arrangements; discipline of officers;
`This protocol sets no penalties for members`.
Fails: a note for `a member may be suspended`, and for complaints about members that `may result in an
investigation and a hearing`, where the paragraph does not name the arrangements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "penalties"

_SIGN = re.compile(
    r"penalt|sanction|suspen|disqualif|censur|fined|barred|hearing|formal(?:ly)? investigat"
    r"|disciplin|removed from"
)
_PENALTY = re.compile(
    r"\b(?:penalt(?:y|ies)|sanctions?|sanctioned|suspen\w+|disqualif\w+|censured?|fined|barred"
    r"|disciplinary action|disciplined|removed from (?:office|(?:a|the|any) committee))\b",
    re.IGNORECASE,
)
_INVESTIGATION = re.compile(
    r"\b(?:formal(?:ly)? investigat\w+|investigation and (?:a )?hearing|hearing before"
    r"|(?:formal )?hearing by)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\b(?:members?|councillors?)\b", re.IGNORECASE)
_OFFICER = re.compile(r"\b(?:officers?|employees?|staff)\b", re.IGNORECASE)
_ARRANGED = re.compile(r"\barrangements\b|\b28 ?\(6\)|localism act", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not|nor|never|without)\b", re.IGNORECASE)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each stretch of words that may punish or formally investigate a member."""
    if look.protocol.manifest.council.nation != "england":
        return
    for prose in look.prose:
        if _SIGN.search(prose.own) and not _ARRANGED.search(prose.own) and not prose.spot.silent(NAME):
            yield from _told(look, prose)


def _told(look: Look, prose: Prose) -> Iterator[Finding]:
    spoken_of = ""  # the sentence that last named a member or an officer
    for start, end in prose.sentences():
        sentence = prose.own[start:end]
        if _MEMBER.search(sentence) or _OFFICER.search(sentence):
            spoken_of = sentence
        found = _PENALTY.search(sentence) or _INVESTIGATION.search(sentence)
        if not found or _NONE.search(sentence, 0, found.start()) or not _of_members(sentence, spoken_of):
            continue
        yield _finding(look, prose, start + found.start(), start + found.end())
        return


def _of_members(sentence: str, spoken_of: str) -> bool:
    """Return whether a sentence threatens members: itself, or by going on from one about their conduct."""
    if _MEMBER.search(sentence):
        return not _OFFICER.search(sentence)
    if _OFFICER.search(sentence):
        return False
    return (
        re.search(r"\b(?:member|councillor)s?\b[^.]*\b(?:acted|breach|conduct|behav)", spoken_of) is not None
    )


def _finding(look: Look, prose: Prose, start: int, end: int) -> Finding:
    return Finding(
        NAME,
        f"'{prose.own[start:end]}': this may be a penalty or a formal investigation of a member "
        "that the protocol itself sets up",
        look.where(prose, start, end),
        "Section 28(4) and (6) of the Localism Act 2011 (England; read) leave a breach of the code to the "
        "arrangements made for it; R (Harvey) v Ledbury TC [2018] EWHC 1151 (Admin), which was not "
        "read, may mean that nothing else can take their place.",
        "Name the arrangements under which it is done, or ask a lawyer whether the words may stay.",
        Severity.NOTE,
    )
