"""Guide: the page that tells a web officer what each file is, where it goes and what it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from protobuild.render.furniture import fill, style
from protobuild.render.markup import el
from protobuild.render.site.edition import (
    ACCESSIBILITY,
    AMENDMENTS,
    ASSETS,
    DRAFT,
    FEED,
    HOME,
    SITEMAP,
    UPDATES,
    Edition,
    Site,
)
from protobuild.render.site.frame import Download

COLUMNS = ("File", "What it is", "Where it goes", "What it replaces")
STAYS = "Nothing: it is new, or a copy of what is there already."


def guide_page(site: Site, fragments: Mapping[str, str], files: Sequence[Download]) -> str:
    """Return the guide; `fragments` says by path what each holds, `files` are those beside the front page."""
    title = "Read me first"
    return fill(
        "site-guide",
        site.theme,
        title=title,
        address=site.address,
        unfinished=not site.statement,
        files=_table("What to upload", _rows(site, files)),
        fragments=_table("What to paste instead", _pasted(fragments)) if fragments else "",
        screen=style("base", "screen", "site"),
        print=style("base", "print"),
    )


def _table(caption: str, rows: Iterator[tuple[str, str, str, str]]) -> Markup:
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    table = el(
        "table",
        el("caption", caption),
        el("thead", head),
        el("tbody", *(_row(*row) for row in rows)),
        class_="stacks",
    )
    return el("div", table, class_="scroll", role="region", tabindex="0", aria_label=caption)


def _row(path: str, what: str, where: str, replaces: str) -> Markup:
    cells = (
        el("td", words, data_label=name)
        for name, words in zip(COLUMNS[1:], (what, where, replaces), strict=True)
    )
    return el("tr", el("th", el("a", path, href=path), scope="row"), *cells)


def _rows(site: Site, files: Sequence[Download]) -> Iterator[tuple[str, str, str, str]]:
    """Yield each file or folder to upload."""
    yield HOME, f"The {site.current.name}, with links to all the rest.", site.address, "The page there now."
    now = "The file of the same name, which is always that of the text in force."
    for file in files:
        yield file.path, f"The same text as a file: {file.says}.", site.address + file.path, now
    for edition in site.editions:
        yield from _edition(site, edition)
    if site.draft:
        draft = "The draft, for those who are consulted. It says on every page that it is not in force."
        yield (
            f"{DRAFT}/{HOME}",
            draft,
            site.url(f"{DRAFT}/{HOME}"),
            "An earlier draft. Take it down once it is adopted.",
        )
    yield (
        UPDATES,
        "What changed in each version, in plain sentences.",
        site.url(UPDATES),
        "The page there now.",
    )
    yield (
        AMENDMENTS,
        "The table of amendments by municipal year.",
        site.url(AMENDMENTS),
        "The page there now.",
    )
    yield ACCESSIBILITY, "How accessible the pages are.", site.url(ACCESSIBILITY), "The page there now."
    yield FEED, "The updates, for feed readers.", site.address + FEED, "The file there now."
    yield SITEMAP, "The pages, for search engines.", site.address + SITEMAP, "The file there now."
    yield (
        f"{ASSETS}/",
        "How the pages look on a screen and on paper.",
        f"{site.address}{ASSETS}/",
        "The folder there now.",
    )


def _edition(site: Site, edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    says = f"The {edition.name}, with files to download. This address stays for good."
    yield edition.page, says, site.url(edition.page), STAYS
    if edition.redlined:
        yield edition.changes, "What it changed in the version before.", site.url(edition.changes), STAYS


def _pasted(fragments: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    page = "Into a page of your content system, as its HTML source."
    for path, what in fragments.items():
        where = "To the style sheets of your content system." if path.endswith(".css") else page
        yield path, what, where, "What stands there now."
