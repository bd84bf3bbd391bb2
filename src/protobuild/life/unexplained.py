"""Find what a draft changes without saying why, as far as that shows without comparing word by word."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protobuild.model.clause import Clause, Item, Step
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place, Severity

_UNSAID = {"provides", "quiet", "note", "reviewed", "id"}
"""Fields of a clause that are not its words."""
_LISTS = {"items", "examples", "steps"}
"""Fields that hold what has an id of its own, and so words of its own."""


@dataclass(frozen=True, slots=True)
class Written:
    """A clause as a reader would miss it."""

    section: str
    words: str
    """Its words but for its items, without spaces, capitals and marks: what is left is not minor."""
    items: Mapping[str, str]
    """The words of each of its items by id, in order."""

    @property
    def ids(self) -> frozenset[str]:
        """Its items' ids."""
        return frozenset(self.items)


def unexplained(
    before: Protocol, after: Protocol, noted: Collection[str], places: Mapping[str, Place]
) -> Iterator[Finding]:
    """Yield a warning for each clause that changed, came, moved or went, and that no note names.

    `noted` are the ids that notes name. What changes in a clause is one decision, which a note on any
    part of it explains; an item that moves to another clause is a decision of its own. When in doubt a
    clause counts as explained: one that went is, where a note names another that went from its section,
    or one of its neighbours.
    """
    old, new = _written(before), _written(after)
    known = {section.id for section in before.sections} & {section.id for section in after.sections}
    for id, here in new.items():
        there = old.get(id)
        if there is None:
            if here.section in known or here.section not in noted:
                yield from _unless(noted, id, "is new", [id, *here.items], places)
            continue
        changed = _changed(here, there, _items(old), _items(new))
        if here.words != there.words or changed:
            yield from _unless(noted, id, "has changed", [id, *changed], places)
        elif here.section != there.section and {here.section, there.section} <= known:
            yield from _unless(noted, id, "has moved", [id, *here.items], places)
        yield from _moved(id, here, there, _items(old), noted, places)
    for id in _gone(before, old, new, noted):
        yield _finding(id, "is gone", [id], places.get("manifest.sections"))


def _changed(here: Written, there: Written, before: Collection[str], after: Collection[str]) -> list[str]:
    """Return the items of a clause that came, went or say something else; one that moved did neither."""
    came = [id for id in here.items if id not in before]
    went = [id for id in there.items if id not in after]
    other = [id for id in here.items if id in there.items and here.items[id] != there.items[id]]
    return [*came, *went, *other]


def _moved(
    id: str,
    here: Written,
    there: Written,
    before: Collection[str],
    noted: Collection[str],
    places: Mapping[str, Place],
) -> Iterator[Finding]:
    """Yield a warning for each item that stood in another clause, and for items in another order."""
    for item in here.items:
        if item in before and item not in there.items:
            yield from _unless(noted, item, "has moved", [item], places)
    now = [item for item in here.items if item in there.items]
    then = [item for item in there.items if item in here.items]
    swapped = [item for item, other in zip(now, then, strict=True) if item != other]
    if swapped:
        said = "has its items in another order"
        yield from _unless(noted, id, said, [id, *swapped], places, fix=swapped)


def _gone(
    before: Protocol, old: Mapping[str, Written], new: Mapping[str, Written], noted: Collection[str]
) -> Iterator[str]:
    for section in before.sections:
        ids = [clause.id for clause in section.clauses]
        went = [id for id in ids if id not in new]
        if section.id in noted or any(_named(id, old, noted) for id in went):
            continue
        for id in went:
            at = ids.index(id)
            if not any(_named(beside, old, noted) for beside in ids[max(0, at - 1) : at + 2]):
                yield id


def _named(id: str, old: Mapping[str, Written], noted: Collection[str]) -> bool:
    return id in noted or not old[id].ids.isdisjoint(noted)


def _written(protocol: Protocol) -> dict[str, Written]:
    return {
        clause.id: Written(section.id, _words(clause), dict(_listed(clause.listed)))
        for section, clause in protocol.clauses()
    }


def _items(written: Mapping[str, Written]) -> set[str]:
    return {item for each in written.values() for item in each.items}


def _listed(items: Sequence[Item | Step]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.id, _words(item)
        yield from _listed(getattr(item, "items", ()))


def _words(thing: Clause | Item | Step) -> str:
    said = thing.model_dump(mode="json", exclude=_UNSAID, exclude_defaults=True)
    return re.sub(r"\W+", "", json.dumps(_own(said), ensure_ascii=False).replace("\\n", " ")).casefold()


def _own(said: object) -> object:
    """Return what is said without the lists of what has words of its own."""
    if isinstance(said, dict):
        return {key: _own(each) for key, each in said.items() if key not in _LISTS}
    return said


def _unless(
    noted: Collection[str],
    id: str,
    what: str,
    ids: Sequence[str],
    places: Mapping[str, Place],
    fix: Sequence[str] = (),
) -> Iterator[Finding]:
    """Yield the warning unless a note names one of the ids; `fix` are those to name, where not the first."""
    if not set(ids) & set(noted):
        yield _finding(id, what, fix or [id], places.get(id))


def _finding(id: str, what: str, ids: Sequence[str], place: Place | None) -> Finding:
    return Finding(
        "no-reason",
        f"'{id}' {what} since the version adopted last, and no note says why",
        place or Place("protocol.yaml"),
        "The committee would not read why; it stands in the way once the draft is proposed.",
        f"Write why in a file of changelog/next, with 'clauses: [{', '.join(ids)}]'.",
        Severity.WARNING,
    )
