"""Text: an outline as plain lines, with `[-struck-]` and `[+new+]` words where it is a redline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protobuild.model.outline import Entry, Kind, Outline
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Runs, plain
from protobuild.render.agenda import brackets, write_agenda
from protobuild.render.cover import SHOWS_CHANGES, warning
from protobuild.render.labels import labelled
from protobuild.render.lines import PLAIN, WIDTH, wrap
from protobuild.render.marks import STRIKES, Mark, Stretch, passed_by, stretches
from protobuild.render.places import Places, called, places
from protobuild.render.rounds import letter, named
from protobuild.render.status import Flag, Status, flags_of, status_of
from protobuild.render.summary import counted, dropped, forced, ranked
from protobuild.render.unchanged import Unchanged, unchanged
from protobuild.render.views import WHOLE, View
from protobuild.render.whereabouts import write_whereabouts

COLOURS = {
    Mark.INSERTED: "\x1b[4;34m",
    Mark.DELETED: "\x1b[9;31m",
    Mark.PASSING: "\x1b[9;31m",
    Mark.LEFT: "\x1b[9;31m",
    Mark.MOVED_HERE: "\x1b[4;32m",
    Mark.MOVED_AWAY: "\x1b[9;32m",
}
SIGNS = {Kind.BULLET: "• ", Kind.QUOTATION: "> ", Kind.CELL: "| "}
INDENT = {Kind.TITLE: 0, Kind.SECTION: 0, Kind.SUBHEADING: 0, Kind.FRONT: 0}


@dataclass(frozen=True, slots=True)
class _Page:
    outline: Outline
    places: Places
    colour: bool
    unchanged: Unchanged
    """What is left out; nothing where all is wanted."""


@dataclass(frozen=True, slots=True)
class _Line:
    first: str
    """What stands before the words on the first line."""
    later: str
    words: str


def write_text(
    given: Redlined | Outline, view: View = WHOLE, *, colour: bool = False, width: int = WIDTH
) -> str:
    """Return a redline or an outline as text, a blank line between provisions.

    Struck words stand in `[-...-]`, new ones in `[+...+]`, the old first and a space between. With
    `colour` they are dressed for a terminal too. What a view leaves out is named in braces.
    """
    outline = given.outline if isinstance(given, Redlined) else given
    found = places(outline)
    left_out = unchanged(outline, found) if view.only and outline.last else Unchanged()
    if isinstance(given, Redlined):
        outline = labelled(outline, given.changes)
    page = _Page(outline, found, colour, left_out)
    front = list(_front(given, width)) if isinstance(given, Redlined) else []
    body = [wrap(line.words, width, line.first, line.later) for line in _lines(page)]
    back = list(_back(given, width)) if isinstance(given, Redlined) else []
    return "\n\n".join((*front, *body, *back)) + "\n"


def _lines(page: _Page) -> list[_Line]:
    """Return the entries' words, the cells of a row on one line."""
    out: list[_Line] = []
    row = False
    for at, entry in enumerate(page.outline.entries):
        if at in page.unchanged.at:
            out += _instead(at, entry, page)
            continue
        words = _words_of(at, entry, page)
        if entry.kind is Kind.CELL and row:
            out[-1] = replace(out[-1], words=f"{out[-1].words} | {words}")
            continue
        if words or entry.kind is Kind.CELL:
            sign = "" if entry.num else SIGNS.get(entry.kind, "")
            out.append(_Line(_indent(entry) + sign, _indent(entry) + " " * len(sign), words))
        if entry.kind is Kind.TITLE and (said := _standing(page.outline)):
            out.append(_Line("", "", said))
        row = entry.kind is Kind.CELL or (row and not words and entry.kind is not Kind.ROW)
    return out


def _instead(at: int, entry: Entry, page: _Page) -> Iterator[_Line]:
    """Yield the line that stands for a stretch left out, where the stretch begins."""
    if said := page.unchanged.said.get(at):
        yield _Line(_indent(entry), _indent(entry), f"{{{said}}}")


def _indent(entry: Entry) -> str:
    return "  " * INDENT.get(entry.kind, max(0, entry.level - 2))


def _standing(outline: Outline) -> str:
    """Return what a text that is not in force says under its title; a redline says it in front."""
    return "" if outline.last else warning(outline.cover)


