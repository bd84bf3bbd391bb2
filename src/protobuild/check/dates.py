"""Dates: each day is written so that nobody can take it for another.

Passes: `14 May 2026`; `May 2026`; `5 May`; `section 28(4)`.
Fails: a warning for `03/04/2026` and `03/04/26`, which are days in March to some; a note for
`14th May 2026`, `14 Feb 2026`, `May 14, 2026`, `May 14th` and `2026-05-14`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "dates"

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_ONE_WAY = "Dates written in several ways are hard to find and to compare."
_FIX = "Write the day, the month and the year, such as 14 May 2026."

_SIGNS = (
    Sign(
        re.compile(rf"[0-9][0-9]?(?<!\d\d\d)(?:st|nd|rd|th) (?:of )?{_MONTH}(?: \d{{4}})?"),
        "'{}' is not how the day is written in minutes and on the council's pages",
        _ONE_WAY,
        _FIX,
    ),
    Sign(
        re.compile(r"(?<![\d/.-])[0-9][0-9]?[/.-][0-3]?[0-9][/.-](?:20|19)\d\d(?![\d/])"),
        "'{}' may be read as another day",
        "Some readers put the month first.",
        _FIX,
        Severity.WARNING,
        needs=tuple(f"{sign}{century}" for sign in "/.-" for century in (19, 20)),
    ),
    Sign(
        re.compile(
            r"[0-9](?<![\w/.,-][0-9])[0-9]?(?:/[01]?[0-9]/"
            r"|(?:(?<=\bon [0-9])|(?<=\bon [0-9]{2})|(?<=dated [0-9])|(?<=until [0-9])|(?<=since [0-9]))"
            r"(?:\.[01]?[0-9]\.|-[01]?[0-9]-))[0-9]{2}(?![\w/.-]*\w)"
        ),
        "'{}' may be read as another day, or in another century",
        "Some readers put the month first, and some the year.",
        _FIX,
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            r"[0-9](?<![\w.][0-9])[0-9]? (?:"
            r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.? (?:20|19)\d\d"
            rf"|{_MONTH}(?:, (?:20|19)\d\d| [’'][0-9]{{2}}(?!\d)))"
        ),
        "'{}' is not how the day is written in minutes and on the council's pages",
        _ONE_WAY,
        _FIX,
    ),
    Sign(
        re.compile(rf"{_MONTH} [0-3]?[0-9](?:(?:st|nd|rd|th)?,? (?:20|19)\d\d|(?:st|nd|rd|th)\b)"),
        "'{}' puts the month first",
        _ONE_WAY,
        _FIX,
    ),
    Sign(
        re.compile(r"[12][09]\d\d-[01]\d-[0-3]\d(?<!\d-\d{4}-\d\d-\d\d)(?!\d)"),
        "'{}' is a date as programs write it",
        _ONE_WAY,
        _FIX,
    ),
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each date that is not written as day, month and year."""
    return found(look, NAME, _SIGNS)
