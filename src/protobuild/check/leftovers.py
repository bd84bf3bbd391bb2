"""Leftovers: signs of Markdown that would be printed as signs, because they mean nothing as written.

Passes: `**must**`; `[the Act](https://www.legislation.gov.uk)`; `a * b`; `1 < 2`.
Fails: `**must` (never closed); `[the Act](act.html)` (an address that is not kept: only https,
http, mailto and # are); `![picture](x.png)`; `<b>must</b>`; `[[Purpose]]` (not a reference);
`[purpose]` (a reference with one bracket too few, where there is that id); `# Purpose` and
`| a | b |` (headings and tables have fields of their own).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from protobuild.check.references import known_names
from protobuild.check.spot import Look, Spot
from protobuild.model.markdown import REFERENCE, read_blocks
from protobuild.model.source import Finding, Severity

NAME = "leftovers"


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign that is left in the words a reader would see."""

    seen: re.Pattern[str] | None
    """What is left over, in the words as published; nothing where it is enough that it is written."""
    written: re.Pattern[str]
    """Where it is to be found in the words as written."""
    message: str
    fix: str
    severity: Severity = Severity.ERROR


_SIGNS = (
    _Sign(
        None,  # one whose address is whole leaves a link behind
        re.compile(r"!\["),
        "pictures cannot be part of a protocol, so '![' would be printed",
        "Say in words what the picture shows, or publish it apart and link to it.",
    ),
    _Sign(
        re.compile(r"\]\([^)\s]*\)?"),
        re.compile(r"\[[^\]]*\]\((?!https?://|mailto:|#)[^)\s]*\)?"),
        "this link would be printed as brackets: its address is not one that readers can follow",
        "Write the whole address, beginning with https://.",
    ),
    _Sign(
        re.compile(r"\[\[|\]\]"),
        re.compile(r"\[\[(?![a-z][a-z0-9-]*(?::[a-z0-9-]+)?\]\])|\]\]"),
        "these double brackets are not a reference as they stand, and would be printed",
        "Write an id between two brackets on each side, in lower-case letters, digits and hyphens: "
        "[[purpose]].",
    ),
    _Sign(
        re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--"),
        re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--"),
        "HTML is not understood here, and would be printed as it stands",
        "Use **bold**, *italics*, a list or a blank line; delete what stands between < and >.",
    ),
    _Sign(
        re.compile(r"\*\*|__"),
        re.compile(r"\*\*|__"),
        "this sign for bold is never closed, or has a space on its inner side, and would be printed",
        "Put two stars on each side of the words, with no space between: **words**.",
    ),
    _Sign(
        re.compile(r"(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])"),
        re.compile(r"(?<![\w*\\])\*(?=\w)|(?<=[\w.,;])\*(?![\w*])"),
        "this star is never closed, and would be printed",
        "Put one star on each side of the words; for a star that is meant, write \\*.",
    ),
    _Sign(
        None,
        re.compile(r"^ {0,3}#{1,6} (?=\S)", re.MULTILINE),
        "headings are not written with '#' here, so it would be printed",
        "Write the heading in a field of its own, 'heading:' or 'subheading:'; for a sign that is meant, "
        "write \\#.",
    ),
    _Sign(
        None,
        re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE),
        "a table is not written with bars here, so they would be printed",
        "Give the table a clause of its own, with 'matrix:', its 'columns' and its 'rows'.",
        Severity.WARNING,  # a text that is taken over as it stands may hold one
    ),
)
_SINGLE = re.compile(r"(?<![\[\]])\[([a-z][a-z0-9-]*(?::[a-z0-9-]+)?)\](?![\](])")
_SUSPECT = re.compile(r"[*_\[\]<!#|]")
_ESCAPED = re.compile(r"\\[*_\[\]<!#|]")


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each sort of sign left over in a stretch of words."""
    known = known_names(look)
    for spot in look.spots:
        if _SUSPECT.search(spot.words) and not spot.silent(NAME):
            yield from _left(look, spot)
            yield from _single(look, spot, known)


def _left(look: Look, spot: Spot) -> Iterator[Finding]:
    # What a backslash keeps as a sign is meant: it is hidden, so that what is left is not.
    words = _ESCAPED.sub("\ue000\ue000", spot.words)
    published = _published(words)
    # So are the references that are whole, lest one be taken for the one that is broken.
    written = REFERENCE.sub(lambda found: "\ue000" * len(found.group()), words)
    for sign in _SIGNS:
        at = sign.written.search(written)
        if not (sign.seen.search(published) if sign.seen else at):
            continue
        start, end = at.span() if at else (0, 1)
        yield Finding(
            NAME,
            sign.message,
            look.within(spot, start, end),
            "It was meant as a sign to the program; readers would see it among the words.",
            sign.fix,
            sign.severity,
        )


def _single(look: Look, spot: Spot, known: Collection[str]) -> Iterator[Finding]:
    """Yield a warning for each name in single brackets: a reference, or else an editor's insertion."""
    for found in _SINGLE.finditer(spot.words):
        name = found[1]
        if name in known and not spot.words[: found.start()].endswith("\\"):
            yield Finding(
                NAME,
                f"'[{name}]' is not a reference as it stands, and would be printed with its brackets",
                look.within(spot, *found.span()),
                f"Readers would see '{name}' in place of the number or the words it stands for.",
                f"Write '[[{name}]]'; for brackets that are meant, write \\[{name}\\].",
                Severity.WARNING,
            )


def _published(words: str) -> str:
    """Return what readers would see, with references, which are filled in later, left out."""
    blocks = read_blocks(words)
    return "\n".join("".join(run.text for run in block.runs if not run.ref) for block in blocks)
