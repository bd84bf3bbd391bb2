"""The two texts of an annotated pair as outlines, and its ideal redline as segments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from benchmarks.peers.annotated import NEW, OLD, Pair, Unit, source, spans
from benchmarks.peers.segments import KEPT, STRUCK, WRITTEN, Segment, accepted, rejected

from protobuild.model.markdown import read_inline
from protobuild.model.numbering import Scheme, Slot, labels
from protobuild.model.outline import Entry, Kind, Outline, Side, citations, clean
from protobuild.model.runs import Run, Runs, tidy, words

Numbers = dict[str, str]
"""Id to the number it is cited by."""

LEADS = {Kind.SECTION: "# ", Kind.ITEM: "- ", Kind.QUOTATION: "> ", Kind.ROW: "|", Kind.HEADER: "|"}
LAYOUTS: dict[str, Callable[[str], str]] = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "crlf": lambda text: re.sub(r"(\S+ \S+ \S+) ", "\\1\r\n", text),
    "wrapped": lambda text: re.sub(r"((?:\S+ ){7}\S+) ", "\\1\n", text),
}
"""Ways in which a file may change and its text not."""
_DRESS = re.compile(r"\*+|(?<!\[)\[([^\[\]]*)\]\([^)]*\)")
_REFERENCE = re.compile(r"\[\[([a-z0-9-]+)\]\]")


def lead(level: int, kind: Kind) -> str:
    """Return what begins the line of an entry in a plain text."""
    return "-- " if kind is Kind.ITEM and level > 3 else LEADS.get(kind, "")


def plain_words(markdown: str) -> str:
    """Return the words without what dresses them: emphasis and links."""
    return _DRESS.sub(lambda found: found[1] or "", markdown)


@cache
def outline(pair: Pair, side: int, *, ids: bool = True) -> Outline:
    """Return one of the texts, numbered; without ids no name is the same in both."""
    name: Callable[[str], str] = (lambda id: id) if ids else (lambda id: id and f"{'on'[side]}-{id}")
    layout = LAYOUTS.get(pair.expected.get("layout", "") if side == NEW else "", str)
    entries = [Entry("", 0, Kind.TITLE, heading=words("Protocol"))]
    for unit in pair.units:
        said = tuple(replace(run, ref=name(run.ref)) for run in read_inline(layout(source(unit, side))))
        if unit.stands(side):
            level, kind = unit.faces[side]
            entry = Entry(name(unit.ids[side]), level, kind)
            heads = kind is Kind.SECTION
            entries.append(replace(entry, heading=said) if heads else replace(entry, body=said))
        elif unit.joins:
            entries[-1] = replace(entries[-1], body=(*entries[-1].body, Run(" "), *said))
    scheme: Scheme = "none" if pair.expected.get("numbers") == "none" else "decimal"
    return Outline(_numbered(entries, scheme), (Side(("Old", "New")[side]),))


def _numbered(entries: Sequence[Entry], scheme: Scheme) -> tuple[Entry, ...]:
    slots = (Slot(entry.kind, entry.level) for entry in entries)
    done = [
        replace(entry, num=words(label)) for entry, label in zip(entries, labels(slots, scheme), strict=True)
    ]
    cited = {entry.id: number for entry, number in zip(done, citations(done), strict=True)}
    return tuple(clean(replace(entry, body=_cite(entry.body, cited))) for entry in done)


def _cite(runs: Runs, cited: Numbers) -> Runs:
    return tidy(replace(run, text=cited[run.ref]) if run.ref else run for run in runs)


@cache
def ideal(pair: Pair) -> tuple[Segment, ...]:
    """Return the ideal redline."""
    sides = outline(pair, OLD), outline(pair, NEW)
    cited = tuple(
        dict(zip((e.id for e in one.entries), citations(one.entries), strict=True)) for one in sides
    )
    printed = tuple(iter([entry for entry in one.entries if entry.kind is not Kind.TITLE]) for one in sides)
    out: list[Segment] = []
    for unit in pair.units:
        numbers = tuple(
            "".join(run.text for run in next(printed[side]).num) if unit.stands(side) else ""
            for side in (OLD, NEW)
        )
        out += _boundary(unit, numbers)
        out += _words(unit, cited)
        if unit.kind is Kind.CELL:
            out.append(Segment(_op(unit), " |", unit.moves))
    return tuple(out)


def _op(unit: Unit) -> str:
    return {" ": KEPT, "-": STRUCK, "<": STRUCK}.get(unit.sign[0], WRITTEN)


def _boundary(unit: Unit, numbers: tuple[str, ...]) -> Iterator[Segment]:
    """Yield what begins the line: a new line, what the entry is, its number."""
    if unit.kind is Kind.TABLE:
        return
    op = _op(unit)
    yield Segment(op, " " if unit.kind is Kind.CELL else "\n", unit.moves)
    starts = [lead(*unit.faces[side]) + (numbers[side] + " " if numbers[side] else "") for side in (OLD, NEW)]
    if op == KEPT and starts[OLD] == starts[NEW]:
        yield Segment(KEPT, starts[OLD])
        return
    if op != WRITTEN:
        yield Segment(STRUCK, starts[OLD], unit.moves)
    if op != STRUCK:
        yield Segment(WRITTEN, starts[NEW], unit.moves)
    if unit.joins:
        yield Segment(WRITTEN if op == STRUCK else STRUCK, " ")


def _words(unit: Unit, cited: tuple[Numbers, ...]) -> Iterator[Segment]:
    op = KEPT if unit.joins else _op(unit)
    for mark, text in spans(unit):
        dressed = mark == "~"
        mark, said = (KEPT, text.split("=>")[NEW]) if dressed else (mark, text)
        for one in _pieces(mark, plain_words(said), cited):
            yield from _placed(replace(one, dressed=dressed), op, moved=unit.moves)


def _pieces(mark: str, text: str, cited: tuple[Numbers, ...]) -> Iterator[Segment]:
    """Yield the text with its references printed; a kept one may print another number now."""
    at = 0
    for found in _REFERENCE.finditer(text):
        yield Segment(mark, text[at : found.start()])
        before, after = (numbers.get(found[1], "") for numbers in cited)
        if mark == KEPT and before == after:
            yield Segment(KEPT, after)
        if mark != WRITTEN and (mark == STRUCK or before != after):
            yield Segment(STRUCK, before)
        if mark != STRUCK and (mark == WRITTEN or before != after):
            yield Segment(WRITTEN, after)
        at = found.end()
    yield Segment(mark, text[at:])


def _placed(one: Segment, op: str, *, moved: bool) -> Iterator[Segment]:
    """Yield the segment as it is shown in an entry that is kept, dropped, new, or an end of a move."""
    if not one.text:
        return
    if op == KEPT:
        yield one
    elif op == STRUCK:
        if one.op != WRITTEN:
            yield replace(one, op=STRUCK, moved=moved)
    elif one.op == STRUCK:
        yield replace(one, inner=True)
    else:
        yield replace(one, op=WRITTEN, moved=moved and one.op == KEPT)


def text(pair: Pair, side: int, *, layout: bool = True) -> str:
    """Return one of the texts as lines, as a peer is given it; ours reads it through its outline."""
    segments = ideal(pair)
    lines = (accepted(segments) if side == NEW else rejected(segments)).strip("\n") + "\n"
    name = pair.expected.get("layout", "") if side == NEW and layout else ""
    return lines.replace("\n", "\r\n") if name == "crlf" else LAYOUTS.get(name, str)(lines)
