"""Read a text as well as it can be read: a folder, a single file, an adopted version or a revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from protobuild.life.meaning import fingerprint
from protobuild.life.versions import NUMBERS, Version, cover_as_adopted, side_of
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline, Side
from protobuild.model.saying import spoken
from protobuild.store.load import load_leniently
from protobuild.store.tree import LARGEST, Folder, TooLargeError, Tree
from protobuild.store.yaml import read_yaml

if TYPE_CHECKING:
    from protobuild.store.git import Repository, Revision


def read_tree(tree: Tree, side: Side | None = None, numbers: Mapping[str, str] | None = None) -> Outline:
    """Return the outline of whatever the files hold; what cannot be placed stays as paragraphs.

    `numbers` are the numbers as printed, where they are kept outside the tree.
    """
    loaded = load_leniently(tree)
    assert loaded.protocol is not None  # noqa: S101  # the lenient road always ends in a protocol
    printed = loaded.numbers if numbers is None else numbers
    return named(assemble(loaded.protocol, numbers=printed, side=side))


def read_folder(folder: Path) -> Outline:
    """Return the outline of a folder's files, called by its status and the folder's name."""
    outline = read_tree(Folder(folder))
    return replace(outline, sides=(replace(outline.sides[0], note=folder.resolve().name),))


def read_file(path: Path) -> Outline:
    """Return the outline of a single text, called by its file's name.

    Its ids are made from its words, so they say nothing about which provision is which.
    """
    from protobuild.interchange.document import read_document, to_outline

    outline = to_outline(read_document(path.name, read_bytes(path)))
    return named(replace(outline, sides=(Side(path.name),)))


def read_adopted(version: Version) -> Outline:
    """Return the outline of an adopted version, with its printed numbers and its decision."""
    outline = read_tree(Folder(version.protocol), side_of(version), printed_numbers(version))
    return replace(outline, cover=cover_as_adopted(version, outline.cover))


def printed_numbers(version: Version) -> dict[str, str] | None:
    """Return the numbers an adopted version was printed with, or None where none are kept."""
    path = version.folder / NUMBERS
    if not path.is_file():
        return None
    found = read_yaml(path.name, path.read_bytes()).data
    if not isinstance(found, dict):
        return None
    return {id: label for id, label in found.items() if isinstance(label, str)}


def read_revision(repository: Repository, revision: Revision, folder: str) -> Outline:
    """Return the outline of the protocol as it was kept at a revision."""
    from protobuild.store.git import RevisionTree

    side = Side(f"Text of {spoken(revision.date)}", ref=revision.oid[:10])
    return read_tree(RevisionTree(repository, revision, folder), side)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise TooLargeError before reading what no protocol could be."""
    if path.stat().st_size > LARGEST:
        raise TooLargeError(
            f"'{path.name}' is larger than {LARGEST // 1_000_000} MB, and was not read.",
            fix="Check that the right file has this name.",
        )
    return path.read_bytes()


def named(outline: Outline) -> Outline:
    """Return the outline with its fingerprint in its side, unless the side has a reference."""
    side = outline.sides[0]
    return outline if side.ref else replace(outline, sides=(replace(side, ref=fingerprint(outline)),))
