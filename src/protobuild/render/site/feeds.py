"""Feeds: the updates as Atom and the pages as a sitemap, with days from the record and never the clock."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from protobuild.model.saying import spoken
from protobuild.render.markup import el, join
from protobuild.render.site.edition import (
    ACCESSIBILITY,
    AMENDMENTS,
    FEED,
    HOME,
    UPDATES,
    Edition,
    Site,
)
from protobuild.render.site.sentences import sentence
from protobuild.render.site.updates import FIRST, summary

XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def atom(site: Site) -> str:
    """Return the feed of updates, an entry for each adopted version, the latest first."""
    cover = site.current.cover
    parts = (
        el("title", f"{site.current.outline.title}: updates"),
        el("id", site.address),
        _link(site.address),
        _link(site.url(FEED), "self"),
        el("updated", _moment(site.editions[-1])),
        el("author", el("name", cover.council or cover.body or site.current.outline.title)),
        *(_entry(site, edition) for edition in reversed(site.editions)),
    )
    return f"{XML}{el('feed', *_lines(parts), xmlns='http://www.w3.org/2005/Atom')}\n"


def _entry(site: Site, edition: Edition) -> Markup:
    address = site.url(edition.page)
    title = edition.name[:1].upper() + edition.name[1:]
    parts = [
        el("title", title),
        el("id", address),
        _link(address),
        el("published", _moment(edition)),
        el("updated", _moment(edition)),
        el("summary", _summary(edition)),
    ]
    if edition.redlined:
        parts.append(_link(site.url(edition.changes), "related"))
        parts.append(el("content", str(join(_content(edition))), type="html"))
    return el("entry", *_lines(parts))


def _summary(edition: Edition) -> str:
    changed = summary(edition.redlined) if edition.redlined else FIRST
    from_when = f", in force from {spoken(edition.cover.in_force)}" if edition.cover.in_force else ""
    return f"Adopted by {edition.cover.body}{from_when}. {changed}"


def _content(edition: Edition) -> Iterator[Markup]:
    yield el("p", _summary(edition))
    if edition.redlined and not edition.redlined.different:
        yield el("ul", *(el("li", sentence(change)) for change in edition.redlined.changes))


def _moment(edition: Edition) -> str:
    """Return the day of a decision as a feed writes it. No minutes record the hour, so it is midnight."""
    return f"{edition.adopted.isoformat()}T00:00:00Z" if edition.adopted else ""


def _link(address: str, rel: str = "alternate") -> Markup:
    return Markup(f'<link rel="{rel}" href="{escape(address)}"/>')  # noqa: S704 - escaped


def _lines(parts: list[Markup] | tuple[Markup, ...]) -> list[Markup]:
    return [Markup("\n"), Markup("\n").join(parts), Markup("\n")]


def sitemap(site: Site) -> str:
    """Return the pages that search engines are asked to list, with the day each text was decided."""
    pages = [
        (HOME, site.current),
        (UPDATES, site.editions[-1]),
        (AMENDMENTS, site.editions[-1]),
        *((edition.changes, edition) for edition in site.editions if edition.redlined),
    ]
    rows = [_row(site, path, edition) for path, edition in pages]
    rows.append(el("url", el("loc", site.url(ACCESSIBILITY))))
    return f"{XML}{el('urlset', *_lines(rows), xmlns='http://www.sitemaps.org/schemas/sitemap/0.9')}\n"


def _row(site: Site, path: str, edition: Edition) -> Markup:
    day = edition.adopted.isoformat() if edition.adopted else ""
    return el("url", el("loc", site.url(path)), el("lastmod", day))
