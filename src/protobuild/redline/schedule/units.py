"""Units: the stretches of a redline a committee decides on, a paragraph with all that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protobuild.model.outline import HEADINGS, Entry, Kind, Outline, citations
from protobuild.model.runs import Run
from protobuild.redline.regions import Region, leads, redressed, regions, relevelled
from protobuild.redline.schedule.wordings import words_of

ROOTS = frozenset({Kind.TITLE, Kind.FRONT, Kind.SECTION, Kind.PARAGRAPH, Kind.TABLE})


@dataclass(frozen=True, slots=True)
class Tie:
    """Words struck here that stand written elsewhere, or written here that were struck elsewhere."""

    words: str
    at: int
    """The position of the entry where the other end is."""
    root: int
    """The position of the paragraph that entry hangs on."""
    came: bool
    """Whether they came here."""


Term = tuple[str, str]
"""The old words of a title or a term, and the new ones."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A changed stretch of words, and where it is."""

    at: int
    """The position of its entry."""
    nth: int
    """Its place among the changed stretches of its entry, heading then body."""
    region: Region
    ties: tuple[Tie, ...] = ()
    """Where sentences of it went, or came from."""
    left: Region | None = None
    """With ties, what it changes besides; None when that is nothing."""

    term: Term | None = None
    """The term it renames, where the same is renamed elsewhere too: that is a decision of its own."""

    @property
    def counted(self) -> tuple[Region, ...]:
        """What is read for a change of force: all but words that only went or came."""
        if not self.ties:
            return (self.region,)
        return (self.left,) if self.left else ()

    @property
    def words(self) -> bool:
        """Whether words came or went, beyond what a reference prints, a role's title and a renamed term."""
        return not (self.region.display or self.region.roles or self.term)


@dataclass(frozen=True, slots=True)
class Unit:
    """A root entry and the entries that hang on it, with what the round did to them."""

    at: tuple[int, ...]
    """Positions in the redline, the root's first."""
    entries: tuple[Entry, ...]
    section: int
    """The position of the section heading it stands under, standing or struck; -1 for none."""
    spots: tuple[Spot, ...]
    """Its changed stretches, in order."""
    host: Unit | None = None
    """For an item or a row that moves by itself: the unit it hangs on here."""

    @property
    def root(self) -> Entry:
        """The entry the rest hangs on."""
        return self.entries[0]

    @property
    def touched(self) -> tuple[int, ...]:
        """The positions of the entries the round did something to, beyond what references print."""
        worded = {spot.at for spot in self.spots if spot.words}
        return tuple(
            at for at, entry in zip(self.at, self.entries, strict=True) if at in worded or _touched(entry)
        )

    @property
    def stood(self) -> bool:
        """Whether the root stood before the round."""
        return self.root.seen_in(0)

    @property
    def stands(self) -> bool:
        """Whether the root stands after the round."""
        return self.root.seen_in(1)

    @property
    def leaves(self) -> bool:
        """Whether the root moves away from here."""
        return bool(self.root.moved) and self.root.gone is not None

    @property
    def left_behind(self) -> Unit:
        """Of what moves away, the entries that are struck and do not go along; without any, no entries."""
        behind = [int(bool(entry.moved)) for entry in self.entries]
        return _part(self, behind, 0, self)

    @property
    def arrives(self) -> bool:
        """Whether the root moves here."""
        return bool(self.root.moved) and self.root.born == 1

    @property
    def journey(self) -> str:
        """The name of the move it is part of, as its mover or carried; empty for none."""
        return _journey(self.root)

    @property
    def keeps_words(self) -> bool:
        """Whether words of the root itself stood before the round and still stand."""
        return any(run.seen_in(0) and run.seen_in(1) and run.text.strip() for run in self.root.body)

    @property
    def keeps_text_under(self) -> bool:
        """Whether something that hangs on the root stood before the round and still stands."""
        return any(entry.seen_in(0) and entry.seen_in(1) for entry in self.entries[1:])

    @property
    def survives(self) -> bool:
        """Whether it stood before the round and still stands somewhere, or words of it do."""
        return self.stood and (self.stands or self.keeps_words or bool(self.root.moved))

    @property
    def reworded(self) -> bool:
        """Whether words came or went, beyond numbers that references print and titles of roles."""
        return any(spot.words for spot in self.spots)

    @property
    def replaced(self) -> bool:
        """Whether other words stand in the place of all its words; headings are only worded anew."""
        return self.root.kind not in HEADINGS and replaced(self.entries)

    @property
    def redressed(self) -> bool:
        """Whether only the look of kept words changed somewhere."""
        return any(redressed(entry) for entry in self.entries)

    @property
    def relevelled(self) -> bool:
        """Whether an entry got another level or kind."""
        return any(relevelled(entry) for entry in self.entries)

    @property
    def parted(self) -> bool:
        """Whether words that hung on the root stand in an item, or another part, of their own now."""
        return any(entry.born and not entry.moved and entry.words for entry in self.entries[1:])

    @property
    def joined(self) -> bool:
        """Whether an item, or another part, that hung on the root is none of its own any more."""
        return any(entry.gone is not None and not entry.moved and entry.words for entry in self.entries[1:])

    @property
    def before(self) -> str:
        """Its words before the round."""
        return words_of(self.entries, 0)

    @property
    def after(self) -> str:
        """Its words after the round."""
        return words_of(self.entries, 1)


