"""Which changes touched each section, clause and item of a redline, and what is left of it once decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Redlined, What
from protobuild.redline.decided import decided, owners, with_edits


@dataclass(slots=True)
class Touched:
    """What was done to one id: to its own words, and to all that hangs on it."""

    own: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A redline with what was refused of it."""

    made: Redlined
    refused: frozenset[str]
    text: Outline
    """What results, its numbers not worked out yet."""
    touched: dict[str, Touched]

    def refuses(self, names: Collection[str]) -> bool:
        """Whether some of these changes are refused."""
        return not self.refused.isdisjoint(names)

    def refuses_all(self, names: Collection[str]) -> bool:
        """Whether there are such changes, and all are refused."""
        return bool(names) and self.refused.issuperset(names)

    def of(self, id: str) -> Touched:
        """Return what was done to an id."""
        return self.touched.get(id, Touched())


def verdict(made: Redlined, refused: Collection[str], clauses: Collection[str]) -> Verdict:
    """Return what became of each id, where `clauses` are the ids of the clauses on either side."""
    titles = {change.name for change in made.changes if change.what is What.RETITLED}
    own = owners(made)
    touched: dict[str, Touched] = {}
    clause: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    for at, entry in enumerate(made.outline.entries):
        ids = _ids(entry)
        if entry.kind in (Kind.TITLE, Kind.FRONT):
            clause = part = (entry.kind.value,)
        elif entry.kind is Kind.SECTION or not ids.isdisjoint(clauses):
            clause = part = tuple(ids)
        elif ids:
            part = tuple(ids)
        elif entry.kind is Kind.CLOSING:
            part = tuple(closing(id) for id in clause)
        names = own.within(at, entry) - titles
        for id in part:
            touched.setdefault(id, Touched()).own.update(names)
        for id in {*part, *clause}:
            touched.setdefault(id, Touched()).whole.update(names)
    return Verdict(made, with_edits(made, refused), decided(made, refused), touched)


def closing(id: str) -> str:
    """Return what the words after a clause's list are called here."""
    return f"{id}/closing"


def _ids(entry: Entry) -> set[str]:
    return {id for id in (entry.id, *(face.id for face in entry.was)) if id}


def blocks(text: Outline, clauses: Collection[str]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each section and clause of a text by its id, with its entries; first what stands before any."""
    id, entries = "", list[Entry]()
    for entry in text.entries:
        if entry.kind is Kind.SECTION or entry.id in clauses:
            yield id, entries
            id, entries = entry.id, []
        entries.append(entry)
    yield id, entries
