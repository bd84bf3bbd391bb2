"""What depends on what: agreed changes that rest on refused ones."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.life.deciding.marked import Verdict
from protobuild.model.redlined import Change


def dependent(judged: Verdict) -> Iterator[str]:
    """Yield a sentence for each agreed change that refers to what a refused one would have brought."""
    there = {entry.id for entry in judged.text.entries if entry.id}
    brought = {
        id: change
        for change in judged.made.changes
        if change.name in judged.refused
        for id in change.ids
        if id not in there
    }
    for change in judged.made.changes:
        if change.name in judged.refused:
            continue
        wanted = dict.fromkeys(ref for ref in _references(change, judged) if ref in brought)
        for ref in wanted:
            yield f"{change.name} refers to what {brought[ref].name} would add ({brought[ref].title})."


def _references(change: Change, judged: Verdict) -> Iterator[str]:
    entries = judged.made.outline.entries
    for at in change.at:
        yield from (run.ref for run in entries[at].runs if run.ref and run.seen_in(1))