def _front(redlined: Redlined, width: int) -> Iterator[str]:
    """Yield what a committee reads first: the texts compared, the force of words, the schedule."""
    outline = redlined.outline
    yield "\n".join(wrap(f"{each.role}: {each.side.label}", width, "", "  ") for each in named(outline))
    yield wrap(SHOWS_CHANGES, width)
    if redlined.different:
        yield wrap("The two texts have too little in common to be versions of one document.", width)
    yield wrap(f"{counted(redlined)} {ranked(redlined)}".rstrip(), width)
    rows = (f"{row.name}{brackets(row.where)}: {row.says}" for row in forced(redlined))
    said = [wrap(row, width, "  ", "     ") for row in rows]
    lost = ", ".join(f"{change.name}{brackets(', '.join(change.old))}" for change in dropped(redlined))
    if lost:
        lead = "Text is dropped together with what it required, expected or allowed: "
        said.append(wrap(lead + lost, width, "  ", "     "))
    if said:
        yield "\n".join(("Changes in what the words require:", *said))
    if redlined.changes:
        yield "\n".join(write_agenda(redlined, width))
    yield "-" * width


def _back(redlined: Redlined, width: int) -> Iterator[str]:
    """Yield where every old paragraph went."""
    if redlined.concordance:
        yield "-" * width
        yield "\n".join(("Where every paragraph went:", *write_whereabouts(redlined, width)))


def _words_of(at: int, entry: Entry, page: _Page) -> str:
    parts = (*_said(at, entry, page), *(_runs(runs, page) for runs in (entry.num, entry.heading, entry.body)))
    return " ".join(part for part in parts if part)


def _said(at: int, entry: Entry, page: _Page) -> Iterator[str]:
    """Yield what happened to the entry as a whole, each in braces."""
    status = status_of(entry)
    other = page.places.other_end.get(at)
    if other is not None and "." not in entry.moved:
        there = page.outline.entries[other]
        away = status is Status.MOVED_AWAY
        number = (page.places.new if away else page.places.old)[other]
        yield f"{{moved {'to' if away else 'from'} {called(there, number)}}}"
    if status is Status.MERGED:
        yield "{joined to the words before}"
    if status is Status.SPLIT:
        yield "{parted from the words before}"
    if Flag.LEVEL in flags_of(entry):
        yield "{level changed}"


def _runs(runs: Runs, page: _Page) -> str:
    out = ""
    marked = False
    for stretch in stretches(runs):
        text = _labelled(_stretch(stretch, page), stretch)
        if marked and stretch.mark is not Mark.KEPT and not (out.endswith(" ") or text.startswith(" ")):
            out += " "
        out += text
        marked = stretch.mark is not Mark.KEPT
    return out


def _labelled(text: str, stretch: Stretch) -> str:
    """Return the text with the names of its edits behind it, before a space at its end."""
    words = text.rstrip(" ")
    return words + "".join(f" {{{name}}}" for name in stretch.labels) + text[len(words) :]


def _stretch(stretch: Stretch, page: _Page) -> str:
    if stretch.mark is Mark.RENUMBERED:
        old, new = stretch.runs
        return f"{_bracket(old.text, Mark.DELETED, '', page)} {_bracket(new.text, Mark.INSERTED, '', page)}"
    words = plain(stretch.runs)
    if stretch.mark is Mark.KEPT:
        return words + _note(stretch)
    if stretch.space:
        return words
    made_by = letter(stretch.round) if page.outline.last > 1 else ""
    if stretch.mark is Mark.PASSING and made_by:
        words = _brought(words, letter(passed_by(stretch)[1]))
    return _bracket(words, stretch.mark, made_by, page) + _note(stretch)


def _brought(words: str, letter: str) -> str:
    """Return words that a later round struck, in the brackets of the round that brought them."""
    core = words.strip(" ") or words
    return words.replace(core, f"[+{core}+{letter}]", 1)


def _bracket(words: str, mark: Mark, letter: str, page: _Page) -> str:
    """Return the words in their brackets, the spaces at their ends outside."""
    core = words.strip(" ") or words
    before, _, after = words.partition(core)
    sign = "-" if mark in STRIKES else "+"
    shown = f"[{sign}{core}{sign}{letter}]"
    if page.colour:
        shown = f"{COLOURS[mark]}{shown}{PLAIN}"
    return f"{before}{shown}{after}"


def _note(stretch: Stretch) -> str:
    if not stretch.was:
        return ""
    run, look = stretch.runs[0], stretch.was[-1]
    return " {link changed}" if look.href != run.href else " {formatting changed}"