def units(outline: Outline) -> Iterator[Unit]:
    """Yield the units of a one-round redline, in reading order."""
    start, section = 0, -1
    entries = outline.entries
    for at in range(1, len(entries) + 1):
        if at < len(entries) and not _begins(entries[at]):
            continue
        if entries[start].kind is Kind.SECTION:
            section = start
        inside = entries[start:at]
        yield from _apart(Unit(tuple(range(start, at)), inside, section, tuple(_spots(start, inside))))
        start = at


def _apart(whole: Unit) -> Iterator[Unit]:
    """Yield a unit without what moves by itself within it or from it, then each of that as its own.

    An example: of a list with (a), (b) and (c) under `2.1` item (b) goes to another list: `2.1` with
    (a) and (c), which nothing was done to, and (b), which leaves.
    """
    tops = _strays(whole)
    if all(top == 0 for top in tops):
        yield whole
        return
    host = _part(whole, tops, 0, None)
    yield host
    for top in dict.fromkeys(tops):
        if top:
            yield _part(whole, tops, top, host)


def _strays(whole: Unit) -> list[int]:
    """Return for each entry of a unit the index of what it moves with; 0 is the root, and what stays."""
    out: list[int] = []
    top = 0
    for index, entry in enumerate(whole.entries):
        if top and not _goes_with(entry, whole.entries[top]):
            top = 0
        if not top and _journey(entry) not in ("", _journey(whole.root)):
            top = index
        out.append(top)
    return out


def _goes_with(entry: Entry, top: Entry) -> bool:
    """Whether an entry under something that moves goes with it, or is new under it where it arrives."""
    if entry.level <= top.level:
        return False
    return _journey(entry) == _journey(top) or (not entry.moved and entry.born == top.born == 1)


def _journey(entry: Entry) -> str:
    return entry.moved.split(".")[0]


def _part(whole: Unit, tops: Sequence[int], top: int, host: Unit | None) -> Unit:
    pairs = [(at, entry) for at, entry, one in zip(whole.at, whole.entries, tops, strict=True) if one == top]
    at = tuple(one for one, _ in pairs)
    spots = tuple(spot for spot in whole.spots if spot.at in at)
    return Unit(at, tuple(entry for _, entry in pairs), whole.section, spots, host)


def _spots(start: int, entries: Sequence[Entry]) -> Iterator[Spot]:
    for at, (entry, lead) in enumerate(zip(entries, leads(entries), strict=True), start):
        for nth, region in enumerate(regions(entry, lead)):
            yield Spot(at, nth, region)


def numbers(outline: Outline, number: int) -> dict[int, str]:
    """Return how a reader would name each entry that stood after that round, by its position.

    A number where it has one: `section 4`, `2.3`, `2.3(a)`; else where it is found.
    """
    standing = [at for at, entry in enumerate(outline.entries) if at == 0 or entry.seen_in(number)]
    cited = citations([outline.entries[at].as_of(number) for at in standing])
    out: dict[int, str] = {}
    last = ""
    for at, label in zip(standing, cited, strict=True):
        entry = outline.entries[at]
        if entry.kind is Kind.PARAGRAPH and label:
            last = label
        out[at] = _name(entry.kind, label, last)
    return out


def _name(kind: Kind, label: str, last: str) -> str:
    match kind:
        case Kind.SECTION if label:
            return f"section {label}"
        case Kind.TITLE:
            return "title"
        case Kind.FRONT:
            return "cover"
        case Kind.TABLE:
            return f"table after {last}" if last else "table"
    return label


def _begins(entry: Entry) -> bool:
    if entry.kind in ROOTS or (entry.kind is Kind.SUBHEADING and entry.level <= 2):
        return True
    return bool(entry.id) and entry.kind is not Kind.ITEM


def _touched(entry: Entry) -> bool:
    return bool(entry.born) or entry.gone is not None or redressed(entry) or relevelled(entry)


def replaced(entries: Sequence[Entry]) -> bool:
    """Return whether words stood and stand in some entries, and none that stood still stands."""
    runs = [run for entry in entries for run in entry.heading + entry.body if _lettered(run)]
    stood, stand = ([run for run in runs if run.seen_in(number)] for number in (0, 1))
    return bool(stood and stand) and not any(run.seen_in(1) for run in stood)


def _lettered(run: Run) -> bool:
    return any(sign.isalnum() for sign in run.text)
