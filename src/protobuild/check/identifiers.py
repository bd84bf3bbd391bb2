"""Ids: each is used once, and one that was retired is never used again.

An id is how a reference finds its provision and how a redline follows it from version to version.

Passes: `id: purpose` in one place of the protocol only.
Fails: `id: purpose` in two clauses, or `id: purpose` while the manifest lists it under `retired`.
"""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.check.spot import Look, items, listed
from protobuild.model.source import Finding


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each id used twice or after it was retired."""
    first: dict[str, str] = {}
    retired = set(look.protocol.manifest.retired)
    for path, id in _ids(look):
        if id in first:
            yield _twice(look, id, first[id], path)
        elif id in retired:
            yield _retired(look, id, path)
        first.setdefault(id, path)


def _ids(look: Look) -> Iterator[tuple[str, str]]:
    for at, section in enumerate(look.protocol.sections):
        yield f"sections.{at}.id", section.id
        for number, clause in enumerate(section.clauses):
            path = f"sections.{at}.clauses.{number}"
            yield f"{path}.id", clause.id
            for here, item in items(clause.listed, f"{path}.{listed(clause)}"):
                yield f"{here}.id", item.id


def _twice(look: Look, id: str, first: str, second: str) -> Finding:
    there = look.place(first)
    return Finding(
        "identifiers",
        f"the id '{id}' is used twice; the first is in {there.file}, line {there.line}",
        look.place(second),
        "A reference to it could mean either, and a redline could not follow them.",
        f"Give one of the two another id, such as '{id}-2'.",
    )


def _retired(look: Look, id: str, path: str) -> Finding:
    return Finding(
        "identifiers",
        f"the id '{id}' is retired: an earlier version used it for something else",
        look.place(path),
        "The history of the two would be taken for one.",
        f"Choose another id, such as '{id}-2'.",
    )
