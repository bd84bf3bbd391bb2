"""Printed numbers: the numbers that an imported or adopted text prints stand in order, each once.

Passes: 1.1, 1.2, 1.3; numbers that the program works out, which are always so.
Fails: a warning for 2.1 twice, for section 2 twice, for 2.3 after 2.5, for (b) twice and for a list that
begins with (vi); a note for 2.3 after 2.1, for (d) after (b), for a text without any number, and for the odd
paragraph that has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from protobuild.check.spot import Look
from protobuild.model.outline import Entry, Kind
from protobuild.model.runs import plain
from protobuild.model.source import Finding, Place, Severity

NAME = "printed_numbers"

_DECIMAL = re.compile(r"(?P<before>(?:\d{1,3}\.)*)(?P<last>\d{1,3})\.?$")
_LATER = re.compile(r"\(?(?P<mark>[b-z]|(?:[ivxl]{2,6})|[2-9]\d?)[.)]$")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
_ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
_MANY = 10
"""How many paragraphs a text has that wants numbers."""
_FEW = 10
"""How many paragraphs have a number for one that has none, when it is a slip and no habit."""
_SENTENCE = 8
"""How many words a paragraph has that wants a number of its own."""
_KEPT = "Work out the numbers again: delete numbers.yaml, and every reference in the text follows."


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each number that stands twice, out of order, or after a gap."""
    entries = look.outline.entries
    yield from _in_order(look, [entry for entry in entries if entry.kind is Kind.PARAGRAPH])
    yield from _in_order(look, [entry for entry in entries if entry.kind is Kind.SECTION], "section ")
    yield from _letters(look, entries)
    yield from _lists(look, entries)
    yield from _unnumbered(look, entries)
    paragraphs = sum(entry.kind is Kind.PARAGRAPH for entry in entries)
    if look.protocol.manifest.numbering == "none" and paragraphs > _MANY:
        yield Finding(
            NAME,
            "no paragraph of this text has a number",
            look.place("manifest.numbering"),
            "Nobody can say in a report or a complaint which paragraph is meant.",
            "Write 'numbering: decimal'.",
            Severity.NOTE,
        )


def _in_order(look: Look, paragraphs: Sequence[Entry], sort: str = "") -> Iterator[Finding]:
    printed = {plain(entry.num).rstrip(".").removesuffix(".0" if sort else "") for entry in paragraphs}
    seen: set[str] = set()
    reached: dict[str, int] = {}
    for entry in paragraphs:
        number = plain(entry.num).rstrip(".").removesuffix(".0" if sort else "")
        found = _DECIMAL.fullmatch(number)
        if found is None:
            continue
        before, last = found["before"], int(found["last"])
        highest = reached.get(before, 0)
        if number in seen:
            yield _told(
                look,
                entry,
                f"{sort}{number} is the number of an earlier {sort.strip() or 'paragraph'} as well",
                True,
            )
        elif before in reached and last < highest:
            yield _told(look, entry, f"{sort}{number} comes after {before}{highest}", True)
        elif before in reached and not printed.issuperset(_skipped(before, highest, last)):
            yield _told(
                look, entry, f"{sort}{number} follows {before}{highest}: {_between(before, highest, last)}"
            )
        seen.add(number)
        reached[before] = max(last, highest)


def _skipped(before: str, first: int, last: int) -> Iterator[str]:
    """Yield the numbers between two; those that stand elsewhere are out of order, and not missing."""
    return (f"{before}{number}" for number in range(first + 1, last))


def _between(before: str, first: int, last: int) -> str:
    if last == first + 2:
        return f"there is no {before}{first + 1}"
    return f"there is nothing from {before}{first + 1} to {before}{last - 1}"


def _letters(look: Look, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each item whose letter or figure is not the one after that of the item before."""
    for above, entry in pairwise(entries):
        if entry.kind is not Kind.ITEM or above.kind is not Kind.ITEM or entry.level != above.level:
            continue
        one, other = (plain(each.num).strip("().").lower() for each in (above, entry))
        if one and one == other:
            yield _told(look, entry, f"{plain(entry.num)} is the mark of the item before as well", True)
        elif not _next(one, other):
            yield _told(look, entry, f"{plain(entry.num)} follows {plain(above.num)}")


def _next(one: str, other: str) -> bool:
    """Return whether a mark comes right after another in some way of counting, or neither can be told."""
    ways = [(way.index(one), way.index(other)) for way in (_ROMAN, _ALPHABET) if one in way and other in way]
    if one.isdecimal() and other.isdecimal():
        ways.append((int(one), int(other)))
    return not ways or any(later == earlier + 1 for earlier, later in ways)


def _lists(look: Look, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each list whose first item has the number of a later one."""
    for above, entry in pairwise(entries):
        if entry.kind is Kind.ITEM and entry.level > above.level:
            number = plain(entry.num)
            if _LATER.fullmatch(number) and number.strip("()") != "i":
                yield _told(look, entry, f"this list begins with {number}", True)


def _unnumbered(look: Look, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding for each whole paragraph without a number, where all but a few have one."""
    numbered = sum(entry.kind is Kind.PARAGRAPH and bool(entry.num) for entry in entries)
    lacking = [
        (above, entry)
        for above, entry in pairwise(entries)
        if (above.kind is Kind.PARAGRAPH and above.num and entry.kind is Kind.CONTINUATION)
        or (entry.kind is Kind.PARAGRAPH and not entry.num)
    ]
    if len(lacking) * _FEW > numbered:
        return
    for above, entry in lacking:
        words = entry.words
        if words.count(" ") + 1 >= _SENTENCE and words[0].isupper() and words.rstrip('”’")').endswith("."):
            yield Finding(
                NAME,
                f"the paragraph that begins '{' '.join(words.split()[:5])}' has no number, and "
                f"{numbered} others have",
                look.places.get(entry.id or above.id) or Place("protocol.yaml"),
                "Nobody can cite it, and readers cannot tell whether it belongs to the paragraph before.",
                "Make it a paragraph of its own, which then has a number; or join it to the one before.",
                Severity.NOTE,
            )


def _told(look: Look, entry: Entry, message: str, sure: bool = False) -> Finding:
    return Finding(
        NAME,
        message,
        look.places.get(entry.id) or Place("protocol.yaml"),
        "A reference to a number may then mean another paragraph, or none.",
        _KEPT,
        Severity.WARNING if sure else Severity.NOTE,
    )
