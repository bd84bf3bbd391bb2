"""Figures: numbers, money, dates, time limits and typed references, each read as one thing.

A limit is one thing: `10 working days` that loses its `working`, or a date that changes its
month, is told whole although only one word of it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.redline.force.around import Found, matches
from protobuild.redline.force.modals import WEAK

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
VALUES: dict[str, str] = {
    **{word: str(number) for number, word in enumerate(_ONES, 1)},
    **{word: str(number * 10) for number, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": str(tens * 10 + ones)
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES[:9], 1)
    },
}
"""What number words say, so that `10` written as `ten` is no change."""

DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: day)? (?:of )?(?:{_MONTHS})\b(?:,? \d{{4}}\b)?"
    rf"|\b(?:{_MONTHS}) (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{4}}\b"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)"
)
_WORDS = "|".join(sorted(VALUES, key=len, reverse=True))
_DIGITS = r"(?:\d[\d,./]*\d|\d)"
NUMBER = rf"(?:£ ?)?(?:{_DIGITS}(?: ?(?:million|m|k|p)\b)?|(?:{_WORDS})\b)"
_UNIT = (
    r"(?:(?:clear|working|business|calendar|consecutive|full) )*"
    r"(?:minutes?|hours?|days?|weeks?|fortnights?|months?|years?|times|terms?)\b"
)
_RATE = r"(?: (?:a|per|in each|in any|each|every) (?:day|week|month|quarter|year|term))?"
_PER_CENT = r"(?:%| ?per ?cent\b)"
_SHARES = (
    r"(?:one[ -]|two[ -]|three[ -])?(?:thirds?|quarters?|half)(?: majority)?"
    r"|(?:simple |absolute )?majority|unanimous(?:ly)?"
)
_EVERY = (
    r"daily|weekly|fortnightly|monthly|quarterly|annually|yearly|half-yearly|biennial(?:ly)?"
    r"|annual(?! (?:meeting|general|council|report|appraisal|leave))"
)
_LABEL = r"(?:\d+[A-Z]?(?:\.\d+)*(?:\([a-z0-9]{1,4}\))*|[A-Z]\d*\b|\([a-z0-9]{1,4}\))"
_PLACES = (
    "paragraphs?|paras?|sub-paragraphs?|sections?|articles?|rules?|parts?|appendix|appendices|schedules?|annex"
    "|regulations?|clauses?|standing orders?|chapters?|tables?|steps?|items?|stages?"
)
_REFERENCE = re.compile(
    rf"(?<![\w-])(?i:{_PLACES}) {_LABEL}(?:(?:,| and| or| to) {_LABEL})*(?![\w-])(?! officers?\b)", re.ASCII
)
_STATUTE = re.compile(
    r"(?:[A-Z][\w'()-]*,? (?:(?:of the|of|and|for|to|in|etc\.?) )*)+(?:Act|Regulations|Order|Rules) \d{4}"
)
_SKIPPED = re.compile(
    r"(?<![\w-])(?:no[ -]one|one another|one or more|one of|one's|24/7|one-off)(?![\w-])", re.IGNORECASE
)
_FIGURES = re.compile(
    rf"(?<![\w£-])(?:(?P<date>{DATE})"
    rf"|(?P<once>(?:once|twice){_RATE})"
    rf"|(?P<every>{_EVERY}|(?:each|every) (?:day|week|month|quarter|year|term)\b)"
    rf"|(?P<each>every (?:{NUMBER}) {_UNIT})"
    rf"|(?P<share>{_SHARES})"
    rf"|(?P<clock>\d{{1,2}}(?:[.:]\d\d)? ?(?:am|pm)\b|noon\b|midnight\b)"
    rf"|(?P<phone>0\d{{2,4}} ?\d{{3,}}[\d ]*\d)"
    rf"|(?P<month>(?-i:{_MONTHS})\b)"
    rf"|(?P<span>an? (?:(?:clear|working|calendar|full) )*(?:hour|day|week|fortnight|month|year)\b)"
    rf"|(?P<number>{NUMBER}(?: ?\(£?{_DIGITS}\))?(?:{_PER_CENT}|[ -]{_UNIT}{_RATE})?))(?![\w-])",
    re.IGNORECASE,
)
SIGNS = frozenset(
    f"""
    a an each every once twice one two three simple absolute half third thirds quarter quarters majority
    unanimous unanimously noon midnight daily weekly
    fortnightly monthly quarterly annual annually yearly biennial hour hours minute minutes day days week
    weeks fortnight month months year years working clear calendar per million
    {_MONTHS.lower().replace("|", " ")}
    """.split()
) | {part for word in VALUES for part in word.split("-")}

PLACE_SIGNS = frozenset(
    """
    paragraph paragraphs para paras sub section sections article articles rule rules part parts appendix
    appendices schedule schedules annex regulation regulations clause clauses standing chapter chapters table
    tables step steps item items stage stages act order
    """.split()
)


def figures(text: str) -> list[Found]:
    """Return the figures a text names; a lone `one`, an article more often than a number, is weak."""
    return list(_figures(text))


def references(text: str) -> list[Found]:
    """Return the places in this or another document that a text names by typed numbers."""
    found = [*_REFERENCE.finditer(text), *_STATUTE.finditer(text)]
    found.sort(key=lambda match: match.start())
    return [
        Found(match.start(), match.end(), match.group(), match.group().lower().replace("paras", "paragraphs"))
        for match in found
    ]


def unit(figure: Found) -> str:
    """Return what a figure counts: `working days`, `£`, or nothing."""
    words = re.sub(r"^[\d\s]+", "", figure.key)
    return words if figure.sort == "number" else figure.sort


def _figures(text: str) -> Iterator[Found]:
    idioms = [match.span() for match in _SKIPPED.finditer(text)]
    for match in matches(text, _FIGURES, _begins):
        if any(start <= match.start() < end for start, end in idioms):
            continue
        sort = WEAK if match.group().lower() == "one" else str(match.lastgroup)
        if sort == "share" and match.group().lower() in ("quarter", "quarters", "third", "thirds"):
            continue
        yield Found(match.start(), match.end(), match.group(), _key(match.group()), sort)


def _begins(word: str) -> bool:
    return word[0] == "£" or word[0].isdigit() or word.lower() in SIGNS


def _key(figure: str) -> str:
    """Return a figure as it compares: in digits and small letters, said once.

    >>> _key("thirty (30) Working Days"), _key("£5,000.00"), _key("14th May 2026")
    ('30 working day', '£5000', '14 may 2026')
    """
    plain = figure.lower().replace("£ ", "£")
    plain = re.sub(r"^an? ", "1 ", plain)
    plain = re.sub(r"^(?:each|(?:once|one times?) (?:a|per|each|every|in each)) ", "every ", plain)
    plain = re.sub(r"^(?:annually|annual|yearly)$", "every year", plain)
    plain = re.sub(r"^(month|week|quarter)ly$", r"every \1", plain).replace("daily", "every day")
    plain = re.sub(r"(?<=\w)-(?=(?:minute|hour|day|week|month|year))", " ", plain)
    words = [VALUES.get(word, word) for word in plain.split(" ")]
    plain = " ".join(words)
    plain = re.sub(r"^(£?\d[\d,.]*) ?\(\1\)", r"\1", plain)
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    plain = re.sub(r"(?<=\d)\.0+(?!\d)", "", plain)
    plain = re.sub(r" ?per ?cent", "%", plain)
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b(?: day)?(?: of)?", "", plain)
    plain = re.sub(r"^once\b", "1 times", re.sub(r"^twice\b", "2 times", plain))
    return re.sub(r"(?<=[a-z])s\b", "", plain)
