"""Redline two texts, or a text and its successive drafts."""

from __future__ import annotations

from dataclasses import replace

from protobuild.model.outline import Outline, project
from protobuild.redline.join import join
from protobuild.redline.matching.match import match
from protobuild.redline.matching.pairs import Matching
from protobuild.redline.weave import lay

COMMON = 0.20
"""Share of the shorter text, in letters, that two versions of one document keep at least."""


class UnprovedError(RuntimeError):
    """Our own fault: the redline does not hold both texts exactly, so nothing is made from it."""


def redline(old: Outline, *later: Outline, ids: bool = True) -> Outline:
    """Return the outline of `old` marked with what each later text changes, round by round.

    `ids` says whether equal ids mean equal provisions; pass False where ids were made up
    for a text that has none of its own.

    The laws, for all texts a and b: `accept(redline(a, b)) == b`, `reject(redline(a, b)) == a`,
    `redline(a, a) == a`, and of several rounds each projection is that round's text. They are
    proved before the outline is returned; UnprovedError is raised if they do not hold. Two
    texts with too little in common are marked as a whole replacement (see `different`).
    """
    texts = [_plain(text) for text in (old, *later)]
    marked = texts[0]
    for number, text in enumerate(texts[1:]):
        step = one_round(project(marked, number) if number else marked, text, ids=ids)
        marked = lay(marked, step, number) if number else step
    sides = tuple(side for text in (old, *later) for side in text.sides[-1:])
    result = replace(marked, sides=sides, cover=(later[-1] if later else old).cover)
    prove(result, texts)
    return result


def one_round(old: Outline, new: Outline, *, ids: bool = True) -> Outline:
    """Return two clean texts as one, marked as round 1."""
    matching = match(old, new, ids=ids)
    marked = join(old, new, matching)
    if different(marked):
        return join(old, new, Matching({0: 0}, spine=(0,)))
    return marked


def different(marked: Outline) -> bool:
    """Return whether two texts share too little to be versions of one document.

    Measured on the shorter text: the share of it that stands in both, moved words included.
    A title alone proves nothing.
    """
    last = max(1, marked.last)
    kept = before = after = 0
    for entry in marked.entries[1:]:
        for run in entry.heading + entry.body:
            size = len(run.text)
            before += size if run.seen_in(0) else 0
            after += size if run.seen_in(last) else 0
            kept += size if run.seen_in(last) and (run.seen_in(0) or run.moved) else 0
    shorter = min(before, after)
    return shorter > 0 and kept / shorter < COMMON


def prove(marked: Outline, texts: list[Outline]) -> None:
    """Raise UnprovedError unless each projection of the redline is that round's text exactly."""
    for number, text in enumerate(texts):
        if project(marked, number).entries != text.entries:
            raise UnprovedError(f"the text after round {number} cannot be had back from the redline")


def _plain(text: Outline) -> Outline:
    """Return the text after its last round, tidy and without marks."""
    return project(text, text.last)
