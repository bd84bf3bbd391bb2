"""People: read who is named in a text, and whether they are bound, decide, or are asked or told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protobuild.redline.force.around import Found, matches

_NAME = r"[A-Z][\w'-]+(?:,? (?:and )?[A-Z][\w'-]+){0,3}"
"""What a post is for: `Adult Social Services`."""
_TITLED = (
    r"(?-i:(?!(?:The|An|Any|Each|Every|All|No|Some|Senior|Chief|Monitoring|Proper)\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} Officers?"
    rf"|(?:Heads?|(?:[A-Z][a-z]+ )?Directors?) of (?!Paid|Service\b){_NAME}"
    r"|[A-Z][a-z]+ Solicitor|Solicitor to the Council|(?:Democratic|Legal|Member|Electoral) Services)"
)
_KIND = (
    r"(?!(?:the|a|an|any|each|all|that|this|which|or|and|of|to|by|with|whose|such|relevant|other|no|his|her"
    r"|their|its|every|if|when|where|from|for|on|in|at)\b)[a-z]+"
)
"""What a committee or a director is called after: `standards committee`, `director of finance`."""
_ROLES = rf"""
members? of staff
staff members?
members? of the public
co-opted members?
monitoring officers?
chief executives?
chief finance officers?
section 151 officers?
heads? of paid service
heads? of service
(?:proper|returning|statutory|senior|junior|chief|deputy monitoring) officers?
political assistants?
(?:assistant |corporate |service |strategic )?directors?(?: of {_KIND})?
lead commissioners?
portfolio holders?
(?:lead|ward) (?:members?|councillors?)
(?:deputy )?group leaders?
(?:deputy )?leaders?(?: of the (?:opposition|council))?
(?:deputy |vice[ -])?chair(?:man|men|woman|person|s)?
(?:deputy )?mayor
(?:town )?clerk
(?:full )?council
(?:{_KIND} )?(?:sub-)?committees?
cabinet
executive
panels?
board
independent persons?
members?
councillors?
officers?
employees?
staff
workers?
(?:line )?managers?
contractors?
volunteers?
residents?
the public
trade unions?
auditors?
ombudsman
solicitor
""".split("\n")[1:-1]
_ROLE = rf"(?:{_TITLED}|{'|'.join(_ROLES)})"
_NO_TITLE = r"(?![\w-]|'s? (?-i:[A-Z])| (?-i:[A-Z][a-z])| (?:relations|meetings?|papers?)\b)"
"""`Member Services` and `Members' Code` are names of things, and name no one."""
_AND = r"(?:,? (?:and|or|and/or|as well as) |, | ?/ ?)(?:the |a |an |any |all |their |other |its )?"
_PEOPLE = re.compile(rf"(?<![\w-]){_ROLE}{_NO_TITLE}(?:{_AND}{_ROLE}{_NO_TITLE})*", re.IGNORECASE)
_EACH = re.compile(rf"(?<![\w-]){_ROLE}(?![\w-])", re.IGNORECASE)

SIGNS = frozenset(
    """
    member members staff monitoring chief finance head heads section proper returning statutory senior junior
    deputy political director directors manager managers commissioner commissioners portfolio holder lead
    ward councillor councillors group leader leaders chair chairs chairman chairmen chairwoman chairperson
    vice mayor clerk council committee committees cabinet executive panel panels board independent officer
    officers auditor auditors ombudsman solicitor democratic legal electoral services unions union
    standards audit scrutiny planning licensing appeals governance personnel pensions finance sub co assistant
    corporate service strategic full town line trade
    employee employees worker workers contractor contractors volunteer volunteers resident residents public
    """.split()
)

TELLING = frozenset({"who decides", "who is consulted"})
"""Parts that are told even when nobody stands in the place of those who come or go."""

BESIDE = 80
"""Letters beside a name that tell its part."""
_THE = r"(?:the |a |an |any |their )?$"
_LEADING = tuple(
    (part, re.compile(rf"\b(?:{before}) {_THE}"))
    for part, before in (
        ("who decides", r"(?:decided|determined|approved|agreed|authorised|appointed|dismissed) (?:\w+ )?by"),
        ("who decides", r"(?:consent|agreement|approval|permission|decision) of"),
        ("who is consulted", r"consult|consults|consulting|in consultation with|on the advice of"),
        ("who is told", r"tell|tells|inform|informs|notify|notifies|report to|reports to|declare to"),
        ("who is told", r"(?:declared?|reported|refer|referred|report) (?:\S+ ){0,6}?to"),
    )
)
"""What the words before a name make of those it names."""
_FOLLOWING = tuple(
    (part, re.compile(rf" (?:\w+ )?(?:{after})\b"))
    for part, after in (
        ("who is told", r"(?:must|should|shall|will|is|are) (?:also )?(?:be )?(?:told|informed|notified)"),
        ("who is consulted", r"(?:must|should|shall|will|is|are) (?:also )?(?:be )?consulted"),
        ("who decides", r"decides?|determines?|approves?|agrees?|authorises?"),
        ("who decides", r"(?:has|have) (?:decided|determined|approved|agreed|authorised|consented)"),
        ("who is bound", r"must|shall|should|will|are required|is required|ought"),
        ("who may", r"may|can|are entitled|is entitled"),
    )
)
"""What the words after a name make of them."""


def people(text: str) -> list[Found]:
    """Return those a text names, a list of them as one, with their part in the sentence where it is plain."""
    return list(_people(text))


def separate(found: Iterable[Found], text: str) -> list[Found]:
    """Return each of those named by itself, so that the words that join them can still be read."""
    return [
        Found(one.start + match.start(), one.start + match.end(), match.group(), "")
        for one in found
        for match in _EACH.finditer(text[one.start : one.end])
    ]


def _people(text: str) -> Iterator[Found]:
    for match in matches(text, _PEOPLE, _begins):
        yield Found(match.start(), match.end(), match.group(), _key(match.group()), _part(text, match))


def _begins(word: str) -> bool:
    return word[0].isupper() or word.lower() in SIGNS


def _part(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - BESIDE) : match.start()]
    if part := next((part for part, words in _LEADING if words.search(before)), ""):
        return part
    return next((part for part, words in _FOLLOWING if words.match(text, match.end())), "")


def _key(words: str) -> str:
    """Return who is meant, whatever their number, and whatever a chair is called."""
    return "+".join(_one(match.group().lower()) for match in _EACH.finditer(words))


def _one(role: str) -> str:
    role = re.sub(r"chair(?:man|men|woman|person|s)?$", "chair", role)
    role = re.sub(r"^(?:members? of staff|staff members?|staff)$", "staff", role).replace(
        "members of", "member of"
    )
    role = role.replace("-", " ")
    return re.sub(r"(?<=[a-z])s$", "", role) if role != "members of the public" else role
