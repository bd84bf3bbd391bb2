"""Figures: numbers, dates and time limits, read with the words that stand around a change.

A limit is one thing: `10 working days` that loses its `working`, or a date that changes its
month, is read whole although only one word of it changed.
"""

from __future__ import annotations

import re

from protobuild.redline.regions import Region

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

DATE = rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b(?: \d{{4}}\b)?|\b(?:{_MONTHS}) \d{{4}}\b"
_WORDS = "|".join(sorted(VALUES, key=len, reverse=True))
_NUMBER = rf"(?:£\s?)?(?<!\w)(?:\d[\d,.]*\d|\d|{_WORDS})(?!\w)%?"
_UNIT = r"(?:(?:clear|working|calendar|consecutive) )*(?:minutes?|hours?|days?|weeks?|months?|years?|times)\b"
FIGURES = re.compile(rf"{DATE}|\b(?:once|twice)\b|{_NUMBER}(?:[ \xa0]{_UNIT})?", re.IGNORECASE)
DATES = re.compile(DATE)
AROUND = 32
"""Letters before and after a change that may belong to one date or limit with it."""


def figures(region: Region) -> tuple[list[str], list[str]]:
    """Return the figures the old and the new words make with their surroundings, in order.

    What stands wholly outside the change is in both lists, and so is no change. A lone `one`
    is an article more often than a number, and is left out.
    """
    old, new = sides(region)
    return _read(old), _read(new)


def sides(region: Region) -> tuple[str, str]:
    """Return what the old and the new text say around a change: its words with some either side."""
    before, after = region.before[-AROUND:], region.after[:AROUND]
    return before + region.old + after, before + region.new + after


def without_dates(text: str) -> str:
    """Return the text with its dates blanked: May is a month there and no permission."""
    return DATES.sub(" ", text)


def same_figure(one: str) -> str:
    """Return a figure as it compares: in digits and small letters."""
    words = one.lower().replace("\xa0", " ").split(" ")
    return " ".join(VALUES.get(word, word) for word in words)


def _read(text: str) -> list[str]:
    found = (match.group() for match in FIGURES.finditer(text))
    return [figure for figure in found if figure.lower() != "one"]
