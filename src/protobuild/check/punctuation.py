"""Punctuation: stops, commas and spaces stand where readers expect them.

Passes: `Officers advise, and members decide.`; `pens, paper, etc., for use at home`; `They may speak, and,
if asked, answer.`
Fails: a warning for `Officers advise .`, `at the end..`, `the policy and;`, `act fairly,honestly`,
`( if so)`, a bracket that is never closed and a sentence that ends its paragraph without a full stop; a
note for a comma that parts what belongs together, `with the clerk, or, with the chair`, and for
`ask the clerk They are told`.
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
        re.compile(r"\((?P<at> )(?=\w)|(?<=\w)(?P<close> )\)"),
        "a space stands inside the bracket",
        _SLIP,
        "Delete the space.",
        Severity.WARNING,
        needs=("( ", " )"),
    ),
    Sign(
        re.compile(r"\((?<=[a-z]{2}\()(?=[a-z]{2,}\b(?!\)))|\((?=[^()\n]* )[^()\n]*(?P<at>\))(?=[a-z]{2})"),
        "a space is missing beside the bracket",
        "Two words were run into one.",
        "Put a space between the bracket and the word.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(r"[!?](?<=\w[!?])[.,;:!?]+"),
        "two signs stand where one belongs: '{}'",
        _SLIP,
        "Delete one of the two.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            r" (?<=[a-z]{3} )(?<!called )(?<!titled )(?<!named )(?<!booklet )(?<!guide )"
            r"(?<!guidance )(?<!report )"
            r"(?:They|This|These|However|It|The [A-Za-z]\w+)"
            r"(?= (?:is|are|was|were|must|should|may|will|can|cannot|has|have|does|do|shall)\b)"
        ),
        "a new sentence seems to begin at '{}', without a stop before it",
        "Readers run the two sentences together.",
        "Put a full stop before it.",
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
_STOPPED = re.compile(r"[.!?:;…–—-][\"'”’)\]]*$|^<?(?:https?://|www\.)|@|\]$")
"""A last word with a stop after it, an address, which a stop would spoil, or the end of a drafter's note."""
_LIST = re.compile(r"^\s*(?:[-+*>]|\d{1,2}[.)])\s", re.MULTILINE)
_LABEL = re.compile(r"(?<![\w(])[a-zA-Z\d]{1,4}\)")
"""What numbers an item with one bracket: `a)`."""
_WORDS = 8
"""How many words make a sentence that wants a stop; fewer may be a label, unless they say who does what."""
_SAYS = re.compile(
    r"(?!What\b|How\b|Who\b|When\b|Where\b|Why\b|Things\b|Matters\b)[A-Z][^:\n]* (?:must|should|may|will"
    r"|shall|is|are|has|have|can|cannot) \w"
)


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
    if clause.listed and not prose.spot.path.endswith("closing"):
        return  # what leads into a list, or is an item of one
    lines = words.split("\n")
    inner = lines if len(lines) > 1 and not _LIST.search(prose.spot.words) else lines[-1:]
    end = len(words) - len("\n".join(inner))
    for line in inner:
        end += len(line)
        if _stopless(line) and not (line is lines[-1] and _listed(prose)):
            start = max(words.rfind(" ", 0, end) + 1, end - 40)
            yield _unstopped(look, prose, start, end)
        end += 1


def _stopless(line: str) -> bool:
    """Return whether a line is a sentence, and lacks its stop."""
    last = line.split()
    return (len(last) >= _WORDS or (len(last) > 2 and _SAYS.match(line) is not None)) and not _STOPPED.search(
        last[-1]
    )


def _unstopped(look: Look, prose: Prose, start: int, end: int) -> Finding:
    return Finding(
        NAME,
        f"the paragraph ends without a full stop: '{prose.words[start:end]}'",
        look.where(prose, start, end),
        "Readers cannot tell whether words are missing.",
        "Add the full stop, or the words that are missing.",
        Severity.WARNING,
    )


def _listed(prose: Prose) -> bool:
    """Return whether the last lines as written are a list's."""
    last = prose.spot.words.rstrip().rpartition("\n")[2]
    return bool(re.match(r"\s*(?:[-+*>]|\d{1,2}[.)])\s|\s{2}", last))
