"""Plan an adoption: what the meeting decided, that the text is that, and every file that changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protobuild.life.adopting.acting import Act
from protobuild.life.adopting.agreed import Before, not_as_decided, not_as_shown
from protobuild.life.adopting.kept import version_files
from protobuild.life.adopting.manifest import adopted_manifest
from protobuild.life.adopting.meeting import Asked, meeting_file, meeting_of
from protobuild.life.adopting.notes import emptied_folders, moved_notes, waiting_ids
from protobuild.life.adopting.ready import Fit, fit_draft, insist_on_reasons
from protobuild.life.home import Home
from protobuild.life.meetings.papers import Shown, paper_called, text_shown
from protobuild.life.meetings.path import not_taken, recommended_by, since_then
from protobuild.life.meetings.reading import FOLDER as MEETINGS
from protobuild.life.meetings.reading import Met, meeting_name, meetings
from protobuild.life.meetings.record import Decided, Meeting, Outcome
from protobuild.model.redlined import Paper
from protobuild.model.saying import spoken
from protobuild.model.source import ProtobuildError, UsageError
from protobuild.store.parts import MANIFEST, protocol_files
from protobuild.store.places import Value
from protobuild.store.tree import Folder


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting decided, as far as it is on record."""

    meeting: Meeting
    shown: Shown
    """The paper it had."""
    changes: tuple[Decided, ...]
    """What became of single changes, where it is on record."""
    recommended_by: str


class NotDecidedError(ProtobuildError):
    """The text, or the way to it, is not what was decided."""


def plan_adoption(home: Home, asked: Asked, today: dt.date) -> Act:
    """Return what the adoption does to the files.

    Raises ProtocolError where the draft has errors or gaps, UsageError where what is asked for does
    not fit what is on record, and NotDecidedError where the text is not what was decided.
    """
    fit = fit_draft(home)
    insist_on_reasons(fit, home)
    name = meeting_name(asked.body, asked.on)
    insist_on_day(home, fit, asked.on, today, name)
    counted = since_then(meetings(home), fit.last.record.adopted if fit.last else None, asked.on)
    said = meeting_of(counted, asked)
    shown = paper_called(home, said.paper)
    meeting = said.model_copy(update={"paper": shown.name})
    _insist_on_path(fit, counted, meeting)
    decision = Decision(meeting, shown, _all_decisions(counted, shown), recommended_by(counted))
    _insist_on_text(fit, decision)
    files = _files(home, fit, name, decision, asked.signed_off_by)
    return Act(
        what=f"the adoption of {spoken(asked.on)} by {meeting.body}",
        files={**meeting_file(home, counted, asked, meeting), **files},
        message=_message(meeting),
        name=f"adopted/{name}",
        also=_also(home, counted),
        emptied=emptied_folders(home),
    )


def insist_on_day(home: Home, fit: Fit, on: dt.date, today: dt.date, name: str) -> None:
    """Raise UsageError for a day to come, one before the last adoption, or one that is on record."""
    if on > today:
        raise UsageError(
            f"{spoken(on)} is still to come: this computer takes today for {spoken(today)}.",
            fix="Record an adoption once it has happened; if the clock is wrong, put it right first.",
        )
    if fit.last and on < fit.last.record.adopted:
        raise UsageError(
            f"A later version was adopted on {fit.last.name}.",
            fix="To enter an old version, write: protobuild adopt --past FILE --adopted DAY",
        )
    if (home.changelog / name).exists():
        raise UsageError(
            f"The version adopted that day by that body is on record already, in changelog/{name}.",
            fix="An adopted version is never altered. A later decision makes a new one.",
        )


def _insist_on_path(fit: Fit, counted: Sequence[Met], meeting: Meeting) -> None:
    lacking = list(not_taken(fit.protocol.manifest, counted, meeting.body, meeting.date))
    if lacking:
        raise NotDecidedError(
            f"A step before the adoption is missing. {' '.join(lacking)}",
            fix=f"Record the meeting in {MEETINGS}/, or put right 'decision_path' in {MANIFEST}.",
        )


