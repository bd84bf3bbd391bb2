"""Turn a text into a protocol's files, carrying the ids of an earlier one where they are earned."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from protobuild.interchange.carry import carry_ids
from protobuild.interchange.document import Imported, read_document, to_outline, to_protocol
from protobuild.interchange.references import make_live
from protobuild.interchange.report import as_text
from protobuild.life.derive import numbers_file
from protobuild.life.lenient import given_bytes
from protobuild.model.assemble import assemble
from protobuild.model.source import UsageError
from protobuild.store.load import load_leniently
from protobuild.store.numbers import numbered
from protobuild.store.parts import MANIFEST, NUMBERS
from protobuild.store.tree import Folder
from protobuild.store.yaml import write_yaml


@dataclass(frozen=True, slots=True)
class Import:
    """A text as a protocol's files, and what a person should know of how it was read."""

    files: dict[str, bytes]
    report: str
    before: dict[str, bytes] = field(default_factory=dict)
    """The files of the text before its tracked changes; none where nothing is tracked."""
    notes: dict[str, bytes] = field(default_factory=dict)
    """What the file says about its changes, as notes for changelog/next/."""


def import_text(file: Path, onto: Path | None = None) -> Import:
    """Return the files of a protocol that says what a text says, word for word.

    With `onto`, provisions that are plainly those of the protocol in that folder take its
    ids. A Word file with tracked changes gives two protocols and the notes on its changes.
    Raises ProtobuildError when the text cannot be read or a word would be lost.
    """
    data = given_bytes(file)
    imported = read_document(file.name, data)
    if imported.report.tracked:
        return _both(file.name, data, onto)
    return _import(_carried(imported, onto) if onto is not None else imported)


def _import(imported: Imported) -> Import:
    live = make_live(imported)
    return Import(_files(live), as_text(live.report))


def _both(name: str, data: bytes, onto: Path | None) -> Import:
    """Return both sides of a Word file; an id carried on to its old side is carried on to its new one."""
    from protobuild.interchange.docx.both import read_both

    def carry(old: Imported) -> Imported:
        return old if onto is None else _carried(old, onto)

    both = read_both(name, data, carry)
    made = _import(both.new)
    notes = {f"word-{number:02}.yaml": write_yaml(note).encode() for number, note in enumerate(both.notes, 1)}
    return replace(made, before=_import(both.old).files, notes=notes)


def in_the_way(folder: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    """Return the names of files in a folder that an import would write over."""
    return tuple(sorted(name for name in files if (folder / name).exists()))


def _carried(imported: Imported, onto: Path) -> Imported:
    from protobuild.redline.carry import carried

    if not (onto / MANIFEST).is_file():
        raise UsageError(
            f"There is no protocol in '{onto}' to take ids from.",
            fix="Name a folder with a protocol.yaml in it after --onto.",
        )
    loaded = load_leniently(Folder(onto))
    earlier = loaded.protocol
    pairs, resembles = carried(assemble(earlier, numbers=loaded.numbers), to_outline(imported))
    return carry_ids(imported, pairs, resembles, taken={*earlier.ids(), *earlier.manifest.retired})


def _files(imported: Imported) -> dict[str, bytes]:
    """Return the manifest, a file for each section, and the numbers where any were printed."""
    files = {MANIFEST: write_yaml(imported.manifest).encode()}
    for section in imported.sections:
        rest = {key: value for key, value in section.items() if key != "id"}  # the file's name says it
        files[f"{section['id']}.yaml"] = write_yaml(rest).encode()
    if imported.numbers:
        files[NUMBERS] = numbers_file(_numbers(imported))
    return files


def _numbers(imported: Imported) -> dict[str, str]:
    """Return a number for whatever could have one: nothing, where nothing was printed.

    What is not in the file at all counts as new, and with it the numbers no longer fit the text.
    """
    return dict.fromkeys(numbered(to_protocol(imported)), "") | imported.numbers
