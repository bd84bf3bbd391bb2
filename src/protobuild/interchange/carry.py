"""Give provisions of an import the ids that their counterparts had in an earlier version."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from protobuild.interchange.clauses import Data
from protobuild.interchange.document import Imported
from protobuild.interchange.notes import Note, Topic
from protobuild.model.names import Names


def carry_ids(
    imported: Imported,
    pairs: Mapping[str, str],
    resembles: Iterable[str] = (),
    taken: Collection[str] = (),
) -> Imported:
    """Return the import with ids renamed from new to old, everywhere at once.

    `resembles` are lines for the report about likenesses too weak to carry an id. `taken` are
    all ids of the earlier version: an id here that is not paired and happens to be spelt like
    one of them gets another, since the same id would say the same provision.
    """
    names = _names(imported.report.lines, pairs, frozenset(taken))
    report = imported.report
    notes = tuple(Note(Topic.RESEMBLES, line) for line in resembles)
    return Imported(
        manifest={**imported.manifest, "sections": [names[id] for id in imported.manifest["sections"]]},
        sections=tuple(_renamed(section, names) for section in imported.sections),
        numbers={names[id]: label for id, label in imported.numbers.items()},
        report=replace(
            report,
            lines={names[id]: line for id, line in report.lines.items()},
            notes=(*report.notes, *notes),
        ),
    )


def _names(ids: Iterable[str], pairs: Mapping[str, str], taken: frozenset[str]) -> dict[str, str]:
    """Return the name of every id after carrying: paired ones first, the rest out of their way."""
    ids = list(ids)
    names: dict[str, str] = {}
    given: set[str] = set()
    for id in ids:
        if id in pairs and pairs[id] not in given:
            names[id] = pairs[id]
            given.add(pairs[id])
    others = Names(given | taken | set(ids))
    for id in ids:
        if id not in names:
            names[id] = others.take(id) if id in given or id in taken else id
            given.add(names[id])
    return names


def _renamed(data: Data, names: Mapping[str, str]) -> Data:
    """Return plain data with the value of every `id` key renamed, at every depth."""
    out: Data = {}
    for key, value in data.items():
        match value:
            case dict():
                out[key] = _renamed(value, names)
            case list():
                out[key] = [_renamed(each, names) if isinstance(each, dict) else each for each in value]
            case _:
                out[key] = names[value] if key == "id" else value
    return out
