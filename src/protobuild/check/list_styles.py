"""List styles: lists are punctuated and marked one way throughout.

Passes: lists that all end their items with semicolons and the last with a full stop; among them a list of
whole sentences; a lettered list in one section and bullets in another.
Fails: a note at the first list that ends its items in a way that most lists do not; a note for
bullets and letters in one section, and for an item `c)` after `(a)` and `(b)`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from protobuild.check.listed import Line, Listed, lists
from protobuild.check.lists import ending
from protobuild.check.spot import Look
from protobuild.model.outline import Entry, Kind, parents
from protobuild.model.runs import plain
from protobuild.model.source import Finding, Severity

NAME = "list_styles"

_LETTERS = re.compile(r"[a-z]+|\d+|[A-Z]+")
_WAYS = {
    "": "without a sign",
    ".": "with full stops",
    ";": "with semicolons",
    ",": "with commas",
    ":": "with colons",
}


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding at the first list of each way that most lists do not share."""
    found = [each for each in lists(look.spots) if NAME not in each.clause.quiet]
    yield from _punctuated(look, found)
    yield from _marked(look, found)
    yield from _labelled(look)


def _punctuated(look: Look, found: Sequence[Listed]) -> Iterator[Finding]:
    ways = [(_way(each), each) for each in found if len(each.items) > 2 and not _sentences(each)]
    counts = Counter(way for way, _ in ways)
    if len(counts) < 2:
        return
    common, times = counts.most_common(1)[0]
    firsts = {way: each for way, each in reversed(ways) if way != common}
    for way, each in firsts.items():
        yield _tell(
            look,
            each.items[-1],
            f"the items of this list end {way}; {times} of {len(ways)} lists have them end {common}",
            "Lists punctuated in several ways look as if nobody had read the whole.",
            "Choose one way for all lists.",
        )


def _way(each: Listed) -> str:
    *before, last = (ending(item.words) for item in each.items)
    common = Counter(before).most_common(1)[0][0]
    return _WAYS[common] + (" but the last, which has a full stop" if not common and last == "." else "")


def _sentences(each: Listed) -> bool:
    """Return whether the items are sentences, which end with full stops whatever other lists do."""
    return all(item.words[:1].isupper() and item.words.endswith(".") for item in each.items)


def _marked(look: Look, found: Sequence[Listed]) -> Iterator[Finding]:
    sections: dict[str, list[Listed]] = {}
    for each in found:
        sections.setdefault(".".join(each.path.split(".")[:2]), []).append(each)
    for within in sections.values():
        if len({each.citable for each in within}) == 2:
            plain = next(each for each in within if not each.citable)
            yield _tell(
                look,
                plain.items[0],
                "this list has bullets, and another in the same section has letters or numbers",
                "Nobody can cite an item with a bullet, and readers ask what sets the two lists apart.",
                "Give both lists letters, or both bullets, with 'marks'.",
            )


def _labelled(look: Look) -> Iterator[Finding]:
    """Yield a finding at each item whose mark is not written as the others of its list: `b)` after `(a)`."""
    lists: dict[int, list[Entry]] = defaultdict(list)
    entries = look.outline.entries
    for entry, parent in zip(entries, parents(entries), strict=True):
        if entry.kind is Kind.ITEM and entry.num:
            lists[parent].append(entry)
    quiet = {clause.id for _, clause in look.clauses() if NAME in clause.quiet}
    for parent, items in lists.items():
        shapes = [_LETTERS.sub("a", plain(item.num)) for item in items]
        (common, times), *others = Counter(shapes).most_common()
        if not others or entries[parent].id in quiet:
            continue
        for item, shape in zip(items, shapes, strict=True):
            if shape != common:
                yield Finding(
                    NAME,
                    f"this item has the mark '{plain(item.num)}'; {times} of {len(items)} in its list have "
                    f"'{plain(items[shapes.index(common)].num)}' or the like",
                    look.places.get(item.id) or look.place(""),
                    "Readers take an item with another mark for one of another list.",
                    "Work out the marks again: delete numbers.yaml, and all are written one way.",
                    Severity.NOTE,
                )


def _tell(look: Look, line: Line, message: str, why: str, fix: str) -> Finding:
    place = look.within(line.spot, line.start, line.end)
    return Finding(NAME, message, place, why, fix, Severity.NOTE)
