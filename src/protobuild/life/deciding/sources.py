"""The files of one side of a decision, cut into sections and clauses that can be put together anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from protobuild.model.source import UsageError
from protobuild.store.comments import comments
from protobuild.store.parts import read_parts, stem
from protobuild.store.places import Path, Value
from protobuild.store.tree import Tree
from protobuild.store.writing import Comments
from protobuild.store.yaml import Raw

Data = dict[str, Value]
Laid = tuple[Data, dict[Path, Comments]]
"""What a file says, and the comments on it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A section without its clauses, or one clause: what it says, and the comments on it."""

    data: Data
    comments: Mapping[Path, Comments] = field(default_factory=dict)
    """By where they stand within the piece; `()` for those above it."""
    file: str = ""
    """The name of the file, for a section."""


@dataclass(frozen=True, slots=True)
class Sources:
    """One side's manifest, sections and clauses, each by its id."""

    manifest: Piece
    sections: Mapping[str, Piece]
    clauses: Mapping[str, Piece]
    order: Mapping[str, tuple[str, ...]]
    """The ids of each section's clauses, in order, by the section's id."""
    files: Mapping[str, tuple[Raw, bytes]]
    """Each file as read, and as it is written."""

    def data(self, id: str) -> Data | None:
        """Return what a clause says, or None where this side has no such clause."""
        piece = self.clauses.get(id)
        return piece.data if piece else None


def read_sources(tree: Tree) -> Sources:
    """Return a side's files in pieces; raise UsageError where one of them cannot be read."""
    parts = read_parts(tree)
    if parts.manifest is None or not isinstance(parts.manifest.data, dict) or not parts.complete:
        raise UsageError(
            f"The files of '{parts.name}' cannot all be read, so no text can be made of them.",
            fix="Put right what 'protobuild check' says of them first.",
        )
    sections: dict[str, Piece] = {}
    clauses: dict[str, Piece] = {}
    order: dict[str, tuple[str, ...]] = {}
    for raw in parts.sections:
        head, inside = _cut(raw)
        id = str(head.data.get("id", stem(raw)))
        sections[id] = head
        clauses.update(inside)
        order[id] = tuple(inside)
    manifest = Piece(parts.manifest.data, comments(parts.manifest), parts.manifest.name)
    files = {raw.name: (raw, tree.read(raw.name)) for raw in (parts.manifest, *parts.sections)}
    return Sources(manifest, sections, clauses, order, files)


def _cut(raw: Raw) -> tuple[Piece, dict[str, Piece]]:
    """Return a section file's head and its clauses by id."""
    data = raw.data if isinstance(raw.data, dict) else {}
    said = comments(raw)
    listed = data.get("clauses")
    clauses = {
        str(clause.get("id", "")): Piece(clause, _below(said, ("clauses", number)))
        for number, clause in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(clause, dict)
    }
    head = {key: value for key, value in data.items() if key != "clauses"}
    outside = {path: each for path, each in said.items() if path[:1] != ("clauses",) or len(path) == 1}
    return Piece(head, outside, raw.name), clauses


def _below(said: Mapping[Path, Comments], stem: Path) -> dict[Path, Comments]:
    return {path[len(stem) :]: each for path, each in said.items() if path[: len(stem)] == stem}


def put_together(head: Piece, clauses: Sequence[Piece]) -> Laid:
    """Return a section's data and comments from its head and its clauses."""
    listed: list[Value] = []
    said = dict(head.comments)
    for number, clause in enumerate(clauses):
        listed.append(clause.data)
        said.update({("clauses", number, *path): each for path, each in clause.comments.items()})
    return {**head.data, "clauses": listed}, said
