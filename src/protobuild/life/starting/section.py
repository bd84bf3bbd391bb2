"""Add a section to a protocol: a file with a first clause, and a line in the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from protobuild.life.home import Home
from protobuild.life.opening import former_ids
from protobuild.life.starting.naming import listed_sections, with_section
from protobuild.model.kinds import KINDS
from protobuild.model.names import Names
from protobuild.model.protocol import Protocol
from protobuild.model.saying import listed
from protobuild.model.source import UsageError
from protobuild.model.spelling import nearest
from protobuild.store.load import load_leniently
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Value
from protobuild.store.tree import Folder, file_bytes
from protobuild.store.yaml import read_yaml, write_yaml

Table = dict[str, Value]

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
    stems = [each for each in listed_sections(manifest) if (home.protocol / f"{each}.yaml").is_file()]
    files = {path.stem for path in home.protocol.glob("*.yaml")}
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
    order = list(KINDS)
    before = [n for n, each in enumerate(protocol.sections) if order.index(each.kind) <= order.index(kind)]
    return before[-1] if before and kind != "other" else len(ids) - 1


def _section(protocol: Protocol, kind: str, heading: str | None, names: Names) -> Table:
    """Return a section of that kind with its first clause, fit to stand in this protocol."""
    example = cast(Table, read_yaml(f"{kind}.yaml", KINDS[kind].example.encode()).data)
    clause = next(each for each in cast(list[Table], example["clauses"]) if "subheading" not in each)
    said = {slug for _, each in protocol.clauses() for slug in each.provides}
    provides = [slug for slug in cast(list[Value], clause.get("provides", [])) if slug not in said]
    fit = cast(Table, _fit(clause | {"provides": provides}, protocol, names))
    for part in (example, fit):
        if str(part.get("applies_if", "")).removeprefix("not ") not in protocol.manifest.facts:
            part.pop("applies_if", None)
    kept = {key: value for key, value in fit.items() if value}
    return example | {"heading": heading or KINDS[kind].title, "clauses": [kept]}


def _fit(value: Value, protocol: Protocol, names: Names) -> Value:
    """Return a value with ids that are free, and words in place of references that lead nowhere here."""
    if isinstance(value, str):
        return _REFERENCE.sub(lambda found: _reference(found, protocol), value)
    if isinstance(value, list):
        return [_fit(each, protocol, names) for each in value]
    return {
        key: names.take(str(each)) if key == "id" else _fit(each, protocol, names)
        for key, each in value.items()
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
