"""Force of words: say where a change turns what is expected, allowed, counted or pointed to.

The classes follow how protocols are drafted: must is a duty, should an expectation, may a
permission. One word of them changed is a decision, however short the edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protobuild.redline.force.commas import commas
from protobuild.redline.force.families import FAMILIES, MODALS
from protobuild.redline.force.passages import Passages
from protobuild.redline.force.rank import minor
from protobuild.redline.force.turn import Turn, settled
from protobuild.redline.force.turns import turns
from protobuild.redline.regions import Region, Shape

_REFERENCE = FAMILIES.index(MODALS) + 0.5
"""A reference that leads elsewhere is told next after the modals."""
_COMMA = len(FAMILIES)


def force(changed: Iterable[Region]) -> tuple[str, ...]:
    """Return a sentence for each change of force in the regions, none twice.

    Words put in another's place come first, in the order of `FAMILIES`, then words that come
    or go alone, then commas, then what whole passages drop and add, in one sentence each.
    """
    found: list[Turn] = []
    told: list[tuple[float, str]] = []
    passages = Passages()
    for region in changed:
        if region.display or minor(region):
            continue
        if region.shape is Shape.PASSAGE:
            passages.add(region)
            continue
        told += ((_REFERENCE, sentence) for sentence in _retargeted(region))
        told += ((_COMMA, sentence) for sentence in commas(region))
        for turn in turns(region):
            if turn.family is MODALS and turn.alone and region.shape is not Shape.EDIT:
                passages.count(turn)
            else:
                found.append(turn)
    told += ((turn.order, turn.sentence) for turn in settled(passages.led(found)))
    told.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys([*(sentence for _, sentence in told), *passages.said()]))


def _retargeted(region: Region) -> Iterator[str]:
    """Yield references to paragraphs and documents that now point elsewhere."""
    old = {run.ref: run.text for run in region.struck if _points(run.ref)}
    new = {run.ref: run.text for run in region.written if _points(run.ref)}
    lost = [text for ref, text in old.items() if ref not in new]
    gained = [text for ref, text in new.items() if ref not in old]
    for one, other in zip(lost, gained, strict=False):
        yield f"the reference to “{one}” becomes one to “{other}”"


def _points(ref: str) -> bool:
    """Whether a reference points to a place; a role or a term only prints its name."""
    return bool(ref) and not ref.startswith(("role:", "term:"))
