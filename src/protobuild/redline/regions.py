"""The changed stretches of an entry's words in one round: what it struck, and what it wrote instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from protobuild.model.outline import HEADINGS, Entry, Kind
from protobuild.model.runs import Run, Runs, plain

PASSAGE = 6
"""Words beyond which what is only added, or only struck, within a sentence is a clause of its own."""
REWRITE = 12
"""Words beyond which what stands in other words' place was written anew."""
SENTENCE_ENDS = (".", "!", "?")
FEW = 4
"""The same where no word is kept around them."""
REFERENCE = "\ufffc"
"""What stands for a reference in the words around a change: its number is worked out, and says nothing."""


Lead = tuple[str, str]
NO_LEAD = ("", "")


class State(Enum):
    """What the round did to a run."""

    KEPT = auto()
    STRUCK = auto()
    WRITTEN = auto()


class Shape(Enum):
    """What sort of edit a changed stretch is to a reader."""

    EDIT = auto()
    """A few words."""
    CLAUSE = auto()
    """A longer part of a sentence that only comes or only goes."""
    PASSAGE = auto()
    """Whole sentences, or an entry whole, that only come or only go."""
    REWRITE = auto()
    """Many words in the place of others."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A heading or body whole, before and after the round, for what must be read around a change."""

    old: str
    new: str
    heading: bool = False
    quoted: bool = False
    """Whether these are another document's words, quoted."""
    lead: Lead = NO_LEAD
    """For an item of a list: the words it completes, before and after, where they stay."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of struck and written runs between kept ones."""

    struck: Runs
    written: Runs
    wording: Wording
    """What it is a change of."""
    old_at: tuple[int, int]
    """Where the struck words begin and end in the old wording."""
    new_at: tuple[int, int]
    """Where the written words begin and end in the new wording."""

    @property
    def old(self) -> str:
        """The struck words."""
        return plain(self.struck)

    @property
    def new(self) -> str:
        """The written words."""
        return plain(self.written)

    @property
    def pure(self) -> bool:
        """Whether words are only struck or only written here."""
        return not (self.old.strip() and self.new.strip())

    @property
    def shape(self) -> Shape:
        """What sort of edit it is."""
        old, new = self.old.split(), self.new.split()
        if old and new:
            many = FEW if self._whole() else REWRITE
            return Shape.REWRITE if max(len(old), len(new)) > many else Shape.EDIT
        if self._of_sentences():
            return Shape.PASSAGE
        return Shape.CLAUSE if len(old + new) > PASSAGE else Shape.EDIT

    @property
    def display(self) -> bool:
        """Whether nothing changed but what references print: their targets are the same."""
        return self._references_only and not self.elsewhere

    @property
    def elsewhere(self) -> bool:
        """Whether references print the same and lead elsewhere: their ids passed on to other provisions."""
        return self._references_only and self.old == self.new

    @property
    def _references_only(self) -> bool:
        refs = [run.ref for run in self.struck], [run.ref for run in self.written]
        return refs[0] == refs[1] and all(refs[0])

    @property
    def roles(self) -> frozenset[str]:
        """The roles whose printed title changed here, when nothing else did but `a` or `an` before it."""
        refs = [
            [run.ref for run in runs if run.text.strip().lower() not in ("a", "an", "")]
            for runs in (self.struck, self.written)
        ]
        if refs[0] != refs[1] or not all(refs[0]):
            return frozenset()
        return frozenset(ref for ref in refs[1] if ref.startswith("role:"))

    def _whole(self) -> bool:
        """Whether no word of the wording was kept."""
        around = self.wording.new[: self.new_at[0]] + self.wording.new[self.new_at[1] :]
        return not any(letter.isalnum() for letter in around)

    def _of_sentences(self) -> bool:
        """Whether what comes or goes begins and ends as sentences do."""
        text = (self.old or self.new).rstrip()
        whole, (start, end) = (
            (self.wording.old, self.old_at) if self.old.strip() else (self.wording.new, self.new_at)
        )
        begins = not start or whole[max(0, start - 3) : start].rstrip().endswith(SENTENCE_ENDS)
        return begins and (end == len(whole) or text.endswith(SENTENCE_ENDS))


def state(run: Run) -> State:
    """Return what the round did to the run; words carried by a move are kept."""
    if run.moved:
        return State.KEPT
    if run.gone is not None:
        return State.STRUCK  # a run that is also born was struck while it moved here
    return State.WRITTEN if run.born else State.KEPT


def regions(entry: Entry, lead: Lead = NO_LEAD) -> Iterator[Region]:
    """Yield the changed stretches of the entry's heading and body in order; `lead` is its lead-in."""
    quoted = entry.kind is Kind.QUOTATION
    yield from _regions(entry.heading, Wording("", "", heading=True, quoted=quoted))
    yield from _regions(entry.body, Wording("", "", entry.kind in HEADINGS, quoted, lead))


def leads(entries: Sequence[Entry]) -> list[Lead]:
    """Return for each entry the words that it completes as an item of a list; empty for what is no item."""
    out: list[Lead] = []
    above: list[Entry] = []
    for entry in entries:
        while above and above[-1].level >= entry.level:
            above.pop()
        out.append(_lead(above[-1]) if above and entry.kind in (Kind.ITEM, Kind.BULLET) else NO_LEAD)
        above.append(entry)
    return out


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


def _regions(runs: Runs, blank: Wording) -> list[Region]:
    """Return the changed stretches of the runs; `blank` says what they are, without their words."""
    parts = [tuple(part) for _, part in groupby(runs, lambda run: state(run) is State.KEPT)]
    titles = {run.ref: run.text for run in runs if run.ref and state(run) is not State.STRUCK}
    old = new = ""
    found: list[tuple[Runs, Runs, tuple[int, int], tuple[int, int]]] = []
    for part in parts:
        struck = tuple(run for run in part if state(run) is not State.WRITTEN)
        written = tuple(run for run in part if state(run) is not State.STRUCK)
        starts = len(old), len(new)
        old += _said(struck, titles)
        new += _said(written, titles)
        if state(part[0]) is not State.KEPT:
            found.append((struck, written, (starts[0], len(old)), (starts[1], len(new))))
    wording = replace(blank, old=old, new=new)
    return [Region(struck, written, wording, old_at, new_at) for struck, written, old_at, new_at in found]


def _said(runs: Runs, titles: dict[str, str]) -> str:
    """Return words for reading round them: a role by its new title, a paragraph as a reference."""
    return "".join(
        titles.get(run.ref, run.text) if run.ref.startswith(("role:", "term:")) or not run.ref else REFERENCE
        for run in runs
    )


def _lead(entry: Entry) -> Lead:
    """Return the old and new words of an entry that stays, where a list may hang on them."""
    if not entry.moved and (entry.born or entry.gone is not None):
        return NO_LEAD
    old = plain(run for run in entry.body if state(run) is not State.WRITTEN)
    return old, plain(run for run in entry.body if state(run) is not State.STRUCK)
