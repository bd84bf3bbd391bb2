"""Read why the draft changes what it changes: the notes in changelog/next/."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.model.clause import Authored, Prose, Slug
from protobuild.model.redlined import Rank, Redlined, Why
from protobuild.model.source import Finding, Place, Severity
from protobuild.model.spelling import nearest
from protobuild.store.load import with_excerpts
from protobuild.store.places import Places
from protobuild.store.tree import file_bytes

NEXT = "next"
_ADOPTED = "If the change has been adopted, move this note out of changelog/next."


class Consulted(Authored):
    """Who was asked about a change, when, and what came of it."""

    who: Prose
    """Whom, such as `trade unions`."""
    when: str = ""
    """When, as people write it."""
    outcome: str = ""
    """What they said, or what came of it."""


class Note(Authored):
    """A note on a change not yet adopted, written together with the change."""

    LOSSES: ClassVar[dict[str, str]] = {
        "clauses": "The reason would be printed beside no change.",
        "reason": "The committee would not read why.",
    }
    """What is lost without a field."""

    clauses: tuple[Slug, ...] = Field(min_length=1)
    """The ids of what it explains."""
    reason: Prose
    """Why, in words the committee reads."""
    proposer: str = ""
    """Who proposes the change."""
    consultation: tuple[Consulted, ...] = ()
    """Who was asked about it."""
    class_: Literal["", "substantive", "titles", "minor"] = Field("", alias="class")
    """How much it matters, where a person raises what was worked out; it is never lowered."""
    round: int | None = Field(None, ge=1)
    """Which round of a redline it explains, where there are several; any when left out."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on changes not yet adopted, and what is wrong with them."""

    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    """The name of each note's file."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids a note may name, and what is known of them."""

    known: Collection[str]
    """Those of the draft, and those of the version it changes."""
    former: Callable[[], Collection[str]] = frozenset
    """Gives all ids there ever were; it is asked only about an id that is not known."""
    unchanged: Collection[str] = frozenset()
    """Those of what the draft leaves as it was adopted."""


def read_notes(home: Home, ids: Ids | None = None) -> Notes:
    """Return the notes in order of their files' names, with every fault in them.

    Which ids they name is looked at only where `ids` says what there is to name.
    """
    notes: list[Note] = []
    files: list[str] = []
    folder = home.changelog / NEXT
    findings = list(_not_notes(folder, home))
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        name = path.relative_to(home.root).as_posix()
        read = read_authored(Note, name, file_bytes(path, name))
        findings += read.findings
        if read.value is not None:
            notes.append(read.value)
            files.append(name)
            if ids is not None:
                findings += with_excerpts(_misplaced(read.value, read.places, ids), read.lines)
    return Notes(tuple(notes), tuple(findings), tuple(files))


def _not_notes(folder: Path, home: Home) -> Iterator[Finding]:
    """Yield a warning for each file that was meant as a note and is not called as one."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        readme = path.stem.lower() == "readme"
        if path.is_file() and path.suffix != ".yaml" and not readme and not path.name.startswith("."):
            yield Finding(
                "not-a-note",
                "this file is not read: the name of a note ends in '.yaml'",
                Place(path.relative_to(home.root).as_posix()),
                "The reason in it would be printed nowhere.",
                f"Rename it to {path.stem}.yaml, or move it elsewhere.",
                Severity.WARNING,
            )


def _misplaced(note: Note, places: Places, ids: Ids) -> Iterator[Finding]:
    for number, id in enumerate(note.clauses):
        if id in ids.unchanged:
            yield Finding(
                "no-change",
                f"'{id}' stands as it was adopted, so there is no change to explain",
                places.value(("clauses", number)),
                "The reason would be printed beside no change.",
                "Write the id of what the note explains, or delete the note if the change was taken back.",
                Severity.WARNING,
            )
        if id not in ids.known:
            yield Finding(
                "unknown-id",
                f"no clause is called '{id}', in the draft or in the version adopted last",
                places.value(("clauses", number)),
                "The reason would be printed beside no change.",
                _ADOPTED if id in ids.former() else _meant(nearest(id, ids.known)),
                Severity.WARNING,
            )


def _meant(near: str) -> str:
    return f"Write '{near}'." if near else "Write the id of what the note explains."


def reasons(notes: Notes) -> tuple[Why, ...]:
    """Return what the notes say of each provision, as a redline prints it, in the notes' order."""
    return tuple(why for note in notes.notes for why in _whys(note))


def not_honoured(notes: Notes, redlined: Redlined) -> list[str]:
    """Return a warning for each note that calls a change less than it is."""
    from protobuild.redline.schedule.reasons import lowered

    out: dict[str, None] = {}
    for file, note in zip(notes.files, notes.notes, strict=True):
        for why, change in lowered(redlined.changes, list(_whys(note)), redlined.outline.last):
            because = change.force[0] if change.force else f"nothing proves that it is only {why.rank}"
            out[
                f"{file}: the class '{why.rank}' is not honoured: {change.name} is {change.rank}, "
                f"because {because}. A note may raise the class of a change, never lower it."
            ] = None
    return list(out)


def _whys(note: Note) -> Iterator[Why]:
    rank = Rank(note.class_) if note.class_ else None
    for id in note.clauses:
        yield Why(id, " ".join(note.reason.split()), note.proposer, rank, note.round)
