"""Anchors: every number and id a text ever had leads to where it is now, or to what became of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.render.markup import el, join
from protobuild.render.site.edition import Edition, Site, relative
from protobuild.render.site.former import Former, Past, former

NOTHING = Markup("")
_OPENING = re.compile(r'<(?:section|div|li|blockquote|h3)\b[^>]*? id="([^"]+)"[^>]*>')
"""The beginning of whatever holds a provision on a page; no attribute holds a `>` that is not escaped."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What to add to a page so that old links land."""

    spots: Mapping[str, Markup]
    """By the id of a provision: what stands at its beginning."""
    gone: tuple[Markup, ...]
    """What became of each provision that the text no longer has, an item each."""


def anchors(site: Site, edition: Edition, path: str) -> Anchors:
    """Return the anchors of an edition's page at a path."""
    found = former(site.until(edition))
    own = {entry.id for entry in edition.outline.entries if entry.id}
    spots: dict[str, Markup] = {}
    gone: dict[str, tuple[Past, list[str]]] = {}
    for number, past in _numbers(found, own):
        home = found.numbers.get(number) or past[0].now
        if home:
            spots[home] = spots.get(home, NOTHING) + _arrival(number, found, path)
        else:
            gone.setdefault(past[0].id, (past[0], []))[1].append(number)
    for id, was in found.ids.items():
        if was.now:
            spots[was.now] = spots.get(was.now, NOTHING) + el("span", id=id)
        else:
            gone.setdefault(id, (was, []))
    return Anchors(spots, tuple(_lost(was, numbers, path) for was, numbers in gone.values()))


def _numbers(found: Former, own: Collection[str]) -> Iterator[tuple[str, Sequence[Past]]]:
    """Yield every number there is or was that can be an anchor, with what it stood for before."""
    for number in {**found.numbers, **dict.fromkeys(found.meant)}:
        past = found.meant.get(number, [])
        if (
            number not in own
            and not any(sign.isspace() for sign in number)
            and (past or number in found.numbers)
        ):
            yield number, past


def with_anchors(html: str, spots: Mapping[str, Markup]) -> str:
    """Return the page with what belongs at the beginning of each provision put there."""
    return _OPENING.sub(lambda found: found.group() + str(spots.get(found.group(1), "")), html)


def _arrival(number: str, found: Former, path: str) -> Markup:
    """Return the anchor of a number, saying to whoever comes by it what it stood for before."""
    past = found.meant.get(number, [])
    if not past:
        return el("span", id=number)
    here = found.numbers.get(number)
    said = [_stood_for(each, found, path) for each in past if not here or each.now != here]
    words = (f"You followed a link to {number}. ", *said)
    return el("span", *words, class_="arrival", id=number)  # a heading may hold it, as no paragraph may


def _stood_for(past: Past, found: Former, path: str) -> Markup:
    shown = relative(path, past.version.page)
    number = next((number for number, id in found.numbers.items() if id == past.now), "")
    version = el("a", past.version.name, href=f"{shown}#{past.id}")
    if not past.now:
        return join(("In the ", version, " that was a paragraph since left out. "))
    return join(
        ("In the ", version, " that was what is now ", el("a", number or "here", href=f"#{past.now}"), ". ")
    )


def _lost(past: Past, numbers: Sequence[str], path: str) -> Markup:
    """Return what is said of a provision that was left out, with its anchors."""
    marks = [el("span", id=number) for number in numbers]
    called = past.number or "A passage without a number"
    shown = el("a", past.version.name, href=f"{relative(path, past.version.page)}#{past.id}")
    words = f": “{past.words}”" if past.words else ""
    return el("li", *marks, f"{called} of the ", shown, words, id=past.id)
