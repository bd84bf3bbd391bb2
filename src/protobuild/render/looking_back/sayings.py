"""Sayings: what is told of the past in whole sentences, the same in print, on a page and aloud."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.redlined import Change, Rank, Redlined
from protobuild.model.saying import counted, listed, spoken
from protobuild.render.looking_back.told import Act, Amended, AsOf, Did, Draft, History, Logged, Step
from protobuild.render.summary import counted as changes_counted
from protobuild.render.summary import dropped, forced

FIRST = "the first version on record, so what it changed is not known"
DIFFERENT = "The text was replaced as a whole: the two have too little in common to compare them."
ADOPTED_FIRST = "The first version on record."


def facts_of(answer: AsOf) -> Iterator[tuple[str, str]]:
    """Yield what is known of the text of a day, label and words."""
    yield "Text as of", spoken(answer.day)
    yield "Adopted", answer.act.decided
    yield "In force from", spoken(answer.act.in_force)
    if answer.act.recommended:
        yield "Recommended by", answer.act.recommended
    yield from _of_act(answer.act)
    if not answer.whole:
        yield "Number then", answer.number or "none"
        if answer.today:
            yield f"Number on {spoken(answer.today)}", number_today(answer)
    if answer.id:
        yield "Lasting name", answer.id
    if answer.amended:
        yield "Last changed by", amended_said(answer.amended)
    yield "Kept in", f"changelog/{answer.act.version}"
    yield "Meaning hash", answer.act.meaning
    yield "Proof", answer.act.doubt or "the files are as their checksums say"


def _of_act(act: Act) -> Iterator[tuple[str, str]]:
    """Yield what only some decisions have."""
    if act.delegation:
        yield "Decided under", act.delegation
    if act.signed_off:
        yield "Signed off by", act.signed_off
    if act.entered:
        yield "On record", act.entered


def number_today(answer: AsOf) -> str:
    """Return the number a provision has today, in words where it has none."""
    if answer.number_today is None:
        return "it is not in the text in force on that day"
    return answer.number_today or "none"


def amended_said(amended: Amended) -> str:
    """Return which decision last changed some words, and which of its changes."""
    if amended.first:
        return f"{amended.act.decided}: {FIRST}"
    changes = "; ".join(change_said(change) for change in amended.changes)
    return f"{amended.act.decided}" + (f": {changes}" if changes else "")


def change_said(change: Change) -> str:
    """Return a change with its force and its reason, such as `C3 reworded: “should” becomes “must”`."""
    force = f": {'; '.join(change.force)}" if change.force else ""
    reason = f". Reason: {change.reason.rstrip('.')}" if change.reason else ""
    by = f" ({change.proposer})" if change.reason and change.proposer else ""
    return f"{change.name} {change.what}{force}{reason}{by}"


def named(history: History) -> str:
    """Return how a provision is known: by its number on the day, and by its lasting name."""
    if not history.id:
        return ""
    there = f"{history.number} on" if history.number else "not in the text in force on"
    return f"{there} {spoken(history.day)}, lasting name {history.id}"


def step_said(step: Step) -> str:
    """Return what a version did to a provision, with its number."""
    match step.did:
        case Did.RENUMBERED:
            return f"kept its words; {step.before or 'without a number'} became {step.number or 'unnumbered'}"
        case Did.CHANGED if step.number != step.before and step.before:
            return f"changed; {step.before} became {step.number or 'unnumbered'}"
        case Did.ABSENT | Did.ENDED:
            return str(step.did) + (f" (it was {step.number})" if step.number else "")
    return str(step.did) + (f" (paragraph {step.number})" if step.number[:1].isdigit() else "")


def draft_said(draft: Draft) -> str:
    """Return when a draft was kept, by whom and why."""
    return f"{spoken(draft.kept)}, kept by {draft.who}: {draft.why} [{draft.ref}]"


def logged_said(row: Logged) -> str:
    """Return how much a version changed, the force of words first."""
    return ADOPTED_FIRST if row.redlined is None else redlined_said(row.redlined)


def redlined_said(redlined: Redlined) -> str:
    """Return how much a redline changes, the force of words first."""
    if redlined.different:
        return DIFFERENT
    heavy = len({each.change.name for each in forced(redlined)})
    lost = len(dropped(redlined))
    parts = [
        f"{counted(heavy, 'change')} in what the words require" if heavy else "",
        f"{counted(lost, 'deletion')} of duties or permissions" if lost else "",
        _minor(redlined.changes),
    ]
    first = listed([part for part in parts if part])
    return f"{first}. {changes_counted(redlined)}" if first else changes_counted(redlined)


def _minor(changes: tuple[Change, ...]) -> str:
    minor = sum(change.rank is not Rank.SUBSTANTIVE for change in changes)
    return f"{minor} minor or of titles only" if minor else ""
