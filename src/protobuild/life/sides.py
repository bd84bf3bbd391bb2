"""Find the text a reader means by a path, a date or a revision."""

from __future__ import annotations

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from protobuild.life import lenient
from protobuild.life.home import Home
from protobuild.life.opening import Opened, open_draft, open_protocol
from protobuild.life.versions import RECORD, adopted_on, known_versions, last_adopted, read_version
from protobuild.model.outline import Outline
from protobuild.model.source import ProtocolError, UsageError
from protobuild.store.parts import MANIFEST

if TYPE_CHECKING:
    from protobuild.store.git import Repository, Revision

TEXTS = frozenset({".md", ".markdown", ".txt", ".text"})
"""The endings of single files that can be read as a text."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_BARE = re.compile(r"[^./\\]+")
"""A name without slash or ending: it could be a revision as well as a folder."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to publish or compare."""

    outline: Outline
    """A clean outline whose one side says what the text is called."""
    ids: bool = True
    """Whether its ids are its author's; those of a single file are made up from its words."""


def old_side(given: str | None, home: Home) -> Text:
    """Return the text to compare from: the version adopted last, unless another is named.

    Raises UsageError when there is no such text. What it holds is read leniently.
    """
    if given is not None:
        return find_text(given, home)
    version = last_adopted(home)
    if version is None:
        raise UsageError(
            "No version has been adopted yet, so there is nothing to compare the draft with.",
            fix="Name two texts: protobuild redline old.md new.md",
        )
    return Text(lenient.read_adopted(version))


def new_side(given: str | None, home: Home) -> Text:
    """Return the text to compare with: the draft as it is being worked on, unless another is named.

    Raises ProtocolError when the draft has errors, and UsageError when there is no such text.
    """
    if given is None:
        return working_copy(home)
    path = home.root / given
    if (path / MANIFEST).is_file():
        return _strictly(open_protocol(path))
    return find_text(given, home)


def working_copy(home: Home) -> Text:
    """Return the draft; raise ProtocolError, with everything wrong, when it has errors."""
    return _strictly(open_draft(home))


def find_text(given: str, home: Home) -> Text:
    """Return the text a reader named: an existing path, else a date of adoption, else a revision.

    Raises UsageError when nothing or more than one thing has that name.
    """
    path = home.root / given
    if given and _exists(path):
        _refuse_two_meanings(given, home)
        return _read_path(path)
    if _DATE.fullmatch(given):
        return Text(lenient.read_adopted(adopted_on(home, _day(given, home))))
    found = _revision(given, home)
    if found is None:
        raise _no_such_text(given, home)
    return Text(lenient.read_revision(*found, found[0].inside(home.protocol)))


def _strictly(opened: Opened) -> Text:
    if opened.outline is None or opened.errors:
        raise ProtocolError(opened.errors)
    return Text(lenient.named(opened.outline))


def _read_path(path: Path) -> Text:
    if path.is_dir():
        return _read_folder(path)
    if path.suffix.lower() not in TEXTS:
        raise UsageError(
            f"'{path.name}' is not a kind of file that can be read.",
            fix="Save it as plain text (.txt) or Markdown (.md), and name that file.",
        )
    return Text(lenient.read_file(path), ids=False)


def _exists(path: Path) -> bool:
    """Return whether a file or folder is there; no name that a disk cannot hold is."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _read_folder(folder: Path) -> Text:
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UsageError(
            f"You are not allowed to open the folder '{folder.name}'.", fix="Ask whose folder it is."
        )
    if (folder / RECORD).is_file():
        return Text(lenient.read_adopted(read_version(folder)))
    for place in (folder, folder / "protocol"):
        if (place / MANIFEST).is_file():
            return Text(lenient.read_folder(place))
    raise UsageError(
        f"The folder '{folder.name}' holds no protocol: it has no protocol.yaml.",
        fix="Name a folder with a protocol.yaml in it, or a single .md or .txt file.",
    )


def _refuse_two_meanings(given: str, home: Home) -> None:
    if _BARE.fullmatch(given) and _known(given, home):
        raise UsageError(
            f"'{given}' is both a folder or file here and a name in the protocol's history.",
            fix=f"Write './{given}' for the folder or file, or 'refs/heads/{given}' for the history.",
        )


def _day(given: str, home: Home) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"'{given}' is not a day in the calendar.", fix=known_versions(home)) from None


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
    return UsageError(
        f"There is no file, folder, adopted version or earlier text called '{given}'.",
        fix=known_versions(home),
    )
