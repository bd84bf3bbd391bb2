"""Know which lines begin an item, a paragraph or a section, by the sequence their numbers stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from protobuild.interchange.lines import Line
from protobuild.interchange.numbers import DOTTED, INTEGER, MARK, follows, nears, reached

_APPENDIX = re.compile(
    r"^(?:appendix|annex|schedule) (?:\d{1,2}|[A-Z]|[IVX]{1,4})(?: ?[-–—:.] ?| |$)", re.IGNORECASE
)
"""How the heading of an appendix begins."""

_ENDED = re.compile(r"(?:[.:;?!,–-][\"'”’)\]*_]*|[;,] (?:and|or))$")
"""The end of a line after which another item may begin."""

_ITEM_ENDED = re.compile(r"(?:[.;][\"'”’)\]*_]*|[;,] (?:and|or))$")
"""The end of an item, after which another may begin whose letter is not the next."""

_LEADS = re.compile(r"[.:;–-][\"'”’)\]*_]*$")
"""The end of a line after which a list may begin."""

_STOPPED = re.compile(r"[.:;?!,][\"'”’)*]*$")
_CITED = re.compile(r"(?:of|above|below|and|or)\b")
"""What goes on after a number that is cited, not begun."""
_LONGEST_HEADING = 100
Kind = Literal["dotted", "whole", "mark"]
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("dotted", DOTTED), ("whole", INTEGER), ("mark", MARK))
_NEAR = 12
"""How many numbered lines further on the next mark of a list is looked for."""
_UNDER = 4
"""How many lines below a heading the first number of its section may stand."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The lines, by number, that begin something of their own, and those that are a heading."""

    starts: frozenset[int]
    heads: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that opens with what may be a number."""

    kind: Kind
    label: str
    words: str
    line: int
    place: int
    """Which of the lines with words it is."""
    fresh: bool
    """Whether a blank line, or none, stands before it."""
    before: str
    """The line above."""


@dataclass(slots=True)
class _State:
    """What the pass over the numbered lines has reached."""

    number: tuple[int, ...] = ()
    marks: list[str] = field(default_factory=list)
    whole: str = ""
    """The last of a row of whole numbers: 1., 2., 3."""


def beginnings(lines: Sequence[Line]) -> Beginnings:
    """Return the lines that certainly begin a provision or are a heading, though no blank line says so.

    A line certainly begins something when its number is the next one, or the first of a row
    whose next one follows. A number that a margin pushed to the start of a line is neither.
    """
    found = list(_numbered(lines))
    state = _State()
    starts: set[int] = set()
    heads = {line.number for line in lines if is_appendix(line.text.strip())}
    for at, each in enumerate(found):
        if each.kind == "whole" and _is_head(found, at, state):
            heads.add(each.line)
        elif not each.fresh and not _begins(found, at, state):
            continue
        starts.add(each.line)
        _move_on(each, state)
    return Beginnings(frozenset(starts | heads), frozenset(heads))


def is_appendix(text: str) -> bool:
    """Return whether a line is the heading of an appendix."""
    found = _APPENDIX.match(text) if len(text) <= _LONGEST_HEADING else None
    return bool(found and not text[found.end() : found.end() + 1].islower() and not _STOPPED.search(text))


def is_numbered(text: str) -> bool:
    """Return whether a line opens with what may be a number."""
    return any(pattern.match(text) for _, pattern in _KINDS)


def _numbered(lines: Sequence[Line]) -> Iterator[_Numbered]:
    place, before = 0, ""
    for line in lines:
        text = line.text.strip()
        fresh = not before
        if text:
            place += 1
            for kind, pattern in _KINDS:
                if match := pattern.match(text):
                    label, words = text[: match.end()].strip(), text[match.end() :]
                    yield _Numbered(kind, label, words, line.number, place, fresh, before)
                    break
        before = text


def _begins(found: Sequence[_Numbered], at: int, state: _State) -> bool:
    """Return whether a line with another right above it begins something of its own."""
    match found[at].kind:
        case "dotted":
            return _begins_paragraph(found, at, state.number)
        case "mark":
            return _begins_item(found, at, state.marks)
    if found[at].label.isdigit():
        return False  # with no stop or bracket it may be any figure
    return _begins_item(found, at, [state.whole] if state.whole else [])


def _begins_paragraph(found: Sequence[_Numbered], at: int, last: tuple[int, ...]) -> bool:
    """Return whether a number with a point is the next one, or has its own next one further on."""
    each = found[at]
    if each.words[:1].islower():
        return False
    parts = _figures(each.label)
    after = [_figures(later.label) for later in found[at + 1 : at + 3] if later.kind == "dotted"]
    return parts in _successors(last) or any(number in _successors(parts) for number in after)


def _begins_item(found: Sequence[_Numbered], at: int, opened: Sequence[str]) -> bool:
    """Return whether a mark is the next of an open list, or the first of a list."""
    each = found[at]
    if any(follows(each.label, mark) for mark in opened):
        return bool(_ENDED.search(each.before)) or not _CITED.match(each.words)
    if any(nears(each.label, mark) for mark in opened) and _ITEM_ENDED.search(each.before):
        return not _CITED.match(each.words)
    return follows(each.label, "") and (bool(_LEADS.search(each.before)) or _goes_on(found, at))


def _goes_on(found: Sequence[_Numbered], at: int) -> bool:
    """Return whether the mark after this one begins a line further on, before the next paragraph."""
    own = found[at]
    for later in found[at + 1 : at + _NEAR]:
        if later.kind == "dotted":
            return False
        if later.kind == own.kind and _style(later) == _style(own) and follows(later.label, own.label):
            return True
    return False


def _style(each: _Numbered) -> str:
    return re.sub(r"\w+", "x", each.label)


def _is_head(found: Sequence[_Numbered], at: int, state: _State) -> bool:
    """Return whether a whole number and short words stand right above the section's first number."""
    each = found[at]
    short = 0 < len(each.words) <= _LONGEST_HEADING and not _STOPPED.search(each.words)
    if not short or each.words[:1].islower() or at + 1 == len(found):
        return False
    below = found[at + 1]
    section = int(each.label.rstrip(".)"))
    onwards = not state.number or section > state.number[0]
    near = below.kind == "dotted" and below.place - each.place <= _UNDER
    return onwards and near and _figures(below.label)[:2] in ((section, 0), (section, 1))


def _figures(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.rstrip(".").split("."))


def _successors(last: tuple[int, ...]) -> Iterable[tuple[int, ...]]:
    """Return the numbers that may come right after this one."""
    if not last:
        return ()
    after = [(*last[:depth], last[depth] + 1) for depth in range(1, len(last))]
    return (*after, (*last, 1), (*last, 0), (last[0] + 1, 0), (last[0] + 1, 1))


def _move_on(each: _Numbered, state: _State) -> None:
    if each.kind == "dotted":
        state.number, state.marks, state.whole = _figures(each.label), [], ""
    elif each.kind == "mark":
        state.marks = reached(state.marks, each.label)
    else:
        state.whole = each.label
