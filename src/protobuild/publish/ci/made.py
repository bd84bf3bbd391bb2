"""Made: the redline and the website that a look at a change attaches."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from protobuild.life.home import Home
from protobuild.life.theme.folder import read_theme
from protobuild.model.redlined import Redlined
from protobuild.model.saying import counted
from protobuild.model.source import ProtobuildError, ProtocolError
from protobuild.publish.formats import FORMATS
from protobuild.publish.site.folder import write_site
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.render.theme import PLAIN, Theme

FORMS = {"redline.html": "html", "redline.pdf": "pdf"}
"""The files a redline is attached as, and the format of each."""


@dataclass(frozen=True, slots=True)
class Redlines:
    """The redline as files by name, and what became of those that could not be made."""

    files: dict[str, bytes] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Website:
    """What became of the website."""

    made: bool
    says: str


def make_redlines(home: Home, redlined: Redlined | None) -> Redlines:
    """Return the redline in each form that can be made here; nothing where nothing changed."""
    if redlined is None or not redlined.changes:
        return Redlines()
    theme = _theme(home)
    files: dict[str, bytes] = {}
    warnings = []
    for name, form in FORMS.items():
        try:
            files[name] = FORMATS[form].write(redlined, theme=theme)
        except ProtobuildError as error:
            warnings.append(f"{error.message} {error.fix}".rstrip())
    return Redlines(files, tuple(warnings))


def make_website(home: Home, folder: Path, day: dt.date) -> Website:
    """Write the website as it is on a day into a folder, or say why there is none."""
    try:
        written = write_site(folder, site_files(plan(home, day)))
    except ProtobuildError as error:
        return Website(False, f"The pages of the website were not made. {error.message} {error.fix}".rstrip())
    files = counted(len(written.fresh), "file")
    return Website(True, f"The pages of the website are made: {files}, for one download.")


def _theme(home: Home) -> Theme:
    """Return the council's own look, or ours where its files have faults, which are told as findings."""
    try:
        return read_theme(home)
    except ProtocolError:
        return PLAIN
