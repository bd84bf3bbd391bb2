"""Parts: the three things that are served, each exactly what its own verb makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from protobuild.life.comparing import compared
from protobuild.life.home import Home
from protobuild.life.issued import read_papers
from protobuild.life.notes import read_notes, reasons
from protobuild.life.sides import old_side, working_copy
from protobuild.life.texts import told_apart
from protobuild.model.redlined import Redlined
from protobuild.publish.formats import FORMATS, LARGE_PRINT, Given, Paper
from protobuild.publish.site.pages import site_files
from protobuild.publish.site.plan import plan
from protobuild.render.site.edition import HOME
from protobuild.render.theme import Theme

DRAFT, REDLINE = "draft/", "redline/"


@dataclass(slots=True)
class Part:
    """Files that were made together."""

    files: dict[str, bytes] = field(default_factory=dict)
    later: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    """PDFs, which take seconds and are made when somebody asks for one."""

    def add(self, path: str, form: str, given: Given, theme: Theme) -> bytes:
        """Add a text in one of the formats; return its bytes, nothing yet of a PDF."""
        write = FORMATS[form].write
        if isinstance(write, Paper):
            self.later[path] = partial(write, given, theme=theme)
            return b""
        self.files[path] = write(given, theme=theme)
        return self.files[path]


def draft(home: Home, theme: Theme) -> Part:
    """Return what `build` makes; raise ProtocolError where the draft has errors."""
    return _both(DRAFT, "protocol", working_copy(home).outline, theme)


def redline(home: Home, theme: Theme) -> Part:
    """Return what `redline` makes: what the draft changes, with the reasons for it."""
    old, new = (text.outline for text in told_apart([old_side(None, home), working_copy(home)]))
    papers = read_papers(home, old.sides[0].ref).papers
    made: Redlined = compared((old, new), reasons(read_notes(home)), papers)
    return _both(REDLINE, "redline", made, theme)


def site(home: Home, theme: Theme, day: dt.date) -> Part:
    """Return what `publish` makes."""
    shown = plan(home, day)
    out = Part()
    files = site_files(shown, write=lambda path, form, given: out.add(path, form, given, theme))
    for path in [path for path, data in files.items() if not data]:
        del files[path]
        at = f"{shown.current.folder}/protocol-{shown.current.folder}"
        out.later.setdefault(path, out.later.get(path.replace("protocol", at, 1), bytes))
    out.files = files
    return out


def _both(folder: str, stem: str, given: Given, theme: Theme) -> Part:
    out = Part()
    out.add(folder + HOME, "html", given, theme)
    for form in ("pdf", LARGE_PRINT):
        out.add(f"{folder}{stem}{FORMATS[form].suffix}", form, given, theme)
    return out
