"""Add a section to a protocol: a file with a first clause, and a line in the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from protobuild.life.home import Home
from protobuild.life.opening import former_ids
from protobuild.life.starting.naming import listed_sections, not_to_be_added_to, with_section
from protobuild.model.backing import Registers, lack
from protobuild.model.clause import Clause
from protobuild.model.kinds import KINDS
from protobuild.model.names import Names
from protobuild.model.protocol import Protocol
from protobuild.model.provisions import catalogue
from protobuild.model.saying import listed
from protobuild.model.source import UsageError
from protobuild.model.spelling import nearest
from protobuild.store.load import load_leniently
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Value
from protobuild.store.tree import Folder, file_bytes
from protobuild.store.yaml import read_yaml, write_yaml

Table = dict[str, Value]

_ROLES = ("actor", "to", "instead")
"""Fields of a step that name a role of the manifest."""
_REFERENCE = re.compile(r"\[\[(?:(?P<sort>role|doc|term):)?(?P<name>[a-z0-9-]+)\]\]")


def new_section(home: Home, kind: str, after: str | None, heading: str | None) -> dict[str, bytes]:
    """Return the files that change when a section is added: its own first, then the manifest.

    Raises UsageError where there is no such kind or no such section, and ProtobuildError where the
    manifest cannot be added to as it stands.
    """
    _insist_on_kind(kind)
    name = home.shown(MANIFEST)
    data = file_bytes(home.protocol / MANIFEST, name)
    manifest = read_yaml(name, data)
    protocol = load_leniently(Folder(home.protocol)).protocol
    files = {path.stem for path in home.protocol.glob("*.yaml")}
    stems = [each for each in dict.fromkeys(listed_sections(manifest)) if each in files]
    if not stems:
        raise not_to_be_added_to(manifest)
    names = Names({*former_ids(home, protocol), *protocol.ids(), *files})
    slug = names.take(kind)
    section = _section(protocol, kind, heading, names)
    before = stems[_position(protocol, kind, after)]
    return {
        f"{slug}.yaml": write_yaml(section).encode(),
        MANIFEST: with_section(manifest, data, slug, before),
    }


def _insist_on_kind(kind: str) -> None:
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        raise UsageError(
            f"There is no kind of section called '{kind}'.",
            fix=f"Write '{near}'." if near else f"The kinds are {listed(list(KINDS))}.",
        )


def _position(protocol: Protocol, kind: str, after: str | None) -> int:
    """Return which of the sections it comes after: the one named, else the last that usually comes before."""
    ids = [section.id for section in protocol.sections]
    if after is not None:
        if after not in ids:
            near = nearest(after, ids)
            meant = f"Write '{near}'." if near else f"The sections are {listed(ids)}."
            raise UsageError(f"No section is called '{after}'.", fix=meant)
        return ids.index(after)
    return _usual(protocol, kind)


def _usual(protocol: Protocol, kind: str) -> int:
    """Return after which section one of that kind usually stands; the council's own matter stands last."""
    order = {each: rank for rank, each in enumerate(KINDS) if each != "other"}
    ranks = [(n, order[each.kind]) for n, each in enumerate(protocol.sections) if each.kind in order]
    before = [n for n, rank in ranks if kind in order and rank <= order[kind]]
    if kind == "other" or not ranks:
        return len(protocol.sections) - 1
    return before[-1] if before else max(ranks[0][0] - 1, 0)


def _section(protocol: Protocol, kind: str, heading: str | None, names: Names) -> Table:
    """Return a section of that kind with its first clause, fit to stand in this protocol."""
    example = cast(Table, read_yaml(f"{kind}.yaml", KINDS[kind].example.encode()).data)
    clause = next(each for each in cast(list[Table], example["clauses"]) if "subheading" not in each)
    fit = cast(Table, _fit(clause, protocol, names))
    fit["provides"] = [slug for slug in clause.get("provides", []) if _earned(str(slug), fit, protocol)]
    for part in (example, fit):
        if str(part.get("applies_if", "")).removeprefix("not ") not in protocol.manifest.facts:
            part.pop("applies_if", None)
    kept = {key: value for key, value in fit.items() if value}
    return example | {"heading": heading or KINDS[kind].title, "clauses": [kept]}


def _earned(slug: str, clause: Table, protocol: Protocol) -> bool:
    """Return whether a clause says what it claims, and nothing said it before."""
    manifest = protocol.manifest
    said = {each for _, other in protocol.clauses() for each in other.provides}
    registers = Registers(manifest.roles, manifest.documents)
    return slug not in said and not lack(catalogue()[slug], Clause.model_validate(clause), registers)


def _fit(value: Value, protocol: Protocol, names: Names) -> Value:
    """Return a value with ids that are free, and words in place of what leads nowhere here."""
    if isinstance(value, str):
        return _REFERENCE.sub(lambda found: _reference(found, protocol), value)
    if isinstance(value, list):
        return [_fit(each, protocol, names) for each in value]
    return {
        key: names.take(str(each)) if key == "id" else _fit(each, protocol, names)
        for key, each in value.items()
        if key not in _ROLES or each in protocol.manifest.roles
    }


def _reference(found: re.Match[str], protocol: Protocol) -> str:
    """Return a reference that leads somewhere in this protocol, else words in its place."""
    sort, name = found["sort"], found["name"]
    known = _register(protocol, sort)
    if name in known:
        return found.group()
    near = [each for each in known if each.startswith(f"{name}-")]
    return f"[[{sort}:{near[0]}]]" if sort and near else name.replace("-", " ")


def _register(protocol: Protocol, sort: str | None) -> Iterable[str]:
    """Return the names that references of a sort may have: roles, documents, terms, else ids."""
    manifest = protocol.manifest
    registers: dict[str, Iterable[str]] = {
        "role": manifest.roles,
        "doc": manifest.documents,
        "term": manifest.terms,
    }
    return registers[sort] if sort else set(protocol.ids())
