"""List styles: lists are punctuated and marked one way throughout.

Passes: lists that all end their items with semicolons and the last with a full stop; among them a list of
whole sentences; a lettered list in one section and bullets in another.
Fails: a note at the first list that ends its items in a way that most lists do not; a note for
bullets and letters in one section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from protobuild.check.listed import Line, Listed, lists
from protobuild.check.lists import ending
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "list_styles"

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


def _tell(look: Look, line: Line, message: str, why: str, fix: str) -> Finding:
    place = look.within(line.spot, line.start, line.end)
    return Finding(NAME, message, place, why, fix, Severity.NOTE)
