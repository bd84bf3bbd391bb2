"""Schedule: the changes C1..Cn as a table, the decisions a committee is asked to take."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from protobuild.model.outline import Entry
from protobuild.model.redlined import Change, Redlined, What
from protobuild.render.excerpt import excerpt, shorten
from protobuild.render.inline import write_runs
from protobuild.render.markup import breakable, el, heard, join
from protobuild.render.places import kind_of
from protobuild.render.sheet import Sheet, marked_at
from protobuild.render.summary import forces, papers_said
from protobuild.render.titles import is_of_table, title_of

COLUMNS = ("Change", "Old", "New", "What changes", "Reason")

MARKED = frozenset(
    {
        What.REWORDED,
        What.REPLACED,
        What.MOVED_AND_REWORDED,
        What.RETITLED,
        What.FORMATTING,
        What.NEW_OVER,
        What.DROPPED_OVER,
    }
)
"""What is shown by its marked words; the rest is shown by its old or new words."""

NOWHERE = {What.NEW: "new text", What.DROPPED: "left out"}
"""What is said of the side on which there is nothing."""

MOST = 6
"""How many entries of one change are shown."""


def write_schedule(redlined: Redlined, sheet: Sheet) -> Markup:
    """Return the schedule of changes as a table, each row linked to its place in the text.

    Where nobody gave a reason for anything there is no column of reasons. Numbers that papers
    gave are kept, and it is said which papers.
    """
    if not redlined.changes:
        return el("p", "There is nothing to decide: no words changed.")
    told = any(change.reason or change.proposer for change in redlined.changes)
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS[: 5 if told else 4]))
    rows = (_row(change, sheet, told) for change in redlined.changes)
    table = el("table", el("thead", head), el("tbody", *rows), class_="schedule stacks")
    box = el("div", table, class_="scroll", role="region", tabindex="0", aria_label="Table of changes")
    said = papers_said(redlined)
    return join((el("p", said, class_="numbered-by") if said else "", box))


def _row(change: Change, sheet: Sheet, told: bool) -> Markup:
    cells = (
        el("th", _named(change), scope="row"),
        el("td", _numbers(change, change.old, What.NEW, sheet), data_label="Old"),
        el("td", _numbers(change, change.new, What.DROPPED, sheet), data_label="New"),
        el("td", *_what(change, sheet)),
        *((el("td", *_reason(change), data_label="Reason"),) if told else ()),
    )
    return el("tr", *cells, id=f"{change.name}-row", class_=breakable(cells) or None)


def _named(change: Change) -> Markup:
    return el("a", change.name, href=f"#{change.name}") if change.at else join((change.name,))


def _numbers(change: Change, numbers: tuple[str, ...], absent: What, sheet: Sheet) -> str:
    """Return the numbers of one side: a dash where the text is absent, a name where it has no number."""
    if numbers:
        return ", ".join(numbers)
    if change.what is absent:
        return join((el("span", "–", aria_hidden="true"), heard(NOWHERE[absent])))
    return kind_of(sheet.outline.entries[change.at[0]]) if change.at else ""


def _what(change: Change, sheet: Sheet) -> Iterator[Markup]:
    if change.withdrawn:
        yield from _withdrawn(change)
        return
    letter = sheet.inline.letter(change.round)
    of_round = f" (round {letter})" if letter else ""
    known_by = title_of(change, sheet.outline)
    told = any(known_by.startswith(says) for says in change.force)
    title = "" if told or not known_by else f": {known_by}"
    yield el("p", el("strong", change.what.value.capitalize()), of_round, title)
    if change.changed_since:
        yield el("p", f"Changed since “{change.changed_since}”.", class_="since")
    for name, says in forces(change):
        yield el("p", f"{name}: " if name != change.name else "", says, class_="force")
    yield from (el("p", words, class_="excerpt") for words in _words(change, sheet) if words)


def _withdrawn(change: Change) -> Iterator[Markup]:
    """Yield what is said of a change that is no longer proposed: its words as they were issued."""
    yield el("p", el("strong", "Withdrawn"), f" since “{change.withdrawn}”. It was: {change.what}.")
    if change.now_in:
        link = el("a", change.now_in, href=f"#{change.now_in}")
        yield el("p", "The same text is now the matter of ", link, ".", class_="since")
    yield el("p", _both(change), class_="excerpt")


def _words(change: Change, sheet: Sheet) -> list[Markup]:
    """Return the marked words of a rewording, an entry each; else the old and the new words."""
    if change.edits:
        places = dict.fromkeys(edit.at for edit in change.edits)
        return [_marked(sheet.outline.entries[at], sheet) for at in places]
    if change.what in MARKED:
        entries = [sheet.outline.entries[at] for at in marked_at(change, sheet.outline)]
        standing = [entry for entry in entries if entry.gone is None] or entries
        return [_marked(entry, sheet) for entry in standing[:MOST]]
    if change.title and (change.what is What.MOVED or is_of_table(change, sheet.outline)):
        return []  # the title says which words
    if change.what is What.MOVED:
        return [join((shorten(change.after or change.before, 20),))]
    return [_both(change)]


def _marked(entry: Entry, sheet: Sheet) -> Markup:
    return write_runs(excerpt(entry.heading + entry.body), sheet.inline)


def _both(change: Change) -> Markup:
    """Return the old and the new words of a change."""
    parts = []
    if change.before:
        parts.append(el("del", heard("[deleted: "), shorten(change.before), heard("]")))
    if change.after:
        parts.append(el("ins", heard("[inserted: "), shorten(change.after), heard("]")))
    return join(parts, " ")


def _reason(change: Change) -> Iterator[Markup]:
    if change.withdrawn:
        return
    if change.reason:
        yield el("p", change.reason)
    if change.proposer:
        yield el("p", f"Proposed by {change.proposer}", class_="by")
    if not change.reason:
        yield el("p", "No reason recorded", class_="by")
