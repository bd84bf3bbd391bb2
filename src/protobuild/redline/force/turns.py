"""Turns: read which words of force one changed stretch puts in each other's place, strikes or adds."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from protobuild.redline.force.around import NEAR, Found, Near, Reading, Window, compare, near, windows
from protobuild.redline.force.families import (
    BOUNDS,
    FAMILIES,
    FIGURES,
    JOINS,
    MODALS,
    NEGATION,
    OPPOSITES,
    PEOPLE,
    QUANTITIES,
    REFERENCES,
    Alone,
    Family,
)
from protobuild.redline.force.modals import WEAK
from protobuild.redline.force.opposites import opposites
from protobuild.redline.force.people import TELLING, separate
from protobuild.redline.force.turn import Turn
from protobuild.redline.regions import Region, Shape


@lru_cache(maxsize=1024)  # the schedule asks for a whole decision, then for each of its edits
def turns(region: Region) -> tuple[Turn, ...]:
    """Return the turns of one changed stretch, in the order of the families."""
    old, new = whole = windows(region)
    words, shape = near(old, new), region.shape
    out: list[Turn] = []
    for family in FAMILIES:
        if not _heeded(family, region, shape) or not _may_hold(family, words):
            continue
        sides = whole if family is PEOPLE else (old, new)  # their part is told by the verb beside them
        reading = compare(*sides, family.read)
        out += _turns(region, shape, family, reading)
        old, new = _without(family, old, reading.olds), _without(family, new, reading.news)
    return tuple(_opposed(region, shape, *whole, _bounded(shape, out)))


def _heeded(family: Family, region: Region, shape: Shape) -> bool:
    """Whether a family is read in an edit of that sort; a heading lays down little."""
    if region.wording.heading:
        return family in (MODALS, NEGATION)
    match shape:
        case Shape.CLAUSE:
            return family.clauses
        case Shape.REWRITE:
            return family.rewrites
    return True


def _may_hold(family: Family, words: Near) -> bool:
    if family.reach is not None:
        return words.holds(family.signs, family.reach)
    if words.holds(family.signs, NEAR) or not family.signs.isdisjoint(words.after):
        return True
    return family in (FIGURES, REFERENCES) and any(word[0].isdigit() for word in words.changed | words.after)


def _without(family: Family, window: Window, found: Iterable[Found]) -> Window:
    """Return the window less what the family took; the words that join people are left to be read."""
    return window.without(separate(found, window.text) if family is PEOPLE else found)


def _turns(region: Region, shape: Shape, family: Family, reading: Reading) -> Iterator[Turn]:
    quoted = _quoted(region)
    pairs, lost, gained = _paired(family, reading.lost, reading.gained)
    if shape is Shape.REWRITE and not _sure(region, family, pairs, lost + gained):
        lost, gained, pairs = list(reading.lost), list(reading.gained), []
    for old, new in pairs:
        if not _idle(old, new):
            yield Turn(family, old, new, region.wording, quoted)
    for one in lost:
        if _told_alone(region, shape, family, one):
            yield Turn(family, one, None, region.wording, quoted)
    for one in gained:
        if _told_alone(region, shape, family, one):
            yield Turn(family, None, one, region.wording, quoted)


def _paired(
    family: Family, lost: Sequence[Found], gained: Sequence[Found]
) -> tuple[list[tuple[Found, Found]], list[Found], list[Found]]:
    """Return what stands in what's place, those alike first, and what is left over of both."""
    pairs: list[tuple[Found, Found]] = []
    over: list[Found] = []
    there: defaultdict[str, deque[Found]] = defaultdict(deque)
    for one in gained:
        there[family.alike(one)].append(one)
    for one in lost:
        alike = there[family.alike(one)]
        if alike:
            pairs.append((one, alike.popleft()))
        else:
            over.append(one)
    left = sorted((one for some in there.values() for one in some), key=lambda one: one.start)
    pairs += zip(over, left, strict=False)
    taken = min(len(over), len(left))
    return pairs, over[taken:], left[taken:]


def _idle(old: Found, new: Found) -> bool:
    """Whether two words say nothing even in each other's place, as `might` for `could`."""
    return old.sort == new.sort == WEAK and ("not" in old.words) == ("not" in new.words)


def _sure(
    region: Region, family: Family, pairs: Sequence[tuple[Found, Found]], rest: Sequence[Found]
) -> bool:
    """Whether it is plain, where much was written anew, what stands in what's place."""
    if family is MODALS:
        old, new = windows(region)
        forces = {one.sort for one, _ in pairs}, {other.sort for _, other in pairs}
        return len(forces[0]) == len(forces[1]) == 1 and all(
            _word_before(old, one) == _word_before(new, other) for one, other in pairs
        )
    return len(pairs) == 1 and not rest and family.alike(pairs[0][0]) == family.alike(pairs[0][1])


