"""Heading styles: headings are written one way, and a table says what it is about.

Passes: `Roles of members` beside `Working with the press`, and beside `The Town Clerk and the Chairs`, which
are titles; headings of sections all in capitals; a table with a caption, or below a subheading.
Fails: a note for `THE ROLES` or `The Roles of Members` among headings such as `Working with the press`,
for `Roles:` and `Roles.` among headings without a sign at the end, and for a table without a caption.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protobuild.check.prose import Prose
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Severity

NAME = "heading_styles"

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NAME = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[a-z]+")
_SECTION = re.compile(r"sections\.\d+\.heading$")
_SIGN = re.compile(r"([:.])\s*$")
_SAID = {":": "colon", ".": "full stop"}
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August "
    "September October November December Christmas Easter English Welsh England Wale Parliament".split()
)
_LONG = 4
"""How many letters a word needs to show whether all words of a heading begin with a capital."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding at the first heading of each style that most of its sort do not share."""
    headed = [prose for prose in look.prose if prose.spot.path.endswith("heading")]
    said = "\n".join(each.own for each in look.prose if not each.spot.path.endswith("heading"))
    names = _DAYS.union(_one(word) for word in _NAME.findall(said))
    sections = [prose for prose in headed if _SECTION.search(prose.spot.path)]
    below = [prose for prose in headed if prose.spot.path.endswith("subheading")]
    for alike in (sections, below):
        yield from _rare(look, alike, [_height(prose.words) for prose in alike])
        yield from _rare(look, alike, [_letters(prose.words, names) for prose in alike])
        yield from _rare(look, alike, [_ends(prose.words) for prose in alike])
    yield from _tables(look)


def _one(word: str) -> str:
    """Return a word as it is of one, and of none that owns: headings may speak of many."""
    return word.rstrip("’'").removesuffix("’s").removesuffix("'s").removesuffix("s")


def _height(words: str) -> str:
    """Return whether a heading is in capitals throughout; nothing for one that is an acronym."""
    if len(words) <= _LONG:
        return ""
    return "in capitals throughout" if words.isupper() else "with small letters"


def _letters(words: str, names: frozenset[str]) -> str:
    """Return how the words of a heading begin; nothing where that cannot be told."""
    if words.isupper():
        return ""
    _, *rest = _WORD.findall(words) or [""]
    telling = [word for word in rest if len(word) >= _LONG and _one(word) not in names]
    if telling and all(word[0].isupper() for word in telling):
        return "with a capital for each word"
    return "with one capital" if any(word[0].islower() for word in telling) else ""


def _ends(words: str) -> str:
    """Return how a heading ends; a question has its mark."""
    found = _SIGN.search(words)
    return f"with a {_SAID[found[1]]} at the end" if found else "without a colon or full stop at the end"


def _rare(look: Look, headings: Sequence[Prose], styles: Sequence[str]) -> Iterator[Finding]:
    known = [(prose, style) for prose, style in zip(headings, styles, strict=True) if style]
    counts = Counter(style for _, style in known)
    common = max(counts, key=lambda style: counts[style], default="")
    for style in counts:
        first = next(prose for prose, its in known if its == style)
        if style != common and not first.spot.silent(NAME):
            yield Finding(
                NAME,
                f"this heading is written {style}; {counts[common]} of {len(known)} of its sort are "
                f"written {common}",
                look.where(first, 0, len(first.words)),
                "Readers take headings that look different for headings of another rank.",
                "Write all headings of a sort in one way.",
                Severity.NOTE,
            )


def _tables(look: Look) -> Iterator[Finding]:
    before = ""
    for path, clause in look.clauses():
        table = clause.matrix
        if table and not table.caption.strip() and before != "subheading" and NAME not in clause.quiet:
            yield Finding(
                NAME,
                "this table has no caption",
                look.place(f"{path}.matrix"),
                "Nobody can refer to it, and who hears the page read out is not told what comes.",
                "Say in 'caption' what the table shows.",
                Severity.NOTE,
            )
        before = clause.content_key
