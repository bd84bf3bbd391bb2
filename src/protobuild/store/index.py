"""Where everything in a protocol was written: by id, and by the way the model leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from protobuild.model.source import Place
from protobuild.store.places import Path, Places, Value
from protobuild.store.yaml import Raw


@dataclass(slots=True)
class Index(Mapping[str, Place]):
    """The place of each id. It also answers to paths such as `sections.2.clauses.0.text`.

    Paths are for findings that must tell two things of the same id apart, or point into a
    clause; they are worked out when asked for, and are no part of the mapping's keys.
    """

    ids: dict[str, Place] = field(default_factory=dict)
    manifest: Places | None = None
    sections: tuple[Places, ...] = ()

    def __getitem__(self, name: str) -> Place:
        """Return the place of an id or a path; for a path that is not written, of what holds it."""
        if name in self.ids:
            return self.ids[name]
        top, *rest = name.split(".")
        path: Path = tuple(int(step) if step.isdigit() else step for step in rest)
        if top == "manifest" and self.manifest is not None:
            return self.manifest.value(path)
        if top == "sections" and path and isinstance(path[0], int) and path[0] < len(self.sections):
            return self.sections[path[0]].value(path[1:])
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def index(manifest: Raw | None, sections: tuple[tuple[str, Raw], ...]) -> Index:
    """Return the places of a protocol's files; each section comes with its id."""
    ids: dict[str, Place] = {}
    for id, raw in sections:
        here = raw.places.value(("id",)) if ("id",) in raw.places else raw.places.key(("heading",))
        ids.setdefault(id, here)
        clauses = raw.data.get("clauses") if isinstance(raw.data, dict) else None
        _ids(clauses, ("clauses",), raw.places, ids)
    return Index(ids, manifest.places if manifest else None, tuple(raw.places for _, raw in sections))


def _ids(value: Value | None, path: Path, places: Places, into: dict[str, Place]) -> None:
    """Note where each id below a value stands; the first of two stands."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            _ids(each, (*path, number), places, into)
    elif isinstance(value, dict):
        id = value.get("id")
        if isinstance(id, str):
            into.setdefault(id, places.value((*path, "id")))
        for key, each in value.items():
            if not isinstance(each, str):
                _ids(each, (*path, key), places, into)
