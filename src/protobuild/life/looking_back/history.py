"""Tell the story of one provision: what each adopted version did to its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protobuild.life.asking import part
from protobuild.life.looking_back.asof import version_on
from protobuild.life.looking_back.past import Past
from protobuild.life.looking_back.roots import rooted
from protobuild.life.looking_back.trace import (
    excerpt_of,
    followed,
    places_of,
    touching,
    words_touched,
)
from protobuild.life.versions import in_force_on
from protobuild.model.outline import Outline, project
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import Did, History, Step


def history_of(past: Past, wanted: str, day: dt.date) -> History:
    """Return every version of a provision, the latest first.

    A number is that of the text in force on the day; an id may be that of any version.
    Raises UsageError where there is no such provision.
    """
    at, id = _found(past, wanted, day)
    outline = past.outline(at)
    ids = [followed(past, id, at, each) for each in range(len(past.versions))]
    steps = tuple(_steps(past, ids))[::-1]
    number = past.numbers(at).get(id, "") if at == _standing(past, day) else ""
    return History(outline.title, outline.cover.council, day, id, number, steps)


def _standing(past: Past, day: dt.date) -> int | None:
    """Return the version whose text stood on a day; None before the first."""
    version = in_force_on(past.home, day)
    return None if version is None else past.versions.index(version)


def _found(past: Past, wanted: str, day: dt.date) -> tuple[int, str]:
    """Return the version a provision was found in, and its id there."""
    try:
        at = version_on(past, day)
        shown = part(past.outline(at), wanted)
    except UsageError as unknown:
        known = [each for each in range(len(past.versions)) if wanted in past.numbers(each)]
        if not known:
            raise unknown
        return known[-1], wanted
    if not shown.entries[0].id:
        raise UsageError(
            f"'{wanted}' has no lasting name of its own, so nobody can follow it.",
            fix="Ask for the paragraph it belongs to.",
        )
    return at, shown.entries[0].id


def _steps(past: Past, ids: list[str]) -> Iterator[Step]:
    """Yield what each version did; `ids` are what the provision is called in each."""
    for at, id in enumerate(ids):
        number = past.numbers(at).get(id, "")
        if at == 0:
            yield _first(past, id, number)
        elif not id and not ids[at - 1]:
            yield Step(past.act(at), Did.ABSENT)
        else:
            yield _step(past, at, id, ids[at - 1])


def _first(past: Past, id: str, number: str) -> Step:
    if not id:
        return Step(past.act(0), Did.ABSENT)
    outline = past.outline(0)
    return Step(past.act(0), Did.FIRST, number, redline=excerpt_of(outline, places_of(rooted(outline), id)))


def _step(past: Past, at: int, id: str, before: str) -> Step:
    redlined = past.redlined(at)
    places = places_of(past.rooted(at), id, before)
    number, was = past.numbers(at).get(id, ""), past.numbers(at - 1).get(before, "")
    shown = excerpt_of(redlined.outline, places)
    did = _did(redlined.outline, places, id, before, renumbered=number != was)
    if did in (Did.NOTHING, Did.RENUMBERED):
        return Step(past.act(at), did, number, was, project(shown, 1))
    return Step(past.act(at), did, number or was, was, shown, touching(redlined, places))


def _did(marked: Outline, places: tuple[int, ...], id: str, before: str, *, renumbered: bool) -> Did:
    if not before:
        return Did.BEGAN
    if not id:
        return Did.ENDED
    if words_touched(marked, places):
        return Did.CHANGED
    return Did.RENUMBERED if renumbered else Did.NOTHING
