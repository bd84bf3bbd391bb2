"""Posts: the posts that every council must fill have the names by which readers know them.

Passes: `head of paid service`, `Director of Children’s Services`, `Chief Executive`, a council's own
titles for its own posts.
Fails: a note for `head of paid services`, `Director of Children’s Service`,
`Director of Adults Social Services`, `Monitoring Office` and `Standard Committee`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding

NAME = "posts"


def _post(needs: str, seen: str, right: str) -> Sign:
    return Sign(
        re.compile(seen),
        "'{}' is not quite the post's name",
        "Readers who look the post up do not find it.",
        f"Write '{right}', unless the council's own name for the post is meant.",
        needs=tuple(needs.split("|")),
    )


_SIGNS = (
    _post("paid services", r"[Hh]ead of (?:the )?[Pp]aid [Ss]ervices\b", "head of paid service"),
    _post(
        "director of child",
        r"[Dd]irector of (?:[Cc]hildren[’']?s[’']? [Ss]ervice\b|[Cc]hildrens?[’']? [Ss]ervices\b)",
        "Director of Children’s Services",
    ),
    _post(
        "director of adult",
        r"[Dd]irector of (?:[Aa]dult[’']?s[’']? [Ss]ocial [Ss]ervices?\b|[Aa]dult [Ss]ocial [Ss]ervice\b)",
        "Director of Adult Social Services",
    ),
    _post(
        "monitoring office |monitoring office.|monitoring office,|monitoring offer",
        r"\b[mM]onitoring [oO]ff(?:ice|er)s?\b(?! hours)",
        "Monitoring Officer",
    ),
    _post("finance office", r"\b[cC]hief [fF]inance [oO]ffice\b", "Chief Finance Officer"),
    _post("financial office", r"\b[rR]esponsible [fF]inancial [oO]ffice\b", "Responsible Financial Officer"),
    _post("protection office", r"\b[dD]ata [pP]rotection [oO]ffice\b", "Data Protection Officer"),
    _post("returning office", r"\b[rR]eturning [oO]ffice\b", "Returning Officer"),
    _post("proper office", r"\b[pP]roper [oO]ffice\b(?! of)", "Proper Officer"),
    _post("standard committee", r"\bStandard Committee\b", "Standards Committee"),
    _post("paid staff", r"\b[hH]ead of (?:the )?[pP]aid [sS]taff\b", "head of paid service"),
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each post whose name is nearly right."""
    return found(look, NAME, _SIGNS)
