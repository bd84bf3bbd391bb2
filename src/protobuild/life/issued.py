"""Papers issued: the names of changes they froze, kept beside the notes in changelog/next/issued/."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protobuild.life.authored import read_authored
from protobuild.life.home import Home
from protobuild.life.notes import NEXT
from protobuild.model.clause import Authored, Prose
from protobuild.model.redlined import Issued, Paper, Redlined, What
from protobuild.model.saying import spoken
from protobuild.model.source import Finding, Place, ProtocolError, UsageError, errors_of
from protobuild.store.parts import protocol_files
from protobuild.store.places import Value
from protobuild.store.tree import Tree, file_bytes
from protobuild.store.yaml import write_yaml

FOLDER = "issued"
_FILE = re.compile(r"(\d+)-[a-z0-9-]+\.yaml")
"""A paper's file: which one it was, counted from 1, and what it is called."""
_KEYS = ("name", "what", "ids", "base", "old", "new", "title", "before", "after", "mark")
"""What is kept of a change, in the order of the file."""


class IssuedChange(Authored):
    """A change as a paper listed it."""

    name: Prose
    """What the committee calls it: `C7`."""
    what: What
    ids: tuple[str, ...] = ()
    """The ids of the provisions it touches."""
    base: tuple[str, ...] = ()
    """The numbers of those that the base has."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    title: str = ""
    before: str = ""
    after: str = ""
    mark: Prose
    """The check mark of what was decided."""


class IssuedPaper(Authored):
    """A paper that was issued. Written by `protobuild redline --issue`; nobody edits it."""

    paper: Prose
    """What people call the paper."""
    issued: dt.date
    base: str
    """The text its redline began from."""
    ref: Prose
    """The check mark of that text."""
    shows: str = ""
    """The meaning hash of the text it showed; a copy of that text lies in the folder of the same name."""
    changes: tuple[IssuedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """The papers issued so far that number a redline, and those that do not."""

    papers: tuple[Paper, ...] = ()
    """Those whose redline began from the same text, in the order they were issued."""
    others: tuple[Paper, ...] = ()
    last: int = 0
    """The number of the last one."""


def read_papers(home: Home, ref: str) -> Kept:
    """Return the papers issued; those that began from the text with that check mark give names.

    Raises ProtocolError when a file cannot be read: a name once given is never guessed.
    """
    folder = home.changelog / NEXT / FOLDER
    papers: dict[int, Paper] = {}
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        name = path.relative_to(home.root).as_posix()
        read = read_authored(IssuedPaper, name, file_bytes(path, name))
        findings += errors_of(read.findings)
        number = _number(path.name)
        if number in papers or not number:
            findings.append(_misnamed(name, number))
        elif read.value is not None:
            papers[number] = paper_of(read.value)
    if findings:
        raise ProtocolError(findings)
    ordered = [papers[number] for number in sorted(papers)]
    return Kept(
        tuple(paper for paper in ordered if paper.ref == ref),
        tuple(paper for paper in ordered if paper.ref != ref),
        max(papers, default=0),
    )


def issue(name: str, on: dt.date, redlined: Redlined, kept: Kept) -> Paper:
    """Return the paper that freezes the names of a redline's changes.

    It is the one issued earlier where that has the same name and nothing changed since. Raises
    UsageError where there is nothing to freeze, or where a paper of that name froze other things.
    """
    from protobuild.redline.schedule.naming import listed_as

    base = redlined.outline.sides[0]
    alive = tuple(listed_as(change) for change in redlined.changes if not change.withdrawn)
    paper = Paper(" ".join(name.split()), on, base.label, base.ref, alive)
    if not paper.name:
        raise UsageError("A paper needs a name.", fix='Write one: --issue "Standards Committee, 3 June".')
    if not alive:
        raise UsageError(
            "Nothing is changed, so there are no numbers to keep.", fix="Leave out --issue until there are."
        )
    before = _called(paper.name, (*kept.papers, *kept.others))
    if before is not None and not _same(before, paper):
        raise UsageError(
            f"A paper called “{before.name}” was issued on {spoken(before.on)}, and listed other changes.",
            fix="Give this one another name; what was issued stays as it is.",
        )
    return before or paper


def paper_file(paper: Paper, kept: Kept, text: str = "", shown: Tree | None = None) -> dict[str, bytes]:
    """Return what keeps a new paper, by its name in the folder of papers.

    `text` is the meaning hash of the text it shows, and `shown` are the files of that text, of
    which a copy is kept: what a meeting decides is decided about these words.
    """
    number = kept.last + 1
    slug = re.sub(r"[^a-z0-9]+", "-", paper.name.lower())[:60].strip("-") or "paper"
    data: Value = {
        "paper": paper.name,
        "issued": paper.on.isoformat(),
        "base": paper.base,
        "ref": paper.ref,
        **({"shows": text} if text else {}),
        "changes": [_written(change) for change in paper.changes],
    }
    stem = f"{number}-{slug}"
    copies = {f"{stem}/{name}": shown.read(name) for name in protocol_files(shown)} if shown else {}
    return {f"{stem}.yaml": write_yaml(data).encode(), **copies}


def _called(name: str, papers: Sequence[Paper]) -> Paper | None:
    """Return the paper of that name, capitals aside, or None."""
    return next((paper for paper in papers if paper.name.casefold() == name.casefold()), None)


def _same(one: Paper, other: Paper) -> bool:
    """Whether two papers say the same, on whatever day."""
    marks = [[(change.name, change.mark) for change in paper.changes] for paper in (one, other)]
    return one.ref == other.ref and marks[0] == marks[1]


def _number(file: str) -> int:
    """Return which paper a file's name says it is, or 0 where it does not say."""
    found = _FILE.fullmatch(file)
    return int(found.group(1)) if found else 0


def _misnamed(name: str, number: int) -> Finding:
    if not number:
        return Finding(
            "not-a-paper",
            "the name of this file does not say which paper it is",
            Place(name),
            "Nobody could tell which paper was issued first.",
            "Give the file back the name it had, or move it elsewhere if it is no paper.",
        )
    return Finding(
        "two-papers",
        f"another paper is number {number} too",
        Place(name),
        "Issued beside one another, they may have given one name to two decisions.",
        "Keep the paper that was sent out. Move the other elsewhere and issue it again.",
    )


def paper_of(read: IssuedPaper) -> Paper:
    """Return a paper as a redline takes the names of changes from it."""
    changes = tuple(Issued(**{key: getattr(each, key) for key in _KEYS}) for each in read.changes)
    return Paper(read.paper, read.issued, read.base, read.ref, changes)


def _written(issued: Issued) -> dict[str, Value]:
    """Return a change as the file has it, what is empty left out."""
    out: dict[str, Value] = {}
    for key in _KEYS:
        value = getattr(issued, key)
        if value:
            out[key] = list(value) if isinstance(value, tuple) else str(value)
    return out
