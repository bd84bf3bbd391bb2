"""Residue: nothing is left of the model or the draft that a text was made from.

Passes: `[sic]`; `[members]` in a quotation; `Model Code of Conduct` in a heading; `XX` in a roman number.
Fails: a warning for a title with `MODEL` in it, for `insert name`, `DN: ask`, `TBC`, `XX` and `____` where
words should be, and for a name in protocol.yaml that stands in brackets; a note for words in square
brackets, in a quotation too when they are more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protobuild.check.signs import Sign, found
from protobuild.check.spot import Look
from protobuild.model.source import Finding, Place, Severity

NAME = "residue"

_UNFILLED = "The text was not finished here, and readers would see it."
_SIGNS = (
    Sign(
        re.compile(
            r"(?:[Ii]nsert|INSERT) (?:the |THE )?(?i:name|date|title|number|council|address|details|link)s?\b"
            r"|(?<=\[)(?:[Ii]nsert|INSERT)\b[^\[\]\n]*(?=\])"
            r"|\b(?:DN|[Dd]raft(?:ing|er['’]s|er)? [Nn]ote|[Nn]ote to (?:draft(?:er)?|self)) ?:"
            r"|[Dd]elete as (?:appropriate|applicable|necessary)|[Ll]orem ipsum|[Tt]o be inserted\b"
        ),
        "'{}' was for the drafter, and not for readers",
        _UNFILLED,
        "Write what belongs there, or delete it.",
        Severity.WARNING,
        needs=("insert", "delete as", "lorem", "dn", "note"),
    ),
    Sign(
        re.compile(
            r"TB[CA]\b|___+|\?\?\?+|\.{6,}"
            r"|(?<!art )(?<!hapter )(?<!edule )(?<!icle )(?<!itle )(?<!endix )XX+(?<![A-Z]XX)(?![A-Z])"
        ),
        "'{}' stands where words should be",
        _UNFILLED,
        "Write what belongs there, or delete it.",
        Severity.WARNING,
        needs=("tbc", "tba", "xx", "___", "???", "......"),
    ),
    Sign(
        re.compile(
            r"\[(?!\[|sic\b|…|\.\.\.|emphasis|my |our |original)"
            r"(?:[^\[\]\n]* [^\[\]\n]*|[A-Z][^\[\]\n]*|[^\[\]\n]*,)\]"
        ),
        "'{}' stands in square brackets, as what is still to be chosen or written does",
        "Readers cannot tell whether the words are meant to stand.",
        "Choose: keep the words without the brackets, or delete them. Where another's words were changed "
        "on purpose, silence this check here and say so.",
        quoted=True,
        needs=("[",),
        unless=re.compile(r"\binsert\b|\bTB[CA]\b|XX", re.IGNORECASE),  # which is told already
    ),
)
_MODEL = re.compile(
    r"\b(?:MODEL|TEMPLATE|SPECIMEN|Template|Specimen|Model(?! (?:Councillor |Member )?Code))\b"
)
_BRACKETED = re.compile(r"\[[^\]]+\]|<[^>]+>|\bX{2,}\b|\bTBC\b|\b[Ii]nsert\b")


def check(look: Look) -> Iterator[Finding]:
    """Yield a finding for each word of a model or a draft that is left over."""
    yield from _titles(look)
    yield from _named(look)
    yield from found(look, NAME, _SIGNS)


def _titles(look: Look) -> Iterator[Finding]:
    """Yield a finding for each title, cover or section's heading that calls the text a model."""
    if seen := _MODEL.search(look.protocol.manifest.title):
        yield _model(look.place("manifest.title"), seen.group())
    for prose in look.prose:
        path = prose.spot.path
        titled = path == "manifest.front" or path.endswith("heading")
        if titled and not prose.spot.silent(NAME) and (seen := _MODEL.search(prose.own)):
            yield _model(look.where(prose, *seen.span()), seen.group())


def _model(place: Place, word: str) -> Finding:
    return Finding(
        NAME,
        f"'{word}' was left in: this is the council's own text now",
        place,
        "Readers ask whether the council has adopted it.",
        "Delete the word; where the text comes from may be said in the introduction.",
        Severity.WARNING,
    )


def _named(look: Look) -> Iterator[Finding]:
    """Yield a finding for each name in the manifest that still has to be filled in."""
    manifest = look.protocol.manifest
    names = {"title": manifest.title, "council.name": manifest.council.name, "contact": manifest.contact}
    names |= {f"roles.{slug}.title": role.title for slug, role in manifest.roles.items()}
    names |= {f"documents.{slug}.title": named.title for slug, named in manifest.documents.items()}
    for path, name in names.items():
        if seen := _BRACKETED.search(name):
            yield Finding(
                NAME,
                f"'{seen.group()}' stands where a name should be",
                look.place(f"manifest.{path}"),
                "It is printed wherever the name is.",
                "Write the name.",
                Severity.WARNING,
            )
