"""Prove that a saved copy is what was published or adopted, or say what differs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protobuild.life.contradicted import contradictions
from protobuild.life.home import Home
from protobuild.life.kept_in_git import changed_since
from protobuild.life.lenient import read_adopted
from protobuild.life.proof import faults
from protobuild.life.published import Publication, read_published
from protobuild.life.versions import GROWING, RECORD, Version, read_version, versions
from protobuild.life.wording import not_there, text_of_page
from protobuild.model.saying import counted, spoken
from protobuild.model.source import Severity, UsageError

OURS = ("READ-ME-FIRST.html", ".site.json")
PASSING = ("fragments/", "draft/")
"""What a site's folder holds that is not part of any publication."""
FEW = 12
"""How many paragraphs are named that do not read as adopted."""
MANY = 200
"""Where more than this do not, it is some other document."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a copy is authentic, and how that is known."""

    authentic: bool
    said: tuple[str, ...]
    """Which version it is, and how that is known."""
    differs: tuple[str, ...] = ()
    """What differs, a sentence each."""


def verify(home: Home, path: Path) -> Verdict:
    """Return whether a file, a site, a version's folder or a whole changelog is authentic.

    Raises UsageError where there is nothing to compare it with.
    """
    if not os.path.exists(path):  # noqa: PTH110  Path.exists raises at a name no disk can hold
        raise UsageError(
            f"There is no file or folder '{' '.join(path.name.split())[:80]}'.", fix="Check the name."
        )
    if path.is_file():
        return _file(home, path)
    if (path / RECORD).is_file():
        return _version(home, read_version(path.resolve()))
    if _holds_versions(home, path):
        return _all(home)
    if path.resolve() == home.protocol:
        raise UsageError(
            "This is the draft, which nobody has adopted, so there is nothing to compare it with.",
            fix="`protobuild redline` says how it differs from the version adopted last.",
        )
    return _site(home, path)


def _holds_versions(home: Home, path: Path) -> bool:
    return path.resolve() in (home.root.resolve(), home.changelog.resolve())


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file, however long, as `sha256sum` prints it."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise UsageError(
            f"'{path.name}' could not be read.", fix="Check that you may open it, and that it is whole."
        ) from None


# -- a single file ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Record:
    """One file that is on record."""

    version: Version
    path: str
    sum: str
    publication: Publication | None
    """None for a file of the version's own folder."""

    @property
    def says(self) -> str:
        """What the file is, in a sentence."""
        if self.publication is None:
            return f"{self.path} of the version adopted on {self.version.name}, as it was adopted"
        at = f"{self.publication.address.rstrip('/')}/{self.path}"
        return (
            f"{at}, as published on {spoken(self.publication.published)}: the version adopted on "
            f"{self.version.name}"
        )


def _records(home: Home) -> Iterator[_Record]:
    """Yield every file on record: those published, the latest first, then those of the versions' folders."""
    found = versions(home)
    for version in reversed(found):
        for publication in reversed(read_published(version).publications):
            for path, digest in publication.files.items():
                yield _Record(version, path, digest, publication)
    for version in found:
        for file in sorted(version.folder.rglob("*")):
            if file.is_file() and file.relative_to(version.folder).as_posix() not in GROWING[1:]:
                yield _Record(version, file.relative_to(version.folder).as_posix(), sum_of(file), None)


def _file(home: Home, path: Path) -> Verdict:
    digest = sum_of(path)
    records = list(_records(home))
    same = next((record for record in records if record.sum == digest), None)
    if same is not None:
        doubts = _faults(same.version, home)
        return Verdict(not doubts, (f"{path.name} is {same.says}.", f"SHA-256: {digest}"), doubts)
    name = f"{path.name} is not, byte for byte, any file on record. SHA-256: {digest}"
    like = next((record for record in records if record.path.rpartition("/")[2] == path.name), None)
    differs = [f"A file of that name is on record with other bytes: {like.says}."] if like else []
    return Verdict(False, (name,), (*differs, *_words(home, path)))


def _words(home: Home, path: Path) -> Iterator[str]:
    """Yield how the words of a page or a text compare with the version they are nearest to."""
    words = text_of_page(path)
    if not words:
        return
    missing = {version.name: not_there(read_adopted(version), words) for version in reversed(versions(home))}
    name = min(missing, key=lambda each: len(missing[each]), default="")
    lost = missing.get(name, [])
    if name and not lost:
        yield (
            f"Every paragraph of the version adopted on {name} stands in it; whether words were added, "
            "nobody can tell."
        )
    elif 0 < len(lost) < MANY:
        named = ", ".join(lost[:FEW]) + (" and more" if len(lost) > FEW else "")
        yield f"Nearest is the version adopted on {name}. These do not stand in it as adopted: {named}."


# -- a site -----------------------------------------------------------------------------------


def _site(home: Home, folder: Path) -> Verdict:
    """Compare every file of a site's folder with what was recorded under its path."""
    published = [record for record in _records(home) if record.publication is not None]
    if not published:
        raise UsageError(
            "Nothing that was published is on record, so no copy of the site can be proved.",
            fix="Publish with --record, which keeps the checksum of every file.",
        )
    there = dict(_files_of(folder))
    known: dict[str, list[_Record]] = {}
    for record in published:
        known.setdefault(record.path, []).append(record)
    front = next((each for each in known.get("index.html", ()) if each.sum == there.get("index.html")), None)
    differs = list(_differing(there, known))
    if front is not None and front.publication is not None:
        gone = sorted(set(front.publication.files) - there.keys())
        differs += [f"{name} is missing." for name in gone]
    fine = sum(digest in {each.sum for each in known.get(name, ())} for name, digest in there.items())
    said = [f"{counted(fine, 'file')} of {folder.name} as recorded, byte for byte."]
    said += [f"Its front page is {front.says}."] if front else []
    return Verdict(not differs and fine > 0, tuple(said), tuple(differs))


def _files_of(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in OURS and not name.startswith(PASSING):
            yield name, sum_of(path)


def _differing(there: dict[str, str], known: dict[str, list[_Record]]) -> Iterator[str]:
    for name, digest in there.items():
        records = known.get(name, ())
        if not records:
            yield f"{name} was never recorded as published."
        elif digest not in {each.sum for each in records}:
            yield f"{name} differs from what was published: {records[0].says}."


# -- adopted versions -------------------------------------------------------------------------


def _version(home: Home, version: Version) -> Verdict:
    """Prove a version's folder by its checksums, and by the history where it is kept."""
    kept = changed_since(home, version)
    found = _faults(version, home) or tuple(contradictions(version))
    differs = (*found, *kept.differs)
    said = (f"{version.folder.name} is the version adopted on {version.name}.", *kept.said)
    return Verdict(not differs, said, differs)


def _all(home: Home) -> Verdict:
    verdicts = [_version(home, version) for version in versions(home)]
    if not verdicts:
        raise UsageError(
            "No version has been adopted yet, so there is nothing to verify.",
            fix="`protobuild adopt` records an adoption.",
        )
    return Verdict(
        all(each.authentic for each in verdicts),
        tuple(said for each in verdicts for said in each.said),
        tuple(said for each in verdicts for said in each.differs),
    )


def _faults(version: Version, home: Home) -> tuple[str, ...]:
    """Return what is wrong with a version's folder; checksums that are missing prove nothing."""
    return tuple(
        f"{finding.place.file}: {finding.message}."
        for finding in faults(version, home.root)
        if finding.severity in (Severity.ERROR, Severity.WARNING)
    )
