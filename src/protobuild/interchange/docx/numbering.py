"""Work out the numbers that a Word file shows: automatic ones stand nowhere in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protobuild.interchange.docx.formats import formatted
from protobuild.interchange.docx.names import MC, W, child, number, switched, value
from protobuild.interchange.docx.styles import Style, Styles, inset_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SLOT = re.compile(r"%([1-9])")


class UnknownFormatError(Exception):
    """A number in a format that is not known; its name is the argument."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    """What is printed, with %1 for the number of the first level, and so on."""
    restart: int | None = None
    """The level, from 1, whose numbers make it start again; 0 for never, None for any above it."""
    legal: bool = False
    """Whether the numbers of the levels above are shown as figures, whatever they are."""
    style: str = ""
    """The paragraph style that belongs to it."""
    hidden: bool = False
    inset: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph's place in a list."""

    num: str
    level: int


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: the levels it shares, and what is its own."""

    abstract: str
    own: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists that a file defines."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._linked: dict[str, str] = {}
        for each in () if root is None else root.iter(W + "abstractNum"):
            self._define(each)
        for each in () if root is None else root.iter(W + "num"):
            self._lists[value(each, "numId")] = _list(each)

    def _define(self, element: Element) -> None:
        id = value(element, "abstractNumId")
        self._levels[id] = {number(each, "ilvl") or 0: _level(each) for each in element.iter(W + "lvl")}
        if link := value(child(element, "numStyleLink")):
            self._linked[id] = link

    def list_of(self, num: str) -> _List | None:
        """Return a list by its number in the file, following one link to a list style."""
        found = self._lists.get(num)
        if found is None or found.abstract not in self._linked:
            return found
        for style in self._styles.chain(self._linked[found.abstract], "numbering"):
            other = self._lists.get(value(child(style.paragraph, "numPr", "numId")))
            if other is not None:
                return _List(other.abstract, found.own, found.starts)
        return found

    def level(self, num: str, at: int) -> Level | None:
        """Return one level of a list; None where the file does not define it."""
        found = self.list_of(num)
        if found is None:
            return None
        return found.own.get(at) or self._levels.get(found.abstract, {}).get(at)

    def slot(self, properties: Element | None, own: Element | None) -> Slot | None:
        """Return the place in a list of a paragraph; `own` is its own word on that, if it has one."""
        chain = self._styles.chain(value(child(properties, "pStyle")))
        num, at = value(child(own, "numId")), number(child(own, "ilvl"))
        if not num:
            num = next(
                (said for style in chain if (said := value(child(style.paragraph, "numPr", "numId")))), ""
            )
        if not num or num == "0" or num not in self._lists:
            return None
        if at is None:
            at = self._of_style(num, chain)
        return Slot(num, min(max(at, 0), 8))

    def _of_style(self, num: str, chain: tuple[Style, ...]) -> int:
        """Return the level that belongs to a style, else the one the style names."""
        ids = [style.id for style in chain]
        for id in ids:
            for at in range(9):
                level = self.level(num, at)
                if level is not None and level.style == id:
                    return at
        levels = (number(child(style.paragraph, "numPr", "ilvl")) for style in chain)
        return next((at for at in levels if at is not None), 0)


class Counter:
    """One reading of the lists from the top of a text to its end."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._reached: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, slot: Slot) -> str:
        """Return the number that the next paragraph at a place shows.

        Raises UnknownFormatError for a format that is not known.
        """
        found = self._numbering.list_of(slot.num)
        level = self._numbering.level(slot.num, slot.level)
        if found is None or level is None:
            return ""
        reached = self._reached.setdefault(found.abstract, {})
        self._move_on(slot, found, level, reached)
        return "" if level.hidden else self._shown(slot, level, reached)

    def _move_on(self, slot: Slot, found: _List, level: Level, reached: dict[int, int]) -> None:
        if slot.level in found.starts and (slot.num, slot.level) not in self._begun:
            reached.pop(slot.level, None)
        self._begun.add((slot.num, slot.level))
        for above in range(slot.level):
            if above not in reached:
                reached[above] = self._start(slot.num, above)
        here = reached.get(slot.level)
        if here is None:
            reached[slot.level] = found.starts.get(slot.level, self._start(slot.num, slot.level))
        else:
            reached[slot.level] = here + 1
        for below in [at for at in reached if at > slot.level]:
            if self._starts_again(slot, below):
                del reached[below]

    def _start(self, num: str, at: int) -> int:
        level = self._numbering.level(num, at)
        return level.start if level else 1

    def _starts_again(self, slot: Slot, below: int) -> bool:
        level = self._numbering.level(slot.num, below)
        restart = None if level is None else level.restart
        return restart is None or (restart > 0 and slot.level < restart)

    def _shown(self, slot: Slot, level: Level, reached: dict[int, int]) -> str:
        def filled(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = self._numbering.level(slot.num, at)
            if other is None or at not in reached:
                return ""
            format = "decimal" if level.legal and other.format not in ("none", "bullet") else other.format
            said = formatted(reached[at], format)
            if said is None:
                raise UnknownFormatError(format)
            return said

        return level.text if level.format == "bullet" else _SLOT.sub(filled, level.text)


def _list(element: Element) -> _List:
    made = _List(value(child(element, "abstractNumId")))
    for each in element.iter(W + "lvlOverride"):
        at = number(each, "ilvl") or 0
        start = number(child(each, "startOverride"))
        if start is not None:
            made.starts[at] = start
        level = child(each, "lvl")
        if level is not None:
            made.own[at] = _level(level)
    return made


def _level(element: Element) -> Level:
    restart = number(child(element, "lvlRestart"))
    start = number(child(element, "start"))
    return Level(
        start=0 if start is None else start,
        format=_format(element),
        text=value(child(element, "lvlText")),
        restart=restart,
        legal=switched(child(element, "isLgl")) or False,
        style=value(child(element, "pStyle")),
        hidden=switched(child(element, "rPr", "vanish")) or False,
        inset=inset_of(child(element, "pPr")),
    )


def _format(element: Element) -> str:
    found = child(element, "numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    return value(found) or "decimal"
