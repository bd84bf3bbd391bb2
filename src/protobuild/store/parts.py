"""Read the files of a protocol, and say which are missing and which belong to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from protobuild.model.source import Finding, Place, ProtobuildError, Severity, UsageError
from protobuild.model.spelling import nearest
from protobuild.store.places import Places
from protobuild.store.text import too_large
from protobuild.store.tree import TooLargeError, Tree
from protobuild.store.yaml import Raw, read_yaml

MANIFEST = "protocol.yaml"
NUMBERS = "numbers.yaml"
BASELINE = "baseline.yaml"


@dataclass(frozen=True, slots=True)
class Parts:
    """The files of a protocol as read, before anything is asked of them."""

    name: str
    manifest: Raw | None
    sections: tuple[Raw, ...]
    """The section files, in the manifest's order."""
    numbers: Raw | None
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    """Whether every section named is there and could be read to its end."""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_parts(tree: Tree) -> Parts:
    """Return the files of a protocol; raise UsageError when the tree holds none."""
    files = tree.files()
    top = [path for path in files if "/" not in path and path.endswith((".yaml", ".yml"))]
    if not top:
        raise UsageError(
            f"There is no protocol in '{tree.name}': it holds no protocol.yaml.",
            fix="Name the folder that holds protocol.yaml, with -C before the command's other words.",
        )
    manifest = _read(tree, MANIFEST) if MANIFEST in top else None
    stems = {path.removesuffix(".yaml"): path for path in top if path not in (MANIFEST, NUMBERS, BASELINE)}
    named, findings = _named(manifest, stems)
    sections = tuple(_read(tree, stems[stem]) for stem in named)
    numbers = _read(tree, NUMBERS) if NUMBERS in top else None
    read = [raw for raw in (manifest, *sections, numbers) if raw is not None]
    faults = [*findings, *(finding for raw in read for finding in raw.findings)]
    whole = not any(raw.broken for raw in read) and not any(each.rule == "no-file" for each in findings)
    return Parts(
        tree.name, manifest, sections, numbers, tuple(faults), whole, {raw.name: raw.lines for raw in read}
    )


def protocol_files(tree: Tree) -> tuple[str, ...]:
    """Return the files of a tree that make the protocol: the manifest, its sections and their numbers."""
    parts = read_parts(tree)
    read = (parts.manifest, *parts.sections, parts.numbers)
    return tuple(raw.name for raw in read if raw is not None)


def stem(raw: Raw) -> str:
    """Return the id a section has when its file gives none."""
    return raw.name.removesuffix(".yaml").removesuffix(".yml")


def _read(tree: Tree, path: str) -> Raw:
    try:
        return _as_read(path, tree.read(path))
    except TooLargeError:
        return Raw(path, None, Places(path), (too_large(path),), broken=True)
    except ProtobuildError as reason:
        finding = Finding("not-read", reason.message.rstrip("."), Place(path), _UNREAD, reason.fix)
        return Raw(path, None, Places(path), (finding,), broken=True)


@lru_cache(maxsize=128)  # the texts that one command compares have most of their files in common
def _as_read(path: str, data: bytes) -> Raw:
    """Return what a file says; it may be returned again, so nobody changes it."""
    return read_yaml(path, data)


_UNREAD = "Nothing of this file would be published."


def _named(manifest: Raw | None, stems: dict[str, str]) -> tuple[list[str], list[Finding]]:
    """Return the sections to read, in order, with findings for files missing or named by nobody."""
    data = manifest.data if manifest else None
    listed = data.get("sections") if isinstance(data, dict) else None
    if manifest is None or not isinstance(listed, list):
        return sorted(stems), [_no_manifest()] if manifest is None else []
    named = [each for each in listed if isinstance(each, str)]
    findings = list(_missing(manifest, listed, stems))
    if not manifest.broken:
        findings += _unnamed(set(named), stems)
    return [each for each in dict.fromkeys(named) if each in stems], findings


def _missing(manifest: Raw, listed: Sequence[object], stems: dict[str, str]) -> Iterator[Finding]:
    names = {each for each in listed if isinstance(each, str)}
    spare = [each for each in stems if each not in names]
    seen: set[str] = set()
    for number, each in enumerate(listed):
        place = manifest.places.value(("sections", number))
        if not isinstance(each, str):
            continue
        if each in seen:
            yield Finding(
                "named-twice",
                f"'{each}' is named twice under 'sections'",
                place,
                "A section is published once; nobody could say where.",
                "Delete one of the two lines.",
            )
        elif each and each not in stems:
            near = nearest(each.removesuffix(".yaml"), spare)
            fix = f"Write '{near}'." if near else "Add the file, or delete this line."
            yield Finding(
                "no-file",
                f"'{each}' is named under 'sections', and there is no file {each.removesuffix('.yaml')}.yaml",
                place,
                "The section would be missing from the published document.",
                f"Rename {each}.yml to {each}.yaml." if f"{each}.yml" in stems else fix,
            )
        seen.add(each)


def _unnamed(named: set[str], stems: dict[str, str]) -> Iterator[Finding]:
    for each in sorted(set(stems) - named):
        name = each.removesuffix(".yml")
        if name in named:
            continue  # told where it is named
        rename = f"Rename it to {name}.yaml. " if name != each else ""
        yield Finding(
            "unnamed-file",
            "this file is not named under 'sections' in protocol.yaml",
            Place(stems[each]),
            "Nothing in it is published.",
            f"{rename}Add '- {name}' under 'sections' where it belongs, or move the file elsewhere.",
            Severity.WARNING,
        )


def _no_manifest() -> Finding:
    return Finding(
        "no-manifest",
        "the folder holds no protocol.yaml",
        Place(MANIFEST),
        "It says what the protocol is called, whose it is, and which sections it has in which order.",
        "Add protocol.yaml with 'title', 'council' and 'sections'.",
    )
