"""Passages: sum up what whole sentences and paragraphs lay down when they come or go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protobuild.model.saying import counted, listed
from protobuild.redline.force.around import Found
from protobuild.redline.force.families import EXCEPTIONS, FIGURES, MODALS, ONLY
from protobuild.redline.force.modals import Force, modals
from protobuild.redline.force.people import BESIDE, people
from protobuild.redline.force.turn import Turn
from protobuild.redline.regions import Region

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""Words quoted from elsewhere: they bind by what they come from, not by this text."""
_LEADS = re.compile(r"[:;–—-]$|[\w,]$")
_SAID = {Force.REFUSED: Force.PROMISED, Force.DISCOURAGED: Force.EXPECTED}
"""Forces said together with another: `should` and `should not` both say what is expected."""
_DONE = re.compile(r" (?:\w+ )?be (?:\w+ed|given|told|sent|made|kept|held|taken|shown|paid|met)\b")
"""What follows a `will` that promises something without saying who does it."""
_PRONOUN = re.compile(r"\b(?:they|he|she|we|who)\b", re.IGNORECASE)
FEW = 3
"""Items of one list that are told by their words."""
MOST = 4
"""Limits that are enough to tell what sort of passage it is."""
LONGEST = 60
"""Letters of an item that are enough to know it by."""
BRIEF = 36
"""The same where there are several."""


class Passages:
    """What the passages of one decision drop and add, gathered to be said once."""

    def __init__(self) -> None:
        self._dropped: list[Region] = []
        self._added: list[Region] = []
        self._parts: dict[bool, list[Found]] = {False: [], True: []}

    def add(self, region: Region) -> None:
        """Gather a passage that comes or goes whole."""
        if not region.wording.heading and not region.wording.quoted:
            (self._dropped if region.old.strip() else self._added).append(region)

    def count(self, turn: Turn) -> None:
        """Gather a modal that comes or goes with part of a sentence."""
        self._parts[turn.old is None] += [one for one in (turn.old, turn.new) if one and not turn.quoted]

    def led(self, found: list[Turn]) -> list[Turn]:
        """Return the turns, the modal of a list's lead-in told with that of the prose made of the list.

        `Officers should:` goes with its items, and `Officers must reply` comes: one turn, not two.
        """
        for regions, came in ((self._dropped, False), (self._added, True)):
            leads = [(region, words) for region in regions if (words := _of_lead_in(_text(region)))]
            loose = [turn for turn in found if _is_loose_modal(turn, came=not came)]
            if len(leads) == len(loose) == 1:
                ((region, word),) = leads
                regions.remove(region)
                at = found.index(loose[0])
                found[at : at + 1] = _joined(loose[0], word)
        return found

    def said(self) -> Iterator[str]:
        """Yield a sentence for each item of a list, then one for all else that is dropped, then added."""
        dropped, added = _unmoved(self._dropped, self._added)
        for verb, regions, came in (("drops", dropped, False), ("adds", added, True)):
            yield from (f"{verb} {item}" for item in _items(regions))
            texts = [_text(region) for region in regions if not _lead(region)]
            words = [one for text in texts for one in _laid_down(text)]
            if summed := _summed([*words, *self._parts[came]]):
                yield f"{verb} {summed}"
            elif limits := _limits(texts):
                yield f"{verb} what is limited ({limits})"


def _of_lead_in(text: str) -> Found | None:
    """Return the modal of a passage that is a lead-in and no more, such as `Officers should:`."""
    found = _laid_down(text) if text.endswith(":") else []
    return found[0] if len(found) == 1 else None


def _is_loose_modal(turn: Turn, *, came: bool) -> bool:
    return turn.family is MODALS and turn.alone and (turn.new is not None) is came


def _joined(turn: Turn, word: Found) -> list[Turn]:
    """Return the turn of two modals, one of them a lead-in's; none when they say the same."""
    if (turn.old or turn.new or word).key == word.key:
        return []
    return [replace(turn, old=word) if turn.old is None else replace(turn, new=word)]


def _unmoved(dropped: list[Region], added: list[Region]) -> tuple[list[Region], list[Region]]:
    """Return the passages less those that only moved: struck in one place and written in another."""
    there = Counter(map(_text, dropped)) & Counter(map(_text, added))
    return _less(dropped, there), _less(added, there)


def _less(regions: Iterable[Region], texts: Counter[str]) -> list[Region]:
    left = Counter(texts)
    out = []
    for region in regions:
        if left[_text(region)] > 0:
            left[_text(region)] -= 1
        else:
            out.append(region)
    return out


def _text(region: Region) -> str:
    return " ".join((region.old if region.old.strip() else region.new).split())


def _laid_down(text: str) -> list[Found]:
    """Return the modals of a passage that say what it lays down, outside quotation marks."""
    bare = _QUOTED.sub(" ", text)
    return [one for one in modals(bare) if one.sort in DEMANDS and _of_somebody(one, bare)]


def _of_somebody(modal: Found, text: str) -> bool:
    """Whether a modal surely demands something: `can` is often what is possible, `will` what is to come."""
    if modal.words == "can":
        return False
    if modal.sort not in (Force.PROMISED, Force.REFUSED):
        return True
    if modal.sort == Force.PROMISED and _DONE.match(text, modal.end):
        return True
    before = re.split(r"[.;:] ", text[max(0, modal.start - BESIDE) : modal.start])[-1]
    return bool(people(before) or _PRONOUN.search(before))


def _lead(region: Region) -> Found | None:
    """Return the modal that a list's items complete, such as the `must` of `Officers must:`."""
    lead = region.wording.lead[0 if region.old.strip() else 1].rstrip()
    if not lead or not _LEADS.search(lead):
        return None
    last = re.split(r"(?<=[.!?]) ", lead)[-1]
    found = _laid_down(last)
    return found[-1] if found else None


def _items(regions: Iterable[Region]) -> Iterator[str]:
    """Yield what the lead-in says of the items that come or go whole, and which they are."""
    items: dict[str, list[str]] = {}
    for region in regions:
        if lead := _lead(region):
            items.setdefault(_signed(Force(lead.sort), [lead.words]), []).append(_text(region).rstrip(".;,"))
    for sign, texts in items.items():
        longest = LONGEST if len(texts) == 1 else BRIEF
        said = [f"“{_short(text, longest)}”" for text in texts[:FEW]]
        more = len(texts) - FEW
        yield f"{sign}: {listed([*said, counted(more, 'more item')] if more > 0 else said)}"


def _limits(texts: Iterable[str]) -> str:
    """Return what limits passages that demand nothing: exceptions, `only`, sums, dates and times."""
    found = [
        one.words
        for text in texts
        for family in (EXCEPTIONS, ONLY, FIGURES)
        for one in family.read(_QUOTED.sub(" ", text))
        if one.key and (family is not FIGURES or not one.words.isalnum())
    ]
    said = [one for one in dict.fromkeys(found) if not any(one != other and one in other for other in found)]
    return ", ".join(f"“{words}”" for words in said[:MOST])


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _summed(found: Iterable[Found]) -> str:
    """Return all that is laid down in one phrase: `what is required (“must”) and ...`."""
    words: dict[Force, dict[str, None]] = {}
    for one in found:
        words.setdefault(_SAID.get(Force(one.sort), Force(one.sort)), {})[one.words] = None
    return listed([_signed(force, words[force]) for force in Force if force in words])


def _signed(force: Force, words: Iterable[str]) -> str:
    signs = ", ".join(f"“{word}”" for word in words)
    return f"what is {_SAID.get(force, force)} ({signs})"


DEMANDS = frozenset(force.value for force in Force if force)
