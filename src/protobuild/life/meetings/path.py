"""The way from a proposal to an adopted text: which steps are asked for, and which were taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from protobuild.life.meetings.reading import Met, meeting_name
from protobuild.model.protocol import Manifest, PathStep
from protobuild.model.saying import spoken

USUAL = (PathStep(step="recommended"), PathStep(step="adopted"))
"""What is asked for where the manifest says nothing: some body recommends, then one adopts."""

_DAY = dt.date(2000, 1, 1)


def steps_asked(manifest: Manifest) -> tuple[PathStep, ...]:
    """Return the steps to adoption, in order."""
    return manifest.decision_path or USUAL


def same_body(one: str, other: str) -> bool:
    """Return whether two names are those of one body: the Council is the Full Council.

    >>> same_body("Full Council", "the council")
    True
    """
    return meeting_name(one, _DAY) == meeting_name(other, _DAY)


def since_then(met: Sequence[Met], after: dt.date | None, until: dt.date) -> tuple[Met, ...]:
    """Return the meetings that count towards an adoption: since the last one, or since a withdrawal."""
    found = [
        each for each in met if (after is None or each.record.date > after) and each.record.date <= until
    ]
    withdrawn = [at for at, each in enumerate(found) if each.record.step == "withdrawn"]
    return tuple(found[withdrawn[-1] + 1 :] if withdrawn else found)


def not_taken(manifest: Manifest, met: Sequence[Met], body: str, on: dt.date) -> Iterator[str]:
    """Yield a sentence for each step that is asked for and was not taken before the body adopts that day."""
    left = list(met)
    for step in steps_asked(manifest):
        if step.step == "adopted":
            if step.body and not same_body(step.body, body):
                yield f"'{step.body}' adopts the protocol, and not '{body}'."
            continue
        at = next((at for at, each in enumerate(left) if _takes(each, step)), None)
        if at is None:
            who = f"'{step.body}'" if step.body else "any body"
            yield f"No meeting of {who} up to {spoken(on)} is recorded that {step.step} it."
        else:
            left = left[at + 1 :]


def recommended_by(met: Sequence[Met]) -> str:
    """Return who recommended it, when and under which minute, as the record has it; empty for nobody."""
    last = next((each.record for each in reversed(met) if each.record.step == "recommended"), None)
    if last is None:
        return ""
    minute = f", minute {last.minute}" if last.minute else ""
    return f"{last.body}, {spoken(last.date)}{minute}"


def _takes(met: Met, step: PathStep) -> bool:
    return met.record.step == step.step and (not step.body or same_body(step.body, met.record.body))
