"""Said: the words of a decision, a few to know it by, and a check mark that finds it again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from protobuild.model.outline import Kind
from protobuild.model.redlined import Change, What
from protobuild.model.runs import Run, seen, text_of
from protobuild.redline.schedule.decisions import Decision
from protobuild.redline.schedule.units import Unit

BEGINNING = 60
"""Letters of a text that are enough to know it by."""
BRIEF = 30
"""The same behind what a title says already."""
OVER = frozenset({What.NEW_OVER, What.DROPPED_OVER})


def said(decision: Decision) -> tuple[str, str]:
    """Return the old and the new words."""
    if decision.term:
        return decision.term
    if decision.role:
        region = decision.spots[0].region
        return region.old.strip(), region.new.strip()
    if decision.what in OVER:  # the text under it is no part of what is new or dropped
        regions = [spot.region for spot in decision.spots]
        return _joined(region.old for region in regions), _joined(region.new for region in regions)
    moved = bool(decision.departures)
    before = _joined(unit.before or (_words_moved(unit) if moved else "") for unit in decision.units)
    return before, _joined(unit.after for unit in decision.units)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text.strip())


def _words_moved(unit: Unit) -> str:
    """Return the old words of a moved unit, read at its new place: carried and struck ones."""
    out = []
    for entry in unit.entries:
        runs = [run for run in entry.heading + entry.body if run.moved or run.gone is not None]
        out.append("".join(run.text for run in runs))
    return " ".join(text for text in out if text)


def title(decision: Decision, forces: Sequence[str], place: str) -> str:
    """Return a few words to know it by: its force, a role's titles, a table's caption, or how it begins.

    `place` is what a table without a caption is called.
    """
    before, after = said(decision)
    if decision.term:
        return f"“{before}” becomes “{after}” ({len(decision.spots)} times)"
    if decision.role:
        return f"“{before}” becomes “{after}”"
    if forces and decision.beside is None:
        return forces[0]
    unit = decision.units[0]
    if unit.root.kind is Kind.TABLE:
        return text_of(unit.root.heading, int(unit.stands)) or place
    text = " ".join((after or before).split())
    return _beginning(text, BEGINNING)


def titles_apart(changes: Sequence[Change]) -> list[Change]:
    """Return the changes, titles that several share told apart by the words they change.

    `drops what is promised (“will”): “The Leader will chair …”`
    """
    shared = Counter(change.title for change in changes)
    return [_apart(change) if shared[change.title] > 1 else change for change in changes]


def _apart(change: Change) -> Change:
    words = " ".join((change.after or change.before).split())
    if not words or change.title not in change.force:
        return change
    return replace(change, title=f"{change.title}: “{_beginning(words, BRIEF)}”")


def _beginning(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[:letters].rsplit(" ", 1)[0] + " …"


def mark(decision: Decision) -> str:
    """Return the check mark of what is decided: what was done, and the words by what they refer to."""
    entries = [entry for unit in decision.units for entry in unit.entries]
    meant = [
        [_meant(run) for run in seen(entry.heading, number) + seen(entry.body, number)]
        for entry in entries
        for number in (0, 1)
    ]
    printed = decision.role or decision.term  # where else it is printed is no other decision
    words = said(decision) if printed else meant
    whole = repr((str(decision.what), decision.role, words))
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _meant(run: Run) -> tuple[str, list[str], str]:
    """Return what a run means: its words, or for a reference what it refers to, and how it looks."""
    refers = run.ref and ":" not in run.ref
    return (f"[[{run.ref}]]" if refers else run.text), sorted(run.style), run.href
