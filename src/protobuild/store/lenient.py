"""Make a protocol of whatever is there, so that an old or damaged text can be shown and compared."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from protobuild.model.clause import Clause
from protobuild.model.kinds import KINDS
from protobuild.model.names import Names
from protobuild.model.protocol import Council, Manifest, Protocol, Section
from protobuild.store.faults import checked
from protobuild.store.parts import Parts, stem
from protobuild.store.places import Value
from protobuild.store.words import slugged
from protobuild.store.yaml import Raw

_NOT_PROSE = frozenset(
    {"id", "kind", "provides", "note", "applies_if", "quiet", "marks", "of", "for", "value", "unit"}
) | {"holding_reply", "actor", "action", "to", "within", "instead", "basis"}
"""Fields whose values are not printed, and so are no words to keep."""


def assembled(parts: Parts) -> Protocol:
    """Return a protocol of all the words there are. Nothing is required of it."""
    names = Names()
    sections = tuple(_section(raw, names) for raw in parts.sections)
    return Protocol.model_construct(manifest=_manifest(parts, sections), sections=sections)


def _id(wanted: object, otherwise: str, names: Names) -> str:
    """Return the wanted id where it can be one and is free, else one like it or like the other words."""
    possible = isinstance(wanted, str) and wanted == slugged(wanted)
    return names.take(str(wanted) if possible else slugged(otherwise))


def _manifest(parts: Parts, sections: tuple[Section, ...]) -> Manifest:
    """Return the manifest with every field that can be understood, and stand-ins for the rest."""
    data = parts.manifest.data if parts.manifest else None
    kept: dict[str, Any] = dict(data) if isinstance(data, dict) else {}
    if parts.manifest is not None and kept:
        kept = dict(_mapping(checked(Manifest, parts.manifest, kept).data))
    kept["sections"] = [section.id for section in sections] or ["none"]
    for _ in range(len(kept) + 2):
        try:
            return Manifest.model_validate(kept)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                kept.pop(str(fault["loc"][0]), None)
            kept.setdefault("title", parts.name)
            kept.setdefault("council", {"name": parts.name})
    return Manifest(title=parts.name, council=Council(name=parts.name), sections=("none",), profile="none")


def _section(raw: Raw, names: Names) -> Section:
    data = _mapping(raw.data)
    kind, heading = data.get("kind"), data.get("heading")
    id = _id(data.get("id", stem(raw)), stem(raw), names)
    clauses = data.get("clauses", [])
    listed = clauses if isinstance(clauses, list) else [clauses]
    built = [_clause(raw, each, names, f"{id}-{number}") for number, each in enumerate(listed, 1)]
    others = {key: each for key, each in data.items() if key not in Section.model_fields}
    lost = [*_words(others), *raw.lost, *([raw.data] if isinstance(raw.data, str) else [])]
    if isinstance(raw.data, list):
        built += [_clause(raw, each, names, f"{id}-{number}") for number, each in enumerate(raw.data, 1)]
    built += [_plain([words], names, f"{id}-rest") for words in lost]
    return Section.model_construct(
        kind=kind if isinstance(kind, str) and kind in KINDS else "other",
        id=id,
        heading=heading if isinstance(heading, str) and heading else stem(raw).replace("-", " ").capitalize(),
        applies_if=_text(data.get("applies_if")),
        note=_text(data.get("note")),
        clauses=tuple(clause for clause in built if clause is not None),
    )


def _clause(raw: Raw, data: Value, names: Names, otherwise: str) -> Clause | None:
    """Return the clause, mended where its fields are misspelt, or a plain one with all its words."""
    if not isinstance(data, dict):
        return _plain(_words(data), names, otherwise)
    result = checked(Clause, raw, {"id": otherwise, **data})
    mended = _mapping(result.data)
    unplaced = [words for each in result.left_out for words in _words(each)]
    clause = result.value or _valid(mended)
    if clause is None or unplaced or not _free(clause, names):
        plain = _plain([*_words(mended), *unplaced], names, str(data.get("id", otherwise)))
        return plain and plain.model_copy(update={"provides": _provided(mended)})
    id = _id(clause.id, otherwise, names)
    return clause if id == clause.id else clause.model_copy(update={"id": id})


def _valid(data: dict[str, Any]) -> Clause | None:
    try:
        return Clause.model_validate(data)
    except ValidationError:
        return None


def _free(clause: Clause, names: Names) -> bool:
    """Take the ids of the clause's items, if all of them are free."""
    inner = [item.id for item in clause.listed]
    if set(inner) & names.taken or len(set(inner)) != len(inner):
        return False
    names.taken.update(inner)
    return True


def _plain(words: list[str], names: Names, wanted: str) -> Clause | None:
    """Return a clause that is nothing but the words, or nothing when there are none."""
    text = "\n\n".join(part.strip("\n") for part in words if part.strip())
    return Clause.model_construct(id=_id(wanted, wanted, names), text=text) if text else None


def _words(value: object) -> list[str]:
    """Return all the printed words in a value, in the order written."""
    if isinstance(value, dict):
        return [words for key, each in value.items() if key not in _NOT_PROSE for words in _words(each)]
    if isinstance(value, list):
        return [words for each in value for words in _words(each)]
    return [value] if isinstance(value, str) and value else []


def _provided(data: dict[str, Any]) -> tuple[str, ...]:
    """Return what a clause says it provides, which it does however damaged the rest of it is."""
    slugs = data.get("provides")
    listed = slugs if isinstance(slugs, list) else []
    return tuple(each for each in listed if isinstance(each, str) and each == slugged(each))


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
