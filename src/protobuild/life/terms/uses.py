"""Find every use of a word, and tell what is to be replaced from what is another's to word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protobuild.check.prose import Prose
from protobuild.check.spot import Look, Spot, spots
from protobuild.life.terms.swap import Swap
from protobuild.model.protocol import Protocol
from protobuild.model.source import Place

_ACT = re.compile(
    r"(?:[A-Z][\w’']+,? |\([^)]*\) |and |of |in |etc\. ?)*"
    r"(?:Acts?|Regulations|Order|Directive|Measure)(?: \d{4})?\b"
)
_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*) $")
_AFTER = re.compile(r"(?:[’']s?)? [A-Z]\w")
_NO_TITLE = frozenset(
    """
    A An The All Any Both Each Every If In On By When Where While Whilst No Our Some Such That These This
    Those Individual Other Many Most Neither Nor And Or But For Should Must May
    """.split()
)
_POSTS = (
    "monitoring officer",
    "chief finance officer",
    "chief officer",
    "proper officer",
    "returning officer",
    "head of paid service",
    "member services",
)
"""Posts that carry a common word in their titles, with or without capitals."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where the word stands."""

    spot: Spot
    start: int
    end: int
    """Where in the spot's words as written."""
    put: str
    """What is to stand there."""
    place: Place
    left: str = ""
    """Why it is left alone; empty where it is replaced."""


def uses(look: Look, swap: Swap, *, in_titles: bool = False) -> Iterator[Use]:
    """Yield every use of a word in what is looked at and in the manifest's titles, in reading order.

    `in_titles` replaces it in what only seems a title too, as in Committee Chairman and Vice-Chairman.
    """
    titles = _titles(look.protocol, swap)
    for words in look.prose:
        for found in swap.pattern.finditer(words.words):
            use = _use(look, words, found, swap)
            if use:
                seems = "" if in_titles else _in_a_title(words.words, *found.span("word"))
                yield replace(use, left=use.left or _reason(words, found, titles) or seems)
    yield from _of_manifest(look, swap)


def worded(protocol: Protocol) -> Iterator[Spot]:
    """Yield all words in which a word may be replaced: what is published, and the manifest's terms."""
    yield from spots(protocol)
    for name, term in protocol.manifest.terms.items():
        yield Spot(f"manifest.terms.{name}.says", term.says)
        yield Spot(f"manifest.terms.{name}.means", term.means)


def _use(look: Look, words: Prose, found: re.Match[str], swap: Swap) -> Use | None:
    """Return a use that was typed here; what a reference prints is changed where it is kept."""
    if words.filled(found.start("word")):
        return None
    for part, put in ((0, swap.put(found)), ("word", swap.word(found))):  # signs may part it from its article
        start, end = words.written(found.start(part)), words.written(found.end(part) - 1) + 1
        if words.spot.words[start:end] == found[part]:
            return Use(words.spot, start, end, put, look.within(words.spot, start, end))
    left = "its words are set apart by signs or by the end of a line"
    return Use(words.spot, start, end, "", look.within(words.spot, start, end), left)


def _reason(words: Prose, found: re.Match[str], titles: re.Pattern[str]) -> str:
    """Return why a use is left alone, or nothing."""
    start, end = found.span("word")
    if words.own[start] == " ":
        return "in a quotation"
    act = next((act for act in _ACT.finditer(words.words) if act.start() <= start < end <= act.end()), None)
    if act and " " in act.group().strip():
        return f"in the name of a law, '{act.group().strip()}'"
    title = next((each for each in titles.finditer(words.words) if each.start() <= start < each.end()), None)
    if title and len(title.group()) > end - start:
        return f"in the title '{title.group()}'"
    return ""


def _in_a_title(words: str, start: int, end: int) -> str:
    """Return that a word seems part of a title: it has a hyphen, or capitals like the word beside it."""
    if "-" in (words[start - 1 : start], words[end : end + 1]):
        return "joined to another word"
    if not words[start].isupper() or words[start:end].isupper():
        return ""
    before, after = _BEFORE.search(words, max(0, start - 30), start), _AFTER.match(words, end)
    if (before and before["word"] not in _NO_TITLE) or after:
        first = before.start() if before else start
        last = words.find(" ", after.end()) if after else end
        return f"it seems to be in a title, '{words[first : last if last > 0 else None].rstrip('.,;:')}'"
    return ""


def _titles(protocol: Protocol, swap: Swap) -> re.Pattern[str]:
    """Return what finds the titles of roles and documents that hold the word, and those of common posts."""
    manifest = protocol.manifest
    known = [*_POSTS, *(role.title for role in manifest.roles.values())]
    known += [document.title for document in manifest.documents.values()]
    holding = sorted({title for title in known if swap.old.lower() in title.lower()}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, holding)) or r"(?!)", re.IGNORECASE)


def _of_manifest(look: Look, swap: Swap) -> Iterator[Use]:
    """Yield the titles in the manifest that hold the word; each is left alone."""
    manifest = look.protocol.manifest
    rows = [("manifest.title", manifest.title, "the protocol's own title")]
    rows += [(f"manifest.roles.{name}.title", role.title, "a role") for name, role in manifest.roles.items()]
    rows += [
        (f"manifest.documents.{name}.title", document.title, "a document")
        for name, document in manifest.documents.items()
    ]
    for path, title, what in rows:
        if swap.pattern.search(title):
            why = what if path == "manifest.title" else f"the title of {what}"
            yield Use(Spot(path, title), 0, 0, "", look.place(path), f"{why}, '{title}'")
