"""Plan what deciding does: the record of the meeting, and the text that results, in the draft's place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from protobuild.life.adopting.acting import Act
from protobuild.life.comparing import compared
from protobuild.life.deciding.result import Result, resulting
from protobuild.life.home import Home
from protobuild.life.issued import paper_of
from protobuild.life.lenient import read_adopted, read_folder
from protobuild.life.meaning import meaning
from protobuild.life.meetings.papers import Shown, paper_called, text_shown
from protobuild.life.meetings.reading import FOLDER, meeting_name, meetings
from protobuild.life.meetings.record import Decided, Meeting, Step
from protobuild.life.versions import Version, last_adopted
from protobuild.model.redlined import Redlined
from protobuild.model.saying import listed, spoken
from protobuild.model.source import UsageError
from protobuild.store.parts import MANIFEST
from protobuild.store.places import Value
from protobuild.store.splice import spliced
from protobuild.store.tree import Folder
from protobuild.store.yaml import write_yaml

TAKEN_BACK = frozenset({"refused", "deferred"})
"""What leaves the base as it was; what is deferred comes back in a later paper."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A meeting, and what it decided otherwise than the paper has it."""

    body: str
    on: dt.date
    step: Step = "adopted"
    minute: str = ""
    paper: str = ""
    in_force: dt.date | None = None
    decisions: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of single changes, and what results."""

    version: Version
    before: Redlined
    """The redline the meeting had."""
    result: Result


@dataclass(frozen=True, slots=True)
class Planned:
    """What deciding does, before anything is done."""

    act: Act
    meeting: Meeting
    shown: Shown
    decided: Decision | None = None
    """None for the first text of all, which is agreed to or not as a whole."""


def plan_decision(home: Home, asked: Asked) -> Planned:
    """Return what a meeting's decisions make of the draft, which must be the paper's text.

    Where the meeting has a record already and nothing is asked here, the record is what counts.
    Raises UsageError for what cannot be decided so, and ProtocolError for records with faults.
    """
    meeting, recorded = _meeting(home, asked)
    shown = paper_called(home, meeting.paper)
    version = last_adopted(home)
    record = {} if recorded else {_file(meeting): _written(meeting)}
    what = f"the decisions of {meeting.body}, {spoken(meeting.date)}"
    if version is None:
        return Planned(Act(what, {**record, **_of_the_first(home, meeting)}), meeting, shown)
    before = _redline(version, shown)
    _insist_on_names(meeting, before, shown)
    otherwise = {each.change: each for each in meeting.decisions}
    refused = [name for name, each in otherwise.items() if each.outcome in TAKEN_BACK]
    words = {id: said for each in meeting.decisions for id, said in each.words.items()}
    result = resulting(Folder(version.protocol), Folder(shown.folder), before, refused, words)
    _insist_on_paper(home, shown, result)
    act = Act(what, {**record, **_draft(home, result, meeting)})
    return Planned(act, meeting, shown, Decision(version, before, result))


def _of_the_first(home: Home, meeting: Meeting) -> dict[str, bytes | None]:
    """Return what a meeting makes of the first text; raise UsageError where it decided of single changes."""
    if meeting.decisions:
        raise UsageError(
            "Nothing was adopted before, so there are no single changes to decide about.",
            fix="Change the draft, and issue it again under a name of its own: protobuild propose",
        )
    data = (home.protocol / MANIFEST).read_bytes()
    return {home.shown(MANIFEST): spliced(home.shown(MANIFEST), data, {("status",): _status(meeting)})}


def _meeting(home: Home, asked: Asked) -> tuple[Meeting, bool]:
    """Return the record of the meeting, and whether it is one that was written before."""
    file = f"{FOLDER}/{meeting_name(asked.body, asked.on)}.yaml"
    found = next((met.record for met in meetings(home) if met.file == file), None)
    if found is None:
        paper = paper_called(home, asked.paper).name
        return Meeting(
            body=asked.body,
            date=asked.on,
            step=asked.step,
            minute=asked.minute,
            paper=paper,
            in_force=asked.in_force,
            decisions=asked.decisions,
        ), False
    if asked.decisions:
        raise UsageError(
            f"There is a record of that meeting already: {file}.",
            fix="Write its decisions there, and give the command without them.",
        )
    return found, True


def _redline(version: Version, shown: Shown) -> Redlined:
    base, text = read_adopted(version), text_shown(shown)
    return compared((base, text), papers=(paper_of(shown.record),))


def _insist_on_names(meeting: Meeting, before: Redlined, shown: Shown) -> None:
    edits = {edit.name for change in before.changes for edit in change.edits}
    there = edits | {change.name for change in before.changes}
    unknown = [each.change for each in meeting.decisions if each.change not in there]
    if unknown:
        raise UsageError(
            f"The paper “{shown.name}” lists no {listed(unknown)}.",
            fix=f"It lists {listed([change.name for change in before.changes])}.",
        )


def _insist_on_paper(home: Home, shown: Shown, result: Result) -> None:
    """Raise UsageError where the draft is neither the paper's text nor what results already."""
    draft = meaning(read_folder(home.protocol))
    if draft not in (shown.record.shows, meaning(result.text)):
        raise UsageError(
            f"The draft is not the text that the paper “{shown.name}” showed, so it would be lost.",
            fix="Issue it as a paper of its own (protobuild propose), or keep it elsewhere and put the "
            f"paper's text back from {shown.folder.name} in changelog/next/issued.",
        )


def _draft(home: Home, result: Result, meeting: Meeting) -> dict[str, bytes | None]:
    """Return what deciding writes to the protocol's folder, and what goes from it."""
    now = {path: Folder(home.protocol).read(path) for path in Folder(home.protocol).files()}
    wanted = dict(result.files)
    wanted[MANIFEST] = spliced(MANIFEST, wanted[MANIFEST], {("status",): _status(meeting)})
    gone = [path for path in now if path not in wanted and _is_section(path, now)]
    changed: Mapping[str, bytes | None] = {
        **{path: data for path, data in wanted.items() if now.get(path) != data},
        **dict.fromkeys(gone),
    }
    return {home.shown(path): data for path, data in changed.items()}


def _status(meeting: Meeting) -> str:
    return "recommended" if meeting.step == "recommended" else "proposed"


def _is_section(path: str, now: Mapping[str, bytes]) -> bool:
    return "/" not in path and path.endswith(".yaml") and b"clauses:" in now[path]


def _file(meeting: Meeting) -> str:
    return f"{FOLDER}/{meeting_name(meeting.body, meeting.date)}.yaml"


def _written(meeting: Meeting) -> bytes:
    data: dict[str, Value] = {
        "body": meeting.body,
        "date": meeting.date.isoformat(),
        "step": meeting.step,
        "paper": meeting.paper,
    }
    if meeting.minute:
        data["minute"] = meeting.minute
    if meeting.in_force:
        data["in_force"] = meeting.in_force.isoformat()
    if meeting.decisions:
        data["decisions"] = [_decided(each) for each in meeting.decisions]
    return write_yaml(data).encode()


def _decided(decided: Decided) -> Value:
    out: dict[str, Value] = {"change": decided.change, "outcome": decided.outcome}
    for key in ("minute", "note"):
        if value := getattr(decided, key):
            out[key] = value
    if decided.words:
        out["words"] = dict(decided.words)
    return out
