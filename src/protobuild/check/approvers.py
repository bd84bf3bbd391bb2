"""Approvers: one decision is one officer's or one body's.

Passes: a decision that the chief executive takes wherever it is spoken of; one that the director takes,
or the chief executive in the director's absence.
Fails: a note where a paragraph and one just before it seem to give the same decision to different
officers, as when the chief executive decides whether officers attend a meeting, and a director must
approve that they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.check.elsewhere import numbers, place_of
from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.saying import listed
from protobuild.model.source import Finding, Severity

NAME = "approvers"

NEAR = 3
"""How many paragraphs back the same decision is looked for."""
SHARED = 2
"""How many words of the matter two decisions must share to be taken for one."""

_SIGN = re.compile(r"approv|decide|authoris|agreement of|consent of|permission of")
_POST = (
    r"(?:(?:relevant|appropriate|assistant|deputy) )?(?:chief executive|monitoring officer|chief officer"
    r"|chief finance officer|director|head of service|line manager|leader(?: of the council)?|group leader"
    r"|clerk|proper officer|(?:\w+ )?committee|chair)"
)
_DECISION = re.compile(
    rf"\b(?P<who>{_POST}) (?:will|must|should|shall) (?:then |also )?(?:decide|approve|authorise|determine)\b"
    rf"|\b(?:must|should|shall|will|may only) (?:first )?be (?:approved|authorised|decided|determined)\b"
    rf"[^.;]*? by (?:the |an? )?(?P<by>{_POST}(?:(?:,| or) (?:the )?{_POST})*)"
    rf"|\b(?:approval|consent|agreement|permission|authority) of (?:the |an? )?(?P<of>{_POST}(?:(?:,| or|/) ?"
    rf"(?:the )?{_POST})*)",
    re.IGNORECASE,
)
_POSTS = re.compile(_POST, re.IGNORECASE)
_RANK = re.compile(r"^(?:relevant|appropriate) ", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{5,}")
_COMMON = frozenset(
    word[:6]
    for word in """
    officers members councillors relevant appropriate director chief executive should whether advance
    approval decide authorise determine agreement consent permission without their there these which where
    other after before committee leader head service
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Decision:
    posts: frozenset[str]
    matter: frozenset[str]
    """The beginnings of the words that say what is decided."""
    paragraph: int
    prose: Prose
    start: int
    end: int


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each decision that a paragraph just before gives to somebody else."""
    cited = numbers(look)
    recent: list[_Decision] = []
    for decision in _decisions(look):
        recent = [each for each in recent if decision.paragraph - each.paragraph <= NEAR]
        rival = next((each for each in recent if _rivals(decision, each)), None)
        if rival and not decision.prose.spot.silent(NAME):
            yield _finding(look, decision, rival, place_of(look, rival.prose, cited))
        recent.append(decision)


def _decisions(look: Look) -> Iterator[_Decision]:
    paragraph, clause = 0, None
    for prose in look.prose:
        if prose.spot.clause is not clause:
            paragraph, clause = paragraph + 1, prose.spot.clause
        if clause is None or not _SIGN.search(prose.own):
            continue
        before = ""
        for start, end in prose.sentences():
            sentence = prose.own[start:end]
            found = _DECISION.search(sentence)
            if found:
                about = (
                    f"{before} {sentence}" if re.search(r"\b(?:such|this|these|so)\b", sentence) else sentence
                )
                posts = found["who"] or found["by"] or found["of"]
                yield _Decision(_each(posts), _matter(about), paragraph, prose, *_span(found, start))
            before = sentence


def _span(found: re.Match[str], start: int) -> tuple[int, int]:
    return start + found.start(), start + found.end()


def _each(posts: str) -> frozenset[str]:
    return frozenset(_RANK.sub("", found.group().lower()) for found in _POSTS.finditer(posts))


def _matter(words: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(words.lower())) - _COMMON


def _rivals(one: _Decision, other: _Decision) -> bool:
    apart = one.prose.spot.clause is not other.prose.spot.clause and not one.posts & other.posts
    return apart and len(one.matter & other.matter) >= SHARED


def _finding(look: Look, decision: _Decision, rival: _Decision, there: str) -> Finding:
    here, before = (
        listed([f"the {post}" for post in sorted(each.posts)], "or") for each in (decision, rival)
    )
    return Finding(
        NAME,
        f"the decision seems to be for {here} here, and for {before} in {there}",
        look.where(decision.prose, decision.start, decision.end),
        "If both mean the same decision, each may undo the other's, and nobody can tell whose word holds.",
        "Name one who decides; or say which part each of them decides.",
        Severity.NOTE,
    )
