"""Lists: the words before a list lead into it, and its items are written one way.

Passes: `They must:` before `- ask; and` and `- listen.`; `They have three roles.` before items that are
sentences; a list without stops, or with a stop after its last item alone.
Fails: a warning for `They must,` before a list, for `- listen` after `- ask.`, for `- To listen.` after
`- ask.`, for a lead-in that ends its sentence, and for one that names an item: `such as theft:`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from protobuild.check.listed import Line, Listed, lists
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "lists"

_LED = re.compile(r":\s*[-–—]?$")
_NAMED = re.compile(
    r"\b(?:not limited to|such as|including|e\.g\.)\s(?P<at>(?:[^\s:.;]+ ){0,4}[^\s:.;]+):\s*[-–—]?$"
)
_OPEN = re.compile(r"\b(?:following|these|those|any|one|all|some|both|either|matters|items|things|below)\b")
_INNER = re.compile(r"[.!?]\s+[A-Z]")
_JOINED = re.compile(r"(?P<sign>[;,]?)\s(?:and|or|and/or)$")
_FIRST = re.compile(r"[^\W\d_]+")
_SAID = {"": "no sign", ".": "a full stop", ";": "a semicolon", ",": "a comma", ":": "a colon"}


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each list that is not led into, and each first item unlike the others."""
    names = look.page.names()
    for each in lists(look.spots):
        if NAME not in each.clause.quiet:
            yield from _lead(look, each)
            yield from _capitals(look, each, names)
            yield from _endings(look, each)


def ending(words: str) -> str:
    """Return the sign that ends an item, what comes before `and` or `or` in the last but one included."""
    joined = _JOINED.search(words)
    if joined:
        return joined["sign"] or ";"
    last = words.rstrip("\"'”’)*_ ")[-1:]
    return "." if last in ("!", "?") else last if last in _SAID else ""


def _lead(look: Look, each: Listed) -> Iterator[Finding]:
    """Yield a finding where the words before a list do not lead into it."""
    if each.lead is None:
        return
    words = each.lead.words
    named = _NAMED.search(words)
    if named and not _OPEN.search(named["at"]):
        yield _tell(
            look,
            each.lead,
            f"the words before the list name an item of it: '{named['at']}'",
            "Readers take the items of the list for examples of that one.",
            "Make it the first item of the list.",
        )
    elif not _LED.search(words):
        over = words.endswith((".", "!", "?"))
        if over and not each.items[0].words[:1].islower():
            return  # the items are sentences of their own
        yield _tell(
            look,
            each.lead,
            "the words before the list end their sentence, and its items go on with it"
            if over
            else "the words before the list do not end with a colon",
            "Readers cannot tell that a list follows, or what its items belong to.",
            "End them with a colon.",
        )


def _capitals(look: Look, each: Listed, names: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding at the first item that begins with a capital among small letters, or the reverse."""
    begun = [(item, item.words[0].isupper()) for item in each.items if _chosen(item.words, names)]
    upper = sum(capital for _, capital in begun)
    rare = upper <= len(begun) / 2
    strays = [item for item, capital in begun if capital is rare]
    if strays and len(strays) < len(begun):
        yield _tell(
            look,
            strays[0],
            f"{len(strays)} of {len(each.items)} items of this list "
            f"{'begins' if len(strays) == 1 else 'begin'} with {'a capital' if rare else 'a small letter'}, "
            "and the rest do not",
            "Items that are not alike look as if they had come from two lists.",
            "Begin all of them the same way.",
        )


def _chosen(words: str, names: frozenset[str]) -> bool:
    """Return whether the writer chose how these words begin: with a name, nobody has the choice."""
    first = _FIRST.match(words)
    return first is not None and first.group() not in names and not first.group()[1:].isupper()


def _endings(look: Look, each: Listed) -> Iterator[Finding]:
    """Yield a finding at the first item that does not end as the others do."""
    *before, last = each.items
    telling = [(item, ending(item.words)) for item in before if not _INNER.search(item.words)]
    if not telling:
        return  # items of several sentences end with stops whatever the list does
    common = Counter(end for _, end in telling).most_common(1)[0][0]
    stray = next((item for item, end in telling if end not in (common, ":")), None)
    final = ending(last.words)
    if stray is None and final not in {".", ":"} and (final != common or (common and not each.closed)):
        stray = last
    if stray is not None:
        others = "the list ends" if stray is last else f"the others end with {_SAID[common]}, and this item"
        yield _tell(
            look,
            stray,
            f"{others} with {_SAID[ending(stray.words)]}",
            "Readers cannot tell whether the list goes on, or words are missing.",
            "End the last item with a full stop, and the others all the same way.",
        )


def _tell(look: Look, line: Line, message: str, why: str, fix: str) -> Finding:
    place = look.within(line.spot, line.start, line.end)
    return Finding(NAME, message, place, why, fix, Severity.WARNING)
