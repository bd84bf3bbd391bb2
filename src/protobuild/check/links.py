"""Links: each leads somewhere.

Passes: `[the Act](https://www.legislation.gov.uk)`, `[write to us](mailto:law@example.gov.uk)`.
Fails: `[the Act](#)` and `[the Act]()`, as a text copied from a web page often has, `[the Act](TBC)`, whose
address has still to come, `click here` without a link, and a file of the office's own such as
`file:///policies`; a warning in a draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.spot import Look, Spot
from protobuild.model.source import Finding, Severity

NAME = "links"

_DEAD = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\((?:<>|#|<#>|\s*|https?://|mailto:)\)")
_TO_COME = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\((?P<address>(?!https?:|mailto:|tel:|#)[^()\s]{1,80})\)")
"""A link as it is read where its address is none, so that its brackets are printed."""
_WITHIN = re.compile(
    r"\bfile:/+\S+|(?<!\w)[A-Z]:\\+\w\S*|(?<![\w\\])\\\\[\w-]+\\\S+|\bhttps?://(?:intranet|localhost|sharepoint)\b[^\s)]*"
)
_HERE = re.compile(
    r"\b(?:[Cc]lick (?:here|on the link|this link|the link)|[Ff]ollow this link)\b(?![^\[\]]*\]\()"
)


def check(look: Look) -> Iterator[Finding]:
    """Yield a warning for each link without an address."""
    yield from _to_come(look)
    for spot in look.spots:
        if spot.silent(NAME):
            continue
        yield from _astray(look, spot)
        if "](" not in spot.words:
            continue
        for found in _DEAD.finditer(spot.words):
            words = " ".join(found["words"].split())
            yield Finding(
                NAME,
                f"the link '{words}' leads nowhere",
                look.within(spot, *found.span()),
                "Readers who follow it stay where they are.",
                "Write the address in the round brackets, or delete the brackets and keep the words.",
                Severity.WARNING,
            )


def _to_come(look: Look) -> Iterator[Finding]:
    """Yield a warning for each link whose address is a word that stands for one, such as TBC."""
    for found in _TO_COME.finditer(look.page.words) if "](" in look.page.words else ():
        prose, begins = look.page.spot(found.start())
        if not prose.spot.silent(NAME):
            yield Finding(
                NAME,
                f"the link '{found['words']}' leads nowhere: its address is '{found['address']}'",
                look.where(prose, found.start() - begins, found.end() - begins),
                "Readers see the brackets, and cannot follow them.",
                "Write the whole address, beginning with https://, or keep the words alone.",
                Severity.WARNING,
            )


def _astray(look: Look, spot: Spot) -> Iterator[Finding]:
    """Yield a warning for each address that only the office can reach, and each `click here` without one."""
    if "\\" in spot.words or ":/" in spot.words:
        for found in _WITHIN.finditer(spot.words):
            yield _no_way(look, spot, found, "is an address that only those in the office can reach")
    if "lick " in spot.words or "ollow this" in spot.words:
        for found in _HERE.finditer(spot.words):
            yield _no_way(look, spot, found, "has no address behind it")


def _no_way(look: Look, spot: Spot, found: re.Match[str], what: str) -> Finding:
    return Finding(
        NAME,
        f"'{found.group()}' {what}",
        look.within(spot, *found.span()),
        "Readers cannot follow it.",
        "Write the title of the page as a link: [title](https://...).",
        Severity.WARNING,
    )
