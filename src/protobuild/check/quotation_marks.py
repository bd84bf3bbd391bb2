"""Quotation marks and apostrophes: each quotation closes, and the marks are of one sort.

Passes: `a member’s duty`, `members’ rights`, `a members’ meeting`, `The code says “be fair”.`
Fails: a warning for a mark that is never closed, for `“ be fair”`, `an officer's must` and
`proud of it's rules`, for `an officers duty`, `the Councils website` and `its important that`; a note for
`to a members’ attention` and for one straight mark among curly ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.apostrophes import SIGNS
from protobuild.check.prose import Prose
from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "quotation_marks"

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
        re.compile(r" (?<=\w )(?P<at>”)"),
        "a space stands inside the quotation mark",
        "The mark hangs in the air, and may end up at the start of a line.",
        "Delete the space.",
        Severity.WARNING,
        quoted=True,
        needs=(" ”",),
    ),
    Sign(
        re.compile(r"(?P<at>“)(?<=[a-z]{2}“)(?=\w)"),
        "a space is missing before the quotation mark",
        "Readers take the two words for one.",
        "Put a space before it.",
        Severity.WARNING,
        quoted=True,
        needs=("“",),
    ),
    *SIGNS,
)
_STRAIGHT = re.compile(r"'(?<=\w')(?=\w)|'(?<=s')(?= )")
_CURLY = re.compile(r"’(?<=\w’)(?=\w)|’(?<=s’)(?= )")
_STRAIGHT_QUOTE = re.compile(r'"')
_CURLY_QUOTE = re.compile(r"[“”]")
_SINGLE_OPEN = re.compile(r"(?<![\w'])'(?=[A-Za-z])(?!(?:phone|til|em|flu)\b)")
_SINGLE_CLOSED = re.compile(r"(?<=[\w.,;:!?)])'(?!\w)")
_CURLY_OPEN = re.compile(r"‘(?!\d)")
_CURLY_CLOSED = re.compile(r"’(?!\w)")


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
    at = _alone(prose.words)
    if at is None:
        return
    yield Finding(
        NAME,
        "this quotation mark has no partner",
        look.where(prose, at, at + 1),
        "Readers cannot tell where the other's words begin or end.",
        "Add the other mark, or delete this one.",
        Severity.WARNING,
    )


def _alone(words: str) -> int | None:
    """Return where a mark stands without a partner; an apostrophe may pass for a single mark's."""
    if words.count('"') % 2:
        return words.rfind('"')
    if not _balanced(words):
        return max(words.rfind("“"), words.rfind("”"))
    if "‘" in words:
        opened = list(_CURLY_OPEN.finditer(words))
        if len(opened) > sum(1 for _ in _CURLY_CLOSED.finditer(words)) and "\n" not in words:
            return opened[-1].start()
    single = _SINGLE_OPEN.search(words) if "'" in words else None
    return single.start() if single and not _SINGLE_CLOSED.search(words, single.end()) else None


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
