"""Reviews: the next review is stated, lies ahead, and comes after the last.

Passes: `review: {last: 2026-05-14, next: 2028-05}` until the end of May 2028; `last: 2026-05-14` with
`interval_months: 24`, which comes to the same.
Fails: a warning for `next: Spring 2028`, for `next: 2025-05` while `last: 2026-05-14`, and for a review
whose day or month is over; a note where no review is stated, or only the text states it.
What is overdue depends on the day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "reviews"

_MONTH = re.compile(r"\d{4}-\d{2}")
_TOLD = re.compile(r"\b[Nn]ext review[^.\n\d]{0,30}?:?\s+(?P<when>(?:\d{1,2}\w* )?[A-Z][a-z]+ \d{4})")
"""A cover that says when the next review is."""

_WILL = re.compile(
    r"\b(?:will|must|should|is to) (?:next )?(?:be reviewed|review (?:it|(?:this|the) [Pp]rotocol))\b"
    r"[^.\n\d]{0,40}?\b(?:in|by|on|before) (?:the end of )?(?P<when>(?:\d{1,2}\w* )?[A-Z][a-z]+ \d{4})"
)
"""A paragraph that says when it is to be reviewed."""
_OFTEN = re.compile(
    r"\b(?:(?:[Tt]his|[Tt]he) (?:[Pp]rotocol|[Cc]ode|[Dd]ocument|[Pp]olicy)\b[^.\n]{0,60}"
    r"|[Ii]t (?:will|must|should|is)(?: be)?) review(?:ed)?\b[^.\n]{0,60}?\b"
    r"(?P<often>annually|yearly|once a year"
    r"|(?:each|every) (?:\w+ )?(?:years?|months?))\b"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each review that cannot be read, is overdue, or is not stated."""
    review = look.protocol.manifest.review
    days = {name: _day(said) for name, said in (("last", review.last), ("next", review.next)) if said}
    for name, day in days.items():
        if day is None:
            yield _unreadable(look, name, getattr(review, name))
    last, following = days.get("last"), days.get("next")
    if last and following and following < last and not review.last.startswith(review.next):
        yield _backwards(look, review.last, review.next)
    elif look.today is not None:
        yield from _due(look, look.today, last, following)


def _due(look: Look, today: dt.date, last: dt.date | None, following: dt.date | None) -> Iterator[Finding]:
    """Yield a finding where the next review is overdue, or nobody can tell when it is."""
    review = look.protocol.manifest.review
    by_month = bool(_MONTH.fullmatch(review.next))
    if following is None and last and review.interval_months:
        following, by_month = _later(last, review.interval_months), True
    if following is None:
        if not review.next:
            yield _unstated(look)
    elif (_later(following, 1) <= today) if by_month else (following < today):
        yield _overdue(look, f"{following:%B %Y}" if by_month else f"{following.day} {following:%B %Y}")


def _day(said: str) -> dt.date | None:
    """Return the day, or the first of the month."""
    try:
        return dt.date.fromisoformat(f"{said}-01" if _MONTH.fullmatch(said) else said)
    except ValueError:
        return None


def _later(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def _unreadable(look: Look, name: str, said: str) -> Finding:
    return Finding(
        NAME,
        f"the {name} review is '{said}', which is neither a day nor a month of the calendar",
        look.place(f"manifest.review.{name}"),
        "Nobody could be reminded when the review is due.",
        "Write year, month and day, such as 2027-05-14, or year and month, such as 2027-05.",
        Severity.WARNING,
    )


def _backwards(look: Look, last: str, following: str) -> Finding:
    return Finding(
        NAME,
        f"the next review, {following}, is before the last, {last}",
        look.place("manifest.review.next"),
        "Readers would take the protocol for one whose review is overdue.",
        "Write when the next review is due.",
        Severity.WARNING,
    )


def _in(when: str) -> str:
    return f"in {when}" if when[0].isalpha() else f"on {when}"


def _overdue(look: Look, when: str) -> Finding:
    return Finding(
        NAME,
        f"the review was due {_in(when)}",
        look.place("manifest.review"),
        "Readers ask whether the protocol still holds.",
        "Review it, and write under 'review' when that was and when the next is due; or say when it will be.",
        Severity.WARNING,
    )


def _unstated(look: Look) -> Finding:
    told = _TOLD.search(look.protocol.manifest.front)
    said = None if told else next(_said(look), None)
    if said:
        return said
    return Finding(
        NAME,
        "nothing says when the protocol is to be reviewed"
        if told is None
        else f"the cover says that the next review is {_in(told['when'])}, and protocol.yaml does not",
        look.place("manifest.review") if told is None else look.place("manifest.front"),
        "Nobody is reminded of it, and an old text goes on as if it had been looked at.",
        "Write 'review:' in protocol.yaml, with 'next:' and year and month, such as 2028-05.",
        Severity.NOTE,
    )


def _said(look: Look) -> Iterator[Finding]:
    """Yield a finding for each paragraph that says when the next review is, or how often there is one."""
    for prose in look.prose:
        often = _OFTEN.search(prose.own) if "eview" in prose.own and prose.spot.clause else None
        if often:
            yield Finding(
                NAME,
                f"the text says how often it is reviewed, '{often['often']}', and nothing says when next",
                look.where(prose, *often.span("often")),
                "Nobody is reminded of it: the date is only read where it stands in protocol.yaml.",
                "Write 'review:' in protocol.yaml, with 'next:' and year and month, such as 2028-05.",
                Severity.NOTE,
            )
        told = _TOLD.search(prose.own) if "ext review" in prose.own else None
        if told is None and "eview" in prose.own and prose.spot.clause:
            told = _WILL.search(prose.own)
        if told:
            yield Finding(
                NAME,
                f"the text says that the next review is {_in(told['when'])}, and protocol.yaml does not",
                look.where(prose, *told.span("when")),
                "Nobody is reminded of it: the date is only read where it stands in protocol.yaml.",
                "Write 'review:' in protocol.yaml, with 'next:' and year and month, such as 2028-05.",
                Severity.NOTE,
            )
