"""Modals: read what words demand, forbid or allow, and say what it comes to when one becomes another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from protobuild.redline.force.around import Found, matches

WEAK = "weak"
"""The sort of a word that tells something in another's place, but nothing when it comes or goes alone."""


class Force(StrEnum):
    """What a passage with the words lays down, as a summary says it."""

    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    RELEASED = "not required"
    PROMISED = "promised"
    REFUSED = "promised not to be done"
    EXPECTED = "expected"
    DISCOURAGED = "expected not to be done"
    ENCOURAGED = "encouraged"
    ALLOWED = "allowed"
    LIMITED = "allowed to some only"
    NONE = ""
    """It may only happen, or the words demand nothing: `This may be difficult`."""


DOING = {
    Force.REQUIRED: "a duty",
    Force.PROMISED: "a promise",
    Force.EXPECTED: "an expectation",
    Force.ENCOURAGED: "an encouragement",
    Force.ALLOWED: "a permission",
}
"""What asks or lets a reader do something, the strongest first."""

NOT_DOING = {
    Force.FORBIDDEN: "a prohibition",
    Force.REFUSED: "a promise not to",
    Force.DISCOURAGED: "an expectation not to",
}
"""What asks a reader not to do something, the strongest first."""

_SOFT = r"(?: (?:also|always|normally|usually|generally|ordinarily|therefore|then|still|themselves|however))?"
_NOT = (
    rf"{_SOFT} (?:not|never|no longer|in no circumstances|under no circumstances|on no account|at no time)"
    r"(?! (?:only|just|merely|necessarily)\b)"
)
_FAIL = r" (?:fail|omit|neglect) to"
_BE = rf"(?:(?:will|shall|must|should) )?(?:be|been|being|is|are|was|were|am){_SOFT}"
_MAYBE_BE = rf"(?:may|might|can|could){_SOFT} be"
_NOBODY = (
    r"(?:(?-i:No one|No|Neither|None|Nobody)|(?:(?<=, )|(?<=that )|(?<=and ))(?:no|neither|none|nobody))"
    r"(?! (?:fewer|less|more|later|earlier|sooner|doubt)\b)"
)
_WHO = r"(?: [\w'-]+){0,5}?"
_A = r"(?:a|an|the) (?:\w+ )?"

FORMS: tuple[tuple[Force, str], ...] = (
    (Force.REQUIRED, rf"(?:must|shall){_NOT}{_FAIL}"),
    (Force.EXPECTED, rf"should{_NOT}{_FAIL}"),
    (Force.PROMISED, rf"will{_NOT}{_FAIL}"),
    (Force.RELEASED, r"(?:(?:must|will|shall|may|need|should) not|not|cannot) be (?:required|obliged) to"),
    (Force.DISCOURAGED, r"(?:(?:will|shall|may|should) not|not|cannot) be expected to"),
    (Force.DISCOURAGED, rf"{_BE} not expected to"),
    (Force.FORBIDDEN, rf"{_NOBODY}{_WHO} (?:may|must|shall|can)"),
    (Force.DISCOURAGED, rf"{_NOBODY}{_WHO} should"),
    (Force.REFUSED, rf"{_NOBODY}{_WHO} will"),
    (Force.LIMITED, rf"(?-i:Only){_WHO} (?:may|can|should|must|shall)"),
    (Force.FORBIDDEN, rf"(?:must|shall|may|can){_NOT}|(?:ca|must|sha)n't|cannot|nor (?:must|shall|may|can)"),
    (Force.DISCOURAGED, rf"should{_NOT}|shouldn't|ought not to|nor should"),
    (Force.REFUSED, rf"will{_NOT}|won't|nor will"),
    (
        Force.RELEASED,
        rf"need not|needn't|do(?:es)? ?n[o']t (?:have|need) to|{_BE} not (?:required|obliged|bound) to",
    ),
    (Force.RELEASED, r"(?:are|is|be) under no (?:duty|obligation) to|ha(?:s|ve) no (?:duty|obligation) to"),
    (Force.FORBIDDEN, rf"{_BE} not (?:permitted|allowed|entitled|authorised) to|ha(?:s|ve) no right to"),
    (Force.FORBIDDEN, rf"{_BE} (?:prohibited from|forbidden from|forbidden to|barred from|precluded from)"),
    (Force.NONE, rf"{_MAYBE_BE} (?:required|obliged|expected|asked|invited|entitled|permitted|allowed) to"),
    (Force.REQUIRED, rf"{_BE} (?:required|obliged|bound) to|(?:are|is|be) under {_A}(?:duty|obligation) to"),
    (Force.REQUIRED, rf"ha(?:s|ve) {_A}?(?:duty|obligation|responsibility) to|ha(?:s|ve) to"),
    (Force.REQUIRED, r"(?:required|obliged) to"),
    (
        Force.EXPECTED,
        r"(?:may|can|should|(?:is|are) entitled to|ha(?:s|ve) a right to)(?: reasonably)? expect",
    ),
    (Force.EXPECTED, rf"(?:{_BE} )?expected to|ought to"),
    (Force.ENCOURAGED, rf"{_BE} (?:encouraged|advised|asked|invited|recommended) to"),
    (Force.ALLOWED, rf"(?:{_BE} )?(?:permitted|allowed|entitled|free|at liberty) to"),
    (Force.ALLOWED, rf"ha(?:s|ve) {_A}(?:right|power|discretion) to"),
    (Force.REQUIRED, r"must|shall"),
    (Force.PROMISED, r"will"),
    (Force.EXPECTED, r"should"),
    (Force.ALLOWED, r"may|can"),
)
"""The forms a modal takes, and their equivalents; the first that fits where it stands is taken."""

