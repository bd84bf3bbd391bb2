"""Units: the stretches of a redline a committee decides on, a paragraph with all that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protobuild.model.outline import Entry, Kind, Outline, citations
from protobuild.model.runs import text_of
from protobuild.redline.regions import Region, leads, redressed, regions, relevelled

ROOTS = frozenset({Kind.TITLE, Kind.FRONT, Kind.SECTION, Kind.PARAGRAPH, Kind.TABLE})
GRID = frozenset({Kind.HEADER, Kind.ROW, Kind.CELL})


@dataclass(frozen=True, slots=True)
class Spot:
    """A changed stretch of words, and where it is."""

    at: int
    """The position of its entry."""
    nth: int
    """Its place among the changed stretches of its entry, heading then body."""
    region: Region

    @property
    def words(self) -> bool:
        """Whether words came or went, beyond what a reference prints and a role's title."""
        return not (self.region.display or self.region.roles)


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
    def arrives(self) -> bool:
        """Whether the root moves here."""
        return bool(self.root.moved) and self.root.born == 1

    @property
    def journey(self) -> str:
        """The name of the move it is part of, as its mover or carried; empty for none."""
        return self.root.moved.split(".")[0]

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
    def redressed(self) -> bool:
        """Whether only the look of kept words changed somewhere."""
        return any(redressed(entry) for entry in self.entries)

    @property
    def relevelled(self) -> bool:
        """Whether an entry got another level or kind."""
        return any(relevelled(entry) for entry in self.entries)

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
        yield Unit(tuple(range(start, at)), inside, section, tuple(_spots(start, inside)))
        start = at


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


def words_of(entries: Sequence[Entry], number: int) -> str:
    """Return the words of some entries as they stood after that round, cells kept apart.

    `Matter | Members | Officers; Policy | decide | advise` for two rows of a table.
    """
    out = ""
    last: Entry | None = None
    for entry in entries:
        if text := _words(entry, number):
            out += _mark_between(last, entry) + text if out else text
            last = entry
        elif entry.kind in (Kind.HEADER, Kind.ROW):
            last = entry
    return out


def _mark_between(last: Entry | None, entry: Entry) -> str:
    """Return what stands between two entries when their words are said in one line."""
    if entry.kind is Kind.CELL and last is not None and last.kind is not Kind.TABLE:
        return " | " if last.kind is Kind.CELL else "; "
    return "; " if entry.kind is Kind.CELL else " "


def _words(entry: Entry, number: int) -> str:
    parts = text_of(entry.heading, number), text_of(entry.body, number)
    text = " ".join(part for part in parts if part.strip())
    label = text_of(entry.num, number) if entry.kind in (Kind.ITEM, Kind.BULLET) else ""
    return f"{label} {text}".strip() if text else ""
