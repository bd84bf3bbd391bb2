"""Whether a clause says what it claims to: in words that do not only keep a place, and in typed facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protobuild.model.clause import Clause
from protobuild.model.provisions import Backing, Provision
from protobuild.model.saying import listed

_KEEPS_A_PLACE = re.compile(
    r"tb[acd]|n a|none|placeholder|draft|x{2,}(?: x{2,})*|lorem ipsum.*"
    r"|to be (?:confirmed|agreed|decided|determined|drafted|written|completed)"
    r"(?: (?:later|soon|by|with|at|in|on|when)\b.*)?"
    r"|(?:text|words|wording|details?) to (?:come|follow|be \w+)"
    r"|(?:insert|add) (?:text|words|wording|details?|here|name|title)\b.*"
)
LONGEST = 200
"""Characters of words that only keep a place; what is longer says something, or is printers' Latin."""
_BRACKETED = re.compile(r"\[[^\[\]]*\]\W*")
_SIGNS = re.compile(r"[\W_]+")
_NAMED = re.compile(r"\[\[(role|doc):([a-z0-9-]+)\]\]")
_LINK = re.compile(r"\]\(https?://")


@dataclass(frozen=True, slots=True)
class Registers:
    """The roles and documents a clause may name."""

    roles: Mapping[str, object]
    documents: Mapping[str, object]
    """Those without an address count too: not every policy is on the web, and a check says which are not."""


def lack(provision: Provision, clause: Clause, registers: Registers) -> str:
    """Return what a clause needs, and has not, to say what it claims to; nothing where it does.

    A register that was not begun, as after an import, is not asked for.
    """
    if clause.subheading is not None:
        return "words below the heading; a heading alone says nothing"
    if not any(map(says_something, _told(clause))):
        return "words; those it has only keep a place for them"
    if not provision.backed_by or any(_backs(each, clause, registers) for each in provision.backed_by):
        return ""
    return listed(list(map(_asked, provision.backed_by)), "or")


def says_something(words: str) -> bool:
    """Return whether words say anything, and do not only keep a place for others.

    >>> says_something("to be courteous"), says_something("To be confirmed."), says_something("[...]")
    (True, False, False)
    """
    stripped = words.strip()
    if len(stripped) > LONGEST and not stripped.lower().startswith("lorem"):
        return True
    if _BRACKETED.fullmatch(stripped):
        return False
    bare = _SIGNS.sub(" ", stripped).strip().lower()
    return bool(bare) and _KEEPS_A_PLACE.fullmatch(bare) is None


def _told(clause: Clause) -> Iterator[str]:
    """Yield the words that carry what a clause says: those of its list, where it has one."""
    if clause.listed:
        yield from (item.text for item in clause.listed)
    elif clause.matrix:
        yield from (cell for row in clause.matrix.rows for cell in row)
    elif clause.signatures is not None:
        yield from (each.name or each.office for each in clause.signatures)
    else:
        content = getattr(clause, clause.content_key)
        yield content if isinstance(content, str) else content.text


def _backs(backing: Backing, clause: Clause, registers: Registers) -> bool:
    match backing.content:
        case "role":
            return not registers.roles or any(name in registers.roles for name in _roles(clause))
        case "document":
            return not registers.documents or _cites_a_document(clause, registers)
    return _holds(backing, clause) and _entries(clause) >= backing.least


def _holds(backing: Backing, clause: Clause) -> bool:
    match backing.content:
        case "expectations":
            return clause.expectations is not None and clause.expectations.of in (backing.side, "both")
        case "procedure":
            return clause.procedure is not None and clause.procedure.for_ in (backing.side, "anyone")
        case "definition":
            return clause.definition is not None and bool(clause.definition.basis or not backing.basis)
        case "response_time":
            return clause.response_time is not None
    return True


def _entries(clause: Clause) -> int:
    return sum(says_something(item.text) for item in clause.listed)


def _roles(clause: Clause) -> Iterator[str]:
    yield from (name for sort, name in _NAMED.findall(_prose(clause)) if sort == "role")
    for step in clause.procedure.steps if clause.procedure else ():
        yield from (step.actor, step.to)


def _cites_a_document(clause: Clause, registers: Registers) -> bool:
    words = _prose(clause)
    named = (name for sort, name in _NAMED.findall(words) if sort == "doc")
    return any(name in registers.documents for name in named) or _LINK.search(words) is not None


def _prose(clause: Clause) -> str:
    content = getattr(clause, clause.content_key)
    around = [clause.closing, *(getattr(content, name, "") for name in ("lead_in", "text", "closing"))]
    own = content if isinstance(content, str) else ""
    return "\n".join([own, *around, *_told(clause)])


_ENTRIES = {
    "expectations": "items",
    "procedure": "steps",
    "definition": "examples",
    "list": "items",
}


def _asked(backing: Backing) -> str:
    """Return in words what a provision asks a clause to hold.

    >>> _asked(Backing("procedure", "officers", 2))
    'a procedure for officers with at least 2 steps'
    """
    if backing.least:
        whole = _SAID[backing.content].format(side=backing.side)
        return f"{whole} with at least {backing.least} {_ENTRIES[backing.content]}"
    return "a definition that says where it comes from" if backing.basis else _SAID[backing.content]


_SAID = {
    "expectations": "a list of what is expected of {side}",
    "procedure": "a procedure for {side}",
    "definition": "a definition",
    "list": "a list",
    "response_time": "a response time",
    "role": "a role that protocol.yaml lists, such as [[role:monitoring-officer]]",
    "document": "a document that protocol.yaml lists, such as [[doc:whistleblowing]]",
}
