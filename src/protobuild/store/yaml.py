"""Read YAML as plain text values with their places, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from protobuild.model.source import Finding, Place
from protobuild.store.build import Builder, Scalar
from protobuild.store.places import Path, Places, Span, Value
from protobuild.store.swallowed import swallowed
from protobuild.store.syntax import Trouble, conflict, explain
from protobuild.store.text import read_text
from protobuild.store.typed import plainly_typed
from protobuild.store.writing import write_yaml

__all__ = ["Raw", "read_yaml", "write_yaml"]

try:  # the C parser is five times as fast and gives the same events
    from _ruamel_yaml import CParser  # type: ignore[import-not-found]
except ImportError:
    CParser = None


@dataclass(frozen=True, slots=True)
class Raw:
    """What a file holds, before anything is asked of it."""

    name: str
    data: Value | None
    """Mappings, lists and text; nothing at all for an empty file."""
    places: Places
    findings: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()
    """The file's lines without their ends."""
    scalars: tuple[Scalar, ...] = ()
    """Every single value in the order written, with how it was written."""
    lost: tuple[str, ...] = field(default=())
    """Words that have no place in the data: a key's second value, the lines after a broken one."""

    unfinished: tuple[Path, ...] = ()
    """What was being read when the reader had to stop, the innermost last."""
    broken: bool = False
    """Whether part of the file could not be read, so that what is missing proves nothing."""


def read_yaml(name: str, data: bytes) -> Raw:
    """Return what a YAML file says. Nothing in its content makes this fail; faults are findings."""
    text = plainly_typed(name, read_text(name, data))
    if not text.usable:
        return Raw(name, None, Places(name), text.findings, broken=True)
    lines = text.lines
    builder = Builder(name, lines)
    trouble = _feed(builder, text.words)
    findings = [*text.findings, *builder.findings]
    lost = builder.lost + builder.set_aside()
    both = conflict(name, lines)
    if both is not None:
        findings = [*text.findings, both]  # whatever else is wrong comes of it
    elif trouble is not None:
        stop = explain(name, lines, trouble)
        if not any(finding.place.line == stop.place.line for finding in builder.findings):
            findings.append(stop)  # else what was refused in that line is why it cannot be read
    else:
        findings += swallowed(name, lines, builder.scalars)
    if trouble is not None:
        lost += builder.rest()
    if builder.root is None and not findings:
        findings.append(_empty(name))
    findings.sort(key=lambda finding: finding.place)
    return Raw(
        name,
        builder.root,
        builder.places,
        tuple(findings),
        lines,
        tuple(builder.scalars),
        tuple(lost),
        builder.unfinished if trouble is not None or builder.stopped else (),
        broken=both is not None
        or trouble is not None
        or builder.stopped
        or bool(lost)
        or builder.root is None,
    )


def _feed(builder: Builder, words: str) -> Trouble | None:
    """Give the file's events to the builder; return what stopped it, if anything did."""
    if CParser is not None:
        try:
            _each(builder, _fast(words))
            return None
        except YAMLError:
            builder.restart()  # the slower parser tells more exactly what is wrong and where
    try:
        _each(builder, YAML(typ="safe", pure=True).parse(words))
    except MarkedYAMLError as error:
        return _trouble(error)
    except YAMLError:
        return Trouble("", "", 0, 0, 0, 0)
    return None


def _fast(words: str) -> Iterator[Event]:
    parser = CParser(words)
    while parser.check_event():
        yield parser.get_event()


def _each(builder: Builder, events: Iterator[Event]) -> None:
    """Translate the parser's events into the builder's steps, as far as the builder will go."""
    for event in events:
        take = _TAKEN.get(type(event))
        if take is not None:
            take(builder, event)
        if builder.stopped:
            return


def _scalar(builder: Builder, event: ScalarEvent) -> None:
    builder.scalar(event.value, event.style or "", _span(event), event.anchor, _tag(event))


def _mapping(builder: Builder, event: MappingStartEvent) -> None:
    builder.open({}, _span(event), event.anchor, _tag(event))


def _sequence(builder: Builder, event: SequenceStartEvent) -> None:
    builder.open([], _span(event), event.anchor, _tag(event))


_TAKEN: dict[type[Event], Callable[[Builder, Any], None]] = {
    ScalarEvent: _scalar,
    MappingStartEvent: _mapping,
    SequenceStartEvent: _sequence,
    MappingEndEvent: lambda builder, event: builder.close(_span(event)),
    SequenceEndEvent: lambda builder, event: builder.close(_span(event)),
    AliasEvent: lambda builder, event: builder.alias(event.anchor, _span(event)),
    DocumentStartEvent: lambda builder, event: builder.document(_span(event)),
}
"""What the builder does for each of the parser's events; the others say nothing."""


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)


def _tag(event: ScalarEvent | CollectionStartEvent) -> str:
    return str(event.tag) if event.tag else ""


def _trouble(error: MarkedYAMLError) -> Trouble:
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    if at is None or since is None:
        return Trouble(str(error.context), str(error.problem), 0, 0, 0, 0)
    return Trouble(
        str(error.context or ""), str(error.problem or ""), since.line, since.column, at.line, at.column
    )


def _empty(name: str) -> Finding:
    return Finding(
        "empty-file",
        "the file is empty",
        Place(name),
        why="Nothing of it can be published.",
        fix="Write what belongs in it, or delete the file.",
    )
