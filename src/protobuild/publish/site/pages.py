"""Pages: every file of a site by its path, made in memory before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from protobuild.publish.formats import FORMATS, LARGE_PRINT, Given
from protobuild.render.fragment import write_fragment
from protobuild.render.furniture import style
from protobuild.render.site.amendments import amendments_page
from protobuild.render.site.classed import write_classed
from protobuild.render.site.edition import (
    ACCESSIBILITY,
    AMENDMENTS,
    FEED,
    FRAGMENTS,
    GUIDE,
    HOME,
    SITEMAP,
    UPDATES,
    Edition,
    Site,
    Standing,
)
from protobuild.render.site.feeds import atom, sitemap
from protobuild.render.site.frame import Download, hoisted
from protobuild.render.site.guide import guide_page
from protobuild.render.site.statement import statement_page
from protobuild.render.site.texts import changes_page, text_page
from protobuild.render.site.updates import updates_page

FORMS = {
    "pdf": "PDF",
    LARGE_PRINT: "PDF in large print",
    "text": "Plain text",
    "json": "Data for programs (JSON)",
}
"""What each text can be downloaded as, and what its link says."""

PAPER = frozenset({"pdf", LARGE_PRINT})

Write = Callable[[str, str, Given], bytes]
"""Writes the file at a path: a text in one of the formats."""


@dataclass(slots=True)
class _Site:
    """The files of a site while they are made."""

    site: Site
    forms: tuple[str, ...]
    write: Write
    files: dict[str, bytes] = field(default_factory=dict)


def site_files(
    site: Site, *, pdf: bool = True, fragments: bool = False, write: Write | None = None
) -> dict[str, bytes]:
    """Return every file of a site by its path, the same bytes for the same site.

    `write` makes the downloads, where something else than making each anew is wanted.
    """
    forms = tuple(form for form in FORMS if pdf or form not in PAPER)

    def plainly(path: str, form: str, given: Given) -> bytes:
        return FORMATS[form].write(given, theme=site.theme)

    made = _Site(site, forms, write or plainly)
    for edition in (*site.editions, *([site.draft] if site.draft else [])):
        _edition(made, edition)
    files = _front(made)
    _rest(made)
    pasted = dict(_fragments(made)) if fragments else {}
    made.files[GUIDE] = guide_page(site, pasted, files).encode()
    return dict(sorted(made.files.items()))


def _edition(made: _Site, edition: Edition) -> None:
    """Add the page of a version, the page of what it changed, and what is downloaded from them."""
    files = _downloads(made, edition.outline, f"{edition.folder}/protocol-{edition.folder}")
    _page(made, edition.page, text_page(made.site, edition, edition.page, files), "text")
    if edition.redlined:
        files = _downloads(made, edition.redlined, f"{edition.changed}/changes-{edition.folder}")
        _page(made, edition.changes, changes_page(made.site, edition, edition.redlined, files), "changes")


def _front(made: _Site) -> list[Download]:
    """Add the page in force at the address itself, with files that always keep their names."""
    current = made.site.current
    files = []
    for form in made.forms:
        suffix = FORMATS[form].suffix
        data = made.files[f"{current.folder}/protocol-{current.folder}{suffix}"]
        files.append(Download(f"protocol{suffix}", FORMS[form], len(data)))
        made.files[files[-1].path] = data
    _page(made, HOME, text_page(made.site, current, HOME, files), "text")
    return files


def _downloads(made: _Site, given: Given, stem: str) -> list[Download]:
    out = []
    for form in made.forms:
        path = stem + FORMATS[form].suffix
        made.files[path] = made.write(path, form, given)
        out.append(Download(path, FORMS[form], len(made.files[path])))
    return out


def _page(made: _Site, path: str, html: str, look: str) -> None:
    page, sheets = hoisted(html, path, look)
    made.files |= {path: page.encode(), **sheets}


def _rest(made: _Site) -> None:
    """Add what tells of the versions together."""
    site = made.site
    _page(made, UPDATES, updates_page(site), "list")
    _page(made, AMENDMENTS, amendments_page(site), "list")
    _page(made, ACCESSIBILITY, statement_page(site), "list")
    made.files |= {FEED: atom(site).encode(), SITEMAP: sitemap(site).encode()}


def _fragments(made: _Site) -> Iterator[tuple[str, str]]:
    """Add what may be pasted into a content system: the text in force, and what is newest of changes."""
    current = made.site.current
    shown: list[tuple[str, str, Given]] = [("protocol", f"The {current.name}", current.outline)]
    for edition in made.site.editions:
        if edition.redlined and edition.standing is not Standing.SUPERSEDED:
            about = f"What changed in the {edition.name}"
            shown.append((f"changes-{edition.folder}", about, edition.redlined))
    for stem, about, given in shown:
        plain, classed = f"{FRAGMENTS}/{stem}.html", f"{FRAGMENTS}/{stem}-with-classes.html"
        made.files |= {plain: write_fragment(given).encode(), classed: write_classed(given).encode()}
        yield plain, f"{about}, in plain elements."
        yield classed, f"{about}, with classes and anchors."
    sheet = f"{FRAGMENTS}/classes.css"
    made.files[sheet] = f"{style('classed')}\n".encode()
    yield sheet, "The style sheet of those with classes."
