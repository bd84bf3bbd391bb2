"""Follow one provision through a redline: where it stands in it, what it was called, what touched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protobuild.life.looking_back.past import Past
from protobuild.life.looking_back.roots import Rooted
from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Change, Redlined


def id_before(marked: Rooted, id: str) -> str:
    """Return the id that a provision of the new text has in the old one; empty where it is not there."""
    return _other(marked, id, there=0, here=1)


def id_after(marked: Rooted, id: str) -> str:
    """Return the id that a provision of the old text has in the new one; empty where it is not there."""
    return _other(marked, id, there=1, here=0)


def followed(past: Past, id: str, start: int, end: int) -> str:
    """Return the id that a provision of one version has in another; empty where it is not there."""
    while id and start != end:
        if start < end:
            start += 1
            id = id_after(past.rooted(start), id)
        else:
            id = id_before(past.rooted(start), id)
            start -= 1
    return id


def _other(marked: Rooted, id: str, *, there: int, here: int) -> str:
    """Return the id on the other side; the two ends of a move are two entries of one id."""
    for at in marked.roots.get(id, ()):
        entry = marked.outline.entries[at]
        if entry.seen_in(there):
            known = entry.as_of(there).id
            if known and (not entry.seen_in(here) or entry.as_of(here).id == id):
                return known
    return ""


def places_of(marked: Rooted, *ids: str) -> tuple[int, ...]:
    """Return the positions of the provisions of those ids with all that lies under them, in order."""
    roots = {at for id in ids for at in marked.roots.get(id, ())}
    return tuple(sorted({at for root in roots for at in _under(marked.outline.entries, root)}))


def _under(entries: tuple[Entry, ...], root: int) -> Iterator[int]:
    """Yield a provision, what lies under it, and what was joined to its end."""
    level = entries[root].level
    yield root
    for at in range(root + 1, len(entries)):
        entry = entries[at]
        joined = entry.gone is not None and any(run.gone is None and run.text.strip() for run in entry.runs)
        if entry.level <= level and not joined:
            return
        yield at


def touching(redlined: Redlined, places: tuple[int, ...]) -> tuple[Change, ...]:
    """Return the changes that touch any of those positions."""
    wanted = set(places)
    return tuple(change for change in redlined.changes if wanted.intersection(change.at))


def excerpt_of(marked: Outline, places: tuple[int, ...]) -> Outline:
    """Return those entries alone, under a title without words, marked as in the whole text."""
    title = Entry("", 0, Kind.TITLE)
    return replace(marked, entries=(title, *(marked.entries[at] for at in places)))


def words_touched(marked: Outline, places: tuple[int, ...]) -> bool:
    """Return whether more than numbers changed among those entries."""
    return any(_touched(marked.entries[at]) for at in places)


def _touched(entry: Entry) -> bool:
    """Whether a boundary, look, level or word changed; the new number of a reference is none of these."""
    if entry.born or entry.gone is not None or any(face.level != entry.level for face in entry.was):
        return True
    runs = entry.heading + entry.body
    return any(run.marked and not (run.ref and ":" not in run.ref) for run in runs)
