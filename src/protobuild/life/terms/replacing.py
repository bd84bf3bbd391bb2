"""Replace a word in a protocol's files: splices where it stands, and not a sign besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from protobuild.check.page import page
from protobuild.check.prose import prose, sayings
from protobuild.check.spot import Look
from protobuild.life.terms.swap import Swap
from protobuild.life.terms.uses import Use, uses, worded
from protobuild.model.assemble import assemble
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.source import ProtobuildError, ProtocolError, errors_of
from protobuild.store.load import Loaded, load
from protobuild.store.tree import Files, Folder, file_bytes

ELSEWHERE = "it is written in the file in a way that is left to a person"


@dataclass(frozen=True, slots=True)
class Replaced:
    """What replacing a word comes to, before anything is written."""

    old: Outline
    new: Outline
    files: dict[str, bytes]
    """The files that would change, with what they would hold."""
    done: tuple[Use, ...]
    left: tuple[Use, ...]


def replaced(folder: Path, swap: Swap, *, in_titles: bool = False) -> Replaced:
    """Return a protocol's files with one word for another, proved to differ in nothing else.

    Raises ProtocolError where the protocol has errors, for what cannot be read cannot be changed.
    """
    loaded = load(Folder(folder))
    if loaded.draft is None:
        raise ProtocolError(errors_of(loaded.findings))
    protocol = loaded.draft
    old = assemble(protocol, numbers=loaded.numbers, places=loaded.places)
    look = _look(protocol, old, loaded)
    found = [_held(use, loaded) for use in uses(look, swap, in_titles=in_titles)]
    done = tuple(use for use in found if not use.left)
    files = _spliced(folder, done)
    after = _proved(folder, files, protocol, done)
    new = assemble(after, numbers=loaded.numbers)
    return Replaced(old, new, files, done, tuple(use for use in found if use.left))


def _look(protocol: Protocol, outline: Outline, loaded: Loaded) -> Look:
    words = tuple(worded(protocol))
    said = sayings(protocol, outline)
    read = tuple(prose(spot, said) for spot in words)
    return Look(protocol, outline, loaded.places, (), words, read, page(read))


def _held(use: Use, loaded: Loaded) -> Use:
    """Return the use, left alone where its file does not hold the words just where they are looked for."""
    lines, place = loaded.lines.get(use.place.file, ()), use.place
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    for column in (place.column, place.column + 1):  # words in quotation marks begin a sign later
        if line[column - 1 :].startswith(use.spot.words[use.start : use.end]):
            return replace(use, place=replace(place, column=column))
    return replace(use, left=use.left or ELSEWHERE)


def _spliced(folder: Path, done: Iterable[Use]) -> dict[str, bytes]:
    by_file: dict[str, list[Use]] = defaultdict(list)
    for use in done:
        by_file[use.place.file].append(use)
    return {name: _edited(file_bytes(folder / name, name), each) for name, each in by_file.items()}


def _edited(data: bytes, found: list[Use]) -> bytes:
    """Return a file with the words put in; the last first, so that the places of the others still hold."""
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    for use in sorted(found, key=lambda use: (use.place.line, use.place.column), reverse=True):
        at, start = use.place.line - 1, use.place.column - 1
        lines[at] = lines[at][:start] + use.put + lines[at][start + use.end - use.start :]
    return (mark + "\n".join(lines)).encode()


def _proved(folder: Path, files: dict[str, bytes], before: Protocol, done: tuple[Use, ...]) -> Protocol:
    """Return the protocol that the files would hold; raise where it differs in more than the words."""
    whole = {path.name: path.read_bytes() for path in folder.glob("*.yaml")} | files
    after = load(Files(folder.name, whole)).draft
    wanted = {spot.path: spot.words for spot in worded(before)}
    for use in reversed(done):
        words = wanted[use.spot.path]
        wanted[use.spot.path] = words[: use.start] + use.put + words[use.end :]
    if after is None or {spot.path: spot.words for spot in worded(after)} != wanted:
        raise ProtobuildError(
            "The word cannot be replaced without changing something else, so nothing was changed.",
            fix="Run `protobuild format` first, which lays the files out in one way, and try again.",
        )
    return after