_WEAK = r"(?:might|could|would|needs? to(?! know)|(?:is|are) to)"
"""What tells something only in a modal's place, and nothing when it comes or goes alone."""

_PATTERN = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<f{at}>{form})" for at, (_, form) in enumerate(FORMS))
    + rf"|(?P<weak>{_WEAK}))(?![\w-])",
    re.IGNORECASE,
)
_STARTS = frozenset(
    """
    must mustn shall shan should shouldn will won may might can cannot could would not nor no neither none
    nobody only need needs needn do does don doesn is are was were am be been being has have ought required
    obliged expected permitted allowed entitled free at
    """.split()
)
SIGNS = frozenset(
    """
    must mustn shall shan may might can cannot could will won should shouldn would ought need needn have has
    required obliged bound duty obligation responsibility expected expect encouraged advised asked invited
    neither none nobody only recommended permitted allowed entitled free liberty authorised right power
    discretion prohibited forbidden barred precluded nor
    """.split()
)

_NOUN_AFTER = re.compile(r"\b(?:a|his|her|their|its|our|own|free|good|ill|last|of|the|at) $", re.IGNORECASE)
_POSSIBLE = re.compile(
    r" (?:be able|have|arise|seem|appear|feel|wish|well|involve|find|also be|result|lead|cause|occur|need"
    r"|want|exist|differ|vary|contain|become|prove|think|believe|consider|come|happen"
    r"|be (?:that|seen|perceived|aware|difficult|necessary|possible|useful|appropriate|relevant|helpful"
    r"|unable|subject|in|of|an?|the|one|some|many|more|less|so|as|too|very))\b"
)
_CONDITION = re.compile(r" (?:an?|the|any|you|members?|officers?|councillors?|there|it|this|that|they)\b")
_SENTENCE = re.compile(r"^$|[.!?:;\n] ?$")


_LIMITS = {
    (Force.LIMITED, Force.ALLOWED): "no longer for some only",
    (Force.ALLOWED, Force.LIMITED): "now for some only",
}


def modals(text: str) -> list[Found]:
    """Return the modals of a text and their equivalents, each with its force."""
    return list(_modals(text))


def outcome(old: Force, new: Force) -> str:
    """Return what a reader is to make of one force in another's place, or nothing where it is not certain.

    >>> outcome(Force.EXPECTED, Force.REQUIRED), outcome(Force.REQUIRED, Force.FORBIDDEN)
    ('strengthened to a duty', 'reversed, now a prohibition')
    """
    if not old or not new:
        return ""
    if Force.LIMITED in (old, new):
        return _LIMITS.get((old, new), "")
    sides = DOING | NOT_DOING
    if old is new:
        return f"still {sides[old]}" if old in sides else ""
    if new is Force.RELEASED:
        return "no longer forbidden" if old in NOT_DOING else "no longer required"
    if old is Force.RELEASED:
        return f"now {sides[new]}"
    for side in (DOING, NOT_DOING):
        if old in side and new in side:
            order = list(side)
            verb = "strengthened" if order.index(new) < order.index(old) else "weakened"
            return f"{verb} to {side[new]}"
    return f"reversed, now {sides[new]}"


def _modals(text: str) -> Iterator[Found]:
    for match in matches(text, _PATTERN, _begins_form):
        words = match.group().lower()
        before = text[max(0, match.start() - 8) : match.start()]
        if words in ("will", "can", "must", "might") and _NOUN_AFTER.search(before):
            continue
        if match.group().startswith("May") and not _begins(text, match):
            continue  # the month
        yield Found(match.start(), match.end(), _said(words), _key(words), _sort(text, match))


def _begins_form(word: str) -> bool:
    return word.lower() in _STARTS


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a `May` begins a sentence or an item that goes on in small letters."""
    after = text[match.end() : match.end() + 2]
    before = text[max(0, match.start() - 2) : match.start()]
    return bool(_SENTENCE.search(before)) and after.strip().islower()


def _sort(text: str, match: re.Match[str]) -> str:
    if match.lastgroup == "weak":
        return WEAK
    force = FORMS[int(str(match.lastgroup)[1:])][0]
    if match.group() == "Should" and _CONDITION.match(text, match.end()):
        return WEAK  # `Should a member wish to speak` says if
    if match.group().lower() in ("may", "may not", "can") and _POSSIBLE.match(text, match.end()):
        return WEAK
    return force or WEAK


def _said(words: str) -> str:
    """Return a form as readers are told it: `No officer below that grade may` as `no ... may`."""
    parts = words.split(" ")
    return f"{parts[0]} … {parts[-1]}" if parts[0] in ("no", "neither", "none", "nobody", "only") else words


def _key(words: str) -> str:
    """Return what a form is compared by: without adverbs and forms of `be` and `have` that change nothing."""
    plain = (
        _said(words)
        .replace("nobody …", "no …")
        .replace("nobody ", "no … ")
        .replace("can't", "cannot")
        .replace("can not", "cannot")
        .replace("n't", " not")
    )
    plain = re.sub(r"\b(?:is|are|was|were|be|been|being|am|a|an|the) ", "", plain)
    plain = re.sub(r"\b(?:has|have) ", "have ", plain)
    return re.sub(rf"^(must|shall|will|should|may|can){_SOFT} ", r"\1 ", plain)
