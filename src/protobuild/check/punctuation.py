"""Punctuation: stops, commas and spaces stand where readers expect them.

Passes: `Officers advise, and members decide.`; `pens, paper, etc., for use at home`; `They may speak, and,
if asked, answer.`
Fails: a warning for `Officers advise .`, `at the end..`, `the policy and;`, `act fairly,honestly` and a
bracket that is never closed; a note for a paragraph of several words without a full stop, and for a
comma that parts what belongs together: `with the clerk, or, with the chair.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "punctuation"

_SLIP = "Readers stop at it, and it makes the text look unfinished."
_SENSE = "A comma there makes readers take the words apart in the wrong place."

_SIGNS = (
    Sign(
        re.compile(r" +(?<=[^\W_] |[)\]’'] )(?P<at>[,;:?!.])(?=\s)(?!\s\.)"),
        "a space stands before this sign",
        _SLIP,
        "Delete the space.",
        Severity.WARNING,
        quoted=True,
    ),
    Sign(
        re.compile(
            r"[,;:.](?<!\.\.)(?<!etc\.)(?<!\.[a-z]\.)(?<![A-Z]\.)(?<![A-Z][a-z]\.)(?<![A-Z][a-z]{2}\.)"
            r"(?: ?\.|[,;:])(?![.\w])"
        ),
        "two signs stand where one belongs: '{}'",
        _SLIP,
        "Delete one of the two.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(r"[,;.](?P<at>(?<=[a-z]{2}[,;])[A-Za-z]{2}|(?<=[a-z]{2}\.)[A-Z][a-z])"),
        "a space is missing before '{}'",
        _SLIP,
        "Put a space after the sign.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(r" (?P<at>(?:and|or|the|an?);|(?:the|an?) ?[.,:](?=\s))"),
        "the words break off at '{}'",
        "Readers look for the words that should follow.",
        "Write the words that are missing, or delete what is left over.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(r", (?:and|or),(?= [^,.;:()\n]+[.;:\n])"),
        "only one of these two commas is needed: '{}'",
        _SENSE,
        "Delete both, or put a third after the words that could be left out.",
    ),
    Sign(
        re.compile(r"s, (?<=[^,;:]{20}s, )(?:and|or) [a-z]+s(?= which | that )"),
        "this comma parts two words that go together: '{}'",
        _SENSE,
        "Delete the comma.",
    ),
    Sign(
        re.compile(
            r"(?:refer|respond|reply|adhere|contribute)\b(?<![a-z]refer)(?:(?! to\b)[^,.;:\n])*(?P<at>, to) "
            r"(?:the|an?|any|all|this|these|those|such|each|every|its|their|advice|information)\b"
        ),
        "this comma parts a verb from what it is about: '{}'",
        _SENSE,
        "Delete the comma.",
        needs=(", to ",),
    ),
)
_PROSE = re.compile(r"(?:^|\.)(?:text|closing)$")
_STOPPED = re.compile(r"[.!?:;…–—-][\"'”’)\]]*$|^<?(?:https?://|www\.)|@")
"""A last word with a stop after it, or an address, which a stop would spoil."""
_LABEL = re.compile(r"(?<![\w(])[a-zA-Z\d]{1,4}\)")
"""What numbers an item with one bracket: `a)`."""
_WORDS = 8
"""How many words make a sentence that wants a stop; fewer may be a label."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each sign that is doubled, astray or lacking."""
    yield from found(look, NAME, _SIGNS)
    for prose in look.prose:
        if not prose.spot.silent(NAME):
            yield from _brackets(look, prose)
            yield from _stop(look, prose)


def _brackets(look: Look, prose: Prose) -> Iterator[Finding]:
    """Yield a finding for the first round bracket without its partner."""
    own = prose.own
    opened, closed = own.count("("), own.count(")")
    if opened == closed or opened < closed <= opened + len(_LABEL.findall(own)):
        return
    at = own.find("(") if opened > closed else own.rfind(")")
    yield Finding(
        NAME,
        "this bracket has no partner",
        look.where(prose, at, at + 1),
        "Readers cannot tell where the aside begins or ends.",
        "Add the other bracket, or delete this one.",
        Severity.WARNING,
    )


def _stop(look: Look, prose: Prose) -> Iterator[Finding]:
    """Yield a finding for prose that ends without a stop; a list's endings are looked at elsewhere."""
    words, clause = prose.words.rstrip(), prose.spot.clause
    if clause is None or clause.quotation or not _PROSE.search(prose.spot.path):
        return
    last = words[words.rfind("\n") + 1 :].split()
    if len(last) < _WORDS or _STOPPED.search(last[-1]) or _listed(prose):
        return
    if clause.listed and not prose.spot.path.endswith("closing"):
        return  # what leads into a list, or is an item of one
    start = max(words.rfind(" ") + 1, len(words) - 40)
    yield Finding(
        NAME,
        f"the paragraph ends without a full stop: '{words[start:]}'",
        look.where(prose, start, len(words)),
        "Readers cannot tell whether words are missing.",
        "Add the full stop, or the words that are missing.",
        Severity.WARNING,
    )


def _listed(prose: Prose) -> bool:
    """Return whether the last lines as written are a list's."""
    last = prose.spot.words.rstrip().rpartition("\n")[2]
    return bool(re.match(r"\s*(?:[-+*>]|\d{1,2}[.)])\s|\s{2}", last))
