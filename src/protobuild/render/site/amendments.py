"""Amendments: a table of every decision on the text, by municipal year."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from markupsafe import Markup

from protobuild.model.redlined import Rank
from protobuild.model.saying import counted, listed, spoken
from protobuild.render.furniture import fill, style
from protobuild.render.markup import el, join
from protobuild.render.site.edition import AMENDMENTS, Edition, Site, relative
from protobuild.render.site.frame import Page, frame

COLUMNS = ("Decided", "By", "In force from", "Changes", "Read")
FIRST_MONTH = 5
"""May, in which a council holds the annual meeting that begins its year."""

LEAD = (
    "A municipal year is counted from 1 May, since it begins with the annual meeting in May. "
    "A decision taken in May before that meeting therefore stands in the new year."
)
CLASSES = {
    Rank.SUBSTANTIVE: "of substance",
    Rank.TITLES: "of titles only",
    Rank.MINOR: "minor",
}


def municipal_year(day: date) -> str:
    """Return the municipal year a day falls in.

    >>> municipal_year(date(2026, 4, 30)), municipal_year(date(2026, 5, 14))
    ('2025/26', '2026/27')
    """
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def amendments_page(site: Site) -> str:
    """Return the table of amendments, the latest year first."""
    title = f"{site.current.outline.title}: table of amendments"
    return fill(
        "site-list",
        site.theme,
        title=title,
        lead=[LEAD],
        body=join(_year(year, list(same)) for year, same in groupby(reversed(site.editions), _year_of)),
        screen=style("base", "screen"),
        print=style("base", "print"),
        site=frame(site, Page(AMENDMENTS, site.url(AMENDMENTS)), title),
    )


def _year_of(edition: Edition) -> str:
    return municipal_year(edition.adopted) if edition.adopted else ""


def _year(year: str, editions: list[Edition]) -> Markup:
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    rows = [_row(edition) for edition in editions]
    table = el("table", el("thead", head), el("tbody", *rows), class_="stacks")
    named = f"Amendments in the municipal year {year}"
    box = el("div", table, class_="scroll", role="region", tabindex="0", aria_label=named)
    return el("h2", f"Municipal year {year}") + box


def _row(edition: Edition) -> Markup:
    cover = edition.cover
    minute = f", minute {edition.minute}" if edition.minute else ""
    decided = spoken(cover.adopted) if cover.adopted else ""
    links = [el("a", f"Version of {decided}", href=relative(AMENDMENTS, edition.page))]
    if edition.redlined:
        links.append(el("a", f"Changes of {decided}", href=relative(AMENDMENTS, edition.changes)))
    cells = (
        el("th", decided, scope="row"),
        el("td", f"{cover.body}{minute}", data_label="By"),
        el("td", spoken(cover.in_force) if cover.in_force else "", data_label="In force from"),
        el("td", _changes(edition), data_label="Changes"),
        el("td", Markup(", ").join(links), data_label="Read"),
    )
    return el("tr", *cells)


def _changes(edition: Edition) -> str:
    """Return how many changes a version made, by class."""
    if edition.redlined is None:
        return "Adopted for the first time"
    if edition.redlined.different:
        return "Replaced as a whole"
    ranks = [change.rank for change in edition.redlined.changes]
    parts = [f"{ranks.count(rank)} {said}" for rank, said in CLASSES.items() if rank in ranks]
    return f"{counted(len(ranks), 'change')}: {listed(parts)}" if ranks else "No words changed"
