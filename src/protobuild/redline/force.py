"""Force of words: say where a change turns what is expected, allowed, counted or pointed to.

The classes follow how protocols are drafted: must is a duty, should an expectation, may a
permission. One word of them changed is a decision, however short the edit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protobuild.redline.regions import Region

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty "
    "twenty-one twenty-eight thirty sixty ninety"
).split()
_UNIT = r"(?:clear |working |calendar )*(?:hours?|days?|weeks?|months?|years?)"


PASSAGE = 6
"""Words beyond which a one-sided change is a passage: what it says counts, not its small words."""

FORCES = {
    "must not": "prohibition",
    "may not": "prohibition",
    "cannot": "prohibition",
    "must": "duty",
    "shall": "duty",
    "should not": "expectation",
    "should": "expectation",
    "will": "undertaking",
    "may": "permission",
}
"""What a sentence with the word lays down."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A family of words whose coming, going or exchange changes what a text demands."""

    pattern: re.Pattern[str]
    alone: bool = True
    """Whether one that comes or goes counts, or only one put in another's place."""


def _words(*alternatives: str, alone: bool = True) -> Trigger:
    longest_first = sorted(alternatives, key=len, reverse=True)
    return Trigger(re.compile(r"\b(?:" + "|".join(longest_first) + r")\b", re.IGNORECASE), alone)


MODALS = _words(
    *("must not", "should not", "may not", "will not", "shall not", "cannot", "must", "should"),
    *("may", "will", "shall", "can", "required to", "expected to", "entitled to"),
)
TRIGGERS: tuple[Trigger, ...] = (
    MODALS,
    _words(
        *("monitoring officer", "chief executive", "chief finance officer", "head of paid service"),
        *("clerk", "leader", "chair", "director", "line manager", "group leader", "council", "committee"),
        *("members", "member", "councillors", "councillor", "officers", "officer", "employees", "employee"),
        alone=False,
    ),
    _words("not", "never", "no", "nor", "neither", "without"),
    _words("only", "unless", "except", "subject to", "provided that", "other than"),
    _words("any", "all", "each", "every", "some", "both", "either"),
    _words("and", "or", "and/or", alone=False),
    _words("includes", "include", "including", "means", "such as"),
)
"""Read in this order: a family's words are not counted again by a later one."""

_FIGURE = re.compile(
    rf"(?:£\s?)?\b(?:\d[\d,.]*\d|\d|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b%?", re.IGNORECASE
)
_TIME = re.compile(rf"^\s*{_UNIT}\b", re.IGNORECASE)


def force(changed: Iterable[Region]) -> tuple[str, ...]:
    """Return a sentence for each change of force in the regions, in order, none twice."""
    said = dict.fromkeys(sentence for region in changed for sentence in _region(region))
    return tuple(said)


def _region(region: Region) -> Iterator[str]:
    if region.display:
        return
    yield from _retargeted(region)
    old, new = region.old, region.new
    if region.whole or (not (old.strip() and new.strip()) and len((old + new).split()) > PASSAGE):
        yield from _passage(old, "is dropped")
        yield from _passage(new, "is new")
        return
    for trigger in TRIGGERS:
        lost, old = _take(trigger.pattern, old)
        gained, new = _take(trigger.pattern, new)
        if trigger.alone or (lost and gained):
            yield from _exchange(_less(lost, gained), _less(gained, lost))
    yield from _figures(region)


def _passage(text: str, fate: str) -> Iterator[str]:
    """Yield what a whole passage lays down, once for each word of force."""
    found, _ = _take(MODALS.pattern, text)
    for word in dict.fromkeys(found):
        if word in FORCES:
            article = "an" if FORCES[word][0] in "aeiou" else "a"
            yield f"{article} {FORCES[word]} {fate} (“{word}”)"


def _take(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    """Return the words found, lower case, and the text without them."""
    return [word.lower() for word in pattern.findall(text)], pattern.sub(" ", text)


def _less(words: list[str], others: list[str]) -> list[str]:
    """Return the words, in order, less as many of each as the others hold."""
    left = Counter(words) - Counter(others)
    out = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
            out.append(word)
    return out


def _exchange(lost: list[str], gained: list[str]) -> Iterator[str]:
    for old, new in zip(lost, gained, strict=False):
        yield f"“{old}” becomes “{new}”"
    for old in lost[len(gained) :]:
        yield f"“{old}” is struck"
    for new in gained[len(lost) :]:
        yield f"“{new}” is added"


def _figures(region: Region) -> Iterator[str]:
    """Yield changed numbers, with the unit that follows them: a time limit is said as one."""
    old = _with_units(region.old, region.after)
    new = _with_units(region.new, region.after)
    yield from _exchange(_less(old, new), _less(new, old))


def _with_units(text: str, after: str) -> list[str]:
    out = []
    for found in _FIGURE.finditer(text):
        following = text[found.end() :]
        following += after if not following.strip() else ""
        unit = _TIME.match(following)
        if unit or any(sign.isdigit() for sign in found.group()):
            out.append((found.group() + (unit.group() if unit else "")).lower())
    return out


def _retargeted(region: Region) -> Iterator[str]:
    """Yield references that now point elsewhere."""
    old = [run for run in region.struck if run.ref]
    new = [run for run in region.written if run.ref]
    for one, other in zip(old, new, strict=False):
        if one.ref != other.ref:
            yield f"the reference to “{one.text}” becomes one to “{other.text}”"
