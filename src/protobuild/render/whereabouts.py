"""Whereabouts: what the concordance says of each side of a row, in the table and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.outline import Kind, Outline
from protobuild.model.redlined import Fate, Redlined, Whereabouts
from protobuild.model.saying import counted
from protobuild.render.folding import Fold, folds
from protobuild.render.lines import wrap
from protobuild.render.places import kind_of
from protobuild.render.titles import caption


def old_of(fold: Fold, outline: Outline) -> str:
    """Return the old numbers, or what is said where there was none; empty for what is new."""
    if fold.rows[0].fate is Fate.NEW:
        return ""
    return _span(fold.steps[0].old, fold.steps[-1].old) or _unnumbered(fold, outline)


def new_of(fold: Fold, outline: Outline) -> str:
    """Return the new numbers, or what is said where there is none; empty for what was dropped."""
    fate, kind = fold.rows[0].fate, outline.entries[fold.rows[0].at].kind
    if fate is Fate.DROPPED:
        return ""
    if numbers := _span(", ".join(fold.steps[0].new), ", ".join(fold.steps[-1].new)):
        return numbers
    return f"the {kind} before" if fate is Fate.MERGED else _unnumbered(fold, outline)


def beginning_of(row: Whereabouts, outline: Outline) -> str:
    """Return how an entry begins; a table is known by its caption."""
    entry = outline.entries[row.at]
    return (caption(entry, outline) if entry.kind is Kind.TABLE else "") or row.words or "(no words)"


def write_whereabouts(redlined: Redlined, width: int) -> Iterator[str]:
    """Yield a line for each row: `2.1 to 2.5 -> 1.3 to 1.7 kept, renumbered: Members may …`."""
    outline = redlined.outline
    for fold in folds(redlined):
        row = fold.rows[0]
        numbers = " -> ".join(part for part in (old_of(fold, outline), new_of(fold, outline)) if part)
        changes = f" ({', '.join(row.changes)})" if row.changes else ""
        line = f"{numbers} {row.fate}{changes}: {beginning_of(row, outline)}"
        yield wrap(line, width, "  ", "     ")


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _unnumbered(fold: Fold, outline: Outline) -> str:
    """Return what is said in place of a number, since an empty cell would leave a reader to guess."""
    name = kind_of(outline.entries[fold.rows[0].at])
    return name if len(fold.steps) == 1 else counted(len(fold.steps), name)
