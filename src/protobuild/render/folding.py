"""Folding: neighbouring rows of the concordance that only say that the text runs on, taken together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protobuild.model.outline import Entry, Kind
from protobuild.model.redlined import Fate, Redlined, Whereabouts

QUIET = frozenset({Fate.KEPT, Fate.RENUMBERED})
_COUNTED = re.compile(r"(.*?)(\d+|[a-z])(\W*)")
"""A number as what stands before its last step, that step, and what closes it: `2.3(` `a` `)`."""


@dataclass(slots=True)
class Fold:
    """Rows that stand in one row of the table."""

    rows: list[Whereabouts]
    steps: list[Whereabouts] = field(default_factory=list)
    """The rows without those that lie in another: 2.3 stands for 2.3(a) and 2.3(b) too."""


def folds(redlined: Redlined) -> list[Fold]:
    """Return every row of the concordance once and in order, those together that run on in step.

    Together stand neighbours that were kept, or kept and renumbered, that no change touched, and
    whose numbers follow one another in the old text and in the new.
    """
    entries = redlined.outline.entries
    out: list[Fold] = []
    for row in redlined.concordance:
        last = out[-1] if out else None
        if last and _quiet(row) and _quiet(last.rows[-1]) and row.fate is last.rows[-1].fate:
            if _lies_in(row, last.steps[-1]) or _hangs_on(row, last, entries):
                last.rows.append(row)
                continue
            if _follows(row, last.rows[-1], last.steps[-1], entries):
                last.rows.append(row)
                last.steps.append(row)
                continue
        out.append(Fold([row], [row]))
    return out


def _quiet(row: Whereabouts) -> bool:
    return row.fate in QUIET and not row.changes


def _lies_in(row: Whereabouts, step: Whereabouts) -> bool:
    """Whether a row is an item under that step, with the same label in both texts."""
    if not (step.old and step.new and row.old.startswith(step.old)):
        return False
    label = row.old.removeprefix(step.old)
    return row.new == (step.new[0] + label,) and bool(label) and not label[0].isalnum()


def _hangs_on(row: Whereabouts, fold: Fold, entries: Sequence[Entry]) -> bool:
    """Whether a row is an item without a number under the last step."""
    entry, step = entries[row.at], entries[fold.steps[-1].at]
    listed = entry.kind in (Kind.ITEM, Kind.BULLET) and entry.level > step.level
    return listed and not (row.old or row.new) and not _moved_in(fold.rows[-1], row, entries)


def _moved_in(before: Whereabouts, row: Whereabouts, entries: Sequence[Entry]) -> bool:
    """Whether something came to stand between two rows: nothing else that is new lacks a row of its own."""
    return any(entry.born for entry in entries[before.at + 1 : row.at])


def _follows(row: Whereabouts, before: Whereabouts, step: Whereabouts, entries: Sequence[Entry]) -> bool:
    """Whether a row is the next after that step, in both texts."""
    if row.old and row.new and step.old and step.new:
        return next_number(step.old) == row.old and next_number(step.new[0]) == row.new[0]
    if row.old or row.new or step.old or step.new or entries[row.at].kind is not entries[step.at].kind:
        return False
    return not _moved_in(before, row, entries)


def next_number(number: str) -> str:
    """Return the number after a number; empty where nobody could say.

    >>> next_number("2.9"), next_number("2.3(a)"), next_number("section 4"), next_number("V")
    ('2.10', '2.3(b)', 'section 5', '')
    """
    found = _COUNTED.fullmatch(number)
    if found is None:
        return ""
    before, step, after = found.groups()
    return f"{before}{int(step) + 1 if step.isdigit() else chr(ord(step) + 1)}{after}"
