"""Open a Word file safely: whatever is not one, or is made to do harm, is refused in plain words."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protobuild.interchange.docx.names import STRICT, P
from protobuild.interchange.docx.refusals import DAMAGED, MACROS, PASSWORD, TOO_LARGE, refuse, refuse_other

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_PART = 24 * 1024 * 1024
"""Bytes of one part of the file, unpacked; over ten times a protocol of a thousand paragraphs."""
MOST_SIGNS = 1_000_000
"""Elements, opened and closed, in one part."""
MOST_PARTS = 5_000
_MOST_ALL = 512 * 1024 * 1024
"""Bytes of all parts unpacked, pictures included, though those are never unpacked."""
_RATIO = 300
"""How many times smaller than its words a large part can honestly be packed."""
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_BODIES = (f"{_TYPES}document.main+xml", f"{_TYPES}template.main+xml")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Related:
    """What a part refers to: another part, or an address outside the file."""

    kind: str
    """The last word of its type, such as `styles` or `hyperlink`."""
    target: str
    outside: bool


class Package:
    """An opened Word file, whose parts are read when they are asked for."""

    def __init__(self, name: str, archive: zipfile.ZipFile, main: str) -> None:
        self.name = name
        self.main = main
        """The part that holds the text."""
        self._archive = archive

    def part(self, path: str) -> Element | None:
        """Return the root element of a part; None where the file has no such part.

        Raises ProtobuildError for a part that is damaged, too large or refers to anything outside.
        """
        info = self._archive.NameToInfo.get(path)
        return None if info is None else _parsed(self.name, _unpacked(self.name, self._archive, info))

    @property
    def size(self) -> int:
        """Bytes of all parts, unpacked."""
        return sum(info.file_size for info in self._archive.infolist())

    def files(self) -> dict[str, bytes]:
        """Return every part as it is, by its path; raise ProtobuildError for one that cannot be unpacked."""
        infos = (info for info in self._archive.infolist() if not info.is_dir())
        return {info.filename: _unpacked(self.name, self._archive, info) for info in infos}

    def related(self, path: str) -> dict[str, Related]:
        """Return what a part refers to, by the name it uses for it."""
        folder, _, file = path.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            each.get("Id", ""): Related(
                each.get("Type", "").rpartition("/")[2],
                _place(folder, each.get("Target", "")) if _inside(each) else each.get("Target", ""),
                not _inside(each),
            )
            for each in root.iter(P + "Relationship")
        }

    def beside(self, kind: str) -> Iterator[tuple[str, Element]]:
        """Yield the parts of a kind that the main part refers to, each with its path."""
        for related in self.related(self.main).values():
            if related.kind == kind and not related.outside:
                root = self.part(related.target)
                if root is not None:
                    yield related.target, root


def open_package(name: str, data: bytes) -> Package:
    """Return the Word file; raise ProtobuildError saying in plain words why it cannot be read."""
    if not data.startswith(b"PK"):
        refuse_other(name, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        refuse(DAMAGED, name)
    _insist(name, archive)
    return Package(name, archive, _main_part(name, archive))


def _insist(name: str, archive: zipfile.ZipFile) -> None:
    """Raise ProtobuildError for an archive that is no honest document, before anything is unpacked."""
    infos = archive.infolist()
    if any(info.flag_bits & 1 for info in infos):
        refuse(PASSWORD, name)
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > _MOST_ALL:
        refuse(TOO_LARGE, name)
    if len({info.filename for info in infos}) < len(infos):
        refuse(DAMAGED, name)  # two parts of one name: programs would disagree about which is the text
    if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
        refuse(MACROS, name)


def _main_part(name: str, archive: zipfile.ZipFile) -> str:
    info = archive.NameToInfo.get("[Content_Types].xml")
    if info is None:
        refuse_other(name, b"PK", archive.namelist())
    types = _types(_parsed(name, _unpacked(name, archive, info)))
    if any("macroEnabled" in each for each in types.values()):
        refuse(MACROS, name)
    found = _declared(name, archive)
    said = types.get(f"/{found}") or types.get(found.rpartition(".")[2].lower(), "")
    if said not in _BODIES:
        refuse_other(name, b"PK", archive.namelist())
    if found not in archive.NameToInfo:
        refuse(DAMAGED, name)
    return found


def _types(root: Element) -> dict[str, str]:
    """Return what kind of content each part holds, by its path, and each other part, by its ending."""
    parts = {
        each.get("PartName", ""): each.get("ContentType", "") for each in root.iter(_CONTENT + "Override")
    }
    endings = ((each.get("Extension", "").lower(), each) for each in root.iter(_CONTENT + "Default"))
    return {ending: each.get("ContentType", "") for ending, each in endings} | parts


def _declared(name: str, archive: zipfile.ZipFile) -> str:
    """Return the part that the file says holds its text; empty where it says nothing."""
    info = archive.NameToInfo.get("_rels/.rels")
    if info is None:
        return ""
    root = _parsed(name, _unpacked(name, archive, info))
    kinds = (
        (each.get("Type", "").rpartition("/")[2], each.get("Target", ""))
        for each in root.iter(P + "Relationship")
    )
    return next((_place("", target) for kind, target in kinds if kind == "officeDocument"), "")


def _unpacked(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    packed = max(info.compress_size, 1)
    if info.file_size > LARGEST_PART or info.file_size > max(packed * _RATIO, 4 * 1024 * 1024):
        refuse(TOO_LARGE, name)
    try:
        return archive.read(info)
    except _FAULTS:
        refuse(DAMAGED, name)


def _parsed(name: str, data: bytes) -> Element:
    from lxml import etree

    if data.count(b"<") > MOST_SIGNS:
        refuse(TOO_LARGE, name)
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        refuse(DAMAGED, name)
    if root.getroottree().docinfo.internalDTD is not None:
        refuse(DAMAGED, name)  # no Word file has one; it is there to pull in something else
    return root


def _inside(relationship: Element) -> bool:
    return bool(relationship.get("TargetMode") != "External")


def _place(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
