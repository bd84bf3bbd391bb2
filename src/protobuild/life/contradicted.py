"""Find where the files of an adopted version contradict one another: whoever alters one seldom alters all."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.life.lenient import read_adopted
from protobuild.life.lines import numbered_lines
from protobuild.life.meaning import meaning
from protobuild.life.record import Record
from protobuild.life.versions import TEXT, Version
from protobuild.model.source import ProtobuildError
from protobuild.store.tree import file_bytes


def contradictions(version: Version) -> Iterator[str]:
    """Yield a sentence for each; nothing where the files cannot be read, which their checksums tell."""
    try:
        text = read_adopted(version)
    except ProtobuildError:
        return
    if said := otherwise(version.record, meaning(text)):
        yield f"{version.folder.name}: {said}"
    plain = version.folder / TEXT
    if plain.exists():
        told = file_bytes(plain, f"{version.folder.name}/{TEXT}").decode("utf-8", "replace")
        if told.split() != numbered_lines(text).split():
            yield f"{version.folder.name}/{TEXT} does not say what the version's own files say."


def otherwise(record: Record, found: str) -> str:
    """Return that a text has another meaning hash than its record gives; empty where it has not."""
    same_rules = record.meaning.partition(":")[0] == found.partition(":")[0]
    if not same_rules or record.meaning == found:
        return ""
    return "The text does not have the meaning hash that its record gives."
