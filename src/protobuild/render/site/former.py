"""Former: where the ids and numbers of earlier versions are found in a later one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from protobuild.model.outline import Entry, Outline, citations
from protobuild.model.redlined import Redlined
from protobuild.render.excerpt import shorten
from protobuild.render.places import places
from protobuild.render.site.edition import Edition
from protobuild.render.status import Status, status_of

SHOWN = 12
"""How many words of a provision are enough to know it by."""


@dataclass(frozen=True, slots=True)
class Past:
    """What an id or a number of an earlier version stood for."""

    version: Edition
    """The last version that used it so."""
    id: str
    """The id it had there."""
    number: str
    """The number it had there; empty for none."""
    words: str
    """How it began there."""
    now: str
    """Its id in the later text; empty where it was left out."""


@dataclass(frozen=True, slots=True)
class Former:
    """What earlier versions called the provisions of a text."""

    numbers: dict[str, str]
    """The id of whatever bears each number in the text itself."""
    meant: dict[str, list[Past]] = field(default_factory=dict)
    """What each number stood for before, the latest first, where that is not what it stands for now."""
    ids: dict[str, Past] = field(default_factory=dict)
    """What became of each id that the text no longer has."""


def former(editions: Sequence[Edition]) -> Former:
    """Return what the earlier ones of these editions called the provisions of the last."""
    text = editions[-1].outline
    own = {entry.id for entry in text.entries if entry.id}
    bears = {number: id for id, number in reversed(list(_numbered(text)))}
    found = Former(bears)
    now = {id: id for id in own}
    for at in range(len(editions) - 1, 0, -1):
        earlier, redlined = editions[at - 1], editions[at].redlined
        went = whither(redlined) if redlined else {}
        now = {id: now.get(went.get(id, ""), "") for id in _ids(earlier.outline)}
        _remember(found, earlier, now, own)
    return found


def _remember(found: Former, earlier: Edition, now: dict[str, str], own: set[str]) -> None:
    """Add what one earlier version called things; what a later one called so is not forgotten."""
    seen: set[str] = set()
    for past in _pasts(earlier, now):
        if past.id not in own:
            found.ids.setdefault(past.id, past)
        if not past.number or past.number in seen:
            continue
        seen.add(past.number)  # of two that bore one number, the first
        told = found.meant.setdefault(past.number, [])
        same = past.now and past.now == found.numbers.get(past.number)
        if not same and all((each.id, each.now) != (past.id, past.now) for each in told):
            told.append(past)


def _pasts(earlier: Edition, now: Mapping[str, str]) -> Iterator[Past]:
    cited = citations(earlier.outline.entries)
    for entry, number in zip(earlier.outline.entries, cited, strict=True):
        if entry.id:
            yield Past(earlier, entry.id, number, shorten(entry.words, SHOWN), now[entry.id])


def _ids(outline: Outline) -> Iterator[str]:
    return (entry.id for entry in outline.entries if entry.id)


def _numbered(outline: Outline) -> Iterator[tuple[str, str]]:
    cited = zip(outline.entries, citations(outline.entries), strict=True)
    return ((entry.id, number) for entry, number in cited if entry.id and number)


def whither(redlined: Redlined) -> dict[str, str]:
    """Return for each id of the old text the id where its words are in the new; empty where they are not.

    An id that both texts have stays what it is, since ids last.
    """
    outline = redlined.outline
    ends = places(outline).other_end
    stays = {entry.id for entry in outline.entries if entry.gone is None}
    out: dict[str, str] = {}
    before = ""  # the last provision that stands, which takes in what is joined to it
    for at, entry in enumerate(outline.entries):
        old = entry.as_of(0).id if entry.seen_in(0) else ""
        before = entry.id if entry.gone is None and entry.id else before
        if old:
            found = old if old in stays else _now(at, entry, before, outline, ends)
            out[old] = out.get(old) or found
    return out


def _now(at: int, entry: Entry, before: str, outline: Outline, ends: Mapping[int, int]) -> str:
    """Return the id under which an entry of a redline stands now; empty where it was left out."""
    if entry.gone is None:
        return entry.id
    if status_of(entry) is Status.MERGED:
        return before
    return outline.entries[ends[at]].id if at in ends else ""
