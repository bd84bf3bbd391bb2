"""The manifest that results from a decision: title, roles, sections, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from protobuild.life.deciding.marked import Verdict
from protobuild.life.deciding.nodes import fields_in, nodes, words_in
from protobuild.life.deciding.sources import Data, Sources
from protobuild.model.outline import Kind
from protobuild.model.redlined import What
from protobuild.store.build import strings

_NAMED = re.compile(r"\[\[(role|doc|term):([a-z0-9-]+)\]\]")
_REGISTERS = {"role": "roles", "doc": "documents", "term": "terms"}


def manifest(judged: Verdict, old: Sources, new: Sources, sections: Mapping[str, Data]) -> Data:
    """Return the manifest that results: the paper's, with what was refused of it as the base has it."""
    out = dict(new.manifest.data)
    before = old.manifest.data
    for key, kind in (("title", Kind.TITLE), ("front", Kind.FRONT)):
        if judged.refuses_all(judged.of(kind.value).own):
            out[key] = before.get(key, "")
    roles = dict(fields_in(out, "roles"))
    for change in judged.made.changes:
        if change.what is What.RETITLED and change.name in judged.refused:
            role = change.ids[0].partition(":")[2]
            roles[role] = fields_in(before, "roles").get(role, roles.get(role, ""))
    if roles:
        out["roles"] = dict(roles)
    _registered(out, before, sections)
    _without_what_is_back(out, before, sections)
    out["sections"] = [name.removesuffix(".yaml") for name in sections]
    return {key: value for key, value in out.items() if value not in ("", [])}


def _registered(out: Data, before: Data, sections: Mapping[str, Data]) -> None:
    """Put back the roles, documents and terms that words taken back from the base refer to."""
    said = "\n".join(words for data in sections.values() for words in strings(data))
    named = {(found[1], found[2]) for found in _NAMED.finditer(said)}
    named |= {("role", each) for data in sections.values() for each in _actors(data)}
    for sort, key in _REGISTERS.items():
        missing = {
            name: value
            for name, value in fields_in(before, key).items()
            if (sort, name) in named and name not in fields_in(out, key)
        }
        if missing:
            out[key] = {**fields_in(out, key), **missing}


def _actors(data: Data) -> Iterator[str]:
    """Yield the roles that the steps of a section's procedures name as facts."""
    for node in nodes(data.get("clauses")):
        yield from (str(node[key]) for key in ("actor", "to", "instead") if node.get(key))


def _without_what_is_back(out: Data, before: Data, sections: Mapping[str, Data]) -> None:
    """Take off the list of retired ids those that are back, and put back what is again unsaid."""
    there = [node for data in sections.values() for node in nodes(data.get("clauses"))]
    ids = {node.get("id") for node in there}
    said = {slug for node in there for slug in words_in(node, "provides")}
    out["retired"] = [id for id in words_in(out, "retired") if id not in ids]
    debts = dict.fromkeys([*words_in(out, "gaps"), *words_in(before, "gaps")])
    out["gaps"] = [slug for slug in debts if slug not in said]
