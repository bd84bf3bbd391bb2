"""Plan a change that an officer makes alone: only what is delegated, with the record of the decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from protobuild.life.adopting.acting import Act
from protobuild.life.adopting.adoption import NotDecidedError, insist_on_day
from protobuild.life.adopting.decision import OfficerDecision, decision_outline, sentences, to_note
from protobuild.life.adopting.delegation import beyond, renumbered
from protobuild.life.adopting.kept import version_files
from protobuild.life.adopting.manifest import adopted_manifest
from protobuild.life.adopting.notes import emptied_folders, moved_notes, waiting_ids
from protobuild.life.adopting.ready import Fit, fit_draft, insist_on_reasons
from protobuild.life.home import Home
from protobuild.life.lines import numbered_lines
from protobuild.life.meetings.reading import meeting_name
from protobuild.model.outline import Outline
from protobuild.model.protocol import Delegation
from protobuild.model.saying import spoken
from protobuild.model.source import UsageError
from protobuild.store.load import load_leniently
from protobuild.store.parts import MANIFEST, protocol_files
from protobuild.store.places import Value
from protobuild.store.tree import Folder

DECISION = "decision.txt"
"""The record of the officer's decision in plain text, kept with the version."""


@dataclass(frozen=True, slots=True)
class AskedAlone:
    """What an officer says of a decision of their own."""

    on: dt.date
    reference: str = ""
    """The decision's own number."""
    signed_off_by: str = ""


@dataclass(frozen=True, slots=True)
class Delegated:
    """What an officer's decision does, and the record of it to publish."""

    act: Act
    record: Outline
    to_note: str
    """The line by which the next Council takes note of it."""


def plan_delegated(home: Home, asked: AskedAlone, today: dt.date) -> Delegated:
    """Return what the officer's decision does to the files, and the record of it.

    Raises UsageError where nothing is delegated or nothing has changed, and NotDecidedError, naming
    the words, where anything has that is not the officer's to change.
    """
    fit = fit_draft(home)
    delegation = _delegation(fit)
    decision = _decided(fit, delegation, asked)
    name = meeting_name(decision.officer, asked.on)
    insist_on_day(home, fit, asked.on, today, name)
    _insist_on_delegated(delegation, decision)
    insist_on_reasons(fit, home)
    act = Act(
        what=f"the decision of the {decision.officer} of {spoken(asked.on)}",
        files=_files(home, fit, name, decision),
        message=f"Changed by the {decision.officer} on {spoken(asked.on)}\n\n{to_note(decision)}",
        name=f"adopted/{name}",
        also=tuple(home.shown(file) for file in protocol_files(Folder(home.protocol)) if file != MANIFEST),
        emptied=emptied_folders(home),
    )
    return Delegated(act, decision_outline(decision), to_note(decision))


def _delegation(fit: Fit) -> Delegation:
    delegation = fit.protocol.manifest.delegation
    if delegation is None or not delegation.authority:
        raise UsageError(
            "protocol.yaml does not say what an officer may change alone, and who allowed it.",
            fix="Write it under 'delegation': to (a role), classes, and authority (who decided it and when).",
        )
    if delegation.to not in fit.protocol.manifest.roles:
        raise UsageError(
            f"'delegation' names the role '{delegation.to}', and there is none under 'roles'.",
            fix="Write the name of one of the roles.",
        )
    _insist_on_what_was_adopted(fit, delegation)
    return delegation


def _insist_on_what_was_adopted(fit: Fit, delegation: Delegation) -> None:
    """Raise NotDecidedError where the adopted text delegates otherwise: nobody widens their own office."""
    adopted = load_leniently(Folder(fit.last.protocol)).protocol.manifest.delegation if fit.last else None
    if fit.last and adopted is not None and adopted != delegation:
        raise NotDecidedError(
            f"'delegation' in protocol.yaml is not what the version adopted on {fit.last.name} says.",
            fix="Put it back. What an officer may change alone is for a meeting: protobuild propose NAME",
        )


def _decided(fit: Fit, delegation: Delegation, asked: AskedAlone) -> OfficerDecision:
    if fit.base is None or fit.redlined is None or fit.last is None:
        raise UsageError(
            "No version has been adopted yet, so there is none that an officer could put right.",
            fix="The first text is adopted by a meeting: protobuild adopt --body BODY --on DAY --minute N",
        )
    manifest = fit.protocol.manifest
    return OfficerDecision(
        title=manifest.title,
        council=manifest.council.name,
        officer=manifest.roles[delegation.to].title,
        on=asked.on,
        authority=delegation.authority,
        reference=asked.reference,
        signed_off_by=asked.signed_off_by,
        since=f"the version adopted on {fit.last.name}",
        changes=tuple(change for change in fit.redlined.changes if not change.withdrawn),
        renumbered=renumbered(fit.base, fit.text),
        marks=(fit.base.sides[0].ref, fit.text.sides[0].ref),
        counts_from=max(asked.on, fit.last.record.counts_from),
    )


def _insist_on_delegated(delegation: Delegation, decision: OfficerDecision) -> None:
    if not decision.changes and not decision.renumbered:
        raise UsageError(
            f"Nothing differs from {decision.since}, so there is nothing to decide.",
            fix="Make the change in the protocol's files first.",
        )
    said = list(beyond(delegation, decision.changes, decision.renumbered))
    if said:
        raise NotDecidedError(
            f"More has changed than the {decision.officer} may change alone.\n  " + "\n  ".join(said),
            fix="Take those changes back, or put them to a meeting: protobuild propose NAME",
        )


def _files(home: Home, fit: Fit, name: str, decision: OfficerDecision) -> dict[str, bytes | None]:
    folder = Folder(home.protocol)
    counts = decision.counts_from if decision.counts_from > decision.on else None
    protocol = {file: folder.read(file) for file in protocol_files(folder)}
    protocol[MANIFEST] = adopted_manifest(
        home.shown(MANIFEST), protocol[MANIFEST], fit.protocol.manifest, decision.on, counts, reviewed=False
    )
    notes = moved_notes(home, waiting_ids(fit))
    record: dict[str, Value] = {
        "body": decision.officer[:1].upper() + decision.officer[1:],
        "adopted": decision.on.isoformat(),
        "minute": decision.reference,
        "in_force": counts.isoformat() if counts else "",
        "decisions": list(sentences(decision)),
        "notes": [path for path in notes if path.count("/") == 1],
        "signed_off_by": decision.signed_off_by,
        "delegation": decision.authority,
    }
    beside = {path: note.data for path, note in notes.items()}
    beside[DECISION] = numbered_lines(decision_outline(decision)).encode()
    gone: dict[str, bytes | None] = {note.old: None for note in notes.values()}
    made = version_files(name, protocol, record, beside)
    return {**made, home.shown(MANIFEST): protocol[MANIFEST], **gone}
