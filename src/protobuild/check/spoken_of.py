"""Spoken of: bodies and roles that have capitals like those a text defines, and that it does not define."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.page import Page
from protobuild.check.spot import Look

_WORD = r"[A-Z][\w’'-]+"
_LED = r"\b(?:[tT]he|[aA]ny|[eE]ach|[eE]very|[iI]ts|[oO]ur|[tT]heir) "
_BODY = (
    r"(?:Panel|Board|Forum|Partnership|Commission|Bureau|Task ?[Ff]orce|Sub-?[Gg]roup|(?:[sS]ub-?[cC]"
    r"|C)ommittee|Unit"
    r"|Team|(?:Steering|Working|Task|Task and Finish|Reference|Liaison|Project|Focus|User|Advisory) Group"
    r"|Working Party)"
)
_ROLE = (
    r"(?:Lead|Champion|Spokesperson|Whip|(?<=Portfolio )Holder|(?<=Duty )[A-Z][a-z]+"
    r"|(?:(?<=Lead )|(?<=Link )|(?<=Shadow )|(?<=Named )|(?<=Sponsor )|(?<=Host ))(?:Member|Councillor)"
    r"|(?:(?<=Lead )|(?<=Case )|(?<=Contact )|(?<=Reviewing )|(?<=Deciding )|(?<=Investigating )"
    r"|(?<=Hearing )"
    r"|(?<=Responsible )|(?<=Welfare )|(?<=Support )|(?<=Named )|(?<=Sponsor ))(?:Officer|Manager))"
)
_SPOKEN_OF = re.compile(
    rf"{_LED}(?P<name>(?:{_WORD},? (?:and |& |for )?){{1,4}}?(?:{_BODY}|{_ROLE}))s?\b(?!-| [A-Z]| (?:of"
    rf"|for) [A-Z]| v )"
)
_DIRECTOR = re.compile(rf"(?P<name>(?P<first>[Dd]irector of {_WORD})(?: and {_WORD})*)")
_ELSEWHERE = re.compile(
    r"\b(?:Police|Crime|Integrated|Wellbeing|Remuneration|Adjudication|Safeguarding|Schools?|Safety"
    r"|Enterprise|National"
    r"|Pensions?|Electoral|Boundary|Parole|Equality|Quality|Charit(?:y|ies)|Law|Drainage|Combined|Youth"
    r"|Adoption"
    r"|Fostering|Regional|British|English|European|Royal|Countryside|Forestry|Competition|Improvement"
    r"|Parliamentary"
    r"|Independent|Joint|Select|Standing|Parent|Relevant|Full|Health|Care|Standards Board|Audit Commission"
    r"|Town Board)\b"
)
"""What bodies are called that the law sets up, or that a council shares with others."""
SAYS_WHAT_IT_DOES = re.compile(
    r"\b(?:Communications?|Press|Media|Legal|Democratic|Planning|Housing|Finance|HR|Human|IT|ICT|Digital"
    r"|Customer"
    r"|Governance|Elections?|Members?|Councillors?|Audit|Fraud|Complaints|Committee|Services?|Information"
    r"|Policy"
    r"|Procurement|Security|Facilities|Licensing|Grounds|Payroll|Benefits|Emergency|Monitoring|Scrutiny"
    r"|Civic|Mayoral"
    r"|Events?|Parks|Web|Enforcement|Highways|Waste|Leisure|Marketing|Insurance|Estates|Property"
    r"|Admin\w*)\b.* (?:Team|Unit)$"
)
"""Teams whose name says what they do."""
_LISTED = re.compile(r"\b(?:[cC]ommittees|[bB]odies|[pP]anels|[bB]oards|[gG]roups)\b[^.\n]*?:[^.]*")
_ONE_OF_THEM = re.compile(rf"(?:{_WORD}(?:, | and | & | )){{1,5}}?(?:[sS]ub-?[cC]|C)ommittee\b")
_MEANS = re.compile(r"[”\"][^.;\n]{0,80}?\bmeans?\b[^.;\n]*")
_JOINING = frozenset("and for of the & committee sub-committee subcommittee".split())


def spoken_of(look: Look) -> Iterator[tuple[str, int]]:
    """Yield each body and role that is spoken of as though it were defined, and where on the page."""
    page = look.page
    listed = _committees(look)
    for found in _SPOKEN_OF.finditer(page.own):
        name = found["name"]
        if _ELSEWHERE.search(name) or SAYS_WHAT_IT_DOES.search(name) or _introduced(page, name):
            continue
        if not name.lower().endswith("committee") or (len(listed) > 1 and not _among(name, listed)):
            yield name, found.start("name")
    yield from _directors(page)


def _introduced(page: Page, name: str) -> bool:
    """Return whether the text speaks of one of its kind first, as of `an Appeals Panel of three members`."""
    return re.search(rf"\b(?:[aA]n?|new) {re.escape(name)}", page.words) is not None


def _committees(look: Look) -> list[frozenset[str]]:
    """Return the matters of each committee that a table or a sentence lists."""
    cells = [prose.words for prose in look.prose if ".matrix.rows." in prose.spot.path]
    said = [found.group() for found in _LISTED.finditer(look.page.words)]
    return [_matters(found.group()) for words in (*cells, *said) for found in _ONE_OF_THEM.finditer(words)]


def _matters(name: str) -> frozenset[str]:
    return frozenset(word.strip(",") for word in name.lower().split()) - _JOINING


def _among(name: str, listed: list[frozenset[str]]) -> bool:
    """Return whether a committee is one of those listed, is part of it, or is called by half of its name."""
    matters = _matters(name)
    return any(matters & each for each in listed)


def _directors(page: Page) -> Iterator[tuple[str, int]]:
    """Yield each director that is not among those a definition names, where one names two or more."""
    meant = " ".join(found.group() for found in _MEANS.finditer(page.words) if "irector of" in found.group())
    if meant.count("irector of") < 2:
        return
    for found in _DIRECTOR.finditer(page.own):
        if found["first"].lower() not in meant.lower():
            yield found["name"], found.start("name")
