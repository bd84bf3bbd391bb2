"""Data: what is known of the past as JSON, for other programs; each sort of answer has its own number."""

from __future__ import annotations

from protobuild.model.outline import Outline
from protobuild.model.redlined import Change
from protobuild.render.looking_back.told import (
    Act,
    Amended,
    AsOf,
    Blame,
    Blamed,
    Draft,
    History,
    Log,
    Logged,
    Step,
)
from protobuild.render.shape import Data
from protobuild.render.summary import forces
from protobuild.render.text import write_text

UNWRAPPED = 10**6
"""Wider than any paragraph, so that none is broken into lines."""


def asof_data(answer: AsOf) -> Data:
    """Return what the text said on a day."""
    return {
        "schema": "protobuild/asof/1",
        "title": answer.title,
        "council": answer.council,
        "day": answer.day.isoformat(),
        "in_force": answer.in_force,
        "remarks": list(answer.remarks),
        "version": act_data(answer.act),
        "id": answer.id or None,
        "number": answer.number or None,
        "today": answer.today.isoformat() if answer.today else None,
        "number_today": answer.number_today or None,
        "last_changed": _amended(answer.amended) if answer.amended else None,
        "lines": list(answer.lines),
    }


def history_data(history: History) -> Data:
    """Return the story of a provision, the latest version first."""
    return {
        "schema": "protobuild/history/1",
        "title": history.title,
        "council": history.council,
        "day": history.day.isoformat(),
        "id": history.id or None,
        "number": history.number or None,
        "versions": [_step(step) for step in history.steps],
        "drafts": [_draft(draft) for draft in history.drafts] if history.with_drafts else None,
        "cut_short": history.cut_short,
    }


def log_data(log: Log) -> Data:
    """Return every version, the latest first."""
    return {
        "schema": "protobuild/log/1",
        "title": log.title,
        "council": log.council,
        "versions": [_logged(row) for row in log.rows],
    }


def blame_data(blame: Blame) -> Data:
    """Return every paragraph with the version that last changed it."""
    return {
        "schema": "protobuild/blame/1",
        "title": blame.title,
        "council": blame.council,
        "version": act_data(blame.act),
        "provisions": [_blamed(row) for row in blame.rows],
    }


def act_data(act: Act) -> Data:
    """Return the decision that made a version."""
    return {
        "folder": act.version,
        "body": act.body,
        "adopted": act.adopted.isoformat(),
        "in_force": act.in_force.isoformat(),
        "minute": act.minute or None,
        "recommended_by": act.recommended or None,
        "decisions": list(act.decisions),
        "delegation": act.delegation or None,
        "signed_off_by": act.signed_off or None,
        "entered": act.entered or None,
        "meaning": act.meaning,
        "doubt": act.doubt or None,
    }


def change_data(change: Change) -> Data:
    """Return one change, with its force and its reason."""
    return {
        "name": change.name,
        "what": change.what.value,
        "rank": change.rank.value,
        "old": list(change.old),
        "new": list(change.new),
        "force": [says for _, says in forces(change)],
        "reason": change.reason or None,
        "proposer": change.proposer or None,
    }


def _amended(amended: Amended) -> Data:
    return {
        "version": act_data(amended.act),
        "first_on_record": amended.first,
        "changes": [change_data(change) for change in amended.changes],
    }


def _step(step: Step) -> Data:
    return {
        "version": act_data(step.act),
        "did": step.did.value,
        "number": step.number or None,
        "number_before": step.before or None,
        "redline": _marked(step.redline),
        "changes": [change_data(change) for change in step.changes],
    }


def _draft(draft: Draft) -> Data:
    return {
        "kept": draft.kept.isoformat(),
        "who": draft.who,
        "why": draft.why,
        "ref": draft.ref,
        "before": draft.before or None,
        "after": draft.after or None,
        "redline": _marked(draft.redline),
        "touched": list(draft.touched),
        "adopts": draft.adopts or None,
    }


def _logged(row: Logged) -> Data:
    redlined = row.redlined
    return {
        "version": act_data(row.act),
        "different": redlined.different if redlined else False,
        "changes": [change_data(change) for change in redlined.changes] if redlined else None,
        "afterwards": list(row.events),
    }


def _blamed(row: Blamed) -> Data:
    return {"id": row.id, "number": row.number or None, "begins": row.words, **_amended(row.amended)}


def _marked(redline: Outline | None) -> str | None:
    """Return words with `[-struck-]` and `[+new+]` in them."""
    return write_text(redline, width=UNWRAPPED).strip("\n") if redline else None
