"""The changed stretches of an entry's words in one round: what it struck, and what it wrote instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from protobuild.model.outline import Entry
from protobuild.model.runs import Run, Runs, plain

PASSAGE = 6
"""Words beyond which what is only added, or only struck, is a passage."""


class State(Enum):
    """What the round did to a run."""

    KEPT = auto()
    STRUCK = auto()
    WRITTEN = auto()


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of struck and written runs between kept ones."""

    struck: Runs
    written: Runs
    before: str
    """The kept words just before it."""
    after: str
    """The kept words just after it."""

    @property
    def old(self) -> str:
        """The struck words."""
        return plain(self.struck)

    @property
    def new(self) -> str:
        """The written words."""
        return plain(self.written)

    @property
    def passage(self) -> bool:
        """Whether it comes or goes as a passage: with its whole entry, or as many words."""
        if self.old.strip() and self.new.strip():
            return False
        return not (self.before or self.after) or len((self.old + self.new).split()) > PASSAGE

    @property
    def display(self) -> bool:
        """Whether nothing changed but what references print: their targets are the same."""
        refs = [run.ref for run in self.struck], [run.ref for run in self.written]
        return refs[0] == refs[1] and all(refs[0])

    @property
    def roles(self) -> frozenset[str]:
        """The roles whose printed title changed here, when nothing else did."""
        return frozenset(run.ref for run in self.written if run.ref.startswith("role:") and self.display)


def state(run: Run) -> State:
    """Return what the round did to the run; words carried by a move are kept."""
    if run.moved:
        return State.KEPT
    if run.gone is not None:
        return State.STRUCK  # a run that is also born was struck while it moved here
    return State.WRITTEN if run.born else State.KEPT


def regions(entry: Entry) -> Iterator[Region]:
    """Yield the changed stretches of the entry's heading and body in order."""
    for runs in (entry.heading, entry.body):
        present = [(state(run), run) for run in runs]
        at = 0
        while at < len(present):
            end = at
            while end < len(present) and present[end][0] is not State.KEPT:
                end += 1
            if end > at:
                changed = present[at:end]
                yield Region(
                    tuple(run for what, run in changed if what is State.STRUCK),
                    tuple(run for what, run in changed if what is State.WRITTEN),
                    present[at - 1][1].text if at else "",
                    present[end][1].text if end < len(present) else "",
                )
            at = end + 1


def redressed(entry: Entry) -> bool:
    """Return whether the round changed the emphasis or a link of words it kept."""
    return any(
        (look.style, look.href) != (run.style, run.href)
        for run in entry.heading + entry.body
        for look in run.was
    )


def relevelled(entry: Entry) -> bool:
    """Return whether the round gave the entry another level or kind."""
    return any((face.level, face.kind) != (entry.level, entry.kind) for face in entry.was)
