"""Work out the files of a version that is to be kept: its record, its text, its numbers, its checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from protobuild.life.authored import read_authored
from protobuild.life.derive import numbers_file, numbers_of
from protobuild.life.lenient import read_tree
from protobuild.life.lines import numbered_lines
from protobuild.life.meaning import meaning
from protobuild.life.record import Record
from protobuild.life.versions import RECORD, SUMS, TEXT
from protobuild.model.outline import Outline
from protobuild.model.source import ProtobuildError
from protobuild.store.parts import NUMBERS
from protobuild.store.places import Value
from protobuild.store.tree import Files
from protobuild.store.yaml import write_yaml

CHANGELOG = "changelog"


def version_files(
    name: str, protocol: Mapping[str, bytes], record: Mapping[str, Value], beside: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return every file of a version by its name as seen from the root, the record last.

    `protocol` are the protocol's files as adopted and `beside` whatever else is kept with them.
    Until the record is there the folder is no version, so that nobody reads half of one.
    """
    text = text_of(protocol)
    files = {f"protocol/{file}": data for file, data in protocol.items()} | dict(beside)
    files[NUMBERS] = numbers_file(numbers_of(text))
    files[TEXT] = numbered_lines(text).encode()
    written = write_yaml({**{key: each for key, each in record.items() if each}, "meaning": meaning(text)})
    _insist_on_record(written.encode())
    files[RECORD] = written.encode()
    sums = {SUMS: checksums(files)}
    ordered = {key: data for key, data in sorted(files.items()) if key != RECORD} | sums
    return {f"{CHANGELOG}/{name}/{key}": data for key, data in (ordered | {RECORD: files[RECORD]}).items()}


def text_of(protocol: Mapping[str, bytes]) -> Outline:
    """Return the outline of a protocol's files, with the numbers they print."""
    return read_tree(Files("protocol", protocol))


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return SHA256SUMS for files, in order of their names."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _insist_on_record(data: bytes) -> None:
    """Raise ProtobuildError where what was asked for would be a record that cannot be read."""
    read = read_authored(Record, RECORD, data)
    if read.value is None:
        said = "; ".join(finding.message for finding in read.findings)
        raise ProtobuildError(
            f"The record of the adoption would be faulty: {said}.",
            fix="Look at what was given for the body, the days and the minute.",
        )
