"""Updates: every version and what it changed, in plain sentences, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from protobuild.model.redlined import Change, Fate, Rank, Redlined
from protobuild.model.saying import counted, spoken
from protobuild.render.cover import STANDING
from protobuild.render.furniture import fill, style
from protobuild.render.markup import el, join
from protobuild.render.site.edition import UPDATES, Edition, Site, Standing, relative
from protobuild.render.site.frame import Page, frame
from protobuild.render.site.sentences import sentence

CLASSES = (
    (Rank.SUBSTANTIVE, "Changes of substance"),
    (Rank.TITLES, "New titles for roles, and nothing else"),
    (Rank.MINOR, "Minor changes: spacing, capitals, quotation marks, spelling or formatting"),
)
"""The classes of change, in the order in which readers meet them."""

LEAD = (
    "Each change is worked out from the two texts, and so is its class: what is not proved to be minor "
    "counts as a change of substance."
)
DIFFERENT = (
    "The text was replaced as a whole: it has too little in common with the one before to compare them."
)
FIRST = "The text was adopted for the first time."
NOTHING = "No words changed."


def updates_page(site: Site) -> str:
    """Return the page of all updates."""
    title = f"{site.current.outline.title}: updates"
    body = join(_update(edition, UPDATES) for edition in reversed(site.editions))
    return fill(
        "site-list",
        site.theme,
        title=title,
        lead=[LEAD],
        body=body,
        screen=style("base", "screen"),
        print=style("base", "print"),
        site=frame(site, Page(UPDATES, site.url(UPDATES)), title),
    )


def _update(edition: Edition, path: str) -> Markup:
    name = edition.name[:1].upper() + edition.name[1:]
    heading = el("h2", name, id=f"Version-{edition.folder}")
    return el("section", heading, el("p", decided(edition)), *_decisions(edition), *said(edition, path))


def _decisions(edition: Edition) -> Iterator[Markup]:
    if edition.decisions:
        yield el("ul", *(el("li", decision) for decision in edition.decisions))


def decided(edition: Edition) -> str:
    """Return who decided a version, under which minute and from when it counts, as sentences."""
    cover = edition.cover
    minute = f" (minute {edition.minute})" if edition.minute else ""
    recommended = f" It was recommended by {edition.recommended_by}." if edition.recommended_by else ""
    counts = f" In force from {spoken(cover.in_force)}." if cover.in_force else ""
    stands = "" if edition.standing is Standing.IN_FORCE else f" {STANDING[edition.standing]}."
    return f"Adopted by {cover.body}{minute}.{counts}{stands}{recommended}"


def said(edition: Edition, path: str) -> Iterator[Markup]:
    """Yield what a version changed, under a heading for each class."""
    shown = el("a", "Read this version", href=relative(path, edition.page))
    if edition.redlined is None:
        yield el("p", "" if edition.decisions else f"{FIRST} ", shown, ".")
        return
    seen = el("a", "see every change in the text", href=relative(path, edition.changes))
    yield el("p", f"{summary(edition.redlined)} ", shown, ", or ", seen, ".")
    if not edition.redlined.different:
        for rank, heading in CLASSES:
            of_it = [change for change in edition.redlined.changes if change.rank is rank]
            yield from _class(of_it, heading, relative(path, edition.changes))


def summary(redlined: Redlined) -> str:
    """Return in a sentence or two how much a version changed."""
    if redlined.different:
        return DIFFERENT
    again = sum(row.fate is Fate.RENUMBERED for row in redlined.concordance)
    renumbered = f" {counted(again, 'provision')} kept the words and took another number." if again else ""
    total = len(redlined.changes)
    return (f"{counted(total, 'change')}." if total else NOTHING) + renumbered


def _class(changes: Sequence[Change], heading: str, shown: str) -> Iterator[Markup]:
    """Yield the changes of one class, each with a link to where it is `shown` in the text."""
    if changes:
        yield el("h3", heading)
        yield el("ul", *(el("li", *_said(change, shown)) for change in changes))


def _said(change: Change, shown: str) -> Iterator[str]:
    yield f"{sentence(change)} "
    if change.at:
        yield el("a", f"See {change.name}", href=f"{shown}#{change.name}")
