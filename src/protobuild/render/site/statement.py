"""Statement: what is known of the accessibility of a site, which the council completes in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from protobuild.model.markdown import Block
from protobuild.model.outline import Kind
from protobuild.render.furniture import fill, style
from protobuild.render.inline import Inline, write_runs
from protobuild.render.markup import el, join
from protobuild.render.site.edition import ACCESSIBILITY, Site
from protobuild.render.site.frame import Page, frame

FINISHED = "Accessibility statement"
UNFINISHED = "How accessible these pages are"

EACH_TIME = (
    "Every page is plain HTML. It needs no script, no colour and nothing from elsewhere.",
    "Every PDF is tagged for screen readers and says word for word what its page says.",
    "Every id and number that an earlier version had still leads somewhere.",
)
"""What is so whenever a site is made, since it is not made otherwise."""

IN_TESTS = (
    "axe-core finds no violation, on a wide and on a narrow screen, in light and in dark colours;",
    "the Nu HTML checker finds no error;",
    "no page scrolls sideways on a screen 320 pixels wide;",
    "the keyboard alone reaches every change of a page that shows changes;",
    "veraPDF finds no breach of PDF/UA-1 in any kind of PDF.",
)
"""What the tests of the program check on samples of every kind of page."""

NOT_CHECKED = (
    "No reading with a screen reader and no audit from outside is part of making these pages.",
    "What the text links to was not checked.",
)


def statement_page(site: Site) -> str:
    """Return the statement: what was checked, after the council's own words where it has written them."""
    title = FINISHED if site.statement else UNFINISHED
    return fill(
        "site-list",
        site.theme,
        title=title,
        lead=[f"This is about the pages and PDFs published at {site.address}"],
        body=join((*_own(site.statement), *_checked())),
        screen=style("base", "screen"),
        print=style("base", "print"),
        site=frame(
            site, Page(ACCESSIBILITY, site.url(ACCESSIBILITY)), f"{title} - {site.current.outline.title}"
        ),
    )


def _own(blocks: Sequence[Block]) -> Iterator[Markup]:
    """Yield the council's own words, list items of one list together."""
    for (kind, numbered), same in groupby(blocks, key=lambda block: (block.kind, bool(block.label))):
        words = [write_runs(block.runs, Inline({})) for block in same]
        if kind is Kind.BULLET:
            yield el("ol" if numbered else "ul", *(el("li", each) for each in words))
        else:
            yield from (el("h2" if kind is Kind.SUBHEADING else "p", each) for each in words)


def _checked() -> Iterator[Markup]:
    yield el("h2", "What holds for every page")
    yield el("ul", *(el("li", each) for each in EACH_TIME))
    yield el("h2", "What the program that makes the pages is tested for")
    yield el("p", "On samples of every kind of page:")
    yield el("ul", *(el("li", each) for each in IN_TESTS))
    yield el("h2", "What was not checked")
    yield el("ul", *(el("li", each) for each in NOT_CHECKED))
