"""Find the text a reader means by a path, a date or a revision."""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from protobuild.life import lenient
from protobuild.life.afterwards import read_afterwards
from protobuild.life.days import read_day
from protobuild.life.home import Home
from protobuild.life.opening import Opened, open_draft, open_protocol
from protobuild.life.texts import Text, renamed
from protobuild.life.versions import (
    RECORD,
    Version,
    known_versions,
    last_adopted,
    read_version,
    standing_on,
)
from protobuild.model.saying import spoken
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.parts import MANIFEST

if TYPE_CHECKING:
    from protobuild.store.git import Repository, Revision

_TEXTS = frozenset({".md", ".markdown", ".txt", ".text", ".docx", ".docm", ".dotx", ".doc"})
"""The endings of single files that can be read as a text."""
_BARE = re.compile(r"[^./\\]+")
"""A name without slash or ending: it could be a revision as well as a folder."""


def old_side(given: str | None, home: Home) -> Text:
    """Return the text to compare from: the version adopted last, unless another is named.

    Raises UsageError when there is no such text. What it holds is read leniently.
    """
    if given is not None:
        return find_text(given, home, before=True)
    version = last_adopted(home)
    if version is None:
        raise UsageError(
            "No version has been adopted yet, so there is nothing to compare the draft with.",
            fix="`protobuild build` makes the draft as it is. Two texts are compared with: "
            "protobuild redline old.md new.md",
        )
    return Text(lenient.read_adopted(version))


def new_side(given: str | None, home: Home) -> Text:
    """Return the text to compare with: the draft as it is being worked on, unless another is named.

    Raises ProtocolError when the draft has errors, and UsageError when there is no such text.
    """
    if given is None:
        return working_copy(home)
    path = home.root / given
    if (path / MANIFEST).is_file() and _version_around(path) is None:
        return _called_by_folder(_strictly(open_protocol(path)), path, home)
    return find_text(given, home)


def is_draft(given: str | None, home: Home) -> bool:
    """Return whether a reader means the draft of this home, by its folder or by naming nothing."""
    return given is None or (home.exists and (home.root / given).resolve() == home.protocol)


def working_copy(home: Home) -> Text:
    """Return the draft; raise ProtocolError, with everything wrong, when it has errors."""
    return _strictly(open_draft(home))


def find_text(given: str, home: Home, *, before: bool = False) -> Text:
    """Return the text a reader named: an existing path, else a day, else a revision.

    Of a Word file with tracked changes it is the text with them, or `before` them.

    A day means the version adopted on it, else the one in force on it. Raises UsageError
    when nothing or more than one thing has that name.
    """
    path = home.root / given
    if given and os.path.exists(path):  # noqa: PTH110  Path.exists raises at a name no disk can hold
        _refuse_two_meanings(given, home)
        return _read_path(path, home, before=before)
    day = read_day(given)
    if day is not None:
        return _standing(home, day)
    found = _from_history(given, home)
    if found is None:
        raise _no_such_text(given, home)
    return found


def text_at(given: str, home: Home) -> Text:
    """Return the text a reader named, saying also when its day is before it was in force."""
    text = find_text(given, home)
    cover = text.outline.cover
    if text.remark or not cover.adopted or not cover.in_force or cover.in_force <= cover.adopted:
        return text
    return replace(
        text,
        remark=f"The version adopted on {spoken(cover.adopted)} is in force from {spoken(cover.in_force)}.",
    )


def _standing(home: Home, day: dt.date) -> Text:
    version = standing_on(home, day)
    text = _adopted(version)
    if version.record.adopted == day:
        return text
    since = spoken(version.record.counts_from)
    found = f"The text in force on {spoken(day)}: adopted on {version.name}, in force from {since}."
    events = [event.says({}) for event in read_afterwards(version) if event.touches(day)]
    return replace(text, remark=" ".join([found, *(f"But: {said}" for said in events)]))


def _adopted(version: Version) -> Text:
    return Text(lenient.read_adopted(version), exact=version.folder.name)


def _strictly(opened: Opened) -> Text:
    if opened.outline is None or opened.errors:
        raise ProtocolError(opened.errors)
    return Text(lenient.named(opened.outline))


def _read_path(path: Path, home: Home, *, before: bool) -> Text:
    if path.is_dir():
        return _read_folder(path, home)
    insist_on_text(path)
    return Text(lenient.read_file(path, before=before), ids=False, exact=_where(path, home))


