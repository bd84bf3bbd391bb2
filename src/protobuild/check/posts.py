"""Posts: the posts that every council must fill, and those a text names, keep their names.

Passes: `head of paid service`, `Director of Children’s Services`, `Chief Executive`, a council's own
titles for its own posts; `Ward Members` for more than one “Ward Member”.
Fails: a note for `head of paid services`, `Director of Children’s Service`,
`Director of Adults Social Services`, `Monitoring Office` and `Standard Committee`; for `Responsible Finance
Officer` where the text says what “Responsible Financial Officer” means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.defined import forms, titles
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

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


_MANY = frozenset(
    "officer member councillor chair leader person manager mayor clerk committee group panel".split()
)
"""What there may be one of or several, without another name."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each post or body whose name is nearly right."""
    told = list(found(look, NAME, _SIGNS))
    yield from told
    places = {each.place for each in told}
    known = titles(look)
    for title in known:
        yield from (each for each in _nearly(look, title, known) if each.place not in places)


def _nearly(look: Look, title: str, known: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a note for each place that has another form of a word in a name the text itself gives."""
    words = title.split()
    others = [sorted(forms(word)) for word in words]
    if all(len(each) == 1 for each in others):
        return
    page = look.page
    seen = re.compile(
        r"\b" + " ".join(rf"(?:{'|'.join(map(_either, each))})" for each in others) + r"\b(?!-| [A-Z])"
    )
    for match in seen.finditer(page.own):
        prose, begins = page.spot(match.start())
        if _same(match.group(), title) or match.group() in known or prose.spot.silent(NAME):
            continue
        if prose.filled(match.start() - begins):
            continue
        yield Finding(
            NAME,
            f"'{match.group()}' is not quite what the text calls '{title}' in other places",
            look.where(prose, match.start() - begins, match.end() - begins),
            "Readers take two names for two posts or bodies.",
            f"Write '{title}', unless another is meant.",
            Severity.NOTE,
        )


def _either(word: str) -> str:
    """Return a pattern for a word as names have it, with a capital but for those that join others."""
    return re.escape(word if word in ("of", "for", "and", "the", "to") else word.capitalize()) + (
        "s?" if word in _MANY else ""
    )


def _same(one: str, other: str) -> bool:
    """Return whether two names differ in nothing but in how many are meant."""
    return one.lower().rstrip("s") == other.lower().rstrip("s") and other.lower().rstrip("s").endswith(
        tuple(_MANY)
    )
