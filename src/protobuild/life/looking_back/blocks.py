"""Part a section's file into its clauses as they are written, without reading it as YAML.

Reading every file of every draft would take minutes. Files are written one clause after another,
so the lines of a clause are found by their beginning; a file that is not is one block as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

_CLAUSES = re.compile(rb"^clauses:[ \t]*(?:#[^\n]*)?\n", re.MULTILINE)
_ENTRY = re.compile(rb"^( *)- ", re.MULTILINE)
_ID = re.compile(rb"^[ ]*(?:- +)?id:[ ]*['\"]?([a-z0-9][a-z0-9-]*)['\"]?[ ]*(?:#.*)?$", re.MULTILINE)
_REMARK = re.compile(rb"^[ ]*#.*$", re.MULTILINE)
_KEY = re.compile(rb"^([a-z_]+):", re.MULTILINE)
_NAMES = frozenset((b"title", b"council", b"roles", b"documents", b"terms"))
"""What of a manifest the words of a clause may need."""

Blocks = Mapping[str, bytes]


def blocks_of(stem: str, data: bytes) -> dict[str, bytes]:
    """Return the lines of each clause by its id; what stands before the first, by the section's.

    The whole file is there too, by the section's id with a stroke behind it (see `whole`).
    """
    data = data.replace(b"\r\n", b"\n")
    found = _CLAUSES.search(data)
    entries = _entries(data, found.end()) if found else []
    head = data[: entries[0]] if entries else data
    section = _named(head, stem) if entries else stem
    out = {section: head, whole(section): data}
    for start, end in pairwise([*entries, len(data)]):
        out[_named(data[start:end], f"{stem}-{len(out)}")] = data[start:end]
    return out


def whole(section: str) -> str:
    """Return what the whole of a section is called, which no clause can be."""
    return f"{section}/"


def _entries(data: bytes, start: int) -> list[int]:
    """Return where each clause begins: the entries of the list that lie as deep as the first."""
    found = [(each[1], each.start()) for each in _ENTRY.finditer(data, start)]
    return [at for depth, at in found if depth == found[0][0]]


def _named(block: bytes, otherwise: str) -> str:
    found = _ID.search(block)
    return found[1].decode() if found else otherwise


def same_words(one: bytes, other: bytes) -> bool:
    """Return whether two blocks differ in layout and remarks at most."""
    return one == other or _bare(one) == _bare(other)


@lru_cache(maxsize=1024)  # what a draft left behind is what the next one began with
def _bare(block: bytes) -> list[bytes]:
    return _REMARK.sub(b"", block).split()


def holding(blocks: Blocks, id: str) -> bytes:
    """Return the lines of the section or clause that is, or holds, the provision of an id; none for none."""
    if whole(id) in blocks:
        return blocks[whole(id)]
    if id in blocks:
        return blocks[id]
    wanted = id.encode()
    clauses = (block for name, block in blocks.items() if not name.endswith("/"))
    return next((block for block in clauses if wanted in block and wanted in _ID.findall(block)), b"")


def only(blocks: Blocks, id: str) -> Blocks:
    """Return what of a file a provision is, or is in; of a section, all of it."""
    if whole(id) in blocks:
        return blocks
    lines = holding(blocks, id)
    return {id: lines} if lines else {}


def as_file(lines: bytes) -> bytes:
    """Return a section's file of the lines of one clause, or of a whole section."""
    return lines if is_section(lines) else b"kind: other\nheading: Draft\nclauses:\n" + lines


def is_section(lines: bytes) -> bool:
    """Return whether lines are those of a section, and not of one clause."""
    return _CLAUSES.search(lines) is not None


def names_only(manifest: bytes) -> bytes:
    """Return what of a manifest the words of a clause may need, such as the titles of roles."""
    manifest = manifest.replace(b"\r\n", b"\n")
    keys = list(_KEY.finditer(manifest))
    ends = [key.start() for key in keys[1:]] + [len(manifest)]
    parts = [manifest[key.start() : end] for key, end in zip(keys, ends, strict=True) if key[1] in _NAMES]
    return b"".join(part if part.endswith(b"\n") else part + b"\n" for part in parts)
