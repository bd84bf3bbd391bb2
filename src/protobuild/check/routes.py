"""Routes: a concern has one first addressee, wherever the text speaks of it, and each side has a route.

Passes: `a member who has a concern about an officer should tell the director`, or `tells the director`,
and the same director wherever else a member's concern is spoken of.
Fails: a warning where two paragraphs send the same side's concern about the other to different people
first; a note where members have a route for a concern about an officer, and nothing says where an
officer goes with a concern about a member, or the other way round.
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

NAME = "routes"

_SIGN = re.compile(r"\b(?:rais|report|[cC]omplain|take up|refer|[cC]oncern|tell|inform)")
_NAMES = {"member": r"(?:members?|councillors?)", "officer": r"(?:officers?|employees?|staff)"}
_A = {"member": "a member", "officer": "an officer"}
_OTHER = {"member": "officer", "officer": "member"}
_TROUBLE = (
    r"(?:believes?|feels?|concern(?:ed)?|unhappy|dissatisfied|not satisfied|complain(?:t|ts)?|aggrieved)"
)
_BEGINS = tuple(
    (
        who,
        re.compile(
            rf"(?:(?:\w+, )?(?:[Ii]f|[Ww]here|[Ww]hen|Should) (?:an?|any|the)|An?|Any) {name}\b[^.;]*?"
            rf"\b{_TROUBLE}\b"
            rf"|(?:A|Any) (?:complaint|concern) (?:by|from|of) (?:an?|any) {name}\b"
            rf"|(?:Complaints|Concerns) (?:about|of|against) {_NAMES[_OTHER[who]]}\b"
        ),
    )
    for who, name in _NAMES.items()
)
"""What begins a sentence on a concern of the one side about the other."""
_ABOUT = {who: re.compile(rf"\b{_NAMES[other]}\b", re.IGNORECASE) for who, other in _OTHER.items()}
_TO = re.compile(
    r"\b(?:should|must|may|shall|will|can)\b[^.;]*?\b(?:rais(?:e|ed)|report(?:ed)?|tak(?:e|en) up"
    r"|refer(?:red)?|complain|made|discuss(?:ed)?)\b[^.;]*?\b(?:with|to)\b (?P<whom>[^.;]*)"
    r"|\b(?:should|must|may|shall|will|can) (?:first )?(?:tell|inform|ask) (?P<told>[^.;]*)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:raises|reports|takes (?:it|this|them|the \w+)|refers|makes)\b[^.;]*?"
    r"\b(?:with|to)\b (?P<whom>[^.;]*)"
    r"|\b(?:tells|informs|asks) (?P<told>[^.;]*)",
    re.IGNORECASE,
)
"""The same, where a text tells what is done rather than what must be."""
_POST = re.compile(
    r"\b(?:line manager|manager|chief executive|monitoring officer|chief finance officer|group leader"
    r"|leader|proper officer|clerk|director|head of service|chair(?:man)?|(?:personnel|standards) committee"
    r")\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:procedure|concerns|complaints)\b.*\b(?:members?|councillors?|officers?)\b", re.IGNORECASE
)
_AFTER = re.compile(r" who | if | unless | or if |, which", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Route:
    """Whom one side goes to first with a concern about the other."""

    who: str
    posts: frozenset[str]
    prose: Prose
    start: int
    end: int


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each concern that has two beginnings, or none on the one side only."""
    cited = numbers(look)
    first: dict[str, _Route] = {}
    for route in _routes(look):
        known = first.setdefault(route.who, route)
        if known.posts != route.posts and not route.prose.spot.silent(NAME):
            yield _two(look, route, known, place_of(look, known.prose, cited))
    if len(first) == 1 and not _set_out(look):
        (only,) = first.values()
        if not only.prose.spot.silent(NAME):
            yield _one_way(look, only)


def _set_out(look: Look) -> bool:
    """Return whether a procedure is typed, or has a heading of its own, so that it is not read here."""
    typed = any(clause.procedure for _, clause in look.clauses())
    return typed or any("eading" in prose.spot.path and _TITLED.search(prose.own) for prose in look.prose)


def _routes(look: Look) -> Iterator[_Route]:
    """Yield the first route of each paragraph; what comes after it is for whoever is not content."""
    begun: set[tuple[int, str]] = set()
    for prose in look.prose:
        if prose.spot.clause is None or prose.spot.clause.procedure or not _SIGN.search(prose.own):
            continue
        for start, end in prose.sentences():
            route = _route(prose, start, end)
            if route and (id(prose.spot.clause), route.who) not in begun:
                begun.add((id(prose.spot.clause), route.who))
                yield route


def _route(prose: Prose, start: int, end: int) -> _Route | None:
    sentence = prose.own[start:end]
    who = next((who for who, begins in _BEGINS if begins.match(sentence)), "")
    to = (_TO.search(sentence) or _DOES.search(sentence)) if who else None
    if not to or not _ABOUT[who].search(sentence):
        return None
    at = start + to.start(to.lastgroup or 0)
    whom = _AFTER.split(to[to.lastgroup or 0])[0].rstrip()
    posts = frozenset(found.group().lower() for found in _POST.finditer(whom))
    return _Route(who, posts, prose, at, at + len(whom)) if posts else None


def _two(look: Look, route: _Route, known: _Route, there: str) -> Finding:
    here, before = (listed([f"the {post}" for post in sorted(each.posts)], "or") for each in (route, known))
    return Finding(
        NAME,
        f"{_A[route.who]}'s concern about {_A[_OTHER[route.who]]} goes first to {here} here, "
        f"and to {before} in {there}",
        look.where(route.prose, route.start, route.end),
        "Whoever has a concern may not know whom to go to, and whoever is not asked may not know of it.",
        "Set the route out once, and refer to it from the other place; or say how the two matters differ.",
        Severity.WARNING,
    )


def _one_way(look: Look, only: _Route) -> Finding:
    who, other = only.who, _OTHER[only.who]
    return Finding(
        NAME,
        f"{who}s are told whom to go to with a concern about {other}s; it seems that {other}s are not told "
        f"whom to go to with one about {who}s",
        look.where(only.prose, only.start, only.end),
        "Published protocols commonly have a route for each side; without one, concerns may stay unsaid.",
        f"Say whom {_A[other]} goes to with a concern about {_A[who]}, "
        "and whom else if it is about that person.",
        Severity.NOTE,
    )