def _all_decisions(counted: Sequence[Met], shown: Shown) -> tuple[Decided, ...]:
    """Return what became of each change of the paper, a later meeting's word counting."""
    out: dict[str, Decided] = {}
    for met in counted:
        if met.record.paper.casefold() == shown.name.casefold():
            out |= {each.change: each for each in met.record.decisions}
    return tuple(out.values())


def _insist_on_text(fit: Fit, decision: Decision) -> None:
    """Raise NotDecidedError, naming the words, unless the draft is what was decided."""
    shown = text_shown(decision.shown)
    if fit.last is None or fit.base is None:
        said = list(not_as_shown(shown, fit.text))
    else:
        before = Before(
            old=Folder(fit.last.protocol),
            base=fit.base,
            new=Folder(decision.shown.folder),
            shown=shown,
            paper=_paper(fit, decision.shown),
        )
        said = list(not_as_decided(before, fit.text, decision.changes))
    if said:
        raise NotDecidedError(
            "The text is not what was decided.\n  " + "\n  ".join(said),
            fix=f"Put the words right, or record in {MEETINGS}/ what the meeting decided otherwise.",
        )


def _paper(fit: Fit, shown: Shown) -> Paper:
    """Return the paper as it names the changes; raise NotDecidedError where it is about another text."""
    paper = next((each for each in fit.kept.papers if each.name == shown.name), None)
    if paper is None:
        raise NotDecidedError(
            f"The paper “{shown.name}” shows what changes in another text than the version adopted last.",
            fix="Issue a paper on the version adopted last, and take that to the meeting.",
        )
    return paper


def _files(
    home: Home, fit: Fit, name: str, decision: Decision, signed_off_by: str
) -> dict[str, bytes | None]:
    """Return every file the adoption writes or takes away, in the order in which that happens."""
    meeting, counts = decision.meeting, decision.meeting.in_force
    folder = Folder(home.protocol)
    protocol = {file: folder.read(file) for file in protocol_files(folder)}
    protocol[MANIFEST] = adopted_manifest(
        home.shown(MANIFEST), protocol[MANIFEST], fit.protocol.manifest, meeting.date, counts
    )
    waiting = waiting_ids(fit, _named(decision, "refused"), _named(decision, "deferred"))
    notes = moved_notes(home, waiting)
    record: dict[str, Value] = {
        "body": meeting.body,
        "adopted": meeting.date.isoformat(),
        "minute": meeting.minute,
        "in_force": counts.isoformat() if counts else "",
        "recommended_by": decision.recommended_by,
        "decisions": list(_said(decision.changes)),
        "notes": [path for path in notes if path.count("/") == 1],
        "paper": decision.shown.name,
        "signed_off_by": signed_off_by,
    }
    made = version_files(name, protocol, record, {path: note.data for path, note in notes.items()})
    gone: dict[str, bytes | None] = {note.old: None for note in notes.values()}
    return {**made, home.shown(MANIFEST): protocol[MANIFEST], **gone}


def _named(decision: Decision, outcome: Outcome) -> frozenset[str]:
    """Return the ids of what the meeting decided in that way."""
    names = {each.change for each in decision.changes if each.outcome == outcome}
    changes = decision.shown.record.changes
    return frozenset(id for change in changes if change.name in names for id in change.ids)


def _said(decisions: Sequence[Decided]) -> Iterator[str]:
    for each in decisions:
        minute = f" (minute {each.minute})" if each.minute else ""
        note = f": {' '.join(each.note.split())}" if each.note else ""
        yield f"{each.change} was {each.outcome}{minute}{note}"


def _message(meeting: Meeting) -> str:
    minute = f", minute {meeting.minute}" if meeting.minute else ""
    return f"Adopted by {meeting.body} on {spoken(meeting.date)}{minute}\n\nPaper: {meeting.paper}"


def _also(home: Home, counted: Sequence[Met]) -> tuple[str, ...]:
    """Return the files that belong to the adoption although it does not change them."""
    files = protocol_files(Folder(home.protocol))
    return (*(home.shown(file) for file in files if file != MANIFEST), *(each.file for each in counted))
