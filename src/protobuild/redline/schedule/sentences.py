"""Sentences: tie the words struck in one paragraph to the same words written in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protobuild.model.outline import Kind
from protobuild.model.runs import Runs
from protobuild.redline.regions import Region
from protobuild.redline.schedule.units import Spot, Tie, Unit

LEAST = 8
"""Words below which two equal sentences may well be two sentences."""
_END = re.compile(r"(?<=[.!?]) +")

_Place = tuple[int, int]
"""The index of a unit, and that of a spot in it."""
_Words = tuple[str, ...]


def tied(found: Sequence[Unit]) -> list[Unit]:
    """Return the units, each spot tied to where its sentences went, or came from.

    An example: `1.1` loses the sentence `Officers must keep a note of every such meeting.` and `1.3`
    gains it: the struck spot is tied to `1.3`, and the written one to `1.1`.
    """
    into = taken(found)
    ties: dict[_Place, list[Tie]] = {}
    gone = dict.fromkeys(_pieces(found, into, came=False))
    there: dict[str, list[_Place]] = {}
    for words, place in dict.fromkeys(_pieces(found, into, came=True)):
        there.setdefault(words, []).append(place)
    for words, old in gone:
        new = next((place for place in there.get(words, ()) if place[0] != old[0]), None)
        if new:
            there[words].remove(new)
            ties.setdefault(old, []).append(_tie(words, found, new, came=False))
            ties.setdefault(new, []).append(_tie(words, found, old, came=True))
    places = {place[0] for place in ties}
    return [_with(unit, at, ties) if at in places else unit for at, unit in enumerate(found)]


def taken(found: Sequence[Unit]) -> dict[int, int]:
    """Return each dropped paragraph whose words all stand written in another, and that, by position."""
    written = _by_inner_words(
        (unit.at[0], spot.region.new)
        for unit in found
        if unit.stood and unit.stands
        for spot in unit.spots
        if len(spot.region.new.split()) >= LEAST
    )
    out: dict[int, int] = {}
    for unit in found:
        before = unit.before if _dropped(unit) else ""
        if len(before.split()) >= LEAST:
            homes = (home for home, text in written.get(_inner(before.split(), 0), ()) if before in text)
            if (home := next(homes, None)) is not None:
                out[unit.at[0]] = home
    return out


def _by_inner_words(written: Iterable[tuple[int, str]]) -> dict[_Words, list[tuple[int, str]]]:
    """Return written words with the position of their unit, by every run a passage could begin with."""
    out: dict[_Words, list[tuple[int, str]]] = {}
    for at, text in written:
        words = text.split()
        for key in dict.fromkeys(_inner(words, start) for start in range(len(words) - LEAST + 1)):
            out.setdefault(key, []).append((at, text))
    return out


def _inner(words: Sequence[str], start: int) -> _Words:
    """Return the words after the first of a passage: whole words, whatever mark stands before the first."""
    return tuple(words[start + 1 : start + LEAST - 1])


def _dropped(unit: Unit) -> bool:
    """Whether a paragraph without a list is dropped with all its words."""
    alone = unit.root.kind is Kind.PARAGRAPH and len(unit.entries) == 1
    return alone and not unit.survives and unit.stood


def less(region: Region, ties: Sequence[Tie]) -> Region | None:
    """Return what a region changes beside the words tied elsewhere; None when that is all."""
    for tie in ties:
        region = _less_one(region, tie)
    return region if any(sign.isalnum() for sign in region.old + region.new) else None


def goes(tie: Tie, numbers: Mapping[int, str]) -> str:
    """Return what a reader is told of words that went elsewhere or came; empty where that has no number."""
    number = numbers.get(tie.at) or numbers.get(tie.root, "")
    where = f"{'comes from' if tie.came else 'goes to'} {number}"
    return f"the sentence “{_short(tie.words)}” {where}" if number else ""


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"


def _pieces(found: Sequence[Unit], into: Mapping[int, int], *, came: bool) -> Iterator[tuple[str, _Place]]:
    """Yield the sentences that units strike, or write, long enough to be known again.

    A paragraph that another took in is one piece, on both sides.
    """
    whole = {unit.at[0]: unit.before for unit in found if unit.at[0] in into}
    taken_in: dict[int, list[str]] = {}
    for one, home in into.items():
        taken_in.setdefault(home, []).append(whole[one])
    for at, unit in enumerate(found):
        mine = taken_in.get(unit.at[0], []) if came else []
        for nth, spot in enumerate(unit.spots):
            text = spot.region.new if came else spot.region.old
            if unit.leaves or len(text) != _length(spot.region, came=came):
                continue  # a reference in it is worked out: its words are no words
            if not came and unit.at[0] in whole:
                yield whole[unit.at[0]], (at, nth)
                continue
            yield from ((words, (at, nth)) for words in mine if words in text)
            yield from ((words, (at, nth)) for words in _sentences(text))


def _length(region: Region, *, came: bool) -> int:
    start, end = region.new_at if came else region.old_at
    return end - start


def _sentences(text: str) -> Iterator[str]:
    for words in _END.split(text.strip()):
        if len(words.split()) >= LEAST and words.endswith((".", "!", "?")):
            yield words


def _tie(words: str, found: Sequence[Unit], other: _Place, *, came: bool) -> Tie:
    unit = found[other[0]]
    root = unit.host.at[0] if unit.host else unit.at[0]
    return Tie(words, unit.spots[other[1]].at, root, came)


def _with(unit: Unit, at: int, ties: Mapping[_Place, Sequence[Tie]]) -> Unit:
    spots = [_tied_spot(spot, ties.get((at, nth), ())) for nth, spot in enumerate(unit.spots)]
    return replace(unit, spots=tuple(spots))


def _tied_spot(spot: Spot, ties: Sequence[Tie]) -> Spot:
    return replace(spot, ties=tuple(ties), left=less(spot.region, ties)) if ties else spot


def _less_one(region: Region, tie: Tie) -> Region:
    """Return the region without the tied words, its wording likewise, so that they are read nowhere."""
    start = (region.new if tie.came else region.old).find(tie.words)
    if start < 0:
        return region
    wording, size = region.wording, len(tie.words)
    if tie.came:
        at = region.new_at[0] + start
        wording = replace(wording, new=wording.new[:at] + wording.new[at + size :])
        written = _cut(region.written, start, start + size)
        return replace(
            region, written=written, wording=wording, new_at=(region.new_at[0], region.new_at[1] - size)
        )
    at = region.old_at[0] + start
    wording = replace(wording, old=wording.old[:at] + wording.old[at + size :])
    struck = _cut(region.struck, start, start + size)
    return replace(region, struck=struck, wording=wording, old_at=(region.old_at[0], region.old_at[1] - size))


def _cut(runs: Runs, start: int, end: int) -> Runs:
    """Return the runs without the letters from one place to another."""
    out = []
    at = 0
    for run in runs:
        first, last = start - at, end - at
        text = run.text[: max(0, first)] + run.text[max(0, last) :]
        out.append(replace(run, text=text))
        at += len(run.text)
    return tuple(run for run in out if run.text)
