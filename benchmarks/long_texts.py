"""Protocols of any length, each with one amendment, written by chance from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.peers import grammar

from protobuild.model.outline import Cover, Entry, Kind, Outline, Side
from protobuild.model.redlined import Why
from protobuild.model.runs import Run, Runs, words

SECTION = 7
"""How many paragraphs a section has."""

LISTED, TABLED, REFERRING = 0.25, 0.04, 0.2
"""The share of paragraphs with a list, with a table, and with a reference to another paragraph."""

REWORDED, DROPPED, ADDED, EXPLAINED = 0.35, 0.03, 0.04, 0.5
"""The share of paragraphs that an amendment rewords, drops, and adds; and that of them it explains."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph with what hangs on it."""

    id: str
    text: str
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    refers: str = ""
    """The id of the paragraph its last sentence leads to."""


Text = tuple[tuple[str, str, tuple[Clause, ...]], ...]
"""Sections: an id, a heading and paragraphs."""


def amendment(sections: int, seed: int = 7) -> tuple[Outline, Outline, tuple[Why, ...]]:
    """Return a protocol of so many sections, its amended text, and reasons for half of what changed."""
    rng = random.Random(seed)
    old = tuple(_sections(sections, rng))
    new = tuple((id, heading, tuple(_amended(clauses, rng))) for id, heading, clauses in old)
    before = {clause.id: clause for _, _, clauses in old for clause in clauses}
    changed = [c.id for _, _, clauses in new for c in clauses if before.get(c.id) != c]
    reasons = (
        Why(id, grammar.clause(rng, rng.choice((1, 1, 2)))) for id in changed if rng.random() < EXPLAINED
    )
    return _outline(old, "Adopted 20 January 2026"), _outline(new, "Draft"), tuple(reasons)


def _sections(count: int, rng: random.Random) -> Iterator[tuple[str, str, tuple[Clause, ...]]]:
    for section in range(1, count + 1):
        clauses = tuple(_clause(f"c{section}-{at}", section, rng) for at in range(1, SECTION + 1))
        yield f"s{section}", grammar.heading(rng), clauses


def _clause(id: str, section: int, rng: random.Random) -> Clause:
    clause = Clause(id, grammar.clause(rng))
    if rng.random() < LISTED:
        items = tuple(grammar.sentence(rng) for _ in range(rng.randint(2, 5)))
        clause = replace(clause, text=grammar.clause(rng, 1)[:-1] + ":", items=items)
    if rng.random() < TABLED:
        rows = tuple(tuple(grammar.sentence(rng) for _ in range(3)) for _ in range(rng.randint(2, 5)))
        clause = replace(clause, rows=rows)
    if not clause.items and rng.random() < REFERRING:
        clause = replace(clause, refers=f"c{rng.randint(1, section)}-1")
    return clause


def _amended(clauses: tuple[Clause, ...], rng: random.Random) -> Iterator[Clause]:
    for at, clause in enumerate(clauses):
        chance = rng.random()
        if chance < ADDED:
            yield Clause(f"{clause.id}-new", grammar.clause(rng))
        if at and 1 - chance < DROPPED:
            continue
        if ADDED < chance < ADDED + REWORDED:
            items = tuple(_reworded(item, rng) for item in clause.items)
            clause = replace(clause, text=_reworded(clause.text, rng), items=items)
        yield clause


def _reworded(text: str, rng: random.Random) -> str:
    """Return the text with a word in twelve exchanged, struck or joined by another."""
    said = text.split(" ")
    for at in rng.sample(range(len(said)), max(1, len(said) // 12)):
        other = rng.choice(grammar.THINGS)
        said[at] = rng.choice(("", other, f"{other} {said[at]}")) if said[at].isalpha() else said[at]
    return " ".join(word for word in said if word)


def _outline(text: Text, label: str) -> Outline:
    entries = [Entry("", 0, Kind.TITLE, heading=words("Constitution of a council that does not exist"))]
    standing = [
        (f"{n}.{m}", c) for n, (_, _, clauses) in enumerate(text, 1) for m, c in enumerate(clauses, 1)
    ]
    numbers = {clause.id: number for number, clause in standing}
    for number, (id, heading, clauses) in enumerate(text, 1):
        entries.append(Entry(id, 1, Kind.SECTION, words(str(number)), words(heading)))
        for clause in clauses:
            entries += _entries(clause, numbers)
    return Outline(tuple(entries), (Side(label),), Cover(council="Example Borough Council", status="draft"))


def _entries(clause: Clause, numbers: dict[str, str]) -> Iterator[Entry]:
    body: Runs = words(clause.text)
    if clause.refers:
        body = (*body, Run(" See paragraph "), Run(numbers[clause.refers], ref=clause.refers), Run("."))
    yield Entry(clause.id, 2, Kind.PARAGRAPH, words(numbers[clause.id]), body=body)
    for letter, item in zip("abcdefgh", clause.items, strict=False):
        yield Entry(f"{clause.id}-{letter}", 3, Kind.ITEM, words(f"({letter})"), body=words(item))
    if clause.rows:
        yield Entry(f"{clause.id}-table", 3, Kind.TABLE, heading=words("Who does what"))
    for at, row in enumerate((("Matter", "Members", "Officers"), *clause.rows) if clause.rows else ()):
        yield Entry("", 4, Kind.ROW if at else Kind.HEADER)
        yield from (Entry("", 5, Kind.CELL, body=words(cell)) for cell in row)
