"""Prove that a text is what a meeting agreed to: the paper it had, but for what it decided otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from protobuild.life.comparing import compared
from protobuild.life.meaning import meaning
from protobuild.life.meetings.record import Decided
from protobuild.model.outline import Outline
from protobuild.model.redlined import Change, Paper, Redlined
from protobuild.model.saying import listed
from protobuild.store.tree import Tree


@dataclass(frozen=True, slots=True)
class Before:
    """What was before the meeting."""

    old: Tree
    """The files of the version that the paper changes."""
    base: Outline
    """What readers see of them."""
    new: Tree
    """The files of the text the paper showed."""
    shown: Outline
    """What readers see of them."""
    paper: Paper
    """The paper as it names the changes."""


def not_as_decided(before: Before, text: Outline, decided: Sequence[Decided]) -> Iterator[str]:
    """Yield a sentence for whatever in a text is not as it was decided; none proves the text.

    What a meeting does not name it agreed to as the paper had it. Raises UsageError where what was
    decided makes no text.
    """
    otherwise = [each for each in decided if each.outcome != "agreed"]
    if not otherwise:
        yield from not_as_shown(before.shown, text)
        return
    made = compared((before.base, before.shown), papers=(before.paper,))
    unknown = [each.change for each in otherwise if each.change not in _names(made)]
    if unknown:
        yield f"The paper “{before.paper.name}” does not list {listed(unknown)}."
        return
    yield from _differences(_expected(before, made, otherwise), text, "what was decided is")


def not_as_shown(shown: Outline, text: Outline) -> Iterator[str]:
    """Yield a sentence for each difference between the text a paper showed and another."""
    yield from _differences(shown, text, "the paper has")


def _expected(before: Before, made: Redlined, otherwise: Sequence[Decided]) -> Outline:
    from protobuild.life.deciding.result import resulting

    refused = [each.change for each in otherwise if each.outcome != "agreed as amended"]
    words = {id: said for each in otherwise for id, said in each.words.items()}
    return resulting(before.old, before.new, made, refused, words).text


def _names(made: Redlined) -> frozenset[str]:
    """Return the names of the paper's changes, and of their edits."""
    alive = [change for change in made.changes if not change.withdrawn]
    edits = (edit.name for change in alive for edit in change.edits)
    return frozenset(change.name for change in alive) | frozenset(edits)


def _differences(wanted: Outline, text: Outline, has: str) -> Iterator[str]:
    """Yield a sentence for each difference; `has` begins what is said of the text that was wanted."""
    if meaning(wanted) == meaning(text):
        return
    said = [_said(change, has) for change in compared((wanted, text)).changes]
    yield from said or ["A link leads elsewhere, or something stands at another depth."]


def _said(change: Change, has: str) -> str:
    where = listed(change.old or change.new) or change.title
    match (change.before, change.after):
        case ("", after):
            return f"{where}: “{_short(after)}” is in the text alone."
        case (before, ""):
            return f"{where}: {has} “{_short(before)}”, and it is not in the text."
        case (before, after):
            return f"{where}: {has} “{_short(before)}”, and the text has “{_short(after)}”."
    return where


def _short(words: str) -> str:
    return shorten(words, 160, placeholder=" …")
