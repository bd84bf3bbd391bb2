"""Prove that a text is what a meeting agreed to: the paper it had, but for what it decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protobuild.life.meaning import meaning
from protobuild.life.meetings.record import Decided
from protobuild.model.clause import Clause, Item, Step
from protobuild.model.outline import Outline
from protobuild.model.protocol import Protocol
from protobuild.model.redlined import Change, Paper
from protobuild.model.saying import listed


@dataclass(frozen=True, slots=True)
class Before:
    """What was before the meeting."""

    base: Outline
    """The version that the paper changes."""
    paper: Paper
    shown: Outline
    """The text the paper showed."""


def undecided(before: Before, result: Protocol, text: Outline, decided: Sequence[Decided]) -> Iterator[str]:
    """Yield a sentence for whatever in a text is not as it was decided; none proves the text.

    `text` is the outline of `result`. What a meeting does not name it agreed to as the paper had it.
    """
    otherwise = {each.change: each for each in decided if each.outcome != "agreed"}
    if not otherwise:
        yield from not_as_shown(before.shown, text)
        return
    yield from _unknown(otherwise, before.paper)
    for change in _changes(before.base, text, (before.paper,)):
        if said := _contradicts(change, otherwise, before.paper):
            yield said
    for each in otherwise.values():
        yield from _other_words(each, result)


def not_as_shown(shown: Outline, text: Outline) -> Iterator[str]:
    """Yield a sentence for each change between the text a paper showed and another."""
    if meaning(shown) == meaning(text):
        return
    said = [_said(change) for change in _changes(shown, text)]
    yield from said or ["The order or the layout of the text is not that of the paper."]


def _said(change: Change) -> str:
    where = listed(change.old or change.new) or change.title
    match (change.before, change.after):
        case ("", after):
            return f"{where}: “{_short(after)}” is not in the paper."
        case (before, ""):
            return f"{where}: the paper has “{_short(before)}”, and the text has not."
        case (before, after):
            return f"{where}: the paper says “{_short(before)}”, and the text “{_short(after)}”."
    return where


def _short(words: str, most: int = 160) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[:most].rpartition(' ')[0]} …"


def _unknown(otherwise: Mapping[str, Decided], paper: Paper) -> Iterator[str]:
    """Yield a sentence for each decision about a change that the paper does not list."""
    listed_there = {change.name for change in paper.changes}
    for name in otherwise:
        if name not in listed_there:
            yield f"{name} was decided, and the paper “{paper.name}” does not list it."


def _contradicts(change: Change, otherwise: Mapping[str, Decided], paper: Paper) -> str:
    """Return how a change is not as it was decided; empty where it is."""
    decided = otherwise.get(change.name)
    outcome = decided.outcome if decided else "agreed"
    name = f"{change.name} ({change.title})"
    if change.name not in {each.name for each in paper.changes}:
        return f"{name}: “{_short(change.after or change.before)}” is not in the paper."
    match outcome:
        case "refused" | "deferred":
            return "" if change.withdrawn else f"{name} was {outcome}, and the text still has it."
        case "agreed" if change.withdrawn:
            return f"{name} was agreed, and the text does not have it."
        case "agreed" if change.changed_since:
            return f"{name} was agreed as the paper had it, and the text says “{_short(change.after)}”."
        case "agreed as amended" if change.withdrawn:
            return f"{name} was agreed as amended, and the text does not have it."
        case "agreed as amended" if not change.changed_since:
            return f"{name} was agreed as amended, and the text has the words of the paper."
    return ""


def _other_words(decided: Decided, result: Protocol) -> Iterator[str]:
    """Yield a sentence for each id whose words are not those agreed."""
    there = dict(_written(result))
    for id, words in decided.words.items():
        if id not in there:
            yield f"{decided.change}: words were agreed for '{id}', and the text has no such clause."
        elif " ".join(there[id].split()) != " ".join(words.split()):
            yield f"{decided.change}: “{_short(words)}” was agreed, and '{id}' says “{_short(there[id])}”."


def _written(protocol: Protocol) -> Iterator[tuple[str, str]]:
    """Yield the words of every clause and item, as its author wrote them."""
    for _, clause in protocol.clauses():
        yield clause.id, _words(clause)
        for item in clause.listed:
            yield from _items(item)


def _items(item: Item | Step) -> Iterator[tuple[str, str]]:
    yield item.id, item.text
    for each in getattr(item, "items", ()):
        yield from _items(each)


def _words(clause: Clause) -> str:
    content = getattr(clause, clause.content_key)
    if isinstance(content, str):
        return content
    return str(getattr(content, "lead_in", getattr(content, "text", "")))


def _changes(old: Outline, new: Outline, papers: Sequence[Paper] = ()) -> tuple[Change, ...]:
    from protobuild.redline.compare import redline
    from protobuild.redline.schedule.changes import describe

    return describe(redline(old, new), papers=papers).changes
