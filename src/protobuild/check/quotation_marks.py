"""Quotation marks and apostrophes: each quotation closes, and the marks are of one sort.

Passes: `a member’s duty`, `members’ rights`, `a members’ meeting`, `The code says “be fair”.`
Fails: a warning for a mark that is never closed, for `“ be fair”`, `an officer's must` and
`proud of it's rules`; a note for `to a members’ attention` and for one straight mark among curly ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.prose import Prose
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "quotation_marks"

_PEOPLE = "member|officer|councillor|employee|resident|chair|director|manager"
_SHARED = (
    "only|meeting|group|forum|panel|seminar|briefing|event|code|newsletter|handbook|guide|survey|register|"
    "association|allowance|area|room|lounge|library|bulletin|training|session|network|club|union|question|working"
)
"""What belongs to many at once, as in "a members' meeting"."""

_SIGNS = (
    Sign(
        re.compile(r"(?P<at>[\"“‘]) (?<!\S[\"“‘] )(?=\S)"),
        "a space stands inside the quotation mark",
        "The mark hangs in the air, and may end up at the end of a line.",
        "Delete the space.",
        Severity.WARNING,
        quoted=True,
    ),
    Sign(
        re.compile(rf"(?P<at>(?:{_PEOPLE})['’]s) (?:must|should|may|will|shall|are|have|can)\b"),
        "'{}' is the possessive; the words that follow want the plural",
        "Readers look for what is owned.",
        "Delete the apostrophe.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            r"[Ii]t(?P<at>['’]s) (?:(?<=\b(?:of|to|in|on|by) it.s )|(?<=\b(?:with|from|into) it.s )"
            r"|(?:own|duties|functions|policies|members|officers|role|decisions)\b)"
        ),
        "'it's' means 'it is'",
        "Readers stumble over it.",
        "Write 'its'.",
        Severity.WARNING,
    ),
    Sign(
        re.compile(
            rf" (?:an? (?P<at>(?:{_PEOPLE})s['’]) (?!(?:{_SHARED})s?\b)"
            rf"|(?:each|every|another) (?:{_PEOPLE})s['’] )"
        ),
        "one person, and the apostrophe of several: '{}'",
        "Readers cannot tell whether one person is meant or all of them.",
        "Put the apostrophe before the s, or write of several.",
    ),
)
_STRAIGHT = re.compile(r"'(?<=\w')(?=\w)|'(?<=s')(?= )")
_CURLY = re.compile(r"’(?<=\w’)(?=\w)|’(?<=s’)(?= )")
_STRAIGHT_QUOTE = re.compile(r'"')
_CURLY_QUOTE = re.compile(r"[“”]")


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each mark that is astray, and one for marks of two sorts."""
    yield from found(look, NAME, _SIGNS)
    for prose in look.prose:
        if not prose.spot.silent(NAME):
            yield from _open(look, prose)
    yield from _mixed(look, "apostrophes", _STRAIGHT, _CURLY)
    yield from _mixed(look, "quotation marks", _STRAIGHT_QUOTE, _CURLY_QUOTE)


def _open(look: Look, prose: Prose) -> Iterator[Finding]:
    """Yield a finding for a stretch of words in which a quotation never begins or never ends."""
    words = prose.words
    if words.count('"') % 2 == 0 and _balanced(words):
        return
    at = words.rfind('"') if words.count('"') % 2 else max(words.rfind("“"), words.find("”"))
    yield Finding(
        NAME,
        "this quotation mark has no partner",
        look.where(prose, at, at + 1),
        "Readers cannot tell where the other's words begin or end.",
        "Add the other mark, or delete this one.",
        Severity.WARNING,
    )


def _balanced(words: str) -> bool:
    """Return whether each quotation closes; a long one opens in each paragraph and closes in the last."""
    opened, closed = words.count("“"), words.count("”")
    return opened == closed or (closed == 1 < opened <= 1 + words.count("\n"))


def _mixed(look: Look, what: str, straight: re.Pattern[str], curly: re.Pattern[str]) -> Iterator[Finding]:
    """Yield a finding at the first mark of the rarer sort, where there are marks of both sorts."""
    words = look.page.words
    sorts = {"straight": list(straight.finditer(words)), "curly": list(curly.finditer(words))}
    rare, common = sorted(sorts, key=lambda sort: len(sorts[sort]))
    for mark in sorts[rare]:
        prose, begins = look.page.spot(mark.start())
        if prose.spot.silent(NAME):
            continue
        yield Finding(
            NAME,
            f"{what} are {common} in {len(sorts[common])} places and {rare} in {len(sorts[rare])}; "
            "the first of these is here",
            look.where(prose, mark.start() - begins, mark.end() - begins),
            "Two sorts on a page look like an oversight, and a search for one does not find the other.",
            "Use one sort throughout; curly ones are what print uses.",
            Severity.NOTE,
        )
        return
