"""Slips: words that were typed twice, left over, or begin a sentence without a capital.

Passes: `They had had notice.`; `It is held in public, e.g. in March. Officers attend.`;
`neither members nor officers`; `up-to-date information`; `kept up to date`.
Fails: a warning for `the the council`, `in public. officers attend`, `an council`, `the pubic`, `recieve`,
`neither officers should not` and `neither members nor officers may not`, for `as result of it`
and `must reported`; a note for `(e.g. pens, paper etc)`,
`up to date information`, `a fair manner and polite manner`, and for words that run on after a link as if a
new sentence began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.confused import MISSPELT, confused
from protobuild.check.left_out import left_out
from protobuild.check.prose import Prose
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "slips"

_STUMBLE = "Readers stumble over it, and ask what else was not read through."
_OFFICES = "Clerk Chair Council Councillor Councillors Officer Officers Member Members Committee".split()
_SIGNS = (
    Sign(
        re.compile(r"[ \n“(](?P<at>(?P<word>[a-z]{2,}) (?P=word))\b(?<!\bhad had)(?![-/])"),
        "a word stands twice: '{}'",
        _STUMBLE,
        "Delete one of the two.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            r"\b(?:The the|[aA] a|An an|Of of|In in|It it|To to)\b(?![-/’'.])"
            rf"|\b(?P<office>{'|'.join(_OFFICES)}) (?P=office)\b"
            r"|\b(?:of the of the|to the to the|in the in the|for the for the|by the by the|that the that the"
            r"|must not must not|should not should not|will be will be|must be must be)\b"
        ),
        "words stand twice: '{}'",
        _STUMBLE,
        "Delete one of the two.",
        Severity.WARNING,
        needs=(
            *(
                "the the",
                " a a ",
                " an an ",
                "\nof of ",
                " of of ",
                "\nin in ",
                " in in ",
                "\nit it ",
                " it it ",
            ),
            *("\nto to ", " to to "),
            *(f"{office} {office}".lower() for office in _OFFICES),
            *(
                "of the of",
                "to the to",
                "in the in",
                "for the for",
                "by the by",
                "that the that",
                "not must not",
            ),
            *("not should not", "will be will", "must be must"),
        ),
    ),
    Sign(
        re.compile(r" an? [a-z]+ (?P<at>(?P<noun>[a-z]{4,}) (?:and|or) [a-z]+ (?P=noun))\b"),
        "'{}' has the same word twice",
        _STUMBLE,
        "Leave out the first of the two.",
    ),
    Sign(
        re.compile(
            r"[.!?][”’)]? (?:(?<=[a-z]{3}[.!?] )|(?<=[a-z]{2}[.!?][”’)] )|(?<=[a-z]{2}\)[.!?] )"
            r"|(?<=[a-z][”’][.!?] )|(?<=[ (][A-Z]{3}[.!?] )|(?<= \d{4}[.!?] ))"
            r"(?<!\betc\. )(?<!\bpara\. )(?<!\bparas\. )(?<!\bapprox\. )(?<!\.\. )"
            r"(?P<at>[a-z]{2,}|a(?= ))"
        ),
        "a sentence begins with a small letter: '{}'",
        "Readers run the two sentences together.",
        "Write a capital, or a comma in place of the stop.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            r"[Nn]either (?:(?:(?!nor\b|wh|that\b)[^.;,\n]){0,60}?\bnot\b"
            r"|(?:(?!wh|that\b)[^.;,\n]){0,80}?\b(?:must|may|should|shall|will|can|do|does) ?not\b)"
        ),
        "'neither' and 'not' deny the same thing twice",
        "Two denials may be read as none.",
        "Keep one of the two, and say who else is meant with 'nor'.",
        Severity.WARNING,
        needs=("neither",),
    ),
    Sign(
        re.compile(r"(?:e\.g\.|such as|for example)[^.;:()\n]*\b(?P<at>etc)\b"),
        "'etc' follows what already says that these are examples",
        "The list is said to be open twice over.",
        "Delete 'etc'.",
        needs=("etc",),
    ),
    Sign(
        re.compile(
            r"(?P<at>up to date|day to day|face to face|one to one)(?:,? )"
            r"(?=[a-z]{4})(?!(?:with|when|from|that|this|until|once|after|because|where|which|about|before)\b)"
        ),
        "'{}' before a noun is written with hyphens",
        "Joined up, the words are read as one.",
        "Put hyphens between the words.",
        needs=("up to date", "day to day", "face to face", "one to one"),
    ),
    Sign(
        re.compile(r" (?P<at>an (?!hour|hono|hones|heir|x-ray)[b-df-hj-np-tv-xz][a-z]+)"),
        "'{}': 'an' stands before a vowel only",
        _STUMBLE,
        "Write 'a'.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(r" (?P<at>a (?!one|once|eu|uni(?!n)|us(?:e|ua|er))[aeiou][a-z]{2,})"),
        "'{}': before a vowel it is 'an'",
        _STUMBLE,
        "Write 'an'.",
        Severity.WARNING,
    ),
)
_LETTERS = re.compile(r"[a-z]{3,}")
_RUN_ON = re.compile(
    r"\b(?:with|to|in|under|of|by|see)\s(?:[\w.]+\s){0,3}?(?:[\w.]+,\s)?\[[^\]]+\]\([^)]*\)\s"
    r"(?P<at>[a-z]+\s(?:do|does|are|is|must|should|may|will|shall|can|cannot|have|has)\b)"
)
"""A link that is what a preposition leads to cannot be what the verb after the next word is about."""
_WHOLE = re.compile(r"clauses\.\d+\.(?:text|quotation\.text)$")
"""Words that begin with a sentence: those of a paragraph or a quotation."""
_NO_SUBJECT = frozenset("which that and or but who it as this if when where".split())


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each word that is doubled, left over or without its capital."""
    yield from found(look, NAME, (*_SIGNS, *confused(look), *left_out(look), *_misspelt(look)))
    for prose in look.prose:
        if prose.spot.clause is not None and not prose.spot.silent(NAME):
            yield from _paragraphs(look, prose)
            yield from _run_on(look, prose)


