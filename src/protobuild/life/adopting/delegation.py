"""Prove that a draft changes only what is delegated, and name the words where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protobuild.life.derive import numbers_of
from protobuild.model.outline import Outline
from protobuild.model.protocol import Delegation
from protobuild.model.redlined import Change, Rank
from protobuild.model.saying import listed

CLASSES = {Rank.MINOR: "minor", Rank.TITLES: "title"}
"""What the manifest calls the classes that may be delegated; a substantive change never is."""
_BESIDE = 4
"""How many words are shown on either side of those that changed."""
_NAMED = 5
"""How many changed numbers are named."""


def beyond(
    delegation: Delegation, changes: Sequence[Change], renumbered: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """Yield a sentence, with the words, for each change that is not the officer's to make alone."""
    for change in changes:
        if CLASSES.get(change.rank, "") not in delegation.classes:
            before, after = _apart(change.before, change.after)
            said = words_of(replace(change, before=before, after=after))
            yield f"{change.name} ({change.title}) is {change.rank}: {said}{_force(change)}"
    if renumbered and "renumbering" not in delegation.classes:
        named = listed([f"{old} would become {new}" for old, new in renumbered[:_NAMED]])
        rest = f", and {len(renumbered) - _NAMED} more" if len(renumbered) > _NAMED else ""
        yield f"Numbers change: {named}{rest}."


def renumbered(base: Outline, text: Outline) -> tuple[tuple[str, str], ...]:
    """Return the old and the new number of each provision that stands in both texts under another."""
    old, new = numbers_of(base), numbers_of(text)
    pairs = ((old[id], new[id]) for id in old if id in new)
    return tuple((before, after) for before, after in pairs if before != after)


def words_of(change: Change) -> str:
    """Return the words a change takes and gives, as a sentence."""
    match (" ".join(change.before.split()), " ".join(change.after.split())):
        case ("", after):
            return f"“{after}” is new."
        case (before, ""):
            return f"“{before}” is left out."
        case (before, after) if before == after:
            return f"“{after}” looks different or stands elsewhere; its words are the same."
        case (before, after):
            return f"“{before}” becomes “{after}”{'' if after.endswith('.') else '.'}"
    return ""


def _apart(before: str, after: str) -> tuple[str, str]:
    """Return the words before and after, without most of those that both begin or end with."""
    old, new = before.split(), after.split()
    if not old or not new or old == new:
        return before, after
    same = [one == other for one, other in zip(old, new, strict=False)]
    start = max(0, [*same, False].index(False) - _BESIDE)
    back = [one == other for one, other in zip(old[::-1], new[::-1], strict=False)]
    end = max(0, min([*back, False].index(False), len(old) - start, len(new) - start) - _BESIDE)
    return _short(old, start, end), _short(new, start, end)


def _short(words: Sequence[str], start: int, end: int) -> str:
    kept = " ".join(words[start : len(words) - end])
    return f"{'… ' if start else ''}{kept}{' …' if end else ''}"


def _force(change: Change) -> str:
    return f" ({'; '.join(change.force)}.)" if change.force else ""
