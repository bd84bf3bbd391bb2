"""Pair the parts of what is paired already: items of a list, rows of a table, cells of a row."""

from __future__ import annotations

from protobuild.model.outline import HEADINGS
from protobuild.redline.matching.pairs import Pairing
from protobuild.redline.matching.texts import Text

ALIKE = 0.40
"""Likeness at which two parts of one list are one part reworded."""
FAMILIES = ("table", "row", "cell", "prose", "heading", "signature")


def pair_parts(made: Pairing) -> None:
    """Pair the items, rows and cells of entries already paired, and again within those."""
    for at, to in sorted(made.there.items()):
        _pair_below(made, at, to)


def _pair_below(made: Pairing, at: int, to: int) -> None:
    if made.old.entries[at].kind in HEADINGS:
        return  # what stands under a heading was matched for itself
    if not (made.old.below[at] and made.new.below[to]):
        return
    for family in FAMILIES:
        olds = [one for one in made.old.below[at] if made.old.family(one) == family]
        news = [one for one in made.new.below[to] if made.new.family(one) == family]
        cells = family == "cell" and len(olds) == len(news)
        paired = _pair_columns(made, olds, news) if cells else _pair_list(made, olds, news)
        for one, other in paired:
            _pair_below(made, one, other)


def _pair_columns(made: Pairing, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Pair the cells of two rows column by column."""
    paired = list(zip(olds, news, strict=True))
    for at, to in paired:
        made.pair(at, to)
    return paired


def _pair_list(made: Pairing, olds: list[int], news: list[int]) -> list[tuple[int, int]]:
    """Pair equal parts first, then alike ones, the likest first."""
    waiting: dict[str, list[int]] = {}
    for to in news:
        if made.free_new(to):
            waiting.setdefault(made.new.says[to].text, []).append(to)
    for at in olds:
        same = waiting.get(made.old.says[at].text)
        if same and made.free_old(at):
            made.pair(at, same.pop(0))
    if olds and made.old.family(olds[0]) == "row":
        _pair_named_rows(made, olds, news)
    for score, at, to in made.ranked(*_free(made, olds, news)):
        if score >= ALIKE:
            made.pair(at, to)
    mine = set(news)
    return [(at, made.there[at]) for at in olds if made.there.get(at) in mine]


def _pair_named_rows(made: Pairing, olds: list[int], news: list[int]) -> None:
    """Pair rows whose first cell says the same, and says it in no other row: it is the row's name."""
    free_old, free_new = _free(made, olds, news)
    names = _names(made.new, free_new)
    for name, at in _names(made.old, free_old).items():
        if len(at) == len(names.get(name, ())) == 1:
            made.pair(at[0], names[name][0])


def _names(text: Text, rows: list[int]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for at in rows:
        cells = text.below[at]
        if len(cells) > 1 and text.says[cells[0]].words:
            out.setdefault(text.says[cells[0]].text, []).append(at)
    return out


def _free(made: Pairing, olds: list[int], news: list[int]) -> tuple[list[int], list[int]]:
    return [at for at in olds if made.free_old(at)], [to for to in news if made.free_new(to)]
