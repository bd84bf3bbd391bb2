"""Texts: the page of a version and the page of what it changed, as they stand in a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.render.cover import letterhead
from protobuild.render.markup import el, join
from protobuild.render.page import write_page
from protobuild.render.redline import write_redline
from protobuild.render.site.anchors import anchors, with_anchors
from protobuild.render.site.edition import HOME, Edition, Site, Standing, relative
from protobuild.render.site.frame import Download, Page, downloads, frame, notice
from protobuild.render.site.legislation import json_ld


def text_page(site: Site, edition: Edition, path: str, files: Sequence[Download]) -> str:
    """Return the page of a version at a path: its own for good, or the front of the site."""
    current = edition is site.current
    page = Page(path, site.url(HOME if current else path), indexed=current)
    called = "" if path == HOME else f", {edition.name}"
    old = anchors(site, edition, path)
    html = write_page(
        edition.outline,
        "site-text",
        theme=site.theme,
        data=json_ld(site, edition, path, tuple(file.path for file in files)),
        downloads=downloads(path, files),
        versions=list(_around(site, edition, path)),
        gone=old.gone,
        site=frame(site, page, _title(edition, called), notice(site, edition, path)),
    )
    return with_anchors(html, old.spots)


def changes_page(site: Site, edition: Edition, redlined: Redlined, files: Sequence[Download]) -> str:
    """Return the page of what a version changed in the one before."""
    lasting = edition.standing is not Standing.DRAFT
    page = Page(edition.changes, site.url(edition.changes), indexed=lasting)
    title = _title(edition, f", {edition.name}")
    return write_redline(
        redlined,
        "site-changes",
        theme=site.theme,
        downloads=downloads(edition.changes, files),
        versions=list(_around(site, edition, edition.changes)),
        site=frame(site, page, f"Changes to {title}"),
    )


def _title(edition: Edition, called: str) -> str:
    council = edition.cover.council
    return f"{edition.outline.title}{called}{f' - {council}' if council else ''}"


def _around(site: Site, edition: Edition, path: str) -> Iterator[Markup]:
    """Yield what leads from a page to its neighbours in time."""
    before, after = site.before(edition), site.after(edition)
    if path != edition.page:
        own = relative(path, edition.page)
        yield el("a", f"The lasting address of the {edition.name}", href=own)
    if edition.redlined and path != edition.changes:
        yield el("a", "What changed in this version", href=relative(path, edition.changes))
    if before:
        yield join(("Before it: ", el("a", f"the {before.name}", href=relative(path, before.page))))
    if after:
        yield join(("After it: ", el("a", f"the {after.name}", href=relative(path, after.page))))


def as_published(outline: Outline, address: str, contact: str, status: str) -> Outline:
    """Return a text that says how it stands, where it is published and whom a reader may ask."""
    cover = replace(letterhead(outline.cover), status=status, address=address, contact=contact)
    return replace(outline, cover=cover)
