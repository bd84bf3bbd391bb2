"""Fragment: a text for a content system that filters what is pasted: nothing but words, lists and headings.

It uses only p, h2 to h4, ul, li, strong, em, a and blockquote, without class, id or style. Numbers are
text, a table is a list, and a change reads `[deleted: should] [inserted: must]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from protobuild.model.outline import Cover, Kind, Outline
from protobuild.model.redlined import Redlined
from protobuild.model.runs import Run, Runs
from protobuild.render.cover import SHOWS_CHANGES, facts, letterhead, warning
from protobuild.render.marks import Mark, Stretch, stretches
from protobuild.render.markup import el, join
from protobuild.render.places import Places, called, places
from protobuild.render.rounds import named
from protobuild.render.status import Status, flags_of, status_of
from protobuild.render.summary import counted
from protobuild.render.tree import ROWS, Node, groups, tree

ABROAD = ("http://", "https://", "mailto:")
"""How an address begins that leads out of the page; a fragment has no places of its own to lead to."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The text a fragment is made of."""

    outline: Outline
    places: Places


def write_fragment(given: Redlined | Outline) -> str:
    """Return a redline or a clean text as a fragment, a block on each line."""
    outline = given.outline if isinstance(given, Redlined) else given
    text = _Text(outline, places(outline))
    title = el("h2", _words(outline.entries[0].runs)) if outline.entries else ""
    blocks = (title, *front(given), *_blocks(tree(outline.entries), text))
    return "\n".join(str(block) for block in blocks if block) + "\n"


def front(given: Redlined | Outline) -> Iterator[Markup]:
    """Yield what stands before the text: how it stands, where it is published and whom to ask."""
    yield from _changed(given) if isinstance(given, Redlined) else _standing(given)
    yield from _whence(given.outline.cover if isinstance(given, Redlined) else given.cover)


def _standing(outline: Outline) -> Iterator[Markup]:
    cover = letterhead(outline.cover)
    if said := warning(cover):
        yield el("p", el("strong", said))
    yield from (el("p", f"{label}: {words}") for label, words in facts(cover))


def _changed(redlined: Redlined) -> Iterator[Markup]:
    yield el("p", el("strong", SHOWS_CHANGES))
    for each in named(redlined.outline):
        yield el("p", f"{each.role}: {each.side.label}")
    yield el("p", counted(redlined))


def _whence(cover: Cover) -> Iterator[Markup]:
    """Yield what a reader needs who meets the text on another page: where it stands, and whom to ask."""
    if cover.address.startswith(ABROAD):
        yield el("p", "Published at ", el("a", cover.address, href=cover.address))
    if cover.contact:
        yield el("p", f"Questions about this text: {cover.contact}")


def _blocks(nodes: Sequence[Node], text: _Text) -> Iterator[Markup]:
    """Yield entries of one parent as blocks, neighbours in a list or a table together."""
    for name, same in groups(nodes):
        if name == "list":
            yield el("ul", *(_item(node, text) for node in same))
        elif name in ("rows", "cells"):
            yield el("ul", *_rows(same, text))
        else:
            yield from (block for node in same for block in _block(node, text))


def _block(node: Node, text: _Text) -> Iterator[Markup]:
    own = _own(node, text)
    match node.entry.kind:
        case Kind.SECTION:
            yield el("h3", own)
        case Kind.SUBHEADING | Kind.TITLE:
            yield el("h4", own)
        case Kind.TABLE:
            yield el("p", el("strong", own)) if own else Markup("")
        case Kind.QUOTATION:
            yield el("blockquote", el("p", own), *_blocks(node.inner, text))
            return
        case _:
            yield el("p", own) if own else Markup("")
    yield from _blocks(node.inner, text)


def _item(node: Node, text: _Text) -> Markup:
    return el("li", _own(node, text), *_blocks(node.inner, text))


def _rows(nodes: Sequence[Node], text: _Text) -> Iterator[Markup]:
    """Yield the rows of a table as items: the first cell, and under it the others, each with its column."""
    heads: list[Markup] = []
    for node in nodes:
        if node.entry.kind not in ROWS:
            yield _item(node, text)
            continue
        cells = [_cell(cell, text) for cell in node.inner]
        if node.entry.kind is Kind.HEADER and not heads:
            heads = cells
            yield el("li", "Columns: ", Markup("; ").join(cells))
        else:
            said = list(_named(cells, heads))
            first = Markup(" ").join(each for each in (_own(node, text), *said[:1]) if each)
            yield el("li", first, el("ul", *(el("li", cell) for cell in said[1:])) if said[1:] else "")


def _named(cells: Sequence[Markup], heads: Sequence[Markup]) -> Iterator[Markup]:
    """Yield the cells of a row, each after the name of its column; an empty one says that it is."""
    for at, cell in enumerate(cells):
        head = join((heads[at], ": ")) if at < len(heads) and heads[at] else ""
        yield join((head, cell or "none"))


def _cell(node: Node, text: _Text) -> Markup:
    """Return what a cell holds in one line, since a list of lists would bury it."""
    parts = [_own(node, text), *(_cell(each, text) for each in node.inner)]
    return Markup(" ").join(part for part in parts if part)


def _own(node: Node, text: _Text) -> Markup:
    """Return an entry's own words: what became of it as a whole, its number, heading and text."""
    entry = node.entry
    heading = _words(entry.heading)
    run_in = el("strong", heading) if heading and entry.body else heading
    parts = (*_said(node, text), _words(entry.num), run_in, _words(entry.body))
    return Markup(" ").join(part for part in parts if part)


def _said(node: Node, text: _Text) -> Iterator[Markup]:
    entry, status = node.entry, status_of(node.entry)
    other = text.places.other_end.get(node.at)
    if other is not None and "." not in entry.moved:
        away = status is Status.MOVED_AWAY
        number = (text.places.new if away else text.places.old)[other]
        yield join((f"[moved {'to' if away else 'from'} {called(text.outline.entries[other], number)}]",))
    if status is Status.MERGED:
        yield Markup("[joined to the words before]")
    if status is Status.SPLIT:
        yield Markup("[parted from the words before]")
    if "level changed" in flags_of(entry):
        yield Markup("[level changed]")


def _words(runs: Runs) -> Markup:
    """Return runs with their changes in brackets, and a space wherever two of these would touch."""
    out = Markup("")
    for stretch in stretches(runs):
        said = _stretch(stretch)
        touching = out.endswith("]") and said.startswith("[")
        out += (" " if touching else "") + said
    return out


def _stretch(stretch: Stretch) -> Markup:
    if stretch.mark is Mark.RENUMBERED:
        old, new = stretch.runs
        return join((f"[deleted: {old.text}] ", f"[inserted: {new.text}]"))
    words = join(_run(run) for run in stretch.runs)
    if stretch.mark is Mark.KEPT:
        return words + (Markup(" [look changed]") if stretch.was else "")
    plain = "".join(run.text for run in stretch.runs)
    if stretch.space:
        return words
    before, after = plain[: len(plain) - len(plain.lstrip(" "))], plain[len(plain.rstrip(" ")) :]
    return join((before, f"[{stretch.mark}: ", Markup(words.strip(" ")), "]", after))  # noqa: S704


def _run(run: Run) -> Markup:
    words = join((run.text.replace("\n", " "),))
    if run.gone is None and run.href.startswith(ABROAD):
        words = el("a", words, href=run.href)
    if "emphasis" in run.style:
        words = el("em", words)
    return el("strong", words) if "strong" in run.style else words
