"""Find what a draft leaves as it was adopted, so that a reason given for it explains nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from protobuild.model.clause import Clause, Item, Step
from protobuild.model.protocol import Protocol, Section

Thing: TypeAlias = Section | Clause | Item | Step
Standing: TypeAlias = tuple[str, str, str, Thing]
"""What a thing stands in, what comes before and after it there, and the thing itself."""


def unchanged_ids(before: Protocol, after: Protocol) -> frozenset[str]:
    """Return the ids of what stands where it stood and says what it said.

    When in doubt a thing counts as changed: where its neighbours did, or a fact of the council.
    """
    if before.manifest.facts != after.manifest.facts:
        return frozenset()
    old, renamed = dict(_things(before)), _renamed(before, after)
    same = ((id, standing[3]) for id, standing in _things(after) if old.get(id) == standing)
    return frozenset(id for id, thing in same if not any(name in _written(thing) for name in renamed))


def _things(protocol: Protocol) -> Iterator[tuple[str, Standing]]:
    yield from _neighbours("", protocol.sections)
    for section in protocol.sections:
        yield from _neighbours(section.id, section.clauses)
        for clause in section.clauses:
            yield from _listed(clause.id, clause.listed)


def _listed(above: str, items: Sequence[Item | Step]) -> Iterator[tuple[str, Standing]]:
    yield from _neighbours(above, items)
    for item in items:
        if isinstance(item, Item):
            yield from _listed(item.id, item.items)


def _neighbours(above: str, things: Sequence[Thing]) -> Iterator[tuple[str, Standing]]:
    ids = ["", *(thing.id for thing in things), ""]
    for number, thing in enumerate(things):
        yield thing.id, (above, ids[number], ids[number + 2], thing)


def _renamed(before: Protocol, after: Protocol) -> list[str]:
    """Return the references that print other words than before."""
    old, new = _names(before), _names(after)
    return [f"[[{name}]]" for name in old.keys() | new.keys() if old.get(name) != new.get(name)]


def _names(protocol: Protocol) -> dict[str, str]:
    manifest = protocol.manifest
    return {
        **{f"role:{name}": role.title for name, role in manifest.roles.items()},
        **{f"doc:{name}": document.title for name, document in manifest.documents.items()},
        **{f"term:{name}": term.says for name, term in manifest.terms.items()},
    }


def _written(thing: Thing) -> str:
    return thing.model_dump_json()