def insist_on_text(file: Path) -> None:
    """Raise UsageError for a file that is of no kind that can be read as a text."""
    if file.suffix.lower() not in _TEXTS:
        raise UsageError(
            f"'{file.name}' is not a kind of file that can be read.",
            fix="Save it as a Word Document (.docx), as plain text (.txt) or Markdown (.md), and name that.",
        )


def _read_folder(folder: Path, home: Home) -> Text:
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(
            f"You are not allowed to open the folder '{folder.name}'.", fix="Ask whose folder it is."
        )
    kept = _version_around(folder)
    if kept is not None:
        return _adopted(read_version(kept))
    for place in (folder, folder / "protocol"):
        if (place / MANIFEST).is_file():
            return _called_by_folder(Text(lenient.read_folder(place)), place, home)
    raise UsageError(
        f"The folder '{folder.name}' holds no protocol: it has no protocol.yaml.",
        fix="Name a folder with a protocol.yaml in it, or a single .docx, .md or .txt file.",
    )


def _version_around(folder: Path) -> Path | None:
    """Return the folder of the adopted version that a folder is, or whose protocol it is."""
    folders = (folder, folder.parent) if folder.name == "protocol" else (folder,)
    return next((each for each in folders if (each / RECORD).is_file()), None)


def _called_by_folder(text: Text, folder: Path, home: Home) -> Text:
    """Return the text called by its folder's name, unless it is this project's own draft."""
    place = folder.resolve()
    if place == home.protocol:
        return text
    within = place.parent if place.name == "protocol" and place.parent.name else place
    return renamed(replace(text, exact=_where(within, home)), within.name)


def _where(path: Path, home: Home) -> str:
    """Return the folder a text lies in as seen from the root; empty for the root itself."""
    folder = path.resolve().parent
    if folder == home.root:
        return ""
    if folder.is_relative_to(home.root):
        return folder.relative_to(home.root).as_posix()
    return folder.name  # the whole path would tell strangers about this computer


def _refuse_two_meanings(given: str, home: Home) -> None:
    if _BARE.fullmatch(given) and _known(given, home):
        raise UsageError(
            f"'{given}' is both a folder or file here and a name in the protocol's history.",
            fix=f"Write './{given}' for the folder or file, or 'refs/heads/{given}' for the history.",
        )


def _from_history(given: str, home: Home) -> Text | None:
    """Return the text that the history keeps under a name; None where it keeps none."""
    from protobuild.store.git import find_repository, reading

    repository = find_repository(home.root)
    if repository is None:
        return None
    with reading(repository):  # which a reading of the text then goes on with
        found = _revision(given, home)
        if found is None:
            return None
        outline = lenient.read_revision(*found, found[0].inside(home.protocol))
    return Text(outline, exact=found[1].oid[:7])


def _revision(given: str, home: Home) -> tuple[Repository, Revision] | None:
    """Return the revision of that name, or None where there is no history or no such name.

    Raises UsageError when there is a history that cannot be read.
    """
    from protobuild.store.git import UnknownRevisionError, find_repository, resolve

    repository = find_repository(home.root)
    if repository is None:
        return None
    try:
        return repository, resolve(repository, given)
    except UnknownRevisionError:
        return None


def _known(given: str, home: Home) -> bool:
    """Return whether the history has that name; one that cannot be read has none."""
    try:
        return _revision(given, home) is not None
    except UsageError:
        return False


def _no_such_text(given: str, home: Home) -> UsageError:
    if Path(given).suffix or "/" in given:
        return UsageError(
            f"There is no file or folder '{given}'.", fix=f"Check the name. {known_versions(home)}"
        )
    if given.isdigit() and len(given) <= 2:  # the first word of a day, left alone by the shell
        return UsageError(
            f"'{given}' is not a text.",
            fix='Write a day as 2026-05-14, or in quotation marks: "14 May 2026".',
        )
    return UsageError(
        f"There is no file, folder, adopted version or earlier text called '{given}'.",
        fix=" ".join(part for part in (known_versions(home), _what_is_kept(home)) if part),
    )


def _what_is_kept(home: Home) -> str:
    """Return a sentence where the history is cut short; empty where all of it is here."""
    from protobuild.store.git import find_repository, holds_all

    repository = find_repository(home.root)
    if repository is None or holds_all(repository):
        return ""
    return "This copy holds only the latest texts; an earlier one needs the whole history."
