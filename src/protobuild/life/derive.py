"""Work out what is kept beside an adopted version: its numbers, its plain text and its checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from protobuild.life.lenient import read_tree
from protobuild.life.lines import numbered_lines
from protobuild.life.versions import GROWING, SUMS, TEXT, Version
from protobuild.model.outline import Outline
from protobuild.model.runs import plain
from protobuild.store.parts import NUMBERS
from protobuild.store.tree import Folder


def derived(version: Version) -> dict[str, bytes]:
    """Return the derived files of an adopted version by name, the same for the same text.

    numbers.yaml and text.txt say what was printed; SHA256SUMS covers every other file of the
    version, so that `sha256sum -c SHA256SUMS` proves the copy with no tool of ours.
    """
    outline = read_tree(Folder(version.protocol))
    files = {
        NUMBERS: numbers_file(numbers_of(outline)),
        TEXT: numbered_lines(outline).encode(),
    }
    return files | {SUMS: _sums(version.folder, files).encode()}


def numbers_of(outline: Outline) -> dict[str, str]:
    """Return the label as printed of every provision that has an id and a number."""
    return {entry.id: plain(entry.num) for entry in outline.entries if entry.id and entry.num}


def numbers_file(numbers: Mapping[str, str]) -> bytes:
    """Return numbers.yaml. Every label is quoted, so that no reader takes 1.10 for 1.1."""
    return "".join(
        f"{id}: {json.dumps(label, ensure_ascii=False)}\n" for id, label in numbers.items()
    ).encode()


def _sums(folder: Path, files: dict[str, bytes]) -> str:
    """Return checksums of the version's files, those given taking the place of those on disk."""
    names = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    contents = {name: path.read_bytes() for name, path in names.items()} | files
    return "".join(
        f"{hashlib.sha256(contents[name]).hexdigest()}  {name}\n"
        for name in sorted(contents)
        if name not in GROWING
    )
