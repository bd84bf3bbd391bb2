"""Find what a draft changes without saying why, as far as that shows without comparing word by word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from protobuild.model.clause import Clause, Item, Step
from protobuild.model.protocol import Protocol
from protobuild.model.source import Finding, Place, Severity

_UNSAID = {"provides", "quiet", "note", "reviewed", "id"}
"""Fields of a clause that are not its words."""


@dataclass(frozen=True, slots=True)
class Written:
    """A clause as a reader would miss it."""

    section: str
    ids: frozenset[str]
    """Its own id and those of its items."""
    words: str
    """Its words without spaces, capitals and marks: what is left is not minor."""


def unexplained(
    before: Protocol, after: Protocol, noted: Collection[str], places: Mapping[str, Place]
) -> Iterator[Finding]:
    """Yield a warning for each clause that changed, came or went, and that no note names.

    `noted` are the ids that notes name. When in doubt a clause counts as explained: one that went
    is, where a note names another that went from its section, or one of its neighbours.
    """
    old, new = _written(before), _written(after)
    sections = {section.id for section in before.sections}
    for id, here in new.items():
        there = old.get(id)
        if there is not None and there.words == here.words:  # it may have moved with its section
            continue
        ids = here.ids | (there.ids if there else set())
        if ids.isdisjoint(noted) and (here.section in sections or here.section not in noted):
            yield _finding(id, "is new" if there is None else "has changed", places.get(id))
    for id in _gone(before, old, new, noted):
        yield _finding(id, "is gone", places.get("manifest.sections"))


def _gone(
    before: Protocol, old: Mapping[str, Written], new: Mapping[str, Written], noted: Collection[str]
) -> Iterator[str]:
    for section in before.sections:
        ids = [clause.id for clause in section.clauses]
        went = [id for id in ids if id not in new]
        if section.id in noted or any(not old[id].ids.isdisjoint(noted) for id in went):
            continue
        for id in went:
            at = ids.index(id)
            beside = (old[each].ids for each in ids[max(0, at - 1) : at + 2])
            if all(each.isdisjoint(noted) for each in beside):
                yield id


def _written(protocol: Protocol) -> dict[str, Written]:
    return {
        clause.id: Written(section.id, frozenset(_ids(clause)), _words(clause))
        for section, clause in protocol.clauses()
    }


def _ids(clause: Clause) -> Iterator[str]:
    yield clause.id
    pending: list[Item | Step] = list(clause.listed)
    while pending:
        item = pending.pop()
        yield item.id
        pending += getattr(item, "items", ())


def _words(clause: Clause) -> str:
    said = clause.model_dump_json(exclude=_UNSAID, exclude_defaults=True).replace("\\n", " ")
    return re.sub(r"\W+", "", said).casefold()


def _finding(id: str, what: str, place: Place | None) -> Finding:
    return Finding(
        "no-reason",
        f"'{id}' {what} since the version adopted last, and no note says why",
        place or Place("protocol.yaml"),
        "The committee would not read why; it stands in the way once the draft is proposed.",
        f"Write why in a file of changelog/next, with 'clauses: [{id}]'.",
        Severity.WARNING,
    )
