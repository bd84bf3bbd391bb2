"""Capitals: a word for one thing is written with a capital everywhere or nowhere.

Passes: `member` throughout; `Member` throughout; `Monitoring Officer` beside `officer`; `Member` in a
title such as `Members’ Code of Conduct`, in a heading, at the start of a sentence or in a quotation; a
`Council` that the text itself tells from the council, by saying what “Council” means; `takes the chair`;
`a family member`, `police officers` and `the council tax`.
Fails: a note for `a Member` where most paragraphs say `a member`, for `Ward members` beside `Ward
Members`, and for `the clerk` where most say `the Clerk`, once in a paragraph; for `Access to Information
procedure rules` where the text says what “Access to Information Procedure Rules” means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import pairwise

from protobuild.check.defined import titles
from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "capitals"

Use = tuple[Prose, int, int]
Reading = tuple[str, bool, int, int]
"""What a word or pair is compared by, whether it has its capital, and where it stands."""
Uses = dict[str, dict[bool, list[Use]]]
"""For each word or pair, where it is written with a capital and where without."""

_SINGLE = re.compile(
    r"[mMoOcC](?:(?<=[a-z,;)’] [mMoOcC])|(?<=\bA [mM])|(?<=\bAn [oO]))"
    r"(?:(?<=[mM])embers?|(?<=[oO])fficers?|(?<=[cC])ouncillors?"
    r"|(?<=[cC])ouncil(?<=[ ]the [cC]ouncil))(?![\w/-]|[’']? ?[A-Z]| of\b| \(?(?:and|or|&) [A-Z])"
)
_OFFICES = ("clerk", "mayor", "leader", "protocol", "constitution", "cabinet", "chair")
"""What most texts speak of, whether or not they say what it means."""
_LED_BY = r"(?:(?<=[tT]he )|(?<=[tT]his )|(?<=[aA]ny )|(?<=[eE]ach )|(?<=[eE]very )|(?<=[aA] )|(?<=[aA]n ))"
_FREE = r"(?:s?\b)(?![\w/-]|[’'](?:s )?[A-Z]| [A-Z]| of\b| for\b| \(?(?:and|or|&) [A-Z])"
_SEAT = re.compile(r"\b(?:in|take|takes|taking|took|from|through|leave|leaves|vacate|vacates|via) the $")
"""What stands before a chair that is sat in or spoken through."""
_RARE = 4
"""How many times as often a word that is defined has its capital, when one without it is a slip."""
_TITLE = re.compile(r"[A-Z][\w’'-]+,?(?: (?:of|for|to|about|on|and))? $")
"""What stands before a word of a longer title."""
_OTHERS = re.compile(
    r"(?:co-opted|\b(?:its|group|family|team|staff|panel|board|jury|union|party|band|crew|household|community|lay"
    r"|founder|founding|club|association|congregation|trust|committee|audience|public|honorary|life|paid-up"
    r"|police|army|prison|probation|customs|press|medical|welfare|liaison|returning|presiding|poll|enforcement"
    r"|compliance|immigration|border|fire|naval|commanding|non-commissioned|health|environmental"
    r"|parish|town|county|district|borough|city|community|fellow|former)) $"
)
"""What stands before members, officers and councillors that are others', or are of some sort."""
_THINGS = re.compile(
    r" (?:tax|hous(?:e|es|ing)|estates?|chambers?|offices?|tenan\w+|buildings?|car park|flats?)\b"
)
"""What follows a council that only says what sort of thing it is."""
_PAIR = re.compile(r"[A-Za-z](?<![\w’'/-][A-Za-z])[a-z]{2,}(?= ([A-Za-z][a-z]{3,})(?![\w/’'-]))")
_CAPITAL_PAIR = re.compile(r"[A-Z](?<![\w’'/-][A-Z])[a-z]{2,} [A-Z][a-z]{3,}(?![\w/’'-])")
_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*(?: of| for| and)?|/) $")
_AFTER = re.compile(r"(?:,? (?:of |for |and )?[A-Z]|/)")
_TITLES = re.compile(r"[lL]ocal (?:Government|Authority|Authorities)\b")
_SMALL = frozenset(
    """
    the and for its their this that these those each any all other our you may must not
    The And For Its Their This That These Those Each Any All Other Our You
    """.split()
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a note for each paragraph that writes a word in the rarer of its two ways."""
    apart = {word for prose in look.prose for word in re.findall(r"[“\"‘']([A-Z]\w+)[”\"’']", prose.words)}
    uses = _uses(look, apart)
    titled = list(_titled(look))
    yield from (_finding(look, use, title) for use, title in titled)
    whole = [use for use, _ in titled]
    for key in sorted(
        uses, key=lambda key: " " not in key
    ):  # pairs first: one word of theirs is not told again
        forms = uses[key]
        few, many = sorted((forms[True], forms[False]), key=len)
        if not few:
            continue
        if len(few) == len(many):
            few, many = forms[True], forms[False]
        slip = few is forms[False] and len(few) * _RARE <= len(many)
        told: set[int] = set()
        for prose, start, end in few:
            clause = prose.spot.clause
            if id(clause) in told or prose.spot.silent(NAME) or prose.filled(start):
                continue
            if any(each is prose and start < its_end and begin < end for each, begin, its_end in whole):
                continue
            if not slip and prose.own[start:end].title() in apart:
                continue
            told.add(id(clause))
            whole.append((prose, start, end))
            usual = many[0][0].own[many[0][1] : many[0][2]]
            yield _finding(look, (prose, start, end), usual)


def _titled(look: Look) -> Iterator[tuple[Use, str]]:
    """Yield each place that has a name of three words or more with other capitals than it has."""
    page = look.page
    for title in titles(look):
        if title.count(" ") < 2 or page.small.count(title.lower()) == page.words.count(title):
            continue
        for found in re.finditer(rf"\b{re.escape(title)}\b(?!-|(?-i: [A-Z]))", page.own, re.IGNORECASE):
            words, before = found.group(), page.own[max(0, found.start() - 5) : found.start()].lower()
            prose, begins = page.spot(found.start())
            small = words.islower() and not before.endswith((" the ", "\nthe "))
            shown = words[1:] == title[1:] or words.isupper() or small or "eading" in prose.spot.path
            if not shown and prose.spot.clause and not prose.spot.silent(NAME):
                yield (prose, found.start() - begins, found.end() - begins), title


def _uses(look: Look, defined: Set[str]) -> Uses:
    offices = _led(defined)
    read = [
        prose
        for prose in look.prose
        if prose.spot.clause and "eading" not in prose.spot.path and ".columns." not in prose.spot.path
    ]
    pairs = {
        found.group().lower().rstrip("s") for prose in read for found in _CAPITAL_PAIR.finditer(prose.own)
    }
    uses: Uses = defaultdict(lambda: {True: [], False: []})
    for prose in read:
        mixed = _pairs(prose.own, pairs) if _holds(prose.own, pairs) else ()
        single = (*_singles(prose.own), *_of_offices(prose.own, offices))
        for key, capital, start, end in (*single, *mixed, *_of_titles(prose.own)):
            uses[key][capital].append((prose, start, end))
    return uses


def _holds(own: str, pairs: Set[str]) -> bool:
    """Return whether any of the pairs stands there, in capitals or not; reading them all takes longer."""
    words = own.lower().split()
    return any(f"{first} {second.rstrip('.,;:)')}".rstrip("s") in pairs for first, second in pairwise(words))


def _singles(own: str) -> Iterator[Reading]:
    for found in _SINGLE.finditer(own):
        word = found.group()
        before = own[max(0, found.start() - 24) : found.start()]
        if word[0].islower() and _THINGS.match(own, found.end()):
            continue
        if not _OTHERS.search(before) and not (word[0].isupper() and _TITLE.search(before)):
            yield word.lower().rstrip("s"), word[0].isupper(), found.start(), found.end()


def _led(defined: Set[str]) -> re.Pattern[str]:
    """Return what finds an office or a defined word after `the`, `this` or `any`, in capitals or not."""
    words = {word.lower() for word in defined if word.isalpha() and len(word) > 3}
    words -= {"member", "members", "officer", "officers", "council", "councillor", "councillors"}
    letters = (f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(words.union(_OFFICES)))
    return re.compile(rf" {_LED_BY}(?P<word>{'|'.join(letters)}){_FREE}")


def _of_offices(own: str, offices: re.Pattern[str]) -> Iterator[Reading]:
    for found in offices.finditer(own):
        if not _SEAT.search(own, max(0, found.start() - 14), found.start("word")):
            yield found["word"].lower(), found["word"][0].isupper(), found.start("word"), found.end()


def _pairs(own: str, known: Set[str]) -> Iterator[Reading]:
    """Yield each known pair with whether its second word has a capital, unless it is in a longer title."""
    for found in _PAIR.finditer(own):
        first, second = found.group(), found[1]
        pair = f"{first} {second}".lower().rstrip("s")
        if pair not in known or first in _SMALL or (first[0].islower() and second[0].isupper()):
            continue
        end = found.end(1)
        if _AFTER.match(own, end) or _BEFORE.search(own, max(0, found.start() - 24), found.start()):
            continue
        yield pair, second[0].isupper(), found.start(), end


def _of_titles(own: str) -> Iterator[Reading]:
    """Yield the titles that are known, each with whether its first word has its capital too."""
    for found in _TITLES.finditer(own):
        yield f"first of {found.group().lower()}", found.group()[0].isupper(), found.start(), found.end()


def _finding(look: Look, use: Use, there: str) -> Finding:
    prose, start, end = use
    here = prose.own[start:end]
    return Finding(
        NAME,
        f"'{here}' here, and '{there}' in other places",
        look.where(*use),
        "Readers may take the two for different things.",
        f"Write '{there}', or change the other places, if both mean the same.",
        Severity.NOTE,
    )
