"""Propose what each paragraph provides, by words that show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from protobuild.interchange.notes import Confidence
from protobuild.model.provisions import catalogue

_M = r"(?:members?|councillors?)"
_B = r"(?:members? and officers?|councillors? and officers?|officers? and (?:members?|councillors?))"

EVIDENCE: tuple[tuple[str, Confidence, str], ...] = (
    ("guides-both-sides", "high", rf"\b(?:guides?) {_B}\b"),
    ("stands-beside-the-codes", "medium", r"\bcodes? of conduct\b.*\b(?:supplement|reflect|principles)"),
    (
        "status-of-the-protocol",
        "high",
        r"\bnot (?:seek|intended|meant) to be (?:either )?(?:prescriptive|comprehens|exhaust)",
    ),
    ("mutual-respect", "medium", r"\bmutual (?:trust|respect)"),
    ("no-unfair-advantage", "high", r"\b(?:neither|not) .{0,40}take unfair advantage"),
    (
        "members-answer-to-voters",
        "high",
        rf"\b{_M} are (?:accountable|responsible) to the (?:electorate|public).{{0,80}}\bterm of office",
    ),
    (
        "officers-serve-whole-council",
        "high",
        r"\bofficers (?:serve|service) the (?:whole council|council as a whole)",
    ),
    (
        "no-instructions-from-one-member",
        "medium",
        r"\bnot individual members\b|\bnot (?:give|issue) (?:direct )?(?:instructions|orders)",
    ),
    (
        "no-day-to-day-management",
        "high",
        r"\bnot (?:become embroiled|involve themselves|(?:get|be) involved)"
        r" in the (?:day.to.day|management)",
    ),
    ("chairs-work-closely-within-limits", "high", r"\b(?:chair\w*|leader)\b.*\bclose\b.*\b(?:not|never)\b"),
    ("ward-members-kept-informed", "high", r"\bward members informed\b"),
    ("members-have-equal-rights", "high", r"\ball councillors have the same rights\b"),
    ("member-acting-as-officer", "high", r"\bcouncillor can fulfil the role of officer\b"),
    (
        "members-respect-impartiality",
        "high",
        rf"\b{_M} must (?:not do anything (?:which|that) compromis|respect officers'? impartiality)",
    ),
    (
        "question-but-not-force",
        "high",
        r"\bmust not (?:try and |try to )?(?:force|pressuris)\w* .{0,30}(?:act differently|change)",
    ),
    ("no-undue-pressure", "high", rf"\b{_M} should not (?:apply undue pressure|put pressure) on an officer"),
    ("officers-even-handed", "high", r"\beven.handed\b"),
    (
        "officers-no-undue-influence",
        "high",
        r"\bofficers? must (?:neither |not )?(?:seek to )?(?:use undue influence|raise directly)",
    ),
    ("no-party-political-work", "medium", r"\bparty (?:political|business)\b"),
    ("political-assistants-and-restricted-posts", "medium", r"\bpolitical assistants\b"),
    ("reply-time", "medium", r"\b(?:timely response|respond(?:ed)? to (?:in|within))"),
    ("holding-reply", "high", r"\bholding (?:response|reply)\b"),
    ("need-to-know-test", "medium", r"\bneed to know\b"),
    ("statutory-rights-to-papers", "medium", r"\bright to inspect\b|\baccess to information\b"),
    (
        "used-only-for-its-purpose",
        "high",
        r"\binformation provided to a (?:member|councillor) must only be used\b",
    ),
    ("marked-and-when-unsure", "high", r"\btreat the information as confidential\b"),
    (
        "no-disclosure-or-gain",
        "high",
        r"\bconfidential information\b.*\b(?:not be disclosed|personal advantage)"
        r"|\bnever disclose or use confidential",
    ),
    ("officers-misuse-of-information", "high", r"\bmisuse of confidential information\b"),
    ("members-may-ask-as-anyone-may", "high", r"\bfreedom of information act\b"),
    ("relationships-declared", "high", r"\b(?:declare|inform)\b.{0,90}\brelationship"),
    ("no-part-in-related-decisions", "high", r"\bnot sit on\b.{0,40}\bparticipate in\b"),
    ("care-with-familiarity", "medium", r"\bfamiliarity\b"),
    ("no-special-treatment", "high", r"\bnot seek special treatment\b"),
    ("legitimate-challenge", "high", r"\blegitimate challenge"),
    ("no-intimidation", "high", r"\bnot intimidate\b"),
    ("unconscious-bias", "high", r"\bunconscious bias\b"),
    ("behaviour-binds-both", "medium", rf"\b{_B} must (?:not )?conduct themselves"),
    ("no-personal-attacks", "high", r"\bavoid (?:physical or )?personal attacks\b"),
    ("criticism-well-founded", "high", r"\bcriticism is (?:[^.]{0,60})?well.founded\b"),
    (
        "criticism-in-the-proper-place",
        "medium",
        r"\bpublic forum\b|\bmeetings held in public\b|\bin private\b",
    ),
    (
        "officers-cannot-answer-back",
        "high",
        r"\b(?:unable to|cannot) (?:'answer back'|answer back|respond to (?:personal )?criticism)",
    ),
    (
        "complaint-about-an-officer",
        "medium",
        r"\bconcern\b.*\bconduct\b.*\bof an officer\b|\bcomplaints about officers\b",
    ),
    ("concern-about-a-member", "medium", r"\bofficer (?:feels|believes)\b.*\bmember\b"),
    ("who-oversees", "high", r"\boversees? compliance\b"),
    ("breach-by-an-officer", "high", r"\bbreach of this protocol by an officer\b"),
    ("breach-by-a-member", "medium", r"\bmember may have acted other than\b"),
    ("who-gives-advice", "high", r"\bfurther advice\b.{0,60}\b(?:sought|obtained) from\b"),
)
"""What a provision's words look like, in small letters.

