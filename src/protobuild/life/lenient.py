"""Read a text as well as it can be read: a folder, a single file, an adopted version or a revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from protobuild.life.meaning import fingerprint
from protobuild.life.proof import doubt
from protobuild.life.versions import Version, cover_as_adopted, side_of
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline, Side
from protobuild.model.saying import spoken
from protobuild.model.source import ProtobuildError, ProtocolError, errors_of
from protobuild.store.load import load_leniently, with_excerpts
from protobuild.store.parts import NUMBERS
from protobuild.store.tree import LARGEST, Folder, Tree, file_bytes
from protobuild.store.yaml import read_yaml

if TYPE_CHECKING:
    from protobuild.store.git import Repository, Revision


def read_tree(tree: Tree, side: Side | None = None, numbers: Mapping[str, str] | None = None) -> Outline:
    """Return the outline of whatever the files hold; what cannot be placed stays as paragraphs.

    `numbers` are the numbers as printed, where they are kept outside the tree.
    """
    loaded = load_leniently(tree)
    printed = loaded.numbers if numbers is None else numbers
    return named(assemble(loaded.protocol, numbers=printed, side=side))


def read_folder(folder: Path) -> Outline:
    """Return the outline of a folder's files, called by its status."""
    return read_tree(Folder(folder))


def read_file(path: Path, *, before: bool = False) -> Outline:
    """Return the outline of a single text, called by its file's name.

    Its ids are made from its words, so they say nothing about which provision is which. A Word
    file with tracked changes is two texts: `before` asks for the one before them.
    """
    from protobuild.interchange.document import read_document, to_outline

    imported = read_document(path.name, given_bytes(path), before=before)
    called = f"{path.name} {'before' if before else 'with'} its tracked changes"
    side = Side(called if imported.report.tracked else path.name)
    return named(replace(to_outline(imported), sides=(side,)))


def given_bytes(path: Path) -> bytes:
    """Return the bytes of a single file; a Word file may be larger, for the pictures in it."""
    from protobuild.interchange.document import LARGEST_WORD, WORD

    most = LARGEST_WORD if path.suffix.lower() in WORD else LARGEST
    return file_bytes(path, path.name, most)


def read_adopted(version: Version) -> Outline:
    """Return the outline of an adopted version, with its printed numbers and its decision.

    Its side says when the version is no longer as it was adopted.
    """
    side = replace(side_of(version), doubt=doubt(version))
    outline = read_tree(Folder(version.protocol), side, printed_numbers(version))
    return replace(outline, cover=cover_as_adopted(version, outline.cover))


def printed_numbers(version: Version) -> dict[str, str] | None:
    """Return the numbers an adopted version was printed with, or None where none are kept.

    Raises ProtobuildError when they cannot be read: a number once printed is never guessed.
    """
    path, name = version.folder / NUMBERS, f"{version.folder.name}/{NUMBERS}"
    if not path.exists():
        return None
    raw = read_yaml(name, file_bytes(path, name))
    faults = errors_of(raw.findings)
    if faults:
        raise ProtocolError(with_excerpts(faults, {name: raw.lines}))
    if not isinstance(raw.data, dict) or not all(isinstance(each, str) for each in raw.data.values()):
        raise ProtobuildError(
            f"'{name}' should hold an id and a number in each line, and does not.",
            fix="Put it back as it was when the version was adopted.",
        )
    return {id: str(label) for id, label in raw.data.items()}


def read_revision(repository: Repository, revision: Revision, folder: str) -> Outline:
    """Return the outline of the protocol as it was kept at a revision."""
    from protobuild.store.revisions import RevisionTree

    side = Side(f"Text of {spoken(revision.date)}", ref=revision.oid[:10])
    return read_tree(RevisionTree(repository, revision, folder), side)


def named(outline: Outline) -> Outline:
    """Return the outline with its fingerprint in its side, unless the side has a reference."""
    side = outline.sides[0]
    return outline if side.ref else replace(outline, sides=(replace(side, ref=fingerprint(outline)),))
