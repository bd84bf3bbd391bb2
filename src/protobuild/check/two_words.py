"""Two words: one thing has one word throughout.

Passes: `member` throughout, with `councillor` only where the text says that they mean the same;
`employee` where employment is spoken of; either word in a quotation, a title or a heading.
Fails: a note, once in a paragraph, for `councillor` where most paragraphs say `member`, for
`employee` or `staff` where they say `officer`, `this Code` where they say `this protocol`, `portfolio holder`
where they say `cabinet member`, and `Staffing Committee` where they say `Personnel Committee`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.check.bodies import rarer
from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "two_words"


@dataclass(frozen=True, slots=True)
class _Word:
    """A word for a thing; what stands before or after it when it is another thing's."""

    is_: re.Pattern[str]
    not_after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing, and what it is called."""

    words: dict[str, _Word]
    other: re.Pattern[str]
    """A sentence that speaks of something else by one of the words."""


_PART = r"(?:\w|[/-]|’[a-z]?|'[a-z]?)$"
"""What stands before the middle of a longer word."""
_END = r"s?\b(?![/-]|[’']? [A-Z])"
"""A title, such as Members’ Code, goes on with a capital."""


def _word(pattern: str, not_after: str = "") -> _Word:
    return _Word(re.compile(pattern), re.compile(f"{_PART}|(?:{not_after}) $" if not_after else _PART))


_FOR_STAFF = (
    "instr|handbook|survey|room|canteen|newsletter|meeting|training|rota|side|forum|association|polic|code|struc|"
    "intranet|record|cost|pension|member|grievance|apprais|sickness|directory|car |turnover|number|vacanc"
)
"""What is for all who are employed, and so not for officers alone."""

_THINGS = (
    _Thing(
        {
            "member": _word(
                rf"[mM]ember{_END}(?! of (?:the |an? |any |that |its |our )?(?:\w+ )?"
                r"(?:public|staff|press|famil|committee|panel|body|council(?!lor)|Council|group|society"
                r"|executive|cabinet|board|team))",
                "[cC]ommittee|[pP]anel|[cC]abinet|opted|family",
            ),
            "councillor": _word(rf"[cC]ouncillor{_END}", "fellow"),
        },
        re.compile(r"\b(?:co-opted|means|referred to|parish|another|other local|town)\b"),
    ),
    _Thing(
        {
            "officer": _word(rf"[oO]fficer{_END}"),
            "employee": _word(rf"[eE]mployee{_END}"),
            "staff": _word(
                r"(?:[mM]embers? of )?[sS]taff\b(?![/-]|,| and\b|’|'| [A-Z]"
                rf"| (?:{_FOR_STAFF}))",
                "own|of|and|its|junior|senior|support",
            ),
        },
        re.compile(
            r"\b(?:employ(?:er|ed|ing|ment|s)?|employees? of|applicants?|candidates?|recruit\w*|contracts?"
            r"|grievances?|disciplin\w+|means|referred to|statutory|reprisals?|victimis\w+"
            r"|workers?|services)\b",
            re.IGNORECASE,
        ),
    ),
    _Thing(
        {"protocol": _word(r"[tT]h(?:is|ese) [pP]rotocols?\b"), "code": _word(r"[tT]his [cC]ode\b")},
        re.compile(r"(?!)"),
    ),
    _Thing(
        {
            "cabinet member": _word(r"[cC]abinet [mM]embers?\b"),
            "executive member": _word(r"[eE]xecutive [mM]embers?\b"),
            "portfolio holder": _word(r"[pP]ortfolio [hH]olders?\b"),
        },
        re.compile(r"\b(?:means|known as|called|referred to)\b|\((?:or )?(?i:portfolio|cabinet|executive m)"),
    ),
    _Thing(
        {
            "ward councillor": _word(r"[wW]ard (?:[mM]ember|[cC]ouncillor)s?\b"),
            "divisional councillor": _word(r"[dD]ivision(?:al)? (?:[mM]ember|[cC]ouncillor)s?\b"),
        },
        re.compile(r"\b(?:means|known as|called|referred to|or|district|county)\b|\("),
    ),
    _Thing(
        {
            "chair": _word(r"[cC]hair\b(?:(?<=[tT]he chair)|(?<=[tT]he Chair))(?!’| [A-Z])"),
            "chairperson": _word(r"[cC]hair[pP]ersons?\b"),
        },
        re.compile(r"\b(?:means|known as|called|referred to)\b"),
    ),
)

_STOPS = (". ", "\n", "; ")

Use = tuple[Prose, int, int]


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each paragraph that calls a thing by another word than most paragraphs do."""
    read = [prose for prose in look.prose if prose.spot.clause and "eading" not in prose.spot.path]
    for thing in _THINGS:
        uses = {word: list(_uses(read, thing, word)) for word in thing.words}
        usual = max(uses, key=lambda word: len(uses[word]))
        told: set[int] = set()
        for word in thing.words:
            if word == usual:
                continue
            for prose, start, end in uses[word]:
                known = id(prose.spot.clause) in told or prose.spot.silent(NAME)
                if not known and not thing.other.search(_sentence(prose, start, end)):
                    told.add(id(prose.spot.clause))
                    yield _finding(look, (prose, start, end), usual)
    yield from _bodies(look)


def _bodies(look: Look) -> Iterator[Finding]:
    """Yield a note at the first place where a committee has another name than most places give it."""
    for named, usual in rarer(look):
        if not named.prose.spot.silent(NAME):
            yield _finding(look, (named.prose, named.start, named.start + len(named.name)), usual)


def _uses(read: list[Prose], thing: _Thing, word: str) -> Iterator[Use]:
    """Yield where a word is used, and not as part of another."""
    said = thing.words[word]
    for prose in read:
        if word[1:5] not in prose.own:
            continue
        for found in said.is_.finditer(prose.own):
            start, end = found.span()
            if not said.not_after.search(prose.own, max(0, start - 12), start) and not prose.filled(start):
                yield prose, start, end


def _sentence(prose: Prose, start: int, end: int) -> str:
    """Return the sentence around, near enough: nothing is lost when an abbreviation ends it."""
    before = max(prose.words.rfind(stop, 0, start) for stop in _STOPS)
    after = [prose.words.find(stop, end) for stop in _STOPS]
    return prose.words[before + 1 : min((at for at in after if at >= 0), default=len(prose.words))]


def _finding(look: Look, use: Use, usual: str) -> Finding:
    prose, start, end = use
    return Finding(
        NAME,
        f"'{prose.own[start:end]}' here, and '{usual}' in most places",
        look.where(prose, start, end),
        "Readers may look for a difference where none is meant.",
        f"Write '{usual}' if the same is meant, or say in the protocol what each word means.",
        Severity.NOTE,
    )
