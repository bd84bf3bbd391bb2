"""Preview: what a page that is being worked on says at its head, and beside what is to be put right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.model.saying import counted
from protobuild.model.source import Finding, Severity
from protobuild.render.furniture import fill, style
from protobuild.render.markup import el, join
from protobuild.render.site.anchors import with_anchors

OPEN = 8
"""Up to how many findings are shown without being asked for."""

LABELS = {Severity.ERROR: "To put right", Severity.WARNING: "To look at", Severity.NOTE: "To know"}

_HEAD = re.compile(r'<body[^>]*>\s*(?:<a class="skip"[^>]*>[^<]*</a>\s*)?')


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to put right, and the provision it is about where that is known."""

    finding: Finding
    id: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a page that is being worked on says beside its own words."""

    links: Mapping[str, str]
    """The other pages and files, by name."""
    told: Sequence[Told] = ()
    kept: bool = False
    """Whether the page is as it was before a file was broken."""
    assets: str = ""
    """Where the style sheet and the script lie."""


def preview(html: str, path: str, shown: Preview) -> str:
    """Return a page with what is to be put right at its head, and at each paragraph that it is about."""
    ids = set(re.findall(r' id="([^"]+)"', html))
    spots: dict[str, Markup] = {}
    for told in shown.told:
        if told.id in ids:
            spots[told.id] = spots.get(told.id, Markup("")) + _beside(told.finding)
    head = el("link", rel="stylesheet", href=f"{shown.assets}preview.css")
    script = el("script", src=f"{shown.assets}reload.js", defer="")
    dressed = with_anchors(html, spots).replace("</head>", f"{head}\n{script}\n</head>", 1)
    return _HEAD.sub(lambda found: f"{found.group()}{_banner(path, shown, ids)}\n", dressed, count=1)


def missing_page(title: str, said: str) -> str:
    """Return a page that stands where one could not be made, and says why."""
    return fill(
        "preview", title=title, said=said, screen=style("base", "screen"), print=style("base", "print")
    )


def _banner(path: str, shown: Preview, ids: Iterable[str]) -> Markup:
    links = (
        el("li", el("a", name, href=href, aria_current="page" if href == path else None))
        for name, href in shown.links.items()
    )
    kept = "A file cannot be read as it is now. This page is as it was before."
    return el(
        "aside",
        el("p", el("strong", "Preview, not published")),
        el("ul", *links, role="list"),
        el("p", el("strong", kept)) if shown.kept else "",
        _findings(shown.told, frozenset(ids)) if shown.told else el("p", "Nothing to put right."),
        class_="preview",
        aria_label="Preview",
    )


def _findings(told: Sequence[Told], ids: frozenset[str]) -> Markup:
    errors = sum(each.finding.severity is Severity.ERROR for each in told)
    counts = ((errors, "error"), (len(told) - errors, "remark"))
    said = " and ".join(counted(count, word) for count, word in counts if count)
    return el(
        "details",
        el("summary", said),
        el("ul", *(el("li", _row(each, ids)) for each in told)),
        open="" if len(told) <= OPEN or errors else None,
    )


def _row(told: Told, ids: frozenset[str]) -> Markup:
    place = told.finding.place
    where = el("a", "Go there", href=f"#{told.id}") if told.id in ids else ""
    return join((_said(told.finding), " ", el("code", f"{place.file}:{place.line}"), " ", where))


def _beside(finding: Finding) -> Markup:
    return el("span", _said(finding), class_=f"finding {finding.severity}", role="note")


def _said(finding: Finding) -> Markup:
    """Return what is wrong, why it matters and what to do, in a few sentences."""
    parts = (_sentence(each) for each in (finding.message, finding.why, finding.fix) if each)
    return join((el("strong", f"{LABELS[finding.severity]}:"), " ", " ".join(parts)))


def _sentence(words: str) -> str:
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?")) else f"{words}."
