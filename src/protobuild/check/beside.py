"""Beside: what a table or a list says, next to a name, of where it is found or what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look, items, listed

_WHERE = re.compile(
    r"\]\((?!\)|#\))|\bhttps?://|\bwww\."
    r"|\b(?:[Pp]art|[Ss]ection|[Aa]ppendix|[Aa]nnex|[Ss]chedule|[Cc]hapter|[Aa]rticle|[Pp]age)"
    r" (?:[A-Z]|\d+)\b"
)
"""A link, an address or the number of a part."""
_HEADED = re.compile(r"(?P<title>[^,:;(–—]+?) ?[,:;(–—](?P<rest>.+)", re.DOTALL)
"""An item of a list that begins with a title and goes on after a sign."""
_MEANS = re.compile(r"\b(?:meanings?|means|definitions?|explanations?)\b", re.IGNORECASE)
_MARKS = re.compile(r"[*_“”\"]|^(?:The|the) ")


def told_where(look: Look) -> Iterator[str]:
    """Yield each title that has a cell to itself, or begins an item, with where it is beside it."""
    for _, clause in look.protocol.clauses():
        for row in clause.matrix.rows if clause.matrix else ():
            yield from (_bare(row[at]) for at in range(len(row)) if _is_placed(row[:at] + row[at + 1 :]))
        for _, item in items(clause.listed, listed(clause)):
            seen = _HEADED.match(item.text)
            if seen and _WHERE.search(seen["rest"]):
                yield _bare(seen["title"])


def explained(look: Look) -> Iterator[str]:
    """Yield each name in the first column of a table that has its meaning in another."""
    for _, clause in look.protocol.clauses():
        table = clause.matrix
        if table and any(_MEANS.search(head) for head in table.columns[1:]):
            yield from (_bare(row[0]) for row in table.rows if any(cell.strip() for cell in row[1:]))


def _is_placed(cells: tuple[str, ...]) -> bool:
    return any(_WHERE.search(cell) for cell in cells)


def _bare(words: str) -> str:
    return _MARKS.sub("", words.strip()).strip()