Only high confidence is written; a person decides the others.
"""

_ENOUGH = 5_000
"""Characters of a paragraph that are looked at; no protocol has a longer one."""


def propose_provisions(key: str, words: str, items: Sequence[str]) -> list[tuple[str, Confidence]]:
    """Return the provisions that a paragraph's words show, and how surely.

    `key` is the content the paragraph was taken for, such as `definition:bullying`; `items`
    are its list's words.
    """
    said = " ".join([words, *items])[:_ENOUGH].lower()
    found = [
        (slug, sure) for slug, sure, sign, pattern in _patterns() if sign in said and pattern.search(said)
    ]
    found += _of_content(key, len(items))
    return [(slug, sure) for slug, sure in dict(found).items() if slug in catalogue()]


_INNERMOST = re.compile(r"(?:\((?:\?:)?[^()]*\)|\[[^\]]*\])[?*]?")
"""A group or a set of signs with no other group inside it."""
_LITERALS = re.compile(r".[?*{][^}]*?\}?|\\.|[^a-z ',]")
"""What parts the words of a pattern: a sign that may be missing, a class of signs, any other syntax."""


@cache
def _patterns() -> tuple[tuple[str, Confidence, str, re.Pattern[str]], ...]:
    """Return the evidence, each with a sign that is quick to look for and always there."""
    return tuple(
        (slug, sure, sure_sign(pattern), re.compile(pattern, re.DOTALL)) for slug, sure, pattern in EVIDENCE
    )


def sure_sign(pattern: str) -> str:
    r"""Return the longest words that stand in whatever a pattern finds; empty where none are certain.

    >>> sure_sign(r"\bmutual (?:trust|respect)"), sure_sign(r"\bcares?\b|\bkind")
    ('mutual ', '')
    """
    outside = pattern
    while (inner := _INNERMOST.sub("\0", outside)) != outside:
        outside = inner
    if "|" in outside:
        return ""
    return max(_LITERALS.split(outside), key=len)


_OF_CONTENT: dict[str, tuple[tuple[str, int], ...]] = {
    "expectations:members": (("what-officers-may-expect", 5),),
    "expectations:officers": (("what-members-may-expect", 5),),
    "definition:bullying": (("bullying-defined", 3), ("bullying-examples", 3)),
    "definition:harassment": (("harassment-defined", 3), ("harassment-examples", 3)),
    "response_time": (("reply-time", 0),),
}
"""What typed content provides, given so many items."""


def _of_content(key: str, items: int) -> list[tuple[str, Confidence]]:
    return [(slug, "high") for slug, least in _OF_CONTENT.get(key, ()) if items >= least]
