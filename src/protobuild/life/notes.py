"""Read why the draft changes what it changes: the notes in changelog/next/."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.model.clause import Authored, Prose, Slug
from protobuild.model.source import Finding, Severity
from protobuild.model.spelling import nearest
from protobuild.store.load import with_excerpts
from protobuild.store.places import Places
from protobuild.store.tree import file_bytes

NEXT = "next"
_ADOPTED = "If the change has been adopted, move this note out of changelog/next."


class Consulted(Authored):
    """Who was asked about a change, when, and what came of it."""

    who: Prose
    when: str = ""
    outcome: str = ""


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
    consultation: tuple[Consulted, ...] = ()
    class_: Literal["", "substantive", "titles", "minor"] = Field("", alias="class")
    """How much it matters, where a person raises what was worked out."""
    round: int = 1
    """Which round of a redline it explains."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on changes not yet adopted, and what is wrong with them."""

    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def read_notes(
    home: Home,
    known: Collection[str] | None = None,
    former: Callable[[], Collection[str]] = frozenset,
) -> Notes:
    """Return the notes in order of their files' names, with every fault in them.

    `known` are the ids a note may name: the draft's, and those of the version it changes.
    `former` gives all ids there ever were, and is asked only about an id that is not known.
    """
    notes: list[Note] = []
    findings: list[Finding] = []
    folder = home.changelog / NEXT
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        name = path.relative_to(home.root).as_posix()
        read = read_authored(Note, name, file_bytes(path, name))
        findings += read.findings
        if read.value is not None:
            notes.append(read.value)
            if known is not None:
                findings += with_excerpts(_unknown(read.value, read.places, known, former), read.lines)
    return Notes(tuple(notes), tuple(findings))


def _unknown(
    note: Note, places: Places, known: Collection[str], former: Callable[[], Collection[str]]
) -> Iterator[Finding]:
    for number, id in enumerate(note.clauses):
        if id not in known:
            yield Finding(
                "unknown-id",
                f"no clause is called '{id}', in the draft or in the version adopted last",
                places.value(("clauses", number)),
                "The reason would be printed beside no change.",
                _ADOPTED if id in former() else _meant(nearest(id, known)),
                Severity.WARNING,
            )


def _meant(near: str) -> str:
    return f"Write '{near}'." if near else "Write the id of what the note explains."


def reasons(notes: Notes) -> dict[str, tuple[str, str]]:
    """Return for each id the reason for its change and who proposes it, as a redline prints them."""
    out: dict[str, tuple[str, str]] = {}
    for note in notes.notes:
        said = " ".join(note.reason.split())
        for id in note.clauses:
            before, proposer = out.get(id, ("", ""))
            out[id] = (f"{before} {said}".strip(), proposer or note.proposer)
    return out
