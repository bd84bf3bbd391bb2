"""Anchors: every number and id a text ever had leads to where it is now, or to what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.model.saying import spoken
from protobuild.render.markup import el, join
from protobuild.render.site.edition import Edition, Site, relative
from protobuild.render.site.former import Former, Past, former

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
    spots: dict[str, list[Markup]] = {}
    gone: dict[str, list[str]] = {}
    last: dict[str, Past] = {}
    for number in [*found.numbers, *(each for each in found.meant if each not in found.numbers)]:
        if number in own or any(sign.isspace() for sign in number):
            continue
        past = found.meant.get(number, [])
        home = found.numbers.get(number) or past[0].now
        if home:
            spots.setdefault(home, []).append(_arrival(number, found, path))
        else:
            gone.setdefault(past[0].id, []).append(number)
            last[past[0].id] = past[0]
    for id, past_id in found.ids.items():
        if past_id.now:
            spots.setdefault(past_id.now, []).append(el("span", id=id))
        else:
            gone.setdefault(id, [])
            last[id] = past_id
    items = tuple(_lost(last[id], numbers, path) for id, numbers in gone.items())
    return Anchors({id: join(marks) for id, marks in spots.items()}, items)


def with_anchors(html: str, spots: Mapping[str, Markup]) -> str:
    """Return the page with what belongs at the beginning of each provision put there."""
    return _OPENING.sub(lambda found: found.group() + spots.get(found.group(1), ""), html)


def _arrival(number: str, found: Former, path: str) -> Markup:
    """Return the anchor of a number, saying to whoever comes by it what it stood for before."""
    past = found.meant.get(number, [])
    if not past:
        return el("span", id=number)
    here = found.numbers.get(number)
    said = [_stood_for(each, found, path) for each in past if not here or each.now != here]
    return el("p", f"You followed a link to {number}. ", join(said), class_="arrival", id=number)


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
    return el("li", *marks, f"{called} of the ", shown, id=past.id)


def day_of(edition: Edition) -> str:
    """Return the day of the decision in words; empty for a draft."""
    return spoken(edition.adopted) if edition.adopted else ""
