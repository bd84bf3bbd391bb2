"""Typed numbers: numbers of paragraphs are worked out, so none is typed among the words.

Passes: `See paragraph [[purpose]].`; `2.5 per cent of the time`; `paragraph 5.2 of the Constitution`;
a number at the start of words that print none of their own.
Fails: a warning for `5.1 Members must ...`, which prints two numbers, and for `see paragraph 5.2`,
which is wrong once a paragraph is added before it; for `section 14` where there are twelve sections; a note
for `Appendix B` where nothing is headed so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from protobuild.check.spot import Look, Spot
from protobuild.model.outline import citations
from protobuild.model.source import Finding, Severity

NAME = "typed_numbers"

_START = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,2}[.)]|\((?:[a-z]|[ivx]{2,5})\))\s+(?=[^\W\d_])"
)
_PLAIN = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
"""What may be an amount as well: one is, where no capital follows."""
_TYPED = re.compile(
    r"\b(?:(?:sub-?)?paragraphs?|sections?|paras?\.?|clauses?)\s+"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+(?:\([a-z]+\))*)(?![\w.]\d)"
    r"(?!\s+(?:of|in|to|under)\s+(?!this\b))",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"(?:(?<=\b[sS]ee )|(?<=\b[iI]n )|(?<=\bat )|(?<=under ))"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+(?:\([a-z]+\))*)(?= (?:above|below)\b)"
)
_FURTHER = re.compile(
    r",?\s+(?:and|or|to)\s+(?P<number>\d{1,2}(?:\.\d{1,2})+(?:\([a-z]+\))*)(?![\w.]\d)"
    r"(?!\s+(?:of|in|to|under)\s+(?!this\b))"
)
_ANNEX = re.compile(
    r"\b(?P<whole>(?P<sort>Appendix|Annexe?|APPENDIX|ANNEX) (?P<number>[A-Z]|\d{1,2}|[IVX]{1,4}))\b"
    r"(?!\s+(?:of|in|to|on)\s+(?!this\b))"
)

_SECTION = re.compile(
    r"\b[Ss]ection (?P<number>\d{1,2})"
    r"(?=[.,;:)](?!\d)|$|\s*\n| (?:above|below|of this|and|or|sets|says|applies)\b)"
)
"""No `section 73 officer`, which is named after an Act's."""
_HEADED_ANNEX = re.compile(r"\b(?:Appendix|Annexe?) ([A-Z\d]+)", re.IGNORECASE)
_LAW = re.compile(r"\b(?:Act|Regulations|Order|Code|Constitution|Rules)\b")
"""What a section may be one of, though it be named before or a sentence earlier."""


def check(look: Look) -> Iterator[Finding]:
    """Yield a warning for each number that stands at the start of words, or refers to a paragraph."""
    numbers = _numbers(look)
    for spot in look.spots:
        if spot.silent(NAME) or (spot.clause is not None and spot.clause.quotation):
            continue
        yield from _at_the_start(look, spot, numbers)
        for found in _TYPED.finditer(spot.words):
            yield _reference(look, spot, found, numbers)
            further = _FURTHER.match(spot.words, found.end())
            if further:
                yield _reference(look, spot, further, numbers)
        if " above" in spot.words or " below" in spot.words:
            yield from (_reference(look, spot, found, numbers) for found in _ABOVE.finditer(spot.words))
        yield from _annexes(look, spot)
        yield from _no_such_section(look, spot, numbers)


def _annexes(look: Look, spot: Spot) -> Iterator[Finding]:
    """Yield a note for each appendix that no heading has, unless it may be another text's."""
    if "ppendix" not in spot.words and "Annex" not in spot.words:
        return
    if spot.path.endswith("heading") or spot.path == "manifest.front" or _LAW.search(spot.words):
        return
    headed = {
        each[1].upper()
        for prose in look.prose
        if prose.spot.path.endswith(("heading", "caption"))
        for each in _HEADED_ANNEX.finditer(prose.words)
    }
    for found in _ANNEX.finditer(spot.words):
        linked = spot.words[found.end() :].lstrip("*_ ").startswith(("](", ") ]("))
        if found["number"].upper() not in headed and not linked:
            yield Finding(
                NAME,
                f"'{found['whole']}' is referred to, and no heading has it",
                look.within(spot, *found.span("whole")),
                "Readers look for it in vain.",
                "Add it, link to where it is, or say which document it belongs to.",
                Severity.NOTE,
            )


def _no_such_section(look: Look, spot: Spot, numbers: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a warning for each section that is referred to and is not there, unless a law's may be meant."""
    if "ection " not in spot.words or _LAW.search(spot.words):
        return
    sections = {numbers[section.id] for section in look.protocol.sections if section.id in numbers}
    for found in _SECTION.finditer(spot.words) if sections else ():
        if found["number"] not in sections:
            yield _reference(look, spot, found, numbers)


def _numbers(look: Look) -> dict[str, str]:
    """Return what each id's provision is cited as, for those that have a number."""
    entries = look.outline.entries
    cited = zip(entries, citations(entries), strict=True)
    return {entry.id: number.rstrip(".") for entry, number in cited if entry.id and number}


def _at_the_start(look: Look, spot: Spot, numbers: Mapping[str, str]) -> Iterator[Finding]:
    found = _START.match(spot.words)
    if not found or not _numbered(look, spot, numbers):
        return
    number, follows = found["number"], spot.words[found.end()]
    if _PLAIN.fullmatch(number) and not follows.isupper():
        return
    yield Finding(
        NAME,
        f"the number '{number}' is typed at the start of these words, which print a number of their own",
        look.within(spot, *found.span("number")),
        "Readers would see two numbers, one after the other.",
        "Delete the number: it is worked out from the order of the text.",
        Severity.WARNING,
    )


def _numbered(look: Look, spot: Spot, numbers: Mapping[str, str]) -> bool:
    """Return whether a number is printed before the spot's words."""
    path, _, field = spot.path.rpartition(".")
    if field in ("closing", "term", "caption", "source", "pin"):
        return False
    return _id(look, path) in numbers


def _id(look: Look, path: str) -> str:
    """Return the id of the section, clause or item that a path leads to; empty for none."""
    here: object = look.protocol
    id = ""
    for step in path.split("."):
        here = here[int(step)] if isinstance(here, tuple) else getattr(here, step, None)
        id = getattr(here, "id", id)
    return id


def _reference(look: Look, spot: Spot, found: re.Match[str], numbers: Mapping[str, str]) -> Finding:
    number = found["number"]
    meant = next((id for id, cited in numbers.items() if cited == number), "")
    return Finding(
        NAME,
        f"the number {number} is typed here" + ("" if meant else ", and nothing has that number"),
        look.within(spot, *found.span("number")),
        "It stays as it is when paragraphs are added or taken out, and then leads readers astray.",
        f"Write '[[{meant}]]' in its place: the number is then worked out."
        if meant
        else "Write the id of the paragraph that is meant in double brackets, such as [[purpose]].",
        Severity.WARNING,
    )
