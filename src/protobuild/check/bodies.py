"""Bodies: the committees that a text names, and which of their names seem to be one body's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.check.prose import Prose
from protobuild.check.spot import Look

_WORD = r"[A-Z][\w’'-]+"
_NAME = re.compile(
    rf"{_WORD}(?:(?:, | and | & | ){_WORD})*? (?:Sub-?[Cc]ommittee|Committee)\b"
    r"(?! (?:Services|Clerk|Chair|Room))"
)
_LED = re.compile(
    r"^(?:(?:The|A|An|Any|Each|Every|This|That|Its|Our|If|When|Where|Parish|Town|Council|Cabinet|Executive|Leader|Chair|Clerk"
    r"|Mayor|Board|Officers?|Members?|Councillors?)(?: and| &|,)? )+"
)
_SAME = {
    "staffing": "personnel",
    "staff": "personnel",
    "hr": "personnel",
    "employment": "personnel",
    "human": "personnel",
    "ethics": "standards",
    "ethical": "standards",
    "conduct": "standards",
}
"""Words for one matter, of which a council has one committee."""
_JOINING = frozenset(("and", "&", "of", "for", "the"))
_OTHERS = re.compile(r"\b(?:[Ff]ormer(?:ly)?|renamed|replace[sd]?|known as|called|predecessor)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A body as it is named in one place."""

    name: str
    key: frozenset[str]
    prose: Prose
    start: int


def rarer(look: Look) -> Iterator[tuple[Named, str]]:
    """Yield the first place of each rarer name of a body, with its usual name."""
    groups: dict[frozenset[str], list[Named]] = {}
    for named in _named(look):
        groups.setdefault(named.key, []).append(named)
    for key in sorted(groups, key=len):
        wider = next((other for other in groups if key < other and _joined(groups[other][0].name)), None)
        if wider is not None:
            groups[wider] += groups.pop(key)
    for group in groups.values():
        counts = Counter(named.name.lower() for named in group)
        usual = next(named for named in group if named.name.lower() == counts.most_common(1)[0][0])
        told = {usual.name.lower()}
        for named in group:
            if named.name.lower() not in told:
                told.add(named.name.lower())
                yield named, usual.name


def _joined(name: str) -> bool:
    return " and " in name or " & " in name


def _named(look: Look) -> Iterator[Named]:
    page = look.page
    if "ommittee" not in page.own:
        return
    for found in _NAME.finditer(page.own):
        name = _LED.sub("", found.group())
        prose, begins = page.spot(found.start())
        key = _key(name)
        start = found.end() - len(name) - begins
        if key and prose.spot.clause and not _OTHERS.search(prose.words) and not prose.filled(start):
            yield Named(name, key, prose, start)


def _key(name: str) -> frozenset[str]:
    """Return what tells a body from others: its sort, and the matters it is for."""
    *matters, sort = re.sub(r"[,’']", "", name.lower()).split()
    words = {_SAME.get(word, word) for word in matters} - _JOINING
    if "personnel" in words:
        words.discard("resources")
    return frozenset(words | {sort.replace("-", "")}) if words else frozenset()
