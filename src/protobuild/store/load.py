"""Load a protocol from its files: all of it, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from protobuild.model.protocol import Manifest, Protocol, Section
from protobuild.model.source import Finding, Place
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
    """Nothing when a fault stands in the way; never nothing when loaded leniently."""
    places: Mapping[str, Place]
    """Where each id was written; see `Index` for the paths it answers to as well."""
    numbers: dict[str, str] | None
    """The numbers as printed, where the files record them and they fit; else they are worked out."""
    findings: tuple[Finding, ...]
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Each file's lines, for excerpts."""


def load(tree: Tree) -> Loaded:
    """Return the protocol in the tree, or every fault of every file.

    Raises UsageError when the tree holds no protocol at all.
    """
    parts = read_parts(tree)
    manifest = _checked_manifest(parts)
    sections = [_checked_section(raw) for raw in parts.sections]
    found = [*parts.findings, *manifest.findings]
    found += [finding for each in sections for finding in each.findings]
    places = _index(parts)
    protocol = None
    if manifest.value is not None and parts.complete and all(each.value is not None for each in sections):
        protocol = _whole(manifest.value, tuple(each.value for each in sections if each.value is not None))
    if parts.complete:
        found += debts(protocol or assembled(parts), places)
    numbers, remarks = printed(parts, protocol)
    return _loaded(protocol, places, numbers, [*found, *remarks], parts)


def load_leniently(tree: Tree) -> Loaded:
    """Return what is there as a protocol, keeping as plain paragraphs what has no place.

    For the old side of a redline: nothing is required, and faults are only told.
    Raises UsageError when the tree holds no protocol at all.
    """
    parts = read_parts(tree)
    protocol = assembled(parts)
    numbers, remarks = printed(parts, protocol)
    return _loaded(protocol, _index(parts), numbers, [*parts.findings, *remarks], parts)


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


def _whole(manifest: Manifest, sections: tuple[Section, ...]) -> Protocol | None:
    """Return the protocol, or nothing when it does not say what it must; `debts` says what."""
    try:
        return Protocol(manifest=manifest, sections=sections)
    except ValidationError:
        return None


def _index(parts: Parts) -> Index:
    return index(parts.manifest, tuple((_id(raw), raw) for raw in parts.sections))


def _id(raw: Raw) -> str:
    data = named(raw)
    id = data.get("id") if isinstance(data, dict) else None
    return id if isinstance(id, str) else stem(raw)


def _loaded(
    protocol: Protocol | None,
    places: Index,
    numbers: dict[str, str] | None,
    findings: list[Finding],
    parts: Parts,
) -> Loaded:
    ordered = sorted(dict.fromkeys(findings), key=lambda each: _order(each, parts))
    return Loaded(protocol, places, numbers, with_excerpts(ordered, parts.lines), parts.lines)


def _order(finding: Finding, parts: Parts) -> tuple[int, Place]:
    """Sort the manifest first, then the sections in their order, then the rest by name."""
    files = list(parts.lines)
    file = finding.place.file
    return (files.index(file) if file in files else len(files), finding.place)