def _misspelt(look: Look) -> Iterator[Sign]:
    """Yield a sign for each word of the table that the text holds; most texts hold none."""
    for wrong in sorted(MISSPELT.keys() & set(_LETTERS.findall(look.page.small))):
        yield Sign(
            re.compile(rf"\b{wrong}\b", re.IGNORECASE),
            "'{}' is misspelt",
            "A search does not find the word, and readers ask what else was not read through.",
            f"Write '{MISSPELT[wrong]}'.",
            Severity.WARNING,
        )


def _paragraphs(look: Look, prose: Prose) -> Iterator[Finding]:
    """Yield a finding for each paragraph that begins with a small letter, in a quotation too."""
    clause = prose.spot.clause
    if clause is None or not _WHOLE.search(prose.spot.path) or "\n- " in prose.spot.words:
        return
    start = 0
    for paragraph in prose.words.split("\n"):
        first = paragraph[:1]
        if first.islower() and paragraph.count(" ") > 3 and (start or not clause.quotation):
            yield Finding(
                NAME,
                f"the paragraph begins with a small letter: '{' '.join(paragraph.split()[:3])}'",
                look.where(prose, start, start + len(paragraph.split()[0])),
                "Readers look for the words that should come before.",
                "Write a capital, or add the words that are missing.",
                Severity.NOTE if clause.quotation else Severity.WARNING,
            )
        start += len(paragraph) + 1


def _run_on(look: Look, prose: Prose) -> Iterator[Finding]:
    if "](" not in prose.spot.words:
        return
    for seen in _RUN_ON.finditer(prose.spot.words):
        if seen["at"].split()[0] not in _NO_SUBJECT:
            yield Finding(
                NAME,
                f"a new sentence seems to begin at '{seen['at']}', without a stop before it",
                look.within(prose.spot, *seen.span("at")),
                "Readers take both sentences for one, and may read it the wrong way.",
                "Put a full stop and a capital there, or the words that are missing.",
                Severity.NOTE,
            )
