"""Write the record of an officer's decision: what was changed, under what authority, and what was not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from protobuild.life.adopting.delegation import words_of
from protobuild.model.outline import Cover, Entry, Kind, Outline, Side
from protobuild.model.redlined import Change
from protobuild.model.runs import words
from protobuild.model.saying import counted, listed, spoken


@dataclass(frozen=True, slots=True)
class OfficerDecision:
    """What an officer decided alone."""

    title: str
    """The protocol's title."""
    council: str
    officer: str
    """The office, as the text calls it."""
    on: dt.date
    authority: str
    """The decision of the council that allows it."""
    reference: str
    """The decision's own number."""
    signed_off_by: str
    since: str
    """The version it changes, in words."""
    changes: tuple[Change, ...]
    renumbered: tuple[tuple[str, str], ...]
    marks: tuple[str, str]
    """The check marks of the two texts that were compared."""
    counts_from: dt.date
    """The day from which the text counts: no earlier than the version it changes does."""


def to_note(decision: OfficerDecision) -> str:
    """Return the line by which the next Council takes note of it."""
    number = f" (decision {decision.reference})" if decision.reference else ""
    what = f"made {_counted(decision)} to the {decision.title}"
    return (
        f"To note: that on {spoken(decision.on)} the {decision.officer}, as allowed by {decision.authority}, "
        f"{what}{number}, none of which changes what it requires."
    )


def sentences(decision: OfficerDecision) -> Iterator[str]:
    """Yield what was changed, a sentence for each change."""
    for change in decision.changes:
        where = listed(change.old or change.new) or change.title
        yield f"{'Paragraph ' if where[:1].isdigit() else ''}{where}: {words_of(change)}"
    if decision.renumbered:
        pairs = [f"{old} to {new}" for old, new in decision.renumbered]
        yield f"Numbers only: {listed(pairs)}."


def decision_outline(decision: OfficerDecision) -> Outline:
    """Return the record of the decision as a text that can be published like any other."""
    entries = [Entry("", 0, Kind.TITLE, heading=words("Record of an officer decision"))]
    for number, (heading, paragraphs) in enumerate(_sections(decision), 1):
        entries.append(Entry(f"s{number}", 1, Kind.SECTION, words(str(number)), words(heading)))
        entries += [
            Entry(f"s{number}-{each}", 2, Kind.PARAGRAPH, words(f"{number}.{each}"), body=words(said))
            for each, said in enumerate(paragraphs, 1)
        ]
    cover = Cover(
        council=decision.council, status="Decision made", body=decision.officer, adopted=decision.on
    )
    return Outline(tuple(entries), (Side(f"Decision of {spoken(decision.on)}"),), cover)


def _sections(decision: OfficerDecision) -> Iterator[tuple[str, list[str]]]:
    yield "The decision", list(_decided(decision))
    yield "What was changed", list(sentences(decision))
    yield (
        "Why",
        list(dict.fromkeys(each.reason for each in decision.changes if each.reason))
        or ["Each change is one of spacing, capitals, quotation marks, spelling or numbering."],
    )
    yield (
        "What was not changed",
        [
            f"The text was compared with {decision.since}, word for word. Nothing else differs.",
            f"Check marks of the two texts: {decision.marks[0]} before, {decision.marks[1]} after.",
        ],
    )
    yield "For the next meeting of the Council", [to_note(decision)]


def _decided(decision: OfficerDecision) -> Iterator[str]:
    yield (
        f"On {spoken(decision.on)} the {decision.officer} of {decision.council} decided to make "
        f"{_counted(decision)} to the {decision.title}."
    )
    if decision.counts_from > decision.on:
        day = spoken(decision.counts_from)
        yield f"The text counts from {day}, as the version that it changes would have."
    yield f"The power to do so: {decision.authority}."
    if decision.reference:
        yield f"Reference of the decision: {decision.reference}."
    if decision.signed_off_by:
        yield f"Signed off by: {decision.signed_off_by}."


def _counted(decision: OfficerDecision) -> str:
    return counted(len(decision.changes) + bool(decision.renumbered), "change")
