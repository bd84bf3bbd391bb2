"""Load a protocol from its files: all of it, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from protobuild.model.protocol import Manifest, Protocol, Section
from protobuild.model.source import Finding, Place, errors_of
from protobuild.store.debts import debts
from protobuild.store.faults import Checked, checked
from protobuild.store.index import Index, index
from protobuild.store.lenient import assembled
from protobuild.store.numbers import printed
from protobuild.store.parts import Parts, read_parts, stem
from protobuild.store.places import Value
from protobuild.store.tree import Tree
from protobuild.store.yaml import Raw


@dataclass(frozen=True, slots=True)
class Loaded:
    """A protocol as read, and what is to be said about it."""

    protocol: Protocol | None
    """Nothing when an error stands in the way."""
    places: Mapping[str, Place]
    """Where each id was written; see `Index` for the paths it answers to as well."""
    numbers: dict[str, str] | None
    """The numbers as printed, where the files record them and they fit; else they are worked out."""
    findings: tuple[Finding, ...]
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Each file's lines, for excerpts."""
    draft: Protocol | None = None
    """The protocol as far as checks can look at it, although errors stand in the way."""


@dataclass(frozen=True, slots=True)
class Readable(Loaded):
    """What was loaded leniently: there is always a protocol."""

    protocol: Protocol


def load(tree: Tree) -> Loaded:
    """Return the protocol in the tree, or every fault of every file.

    Raises UsageError when the tree holds no protocol at all.
    """
    parts = read_parts(tree)
    manifest = _checked_manifest(parts)
    sections = [_checked_section(raw) for raw in parts.sections]
    found = [*parts.findings, *manifest.findings]
    found += [finding for each in sections for finding in each.findings]
    places, draft = _index(parts), _draft(parts, manifest, sections)
    if parts.complete:
        found += debts(draft or assembled(parts), places)
    protocol = None
    if draft is not None and not errors_of(found):
        protocol = Protocol(manifest=draft.manifest, sections=draft.sections)
    numbers, remarks = printed(parts, draft)
    findings = _ordered([*found, *remarks], parts)
    return Loaded(protocol, places, numbers, findings, parts.lines, draft)


def load_leniently(tree: Tree) -> Readable:
    """Return what is there as a protocol, keeping as plain paragraphs what has no place.

    For the old side of a redline: nothing is required, and faults are only told.
    Raises UsageError when the tree holds no protocol at all.
    """
    parts = read_parts(tree)
    protocol = assembled(parts)
    numbers, remarks = printed(parts, protocol)
    findings = _ordered([*parts.findings, *remarks], parts)
    return Readable(protocol, _index(parts), numbers, findings, parts.lines, protocol)


def with_excerpts(findings: Iterable[Finding], lines: Mapping[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """Return the findings, each with the line of the file it speaks of."""
    return tuple(
        replace(finding, excerpt=_line(finding.place, lines)) if not finding.excerpt else finding
        for finding in findings
    )


def _line(place: Place, lines: Mapping[str, tuple[str, ...]]) -> str:
    there = lines.get(place.file, ())
    return there[place.line - 1] if 0 < place.line <= len(there) else ""


def _checked_manifest(parts: Parts) -> Checked[Manifest]:
    raw = parts.manifest
    if raw is None or raw.data is None:
        return Checked(None, (), {})
    return checked(Manifest, raw, raw.data)


def _checked_section(raw: Raw) -> Checked[Section]:
    if raw.data is None:
        return Checked(None, (), {})
    return checked(Section, raw, named(raw))


def named(raw: Raw) -> Value:
    """Return a section's data with its id: its own, or its file's stem."""
    if isinstance(raw.data, dict) and "id" not in raw.data:
        return {"id": stem(raw), **raw.data}
    return raw.data if raw.data is not None else {}


def _draft(parts: Parts, manifest: Checked[Manifest], sections: list[Checked[Section]]) -> Protocol | None:
    """Return the protocol before anything is required of the whole, if every part of it is valid."""
    valid = tuple(each.value for each in sections if each.value is not None)
    if manifest.value is None or not parts.complete or len(valid) != len(sections):
        return None
    return Protocol.model_construct(manifest=manifest.value, sections=valid)


def _index(parts: Parts) -> Index:
    return index(parts.manifest, tuple((_id(raw), raw) for raw in parts.sections))


def _id(raw: Raw) -> str:
    data = named(raw)
    id = data.get("id") if isinstance(data, dict) else None
    return id if isinstance(id, str) else stem(raw)


def _ordered(findings: list[Finding], parts: Parts) -> tuple[Finding, ...]:
    """Return the findings once each, in order of file and place, with their excerpts."""
    files = {file: number for number, file in enumerate(parts.lines)}  # the rest follow by name
    ordered = sorted(
        dict.fromkeys(findings),
        key=lambda finding: (files.get(finding.place.file, len(files)), finding.place),
    )
    return with_excerpts(ordered, parts.lines)
