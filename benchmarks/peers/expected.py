"""The lists that the ideal redline of an annotated pair gives beside its marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.peers.annotated import NEW, OLD, Pair, spans
from benchmarks.peers.ours import Lists, bare
from benchmarks.peers.sides import outline, plain_words

from protobuild.model.outline import Kind, Outline, citations, parents
from protobuild.model.runs import plain

_REFERENCE = re.compile(r"\[\[([a-z0-9-]+)\]\]")


def expected(pair: Pair) -> Lists:
    """Return what is to be said of the pair, from its annotated text and its expectations."""
    sides = outline(pair, OLD), outline(pair, NEW)
    places = _places(pair, OLD), _places(pair, NEW)
    said = [one.strip() for one in pair.expected.get("modals", "").split(",") if one.strip()]
    return Lists(
        renumbered=Counter(_renumbered(pair, sides, places)),
        moves=Counter(_moves(pair, sides, places)),
        formatting=Counter(_formatting(pair)),
        kinds=Counter(_kinds(pair)),
        references=Counter(_references(pair)),
        modals=frozenset(bare(one) if ">" in one else one for one in said),
    )


def _places(pair: Pair, side: int) -> dict[int, int]:
    """Return the position in the text of each unit that stands in it; the title is first."""
    standing = (at for at, unit in enumerate(pair.units) if unit.stands(side))
    return {at: place for place, at in enumerate(standing, 1)}


def _renumbered(
    pair: Pair, sides: tuple[Outline, Outline], places: tuple[dict[int, int], dict[int, int]]
) -> Iterator[tuple[str, str]]:
    for at, unit in enumerate(pair.units):
        if unit.stands(OLD) and unit.stands(NEW):
            old, new = (plain(sides[side].entries[places[side][at]].num) for side in (OLD, NEW))
            if old != new and old and new:
                yield old, new


def _moves(
    pair: Pair, sides: tuple[Outline, Outline], places: tuple[dict[int, int], dict[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield the old and new number of what moved by itself, not of what it carries."""
    moving = {unit.ids[OLD] for unit in pair.units if unit.sign[0] == "<" and unit.ids[OLD]}
    moving |= {""} if any(unit.moves and unit.kind is Kind.ROW for unit in pair.units) else set()
    cited = tuple(citations(side.entries) for side in sides)
    above = tuple(parents(side.entries) for side in sides)
    left = {unit.ids[OLD]: places[OLD][at] for at, unit in enumerate(pair.units) if unit.sign[0] == "<"}
    for at, unit in enumerate(pair.units):
        if unit.sign[0] != ">" or unit.kind is Kind.CELL:
            continue
        new, old = places[NEW][at], left[unit.ids[NEW]]
        holder, before = sides[NEW].entries[above[NEW][new]].id, sides[OLD].entries[above[OLD][old]].id
        if not (unit.ids[NEW] and holder in moving and holder == before):
            yield cited[OLD][old], cited[NEW][new]


def _formatting(pair: Pair) -> Iterator[str]:
    for unit in pair.units:
        for mark, text in spans(unit):
            if mark == "~":
                yield plain_words(text.split("=>")[NEW])


def _kinds(pair: Pair) -> Iterator[str]:
    for unit in pair.units:
        (old, was), (new, now) = unit.faces
        if (old, was) != (new, now):
            yield f"{was} {old} > {now} {new}"


def _references(pair: Pair) -> Iterator[tuple[str, str]]:
    for unit in pair.units:
        if unit.sign[0] == "<":
            continue
        struck = [id for mark, text in spans(unit) if mark == "-" for id in _REFERENCE.findall(text)]
        written = [id for mark, text in spans(unit) if mark == "+" for id in _REFERENCE.findall(text)]
        yield from zip(struck, written, strict=False)
