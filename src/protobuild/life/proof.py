"""Prove that an adopted version is still as it was adopted: its record and its checksums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from protobuild.life.afterwards import read_afterwards
from protobuild.life.home import Home
from protobuild.life.published import read_published
from protobuild.life.versions import GROWING, RECORD, SUMS, Version, versions
from protobuild.model.saying import spoken
from protobuild.model.source import Finding, Place, ProtocolError, Severity
from protobuild.store.tree import file_bytes

_LINE = re.compile(r"(?P<sum>[0-9a-f]{64}) [ *](?P<name>[^\n]+)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHY = "Readers and auditors take what lies here for the words that were adopted."
_BACK = "Put the file back as it was when the version was adopted; a change belongs in the draft."


def history_faults(home: Home) -> tuple[Finding, ...]:
    """Return what keeps the adopted versions from being trusted; none says they are as adopted.

    Raises ProtocolError when a record cannot be read.
    """
    found = [finding for version in versions(home) for finding in faults(version, home.root)]
    return (*found, *_unreadable_since(home), *_without_record(home))


def faults(version: Version, root: Path) -> tuple[Finding, ...]:
    """Return what is wrong with a version's record and files, named as seen from the root."""
    inside = version.folder.is_relative_to(root)
    folder = version.folder.relative_to(root).as_posix() if inside else version.folder.name
    return (*_day(version, folder), *_files(version, folder))


def doubt(version: Version) -> str:
    """Return in one sentence why a version may not be what was adopted; empty when nothing is wrong."""
    found = faults(version, version.folder.parent)
    if not found:
        return ""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{found[0].place.file}: {found[0].message}{more}."


def _day(version: Version, folder: str) -> Iterator[Finding]:
    """Yield a finding when the folder is called by another day than that of the decision."""
    named, adopted = _DAY.match(version.folder.name), version.record.adopted
    if named and named.group() != adopted.isoformat():
        yield Finding(
            "adopted-otherwise",
            f"the folder is named {named.group()}, and the record says it was adopted on {spoken(adopted)}",
            Place(f"{folder}/{RECORD}"),
            "Nobody could say on which day the council decided.",
            "Look the day up in the minutes, and put right the folder's name or 'adopted'.",
        )


def _files(version: Version, folder: str) -> Iterator[Finding]:
    """Yield a finding for each file that is not as its checksum says."""
    if not (version.folder / SUMS).is_file():
        yield Finding(
            "no-checksums",
            f"there is no {SUMS}, so nobody can tell whether this version is as it was adopted",
            Place(f"{folder}/{SUMS}"),
            _WHY,
            f"Put back the {SUMS} that was made when the version was adopted.",
            Severity.WARNING,
        )
        return
    sums = _sums(version)
    there = {path.relative_to(version.folder).as_posix(): path for path in _kept(version.folder)}
    for name, wanted in sums.items():
        if name not in there:
            yield _differs(folder, name, "this file of the version is missing")
        elif wanted not in _digests(there[name], f"{folder}/{name}"):
            yield _differs(folder, name, "this file was changed after the version was adopted")
    for name in sorted(name for name in there.keys() - sums.keys() if not _hidden(name)):
        yield _differs(folder, name, "this file was added after the version was adopted")


def _sums(version: Version) -> dict[str, str]:
    data = file_bytes(version.folder / SUMS, f"{version.folder.name}/{SUMS}")
    lines = (_LINE.fullmatch(line) for line in data.decode("utf-8", "replace").splitlines())
    return {found["name"]: found["sum"] for found in lines if found}


def _kept(folder: Path) -> Iterator[Path]:
    """Return what was kept at the adoption; what was published or decided since is told of later."""
    since = [folder / name for name in GROWING]
    return (path for path in folder.rglob("*") if path.is_file() and path not in since)


def _hidden(name: str) -> bool:
    """Return whether a file is some program's own, such as a file manager's."""
    return any(part.startswith(".") for part in name.split("/"))


def _digests(path: Path, name: str) -> tuple[str, ...]:
    """Return the checksum of a file, and of it with the line ends of other systems."""
    data = file_bytes(path, name)
    unix = data.replace(b"\r\n", b"\n")
    return tuple(hashlib.sha256(each).hexdigest() for each in dict.fromkeys((data, unix)))


def _differs(folder: str, name: str, message: str) -> Finding:
    return Finding("altered-version", message, Place(f"{folder}/{name}"), _WHY, _BACK)


def _unreadable_since(home: Home) -> Iterator[Finding]:
    """Yield what is wrong with what was written down since; the words adopted are not in doubt for it."""
    for version in versions(home):
        for read in (read_published, read_afterwards):
            try:
                read(version)
            except ProtocolError as unreadable:
                folder = version.folder.parent.relative_to(home.root).as_posix()
                for finding in unreadable.findings:
                    file = f"{folder}/{finding.place.file}"
                    yield replace(finding, place=replace(finding.place, file=file))


def _without_record(home: Home) -> Iterator[Finding]:
    """Yield a finding for each folder that looks like a version and has no record."""
    for folder in sorted(home.changelog.iterdir()) if home.changelog.is_dir() else ():
        if _DAY.match(folder.name) and folder.is_dir() and not (folder / RECORD).exists():
            yield Finding(
                "no-record",
                f"there is no {RECORD}, so this folder does not count as an adopted version",
                Place((folder / RECORD).relative_to(home.root).as_posix()),
                "Nobody could say who adopted it, or from when it was in force.",
                f"Put {RECORD} back, or move the folder out of changelog.",
            )
