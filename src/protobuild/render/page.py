"""Page: the clean text as one self-contained HTML file."""

from __future__ import annotations

from protobuild.model.outline import Kind, Outline, accept, walk
from protobuild.render.blocks import write_blocks
from protobuild.render.contents import write_contents
from protobuild.render.cover import facts, letterhead, warning
from protobuild.render.furniture import fill, style
from protobuild.render.inline import write_runs
from protobuild.render.sheet import sheet
from protobuild.render.theme import PLAIN, Theme
from protobuild.render.tree import tree


def write_page(outline: Outline, template: str = "page", *, theme: Theme = PLAIN, **more: object) -> str:
    """Return the text as a page: no script, no network; of a redline, the text after its last round.

    Another template may extend the page; `more` is what it needs beside.
    """
    clean = accept(outline) if outline.last else outline
    page = sheet(clean)
    return fill(
        template,
        theme,
        title=clean.title or "Untitled",
        heading=write_runs(clean.entries[0].runs, page.inline) if clean.entries else "",
        cover=letterhead(clean.cover),
        facts=list(facts(clean.cover)),
        warning=warning(clean.cover),
        side=clean.sides[0] if clean.sides else None,
        numbered=any(entry.num for entry in walk(clean, Kind.SECTION, Kind.PARAGRAPH)),
        contents=write_contents(page),
        body=write_blocks(tree(clean.entries), page),
        screen=style("base", "screen"),
        print=style("base", "print"),
        **more,
    )
