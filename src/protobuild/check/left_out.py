"""Left out: the table of set phrases and forms of a verb that show that a small word is missing."""

from __future__ import annotations

import re

from protobuild.check.signs import Sign
from protobuild.model.source import Severity

_THEIR = r"(?:the|an?|any|all|its|their|each|every|another|this|that)\b"
_MODAL = (
    r"[mscw](?<= [mscw])(?<! a [mscw])(?<! the [mscw])(?<! of [mscw])"
    r"(?:(?<=m)(?:ust|ay|ight)|(?<=s)h(?:ould|all)|(?<=c)(?:ould|annot)|(?<=w)ould)"
)
_DO = (
    r"(?:attend|see|ask|give|take|make|speak|vote|receive|inspect|read|know|expect|refuse|bring|write|reply"
    r"|act"
    r"|appeal|complain|disclose|declare)"
)
_POSTS = r"(?:Monitoring Officer|Town Clerk|Parish Clerk|Chief Executive|Head of Paid Service|Proper Officer)"
_US = r"(?:[mM]embers|[oO]fficers|[cC]ouncillors|[cC]ouncil\b|[pP]ublic|papers?\b|reports?\b|minutes\b)"
_TOLD = r"(?:tells?|informs?|consults?|asks?|notify|notifies|from|by|with)"
_PUT = r"(?:given|taken|made|held|kept|sent|shown|told|seen|written|paid|dealt|done|known)"


def _two(first: str, second: str) -> str:
    """Return every pair of a word of the first and one of the second, as they stand side by side."""
    return "|".join(f"{one} {other}" for one in first.split() for other in second.split())


_PHRASES = (
    ("a", "s result|s direct result|s consequence", r"[aA]s (?:direct )?(?:result|consequence) of\b"),
    ("a", "s matter of|s rule,|s last resort", r"[aA]s (?:matter of|rule,|last resort)"),
    ("a", "with view to", r"[wW]ith view to\b"),
    (
        "a",
        "variety of|number of",
        r"\b(?:for (?:variety|number) of (?=reasons|purposes)|on number of (?=occasions))",
    ),
    ("a", _two("has have", "right duty power"), r"\b(?:has|have) (?:right|duty|power) to\b"),
    ("a", "as whole|as group", r"\bas (?:whole|group)(?=[.,;\n])"),
    (
        "the",
        "in absence|in event|in course|in interest",
        r"\b[iI]n (?:absence|event|course|interests?) of (?=the|an?|any|good)",
    ),
    ("the", "at request|at discretion", r"\b[aA]t (?:request|discretion) of (?=the|an?|any|each|its|their)"),
    (
        "the",
        "at beginning|at start|at end|at time",
        r"\b[aA]t (?:beginning|start|end|time) of (?=the|an?|any|each|its|their)",
    ),
    (
        "the",
        "on basis|on advice|on recommend",
        r"\b[oO]n (?:basis|advice|recommendation) of (?=the|an?|any|each|its|their)",
    ),
    ("the", "with exception|with aim", r"\b[wW]ith (?:exception|aim) of\b"),
    ("the", "for sake|for purpose", r"\b[fF]or (?:sake|purpose) of\b"),
    ("the", "n public interest", r"\b[iI]n public interest\b(?! (?:test|disclosure|report))"),
    (
        "the",
        "t same time|n same way|r first time",
        r"\b(?:[aA]t same time|[iI]n same way|[fF]or first time)\b",
    ),
    ("the", "o extent that", r"\b[tT]o extent that\b"),
    (
        "the",
        "from public|to public|of public",
        r"\b(?:open to|excluded from|[mM]embers? of) public\b(?= *(?:[.,;)]|and|or|who|may|must|is|are|has))",
    ),
    ("the", "officer|clerk|executive|service", rf"\b{_TOLD} {_POSTS}\b(?! [A-Z]|’|s\b)"),
    (
        "of",
        _two("behalf absence virtue respect breach support", "the a any all its their each every this that"),
        rf"\b(?:[oO]n behalf|[iI]n (?:the )?absence|[bB]y virtue|[iI]n respect|[iI]n breach"
        rf"|[iI]n support) {_THEIR}",
    ),
    (
        "of",
        _two("discretion request consent approval", "the any its their"),
        r"\b(?:the discretion|the request|the consent|the approval) (?:the|any|its|their)\b",
    ),
    (
        "of",
        _two("copy member one some any most none", "the their its"),
        rf"\b(?:a copy|a member|one|some|any|most|none) (?:the|their|its) (?={_US})",
    ),
    (
        "to",
        _two("prior addition according due relation regard", "the any"),
        r"\b(?:[pP]rior|[iI]n addition|[aA]ccording|[dD]ue|[iI]n relation|[wW]ith regard"
        r"|[iI]n regard) (?:the|any)\b",
    ),
    (
        "to",
        "ed |able |willing ",
        r"\b(?:is|are|be|was|were|been|not|being) (?:entitled|required|allowed|expected|able|unable|obliged"
        rf"|permitted|willing|invited) {_DO}\b",
    ),
    (
        "to",
        _two("order", "ensure allow protect help avoid make give keep provide"),
        r"\b[iI]n order (?:ensure|allow|protect|help|avoid|make|give|keep|provide)\b",
    ),
    (
        "in",
        "accordance with",
        r"[aA]ccordance with\b(?<![iI]n accordance with)(?<!full accordance with)"
        r"(?<!strict accordance with)(?<!out of accordance with)",
    ),
    (
        "for",
        _two("responsible", "the any all its their"),
        r"\b(?:is|are) responsible (?:the|any|all|its|their)\b",
    ),
    (
        "be",
        "",
        rf"{_MODAL} (?:not |also |only |always |never )?(?!indeed|embed|shed|shred|wed|bed)"
        rf"(?:[a-z]{{3,}}(?<!e)ed|agreed|{_PUT})\b(?! the\b| a\b)",
    ),
)
"""The word that is missing, letters without which it is not so, and the words that show it."""

SIGNS = tuple(
    Sign(
        re.compile(seen),
        f"'{missing}' seems to be missing in '{{}}'",
        "Readers stumble over it, or take it for something else.",
        "Write the word that is missing.",
        Severity.WARNING,
        needs=tuple(needs.split("|")) if needs else (),
    )
    for missing, needs, seen in _PHRASES
)
