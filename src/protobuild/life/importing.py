"""Turn a text into a protocol's files, carrying the ids of an earlier one where they are earned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from protobuild.interchange import as_text, carry_ids, read_document, to_protocol
from protobuild.interchange.report import Imported
from protobuild.life.derive import numbers_file
from protobuild.life.home import MANIFEST
from protobuild.life.lenient import read_bytes, read_tree
from protobuild.life.versions import NUMBERS
from protobuild.model.assemble import assemble
from protobuild.model.source import UsageError
from protobuild.store.tree import Folder
from protobuild.store.yaml import write_yaml


@dataclass(frozen=True, slots=True)
class Import:
    """A text as a protocol's files, and what a person should know of how it was read."""

    files: dict[str, bytes]
    report: str


def import_text(file: Path, onto: Path | None = None) -> Import:
    """Return the files of a protocol that says what a text says, word for word.

    With `onto`, provisions that are plainly those of the protocol in that folder take its
    ids. Raises ProtobuildError when the text cannot be read or a word would be lost.
    """
    imported = read_document(file.name, read_bytes(file))
    if onto is not None:
        imported = _carried(imported, onto)
    return Import(_files(imported), as_text(imported.report))