def _word_before(window: Window, found: Found) -> str:
    """Return the word a modal follows: its subject, or the end of it."""
    words = window.text[max(0, found.start - 40) : found.start].lower().split()
    return words[-1] if words else ""


def _told_alone(region: Region, shape: Shape, family: Family, found: Found) -> bool:
    if found.sort in (WEAK, "month", "") or region.wording.heading:
        return False
    if family is PEOPLE and found.sort not in TELLING:
        return False
    words = len((region.old + region.new).split())
    if family is JOINS:
        return found.key == "or" and words > 2 and region.pure and _heads(region, found) and _nets(region)
    if family is QUANTITIES and words > 2:
        return False  # `all staff` among new words limits only them
    if family is FIGURES and shape is not Shape.EDIT and found.words.isalnum():
        return False  # a bare number in a long stretch limits nothing
    if family is NEGATION and shape is not Shape.EDIT and not _heads(region, found):
        return False  # it says something of its own clause, not of the sentence
    return family.alone is Alone.ALWAYS or (family.alone is Alone.PURE and region.pure)


def _nets(region: Region) -> bool:
    """Whether its sentence offers more choices than before, or fewer: an `or` may only have made way."""
    wording = region.wording
    sides = _sentence(wording.old, region.old_at), _sentence(wording.new, region.new_at)
    old, new = ([one.key for one in JOINS.read(side)].count("or") for side in sides)
    return old != new


def _sentence(text: str, at: tuple[int, int]) -> str:
    """Return the sentence, or the sentences, that a stretch of a text lies in."""
    end = text.find(". ", max(at[0], at[1] - 2))
    return text[text.rfind(". ", 0, at[0]) + 1 : end + 1 if end >= 0 else len(text)]


def _heads(region: Region, found: Found) -> bool:
    """Whether what comes or goes begins with a word."""
    text = (region.old.strip() or region.new.strip()).lower().lstrip(", (")
    return text.removeprefix("and ").removeprefix("but ").startswith(found.words)


def _bounded(shape: Shape, found: list[Turn]) -> list[Turn]:
    """Return the turns, a bound that comes or goes with its figure told as one: `within 10 working days`."""
    bounds = {_place(turn, end=True): turn for turn in found if turn.family is BOUNDS and turn.alone}
    if not bounds:
        return found
    figures = {_place(turn) for turn in found if turn.family is FIGURES and turn.alone}
    out = []
    for turn in found:
        if turn.family is BOUNDS and turn.alone:
            if shape is Shape.EDIT and _place(turn, end=True) not in figures:
                out.append(turn)
        elif turn.family is FIGURES and turn.alone and (bound := bounds.get(_place(turn))):
            out.append(_with_bound(turn, bound))
        else:
            out.append(turn)
    return out


def _place(turn: Turn, *, end: bool = False) -> tuple[bool, int]:
    """Return the side of a turn, and where its word begins, or where the next word would."""
    one = turn.old or turn.new
    return turn.old is None, (one.end + 1 if end else one.start) if one else -1


def _with_bound(turn: Turn, bound: Turn) -> Turn:
    one, other = turn.old or turn.new, bound.old or bound.new
    if not one or not other:
        return turn
    told = replace(one, words=f"{other.words} {one.words}")
    return replace(turn, old=told) if turn.old else replace(turn, new=told)


def _opposed(region: Region, shape: Shape, old: Window, new: Window, found: list[Turn]) -> list[Turn]:
    """Return the turns with words exchanged for their opposites; two negatives that cancel are no turn."""
    pairs = opposites(old.changed, new.changed) if shape is Shape.EDIT else []
    if not pairs:
        return found
    rest = [turn for turn in found if turn.family is not NEGATION or not turn.alone]
    if len(rest) < len(found) and not any(one.lower() in ("yes", "no") for one, _ in pairs):
        return rest
    told = [(Found(0, 0, one, one.lower()), Found(0, 0, other, other.lower())) for one, other in pairs]
    return rest + [Turn(OPPOSITES, one, other, region.wording, _quoted(region)) for one, other in told]


def _quoted(region: Region) -> bool:
    """Whether the change lies in words quoted from elsewhere."""
    text, at = region.wording.new, region.new_at[0]
    return region.wording.quoted or text.rfind("“", 0, at) > text.rfind("”", 0, at)
