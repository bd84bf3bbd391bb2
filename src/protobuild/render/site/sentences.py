"""Sentences: a change said in one plain sentence, for readers who have never seen a redline."""

from __future__ import annotations

from collections.abc import Sequence

from protobuild.model.redlined import Change, What
from protobuild.model.saying import capital, listed

SHORT = 14
"""How many words of a text are quoted in a sentence; more than that is read in the redline."""

WHOLE = frozenset({What.NEW, What.NEW_OVER, What.DROPPED, What.DROPPED_OVER})
"""Changes whose words are new or gone as a whole."""

SAID = {
    What.NEW: "is new",
    What.NEW_OVER: "is new, and text that stood elsewhere is now under it",
    What.DROPPED: "was left out",
    What.DROPPED_OVER: "was left out, and the text under it was kept",
    What.REWORDED: "was reworded",
    What.REPLACED: "was replaced",
    What.MOVED: "was moved and not reworded",
    What.MOVED_AND_REWORDED: "was moved and reworded",
    What.MERGED: "was joined to what stands before it",
    What.SPLIT: "was parted in two",
    What.RELEVELLED: "was given another level",
    What.RETITLED: "uses a new title for a role",
    What.FORMATTING: "looks different, and no word changed",
}
"""What is said of a single place."""

REARRANGED = {What.MERGED: "now part of", What.SPLIT: "now"}
"""What is said of places that became others."""

SEVERAL = {"is new": "are new", "was": "were", "uses": "use", "looks": "look"}
"""How the verb reads for several places."""


def sentence(change: Change) -> str:
    """Return what a change did, such as `Paragraph 8.2 was reworded: “should” becomes “must”`."""
    if change.what in WHOLE:
        words = _quoted(change.after or change.before)
        return f"{capital(_here(change))} {_verb(change)}{_colon(words)}.{_so(change)}"
    says = "; ".join(change.force) or _shown(change)
    if change.what in REARRANGED and change.old and change.new and change.old != change.new:
        now = "is" if len(change.old) == 1 else "are"
        where = f"{REARRANGED[change.what]} {places(change.new)}"
        return f"{capital(places(change.old))} {now} {where}{_colon(says)}."
    return f"{capital(_here(change))}{_before(change)} {_verb(change)}{_colon(says)}."


def places(numbers: Sequence[str]) -> str:
    """Return numbers as a reader would cite them.

    >>> places(["section 3", "3.1", "3.2"])
    'section 3, paragraphs 3.1 and 3.2'
    """
    named = [each for each in numbers if not each[:1].isdigit()]
    cited = [each for each in numbers if each[:1].isdigit()]
    unit = "paragraph" if len(cited) == 1 else "paragraphs"
    return ", ".join([*named, *([f"{unit} {listed(cited)}"] if cited else [])])


def _here(change: Change) -> str:
    """Return where the change is; a passage without a number is known by its words."""
    first, other = change.new, change.old
    if change.what is What.DROPPED_OVER:
        first, other = other, first  # its new number is that of the paragraph its text now stands under
    if numbers := first or other:
        return places(numbers)
    return f"the passage “{change.title}”" if change.title and change.what not in WHOLE else "a passage"


def _before(change: Change) -> str:
    """Return where that was before, without a word that was said already."""
    if not change.new or not change.old or change.new == change.old:
        return ""
    unit = places(change.new).partition(" ")[0]
    return f" (before, {places(change.old).removeprefix(f'{unit} ')})"


def _verb(change: Change) -> str:
    verb = SAID[change.what]
    if len(change.new or change.old) < 2:
        return verb
    one = next(each for each in SEVERAL if verb.startswith(each))
    return SEVERAL[one] + verb.removeprefix(one)


def _colon(says: str) -> str:
    return f": {says}" if says else ""


def _so(change: Change) -> str:
    """Return what comes of words that are new or left out, where that is known."""
    said = [each for each in change.force if each.startswith(("adds ", "drops "))]
    return f" This {'; '.join(said)}." if said else ""


def _shown(change: Change) -> str:
    """Return the words that changed, where they are few enough to be read in a sentence."""
    if change.what not in (What.REWORDED, What.REPLACED, What.MOVED_AND_REWORDED, What.RETITLED):
        return ""
    if change.edits:
        return "; ".join(
            _becomes(edit.before.split(), edit.after.split()) or "other words" for edit in change.edits
        )
    return _becomes(*_differing(change.before.split(), change.after.split()))


def _becomes(old: list[str], new: list[str]) -> str:
    """Return what was written in place of what; empty where it is too much to quote."""
    if len(old) > SHORT or len(new) > SHORT or not (old or new):
        return ""
    if old and new:
        return f"“{' '.join(old)}” becomes “{' '.join(new)}”"
    return f"“{' '.join(new)}” is added" if new else f"“{' '.join(old)}” is struck"


def _quoted(text: str) -> str:
    words = text.split()
    shown = f"{' '.join(words[:SHORT])} …" if len(words) > SHORT else " ".join(words).rstrip(".")
    return f"“{shown}”" if words else ""


def _differing(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Return what is left of both when equal words at their beginning and end are taken off.

    >>> _differing("within ten days".split(), "within five working days".split())
    (['ten'], ['five', 'working'])
    """
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new
