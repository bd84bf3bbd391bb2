"""Frame: what stands around every page of a site: where the reader is, and what else there is."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.render.furniture import style
from protobuild.render.markup import el, join
from protobuild.render.site.edition import (
    ACCESSIBILITY,
    AMENDMENTS,
    ASSETS,
    FEED,
    HOME,
    UPDATES,
    Edition,
    Site,
    Standing,
    relative,
)

NOTHING = Markup("")

OWN = {"screen": "site", "print": "site-print"}
"""The style sheet a site adds, on a screen and on paper."""

_STYLE = re.compile(r'<style media="([^"]+)">\n(.*?)\n</style>', re.DOTALL)

_LOGO = re.compile(r'\bsrc="data:image/(svg\+xml|png);base64,([^"]+)"(?=></p>\n)')


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it stands, and what it is."""

    path: str
    canonical: str
    indexed: bool = True
    """Whether search engines are asked to list it."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that goes with a page."""

    path: str
    label: str
    size: int = 0
    """How many bytes it holds."""

    @property
    def says(self) -> str:
        """What stands on its link.

        >>> Download("a.pdf", "PDF", 61_000).says
        'PDF, 60 KB'
        """
        return f"{self.label}, {max(1, round(self.size / 1024))} KB" if self.size else self.label


@dataclass(frozen=True, slots=True)
class Frame:
    """What the templates of the site need for what stands around a page."""

    title: str
    """What the window is called."""
    canonical: str
    indexed: bool
    feed: str
    bar: Markup
    """Links to the pages every page leads to, as the items of a list."""
    notice: Markup
    """What a text that is not in force says at its head."""
    about: str
    """Where accessibility is spoken of."""
    contact: str
    council: str


def frame(site: Site, page: Page, title: str, notice: Markup = NOTHING) -> Frame:
    """Return what stands around a page."""
    cover = site.current.cover
    return Frame(
        title=title,
        canonical=page.canonical,
        indexed=page.indexed,
        feed=relative(page.path, FEED),
        bar=join(el("li", _link(words, path, page.path)) for words, path in _bar(site)),
        notice=notice,
        about=relative(page.path, ACCESSIBILITY),
        contact=cover.contact,
        council=cover.council,
    )


def _bar(site: Site) -> tuple[tuple[str, str], ...]:
    """Return the pages every page leads to."""
    current = "The text in force" if site.current.standing is Standing.IN_FORCE else "The text"
    return (current, HOME), ("All updates", UPDATES), ("Table of amendments", AMENDMENTS)


def _link(words: str, path: str, here: str) -> Markup:
    return el("a", words, href=relative(here, path), aria_current="page" if path == here else None)


def notice(site: Site, edition: Edition, path: str) -> Markup:
    """Return what a text that is not in force says at its head; empty for the one that is."""
    if edition.standing is Standing.IN_FORCE or edition is site.current:
        return NOTHING
    current = el("a", f"the {site.current.name}", href=relative(path, HOME))
    lead = (
        "The text in force is "
        if site.current.standing is Standing.IN_FORCE
        else "The text adopted first is "
    )
    of_a_draft = " Its address is not a lasting one." if edition.standing is Standing.DRAFT else ""
    return join((f"You are reading the {edition.name}. ", lead, current, ".", of_a_draft))


def downloads(path: str, files: Iterable[Download]) -> Markup:
    """Return links to files as the items of a list."""
    return join(el("li", el("a", file.says, href=relative(path, file.path))) for file in files)


def hoisted(html: str, path: str, name: str) -> tuple[str, dict[str, bytes]]:
    """Return a page that links its styles and its logo, and these by path.

    A page of a site holds no style or picture of its own, so that a server may forbid all but its files.
    """
    sheets: dict[str, bytes] = {}

    def picture(found: re.Match[str]) -> str:
        file = f"{ASSETS}/logo.{found.group(1).partition('+')[0]}"
        sheets[file] = base64.b64decode(found.group(2))
        return f'src="{relative(path, file)}"'

    def link(found: re.Match[str]) -> str:
        media, rules = found.groups()
        sheet = f"{ASSETS}/{name}-{'-'.join(re.findall('[a-z0-9]+', media))}.css"
        own = f"{style(OWN[media])}\n" if media in OWN else ""
        sheets[sheet] = f"{rules}\n{own}".encode()
        return f'<link rel="stylesheet" media="{media}" href="{relative(path, sheet)}">'

    return _LOGO.sub(picture, _STYLE.sub(link, html)), sheets
