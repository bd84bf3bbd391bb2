"""Say what the text said on a day, by the day from which each version counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protobuild.life.afterwards import Event, read_afterwards
from protobuild.life.asking import part
from protobuild.life.home import Home
from protobuild.life.lines import placed_lines
from protobuild.life.looking_back.amended import amended
from protobuild.life.looking_back.past import Past, past_of
from protobuild.life.looking_back.trace import followed
from protobuild.life.versions import (
    Version,
    in_force_on,
    known_versions,
    overtaken,
    rescinded,
)
from protobuild.model.outline import Outline
from protobuild.model.saying import listed, spoken
from protobuild.model.source import UsageError
from protobuild.render.looking_back.told import AsOf


@dataclass(frozen=True, slots=True)
class Asked:
    """Which provision a reader wants; the whole text where neither is given."""

    number: str = ""
    id: str = ""


def text_as_of(home: Home, day: dt.date, asked: Asked, today: dt.date) -> AsOf:
    """Return what the text, or one provision of it, said on a day.

    Raises UsageError where the record begins later, two versions claim the day, or the text
    of that day has no such provision.
    """
    past = past_of(home)
    at = version_on(past, day)
    outline = past.outline(at)
    events = tuple(each for each in read_afterwards(past.versions[at]) if each.touches(day))
    answer = AsOf(
        outline.title,
        outline.cover.council,
        day,
        past.act(at),
        outline,
        tuple(line for _, line in placed_lines(outline.entries)),
        in_force=not any(event.whole for event in events),
        remarks=tuple(_remarks(past, at, day)),
        today=today,
    )
    shown = _provision(past, at, answer, asked) if asked.number or asked.id else answer
    return _with_events(shown, events, past.numbers(at))


def version_on(past: Past, day: dt.date) -> int:
    """Return the position of the version whose text stood on a day.

    Raises UsageError where there is no record of the day, or two versions claim it.
    """
    version = in_force_on(past.home, day)
    if version is None:
        raise _no_record(past, day)
    return past.versions.index(version)


def _no_record(past: Past, day: dt.date) -> UsageError:
    first = min((version.record for version in past.versions), key=lambda record: record.counts_from)
    decided = "" if first.adopted > day else " had been adopted by then, and"
    return UsageError(
        f"There is no record before {spoken(first.counts_from)}. The first version on record, adopted on "
        f"{spoken(first.adopted)} by {first.body},{decided} is in force from that day.",
        fix=f"{known_versions(past.home)} An older one is entered with: protobuild adopt --past FILE",
    )


# -- what a reader has to know beside ---------------------------------------------------------


def _remarks(past: Past, at: int, day: dt.date) -> Iterator[str]:
    """Yield what else was decided by that day and did not, or not yet, count."""
    for version in past.versions:
        record, event = version.record, rescinded(version)
        name = f"The version adopted on {spoken(record.adopted)} by {record.body}"
        if event is not None and record.adopted <= day:
            yield f"{name} never came into force. {event.says({})}"
        elif record.adopted <= day < record.counts_from:
            yield f"{name} was not yet in force on {spoken(day)}; {_was_to_count(past, version)}."
    yield from _superseded(past, at, day)


def _was_to_count(past: Past, version: Version) -> str:
    other, counts = overtaken(version, past.versions), spoken(version.record.counts_from)
    if other is None:
        return f"it counts from {counts}"
    when = spoken(other.record.adopted)
    return f"it was to count from {counts}, and the version adopted on {when} superseded it first"


def _superseded(past: Past, at: int, day: dt.date) -> Iterator[str]:
    """Yield which versions the one of the day superseded before they came into force."""
    current = past.versions[at].record
    found = enumerate(past.versions)
    others = (version.record for each, version in found if each != at and not rescinded(version))
    for record in others:
        was_to_count = current.counts_from <= record.counts_from <= day
        if was_to_count and record.adopted <= current.adopted:
            both = "the same day" if record.counts_from == current.counts_from else "an earlier day"
            yield (
                f"The version adopted on {spoken(record.adopted)} by {record.body} was to be in force from "
                f"{spoken(record.counts_from)} and never was: the version adopted on "
                f"{spoken(current.adopted)} superseded it, and counts from {both}, "
                f"{spoken(current.counts_from)}."
            )


def _with_events(answer: AsOf, events: tuple[Event, ...], numbers: dict[str, str]) -> AsOf:
    """Return the answer, saying of the text that it was withdrawn or suspended where it was."""
    ids = {entry.id for entry in answer.outline.entries if entry.id}
    about = [event for event in events if event.whole or ids.intersection(event.clauses)]
    said = [event.says(numbers) for event in about]
    if any(event.whole for event in about):
        said.append(f"No text was in force on {spoken(answer.day)}; these are the words that had been.")
    own = any(answer.id in event.clauses for event in about if answer.id)
    return replace(answer, remarks=(*said, *answer.remarks), in_force=answer.in_force and not own)


# -- one provision ----------------------------------------------------------------------------


def _provision(past: Past, at: int, answer: AsOf, asked: Asked) -> AsOf:
    """Return the answer narrowed to the provision that was asked for."""
    whole = answer.outline
    shown = _part(past, at, whole, asked)
    first = whole.entries.index(shown.entries[0])
    span = range(first, first + len(shown.entries))
    id = shown.entries[0].id
    return replace(
        answer,
        outline=shown,
        lines=tuple(line for position, line in placed_lines(whole.entries) if position in span),
        whole=False,
        id=id,
        number=past.numbers(at).get(id, asked.number),
        number_today=_number_today(past, at, id, answer.today) if id else None,
        amended=amended(past, at, id) if id else None,
    )


def _part(past: Past, at: int, outline: Outline, asked: Asked) -> Outline:
    if not asked.id:
        return part(outline, asked.number)
    if asked.id in past.numbers(at):
        return part(outline, asked.id)
    there = [each for each in range(len(past.versions)) if asked.id in past.numbers(each)]
    named = listed([spoken(past.versions[each].record.adopted) for each in there])
    raise UsageError(
        f"The text of that day has no provision with the id '{asked.id}'.",
        fix=f"It is in the text adopted on {named}: `protobuild history {asked.id}` tells its story."
        if there
        else "`protobuild blame` lists the numbers; name one with --para.",
    )


def _number_today(past: Past, at: int, id: str, today: dt.date | None) -> str | None:
    """Return the number a provision has in the text in force today; None where it is not in it."""
    version = in_force_on(past.home, today) if today else None
    if version is None:
        return None
    now = past.versions.index(version)
    return past.numbers(now).get(followed(past, id, at, now)) if id else None
