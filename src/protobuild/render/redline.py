"""Redline: what changed, as one self-contained HTML file a committee can decide on."""

from __future__ import annotations

from markupsafe import Markup

from protobuild.model.outline import accept
from protobuild.model.redlined import Redlined
from protobuild.render.blocks import write_blocks
from protobuild.render.concordance import write_concordance
from protobuild.render.contents import write_contents
from protobuild.render.cover import SHOWS_CHANGES, letterhead
from protobuild.render.furniture import fill, style
from protobuild.render.inline import write_runs
from protobuild.render.margin import beside
from protobuild.render.rounds import named
from protobuild.render.schedule import write_schedule
from protobuild.render.sheet import Sheet, sheet
from protobuild.render.sides import write_sides
from protobuild.render.summary import counted, dropped, forced, ranked
from protobuild.render.theme import PLAIN, Theme
from protobuild.render.tree import Node, tree, without
from protobuild.render.views import WHOLE, View

PARTS = (("Summary", "Summary"), ("Schedule", "Schedule of changes"))
LAST = (("Concordance", "Where every paragraph went"),)


def write_redline(
    redlined: Redlined,
    template: str = "redline",
    *,
    view: View = WHOLE,
    theme: Theme = PLAIN,
    **more: object,
) -> str:
    """Return the redline as a page: summary, key, schedule, marked text and concordance.

    Another template may extend the page; `more` is what it needs beside.
    """
    outline = redlined.outline
    page = sheet(outline, redlined.changes, only=view.only, below=view.below)
    last = LAST if redlined.concordance else ()
    wide_screen, wide_print = (["screen-sides"], ["print-sides"]) if view.sides else ([], [])
    return fill(
        template,
        theme,
        title=accept(outline).title or "Untitled",
        heading=_title(page),
        noted=beside(Node(0, page.outline.entries[0]), page) if outline.entries else "",
        cover=letterhead(outline.cover),
        standing=SHOWS_CHANGES,
        sides=named(outline),
        rounds=outline.last,
        different=redlined.different,
        changes=redlined.changes,
        counted=counted(redlined),
        ranked=ranked(redlined),
        forced=forced(redlined),
        dropped=dropped(redlined),
        contents=write_contents(page, *last, before=PARTS),
        schedule=write_schedule(redlined, page),
        view=view,
        body=_body(page, view),
        concordance=write_concordance(redlined, page) if redlined.concordance else "",
        screen=style("base", "marks", "screen", "screen-redline", "screen-views", *wide_screen),
        print=style("base", "marks", "print", "print-redline", *wide_print),
        from_browser=style("print-browser"),
        **more,
    )


def _body(page: Sheet, view: View) -> Markup:
    if view.sides:
        return write_sides(page)
    nodes = tree(page.outline.entries)
    if view.only:
        nodes = without(nodes, page.unchanged.at, page.unchanged.said)
    return write_blocks(nodes, page)


def _title(page: Sheet) -> str:
    entries = page.outline.entries
    return write_runs(entries[0].runs, page.inline) if entries else ""
