"""Spellings: a word that may be written in two ways is written in one.

Passes: `vice-chair` throughout; `email` throughout; either way in a quotation.
Fails: a note for `vice chair` beside `vice-chair`, `e-mail` beside `email`, `nonpartisan` beside
`non-biased`, and `Member/officer` beside `Member-Officer`, once in a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "spellings"

_FORMS: tuple[dict[str, re.Pattern[str]], ...] = (
    {"vice-chair": re.compile(r"[vV]ice-[cC]hair\w*"), "vice chair": re.compile(r"[vV]ice [cC]hair\w*")},
    {"email": re.compile(r"[eE]mail\w*"), "e-mail": re.compile(r"[eE]-mail\w*")},
    {"non-": re.compile(r"\b[nN]on-[a-z]+"), "non": re.compile(r"\b[nN]on(?!e|sens|-)[a-z]{4,}")},
    {"co-op": re.compile(r"[cC]o-op\w+"), "coop": re.compile(r"\b[cC]oop\w+")},
    {"sub-com": re.compile(r"[sS]ub-[cC]ommittee\w*"), "sub": re.compile(r"\b[sS]ub ?[cC]ommittee\w*")},
    {
        "-officer": re.compile(r"(?:Member|Councillor)-Officer\b"),
        "/officer": re.compile(r"(?:Member|Councillor)/Officer\b"),
        "r/o": re.compile(r"(?:Member|Councillor)/officer\b"),
        "r-o": re.compile(r"(?:Member|Councillor)-officer\b"),
    },
)
"""Each way of writing a word, by letters without which it is not in the text."""

Use = tuple[Prose, int, int]


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each paragraph that writes a word in another way than most do."""
    text = "\n".join(prose.own for prose in look.prose)
    small = text.lower()
    for forms in _FORMS:
        near = [form for letters, form in forms.items() if letters in small]
        present = [form for form in near if form.search(text)] if len(near) > 1 else []
        if len(present) < 2:
            continue
        uses = [list(_uses(look, form)) for form in present]
        usual = max(uses, key=len)
        for rare in uses:
            if rare is not usual:
                yield from _told(look, rare, usual[0])


def _uses(look: Look, form: re.Pattern[str]) -> Iterator[Use]:
    for prose in look.prose:
        if not prose.own.isupper():
            yield from ((prose, *found.span()) for found in form.finditer(prose.own))


def _told(look: Look, uses: list[Use], usual: Use) -> Iterator[Finding]:
    there = usual[0].own[usual[1] : usual[2]]
    told: set[int] = set()
    for prose, start, end in uses:
        clause = id(prose.spot.clause)
        if clause in told or prose.spot.silent(NAME) or prose.filled(start):
            continue
        told.add(clause)
        yield Finding(
            NAME,
            f"'{prose.own[start:end]}' here, and '{there}' in other places",
            look.where(prose, start, end),
            "A search for the one misses the other.",
            "Choose one way of writing it, and keep to it.",
            Severity.NOTE,
        )
