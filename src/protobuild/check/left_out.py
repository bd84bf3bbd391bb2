"""Left out: the table of set phrases and forms of a verb that show that a small word is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product

from protobuild.check.signs import Sign
from protobuild.check.spot import Look
from protobuild.model.source import Severity

_THEIR = r"(?:the|an?|any|all|its|their|each|every|another|this|that)\b"
_MODAL = (
    r"[mscw](?<= [mscw])(?<! a [mscw])(?<! the [mscw])(?<! of [mscw])"
    r"(?:(?<=m)(?:ust|ay|ight)|(?<=s)h(?:ould|all)|(?<=c)(?:ould|annot)|(?<=w)ould)"
)
_DO = (
    "attend see ask give take make speak vote receive inspect read know expect refuse bring write reply act "
    "appeal complain disclose declare"
)
_POSTS = r"(?:Monitoring Officer|Town Clerk|Parish Clerk|Chief Executive|Head of Paid Service|Proper Officer)"
_US = r"(?:[mM]embers|[oO]fficers|[cC]ouncillors|[cC]ouncil\b|[pP]ublic|papers?\b|reports?\b|minutes\b)"
_TOLD = r"(?:tells?|informs?|consults?|asks?|notify|notifies|from|by|with)"
_PUT = r"(?:given|taken|made|held|kept|sent|shown|told|seen|written|paid|dealt|done|known)"

_LETTERS = re.compile(r"[a-z]+")
_PHRASES = (
    ("a", "as", "result consequence direct", r"[aA]s (?:direct )?(?:result|consequence) of\b"),
    ("a", "as", "matter rule last", r"[aA]s (?:matter of|rule,|last resort)"),
    ("a", "with", "view", r"[wW]ith view to\b"),
    (
        "a",
        "for on",
        "variety number",
        r"\b(?:for (?:variety|number) of (?=reasons|purposes)|on number of (?=occasions))",
    ),
    ("a", "has have", "right duty power", r"\b(?:has|have) (?:right|duty|power) to\b"),
    ("a", "as", "whole group", r"\bas (?:whole|group)(?=[.,;\n])"),
    (
        "the",
        "in",
        "absence event course interest interests",
        r"\b[iI]n (?:absence|event|course|interests?) of (?=the|an?|any|good)",
    ),
    ("the", "at", "request discretion", r"\b[aA]t (?:request|discretion) of (?=the|an?|any|each|its|their)"),
    (
        "the",
        "at",
        "beginning start end time",
        r"\b[aA]t (?:beginning|start|end|time) of (?=the|an?|any|each|its|their)",
    ),
    (
        "the",
        "on",
        "basis advice recommendation",
        r"\b[oO]n (?:basis|advice|recommendation) of (?=the|an?|any|each|its|their)",
    ),
    ("the", "with", "exception aim", r"\b[wW]ith (?:exception|aim) of\b"),
    ("the", "for", "sake purpose", r"\b[fF]or (?:sake|purpose) of\b"),
    ("the", "in", "public", r"\b[iI]n public interest\b(?! (?:test|disclosure|report))"),
    ("the", "at in for", "same first", r"\b(?:[aA]t same time|[iI]n same way|[fF]or first time)\b"),
    ("the", "to", "extent", r"\b[tT]o extent that\b"),
    (
        "the",
        "to from of",
        "public",
        r"\b(?:open to|excluded from|[mM]embers? of) public\b(?= *(?:[.,;)]|and|or|who|may|must|is|are|has))",
    ),
    (
        "the",
        "tell tells inform informs consult consults ask asks notify notifies from by with",
        "monitoring town parish chief head proper",
        rf"\b{_TOLD} {_POSTS}\b(?! [A-Z]|’|s\b)",
    ),
    (
        "of",
        "behalf absence virtue respect breach support",
        "the a an any all its their each every another this that",
        rf"\b(?:[oO]n behalf|[iI]n (?:the )?absence|[bB]y virtue|[iI]n respect|[iI]n breach"
        rf"|[iI]n support) {_THEIR}",
    ),
    (
        "of",
        "discretion request consent approval",
        "the any its their",
        r"\b(?:the discretion|the request|the consent|the approval) (?:the|any|its|their)\b",
    ),
    (
        "of",
        "copy member one some any most none",
        "the its their",
        rf"\b(?:a copy|a member|one|some|any|most|none) (?:the|their|its) (?={_US})",
    ),
    (
        "to",
        "prior addition according due relation regard",
        "the any",
        r"\b(?:[pP]rior|[iI]n addition|[aA]ccording|[dD]ue|[iI]n relation|[wW]ith regard"
        r"|[iI]n regard) (?:the|any)\b",
    ),
    (
        "to",
        "entitled required allowed expected able unable obliged permitted willing invited",
        _DO,
        r"\b(?:is|are|be|was|were|been|not|being) (?:entitled|required|allowed|expected|able|unable|obliged"
        rf"|permitted|willing|invited) (?:{_DO.replace(' ', '|')})\b",
    ),
    (
        "to",
        "order",
        "ensure allow protect help avoid make give keep provide",
        r"\b[iI]n order (?:ensure|allow|protect|help|avoid|make|give|keep|provide)\b",
    ),
    (
        "in",
        "",
        "",
        r"[aA]ccordance with\b(?<![iI]n accordance with)(?<!full accordance with)"
        r"(?<!strict accordance with)(?<!out of accordance with)",
    ),
    ("for", "responsible", "the any all its their", r"\b(?:is|are) responsible (?:the|any|all|its|their)\b"),
    (
        "be",
        "",
        "",
        rf"{_MODAL} (?:not |also |only |always |never )?(?!indeed|embed|shed|shred|wed|bed)"
        rf"(?:[a-z]{{3,}}(?<!e)ed|agreed|{_PUT})\b(?! the\b| a\b)",
    ),
)
"""The word that is missing, two words that then stand side by side, and how it is seen."""


def left_out(look: Look) -> Iterator[Sign]:
    """Yield a sign for each phrase of which the text has two words side by side; most texts have few."""
    beside = set(pairwise(_LETTERS.findall(look.page.small)))
    for (missing, _, _, seen), pairs in zip(_PHRASES, _pairs(), strict=True):
        if not pairs or not pairs.isdisjoint(beside):
            yield _sign(missing, seen)


@cache
def _pairs() -> tuple[frozenset[tuple[str, str]], ...]:
    """Return the pairs of words of each phrase."""
    return tuple(frozenset(product(first.split(), second.split())) for _, first, second, _ in _PHRASES)


@cache
def _sign(missing: str, seen: str) -> Sign:
    """Return the sign of a phrase; to make ready what is not needed would take longer than the search."""
    return Sign(
        re.compile(seen),
        f"'{missing}' seems to be missing in '{{}}'",
        "Readers stumble over it, or take it for something else.",
        "Write the word that is missing.",
        Severity.WARNING,
    )
