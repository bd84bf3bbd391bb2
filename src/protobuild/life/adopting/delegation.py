"""Prove that a draft changes only what is delegated, and name the words where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protobuild.life.derive import numbers_of
from protobuild.model.outline import Outline
from protobuild.model.protocol import Delegation
from protobuild.model.redlined import Change, Rank
from protobuild.model.saying import listed

CLASSES = {Rank.MINOR: "minor", Rank.TITLES: "title"}
"""What the manifest calls the classes that may be delegated; a substantive change never is."""
_NAMED = 5
"""How many changed numbers are named."""


def beyond(
    delegation: Delegation, changes: Sequence[Change], renumbered: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """Yield a sentence, with the words, for each change that is not the officer's to make alone."""
    for change in changes:
        if CLASSES.get(change.rank, "") not in delegation.classes:
            yield f"{change.name} ({change.title}) is {change.rank}: {words_of(change)}{_force(change)}"
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


def _force(change: Change) -> str:
    return f" ({'; '.join(change.force)}.)" if change.force else ""
