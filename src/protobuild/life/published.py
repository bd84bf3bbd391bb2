"""Remember what was published of an adopted version: when, where, and the checksum of every file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import RootModel

from protobuild.life.authored import read_authored
from protobuild.life.versions import PUBLISHED, Version
from protobuild.model.clause import Authored, Prose
from protobuild.model.source import ProtocolError
from protobuild.store.tree import file_bytes

HEAD = """\
# What was published of this version. To prove a saved file: sha256sum FILE, and look for its sum here.
# protobuild publish --record adds to the end of it; what stands here is never changed.
"""


class Publication(Authored):
    """One time a version was published, or published otherwise than before."""

    published: dt.date
    address: Prose
    files: dict[str, str]
    """The SHA-256 of each file, by its path below the address."""


class Publications(RootModel[tuple[Publication, ...]]):
    """published.yaml: every time, earliest first."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published of a version, and the file that says so."""

    publications: tuple[Publication, ...] = ()
    data: bytes = b""


def read_published(version: Version) -> Published:
    """Return what was published of a version; raise ProtocolError when the file cannot be read."""
    path = version.folder / PUBLISHED
    if not path.exists():
        return Published()
    name = f"{version.folder.name}/{PUBLISHED}"
    data = file_bytes(path, name)
    read = read_authored(Publications, name, data)
    if read.value is None:
        raise ProtocolError(read.findings)
    return Published(read.value.root, data)


def with_publication(before: Published, day: dt.date, address: str, sums: Mapping[str, str]) -> bytes | None:
    """Return the file with one more publication at its end; None when nothing is new since the last."""
    last = before.publications[-1] if before.publications else None
    if last and (last.address, last.files) == (address, dict(sums)):
        return None
    head = before.data if before.data.endswith(b"\n") else before.data + b"\n" * bool(before.data)
    files = "".join(f"    {_quoted(name)}: {digest}\n" for name, digest in sorted(sums.items()))
    entry = f"- published: {day.isoformat()}\n  address: {_quoted(address)}\n  files:\n{files}"
    return (head or HEAD.encode()) + entry.encode()


def _quoted(words: str) -> str:
    """Return words in quotation marks, so that nothing in a name is taken for a sign."""
    return json.dumps(words, ensure_ascii=False)
