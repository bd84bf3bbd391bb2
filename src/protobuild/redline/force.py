"""Force of words: say where a change turns what is expected, allowed, counted or pointed to.

The classes follow how protocols are drafted: must is a duty, should an expectation, may a
permission. One word of them changed is a decision, however short the edit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from protobuild.model.saying import listed
from protobuild.redline.figures import figures, same_figure, sides, without_dates
from protobuild.redline.regions import Region

FORCES = {
    "must not": "forbidden",
    "may not": "forbidden",
    "cannot": "forbidden",
    "must": "required",
    "shall": "required",
    "will": "promised",
    "should": "expected",
    "should not": "expected",
    "may": "allowed",
}
"""What a passage with the word lays down: something required, forbidden and so on."""


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
    _words("at least", "at most", "no more than", "no less than", "no later than", "more than", "less than"),
    _words("before", "after", "until", "since", alone=False),
    _words("any", "all", "each", "every", "some", "both", "either"),
    _words("and", "or", "and/or", alone=False),
    _words("includes", "include", "including", "means", "such as"),
)
"""Read in this order: a family's words are not counted again by a later one."""


def force(changed: Iterable[Region]) -> tuple[str, ...]:
    """Return a sentence for each change of force in the regions, none twice.

    Words put in another's place come first, in the order of `TRIGGERS`, then words that
    come or go alone, then what whole passages drop and add, in one sentence each.
    """
    exchanged: dict[str, None] = {}
    alone: dict[str, None] = {}
    passages: dict[str, dict[str, None]] = {"drops": {}, "adds": {}}
    for region in changed:
        if region.display:
            continue
        if region.passage:
            passages["drops"] |= dict.fromkeys(_laid_down(region.old))
            passages["adds"] |= dict.fromkeys(_laid_down(region.new))
        else:
            swaps, others = _region(region)
            exchanged |= dict.fromkeys(swaps)
            alone |= dict.fromkeys(others)
    summed = (_summed(verb, list(words)) for verb, words in passages.items() if words)
    return (*exchanged, *(one for one in alone if one not in exchanged), *summed)


def _region(region: Region) -> tuple[list[str], list[str]]:
    """Return the sentences of a short edit: words exchanged, and words that come or go alone."""
    swaps, others = list(_retargeted(region)), []
    old, new = map(without_dates, sides(region))
    for trigger in TRIGGERS:
        lost, old = _take(trigger.pattern, old)
        gained, new = _take(trigger.pattern, new)
        pairs, rest = _exchange(_less(lost, gained), _less(gained, lost))
        swaps += pairs
        others += rest if trigger.alone else []
    before, after = figures(region)
    pairs, rest = _exchange(_less(before, after, same_figure), _less(after, before, same_figure))
    return swaps + pairs, others + rest


def _laid_down(text: str) -> list[str]:
    """Return the words of force in a passage, those that say what it lays down."""
    return [word for word in _take(MODALS.pattern, text)[0] if word in FORCES]


def _summed(verb: str, words: list[str]) -> str:
    """Return one sentence on all that passages drop or add: `drops a duty (“must”) and ...`."""
    said = []
    for force in dict.fromkeys(FORCES.values()):
        signs = ", ".join(f"“{word}”" for word in FORCES if word in words and FORCES[word] == force)
        if signs:
            said.append(f"what is {force} ({signs})")
    return f"{verb} {listed(said)}"


def _take(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    """Return the words found, lower case, and the text without them."""
    return [word.lower() for word in pattern.findall(text)], pattern.sub(" ", text)


def _less(words: list[str], others: list[str], key: Callable[[str], str] = str) -> list[str]:
    """Return the words, in order, less as many of each as the others hold; `key` says what is alike."""
    left = Counter(map(key, words)) - Counter(map(key, others))
    out = []
    for word in words:
        if left[key(word)] > 0:
            left[key(word)] -= 1
            out.append(word)
    return out


def _exchange(lost: list[str], gained: list[str]) -> tuple[list[str], list[str]]:
    """Return sentences for words put in another's place, and for the words left over."""
    pairs = [f"“{old}” becomes “{new}”" for old, new in zip(lost, gained, strict=False)]
    rest = [f"“{old}” is struck" for old in lost[len(gained) :]]
    return pairs, rest + [f"“{new}” is added" for new in gained[len(lost) :]]


def _retargeted(region: Region) -> Iterator[str]:
    """Yield references that now point elsewhere."""
    old = [run for run in region.struck if run.ref]
    new = [run for run in region.written if run.ref]
    for one, other in zip(old, new, strict=False):
        if one.ref != other.ref:
            yield f"the reference to “{one.text}” becomes one to “{other.text}”"
