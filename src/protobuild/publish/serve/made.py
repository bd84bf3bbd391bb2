"""Made: everything that is served at one moment, and what is to be put right in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from protobuild.life.checking import all_findings
from protobuild.life.home import Home
from protobuild.life.opening import Opened, open_draft
from protobuild.life.theme.folder import open_theme
from protobuild.model.source import Finding, Place, ProtobuildError, ProtocolError, errors_of
from protobuild.publish.serve import parts
from protobuild.publish.serve.parts import DRAFT, REDLINE, Part
from protobuild.render.preview import Preview, Told, missing_page, preview
from protobuild.render.site.edition import HOME
from protobuild.render.theme import PLAIN, Theme

ASSETS = "/.preview/"
PAGES = {"The site": "", "The draft": DRAFT, "What it changes": REDLINE}
"""What is served, by name: where it begins."""

FILES = {
    DRAFT: {"As PDF": f"/{DRAFT}protocol.pdf", "In large print": f"/{DRAFT}protocol-large-print.pdf"},
    REDLINE: {"As PDF": f"/{REDLINE}redline.pdf", "In large print": f"/{REDLINE}redline-large-print.pdf"},
}


@dataclass(frozen=True, slots=True)
class Made:
    """What is served at one moment."""

    pages: Mapping[str, bytes] = field(default_factory=dict)
    later: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """PDFs, by path, which are made when somebody asks for one."""
    told: tuple[Told, ...] = ()
    parts: Mapping[str, Part] = field(default_factory=dict)
    """What was last made of each part, without what a preview adds."""
    theme: Theme = PLAIN
    """The last theme that had no fault."""


def make(home: Home, day: dt.date, before: Made | None = None) -> Made:
    """Return everything there is to serve; what cannot be made now is as it was before."""
    before = before or Made()
    themed = open_theme(home)
    opened, findings = _read(home, themed.findings)
    theme = before.theme if errors_of(themed.findings) else themed.theme
    made: dict[str, Part] = {}
    missing: dict[str, str] = {}
    for where, maker in _makers(home, theme, day).items():
        try:
            made[where] = maker()
        except ProtocolError as error:
            findings += error.findings
            missing[where] = "It can be made once what is said above has been put right."
        except ProtobuildError as error:
            missing[where] = f"{error.message} {error.fix}".strip()
    told = tuple(_told(findings, opened, home))
    now = {**{where: before.parts[where] for where in PAGES.values() if where in before.parts}, **made}
    pages = dict(_pages(now, told, missing))
    later = {path: maker for part in now.values() for path, maker in part.later.items()}
    return Made(pages, later, told, now, theme)


def broken(before: Made, said: str) -> Made:
    """Return what was served before, saying that something went wrong that is no fault of the protocol."""
    told = (Told(Finding("ours", said, Place("protobuild"))), *before.told)
    missing = dict.fromkeys(PAGES.values(), said)
    return replace(before, pages=dict(_pages(before.parts, told, missing)), told=told)


def _read(home: Home, look: Sequence[Finding]) -> tuple[Opened | None, list[Finding]]:
    """Return the draft as far as it can be read, and all there is to put right; `look` is of the theme."""
    try:
        opened = open_draft(home)
        return opened, list(all_findings(home, opened))
    except ProtocolError as error:
        return None, [*error.findings, *look]
    except ProtobuildError as error:
        lost = Finding("unreadable", error.message, Place("protocol/protocol.yaml"), fix=error.fix)
        return None, [lost, *look]


def _makers(home: Home, theme: Theme, day: dt.date) -> dict[str, Callable[[], Part]]:
    return {
        "": partial(parts.site, home, theme, day),
        DRAFT: partial(parts.draft, home, theme),
        REDLINE: partial(parts.redline, home, theme),
    }


def _told(findings: Iterable[Finding], opened: Opened | None, home: Home) -> Iterator[Told]:
    """Yield each finding once, with the id of what it is about."""
    seen = set()
    for finding in findings:
        key = (finding.rule, finding.message, finding.place.file, finding.place.line)
        if key not in seen:
            seen.add(key)
            yield Told(finding, _id_at(finding.place, opened, home) if opened else "")


def _id_at(place: Place, opened: Opened, home: Home) -> str:
    """Return the id last written before a place in its file; empty where there is none."""
    above = [
        (where.line, id)
        for id, where in opened.places.items()
        if home.shown(where.file) == place.file and where.line <= place.line
    ]
    return max(above)[1] if above else ""


def _pages(
    now: Mapping[str, Part], told: tuple[Told, ...], missing: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    for name, where in PAGES.items():
        part = now.get(where)
        if part is None:
            part = Part({where + HOME: missing_page(name, missing.get(where, "")).encode()})
        links = {each: f"/{there}" for each, there in PAGES.items()} | FILES.get(where, {})
        # The site shows adopted texts: what is wrong in the draft is not wrong in their paragraphs.
        here = told if where else tuple(Told(each.finding) for each in told)
        shown = Preview(links, here, kept=where in missing and where in now, assets=ASSETS)
        for path, data in part.files.items():
            if path.endswith(".html"):
                yield path, preview(data.decode(), f"/{path.removesuffix(HOME)}", shown).encode()
            else:
                yield path, data
