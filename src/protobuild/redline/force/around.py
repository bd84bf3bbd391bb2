"""Read words of one family around a change: which of them it took away, and which it brought."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from protobuild.redline.regions import Region

AROUND = 60
"""Letters before and after a change that are read with it."""
NEAR = 5
"""Words before and after a change that may make one sign with it, as in `must not`."""

_PLAIN = str.maketrans({"\xa0": " ", "’": "'", "‘": "'", "‑": "-"})
_WORD = re.compile(r"\w+")
_START = re.compile(r"£|\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a family where they stand in a text."""

    start: int
    end: int
    words: str
    """As a reader is told them."""
    key: str
    """What they are compared by: two with one key say the same. Empty for an idiom that says nothing."""
    sort: str = ""
    """What they do, in the family's own terms."""


Reader = Callable[[str], list[Found]]


@dataclass(frozen=True, slots=True)
class Window:
    """A change on one side, with some of the words around it."""

    text: str
    start: int
    end: int
    kept: tuple[int, int]
    """Letters before and after the change that stand on both sides."""

    @property
    def changed(self) -> str:
        """The words of the change itself."""
        return self.text[self.start : self.end]

    def without(self, found: Iterable[Found]) -> Window:
        """Return the window with what was found, in order, blanked, so that no later family reads it."""
        found = tuple(found)
        if not found:
            return self
        parts, at = [], 0
        for one in found:
            parts += [self.text[at : one.start], "\0" * (one.end - one.start)]
            at = one.end
        return Window("".join(parts) + self.text[at:], self.start, self.end, self.kept)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a family holds around a change."""

    lost: tuple[Found, ...]
    gained: tuple[Found, ...]
    olds: tuple[Found, ...]
    """All of the family in the old window, in order, changed or not."""
    news: tuple[Found, ...]


def windows(region: Region) -> tuple[Window, Window]:
    """Return the old and the new words with what stands around them."""
    old, new = region.wording.old, region.wording.new
    (start, end), (begin, stop) = region.old_at, region.new_at
    heads = old[max(0, start - AROUND) : start], new[max(0, begin - AROUND) : begin]
    before = _shared(heads[0][::-1], heads[1][::-1])
    after = _shared(old[end : end + AROUND], new[stop : stop + AROUND])
    kept = before, after
    return _window(old, start, end, kept), _window(new, begin, stop, kept)


def matches(text: str, pattern: re.Pattern[str], begins: Callable[[str], bool]) -> Iterator[re.Match[str]]:
    """Yield what the pattern matches from words that may begin it: far fewer places than all letters."""
    end = 0
    for word in _START.finditer(text):
        if word.start() >= end and begins(word.group()) and (match := pattern.match(text, word.start())):
            end = match.end()
            yield match


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a change and those next to it, in small letters, to know what is worth reading for."""

    changed: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    """The words before the change on each side, the nearest first."""
    after: frozenset[str]

    def holds(self, signs: frozenset[str], reach: int) -> bool:
        """Return whether a sign stands in the change, or within so many words before it."""
        if not signs.isdisjoint(self.changed):
            return True
        return any(not signs.isdisjoint(words[:reach]) for words in self.before)


def near(old: Window, new: Window) -> Near:
    """Return the words of a change and those next to it."""
    before = tuple(tuple(_words(window.text[: window.start])[: -NEAR - 1 : -1]) for window in (old, new))
    after = frozenset(word for window in (old, new) for word in _words(window.text[window.end :])[:NEAR])
    return Near(frozenset(_words(old.changed) + _words(new.changed)), before, after)


def compare(old: Window, new: Window, read: Reader) -> Reading:
    """Return what of a family went and what came.

    A sign is touched when letters of it changed, or when it stands where a touched one
    stood: `must` becomes `must not` although no letter of `must` changed.
    """
    olds, news = read(old.text), read(new.text)
    told_old, told_new = [one for one in olds if one.key], [one for one in news if one.key]
    went, came = _touched(old, told_old), _touched(new, told_new)
    if not went and not came:
        return Reading((), (), tuple(olds), tuple(news))
    for _ in range(2):
        came = _with(came, told_new, [_image(one, old, new) for one in went])
        went = _with(went, told_old, [_image(one, new, old) for one in came])
    return Reading(less(went, came), less(came, went), tuple(olds), tuple(news))


def less(some: Sequence[Found], others: Sequence[Found]) -> tuple[Found, ...]:
    """Return the found, in order, less as many of each key as the others hold."""
    left = Counter(one.key for one in some) - Counter(one.key for one in others)
    out = []
    for one in some:
        if left[one.key] > 0:
            left[one.key] -= 1
            out.append(one)
    return tuple(out)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts share from the beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _window(text: str, start: int, end: int, kept: tuple[int, int]) -> Window:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1  # a word cut in two is no word
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    return Window(text[first:last].translate(_PLAIN), start - first, end - first, kept)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _touched(window: Window, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if one.start < window.end and one.end > window.start]


def _image(one: Found, here: Window, there: Window) -> list[tuple[int, int]]:
    """Return where the kept parts of what was found stand on the other side."""
    out = []
    if one.start < here.start:
        start, end = max(one.start, here.start - here.kept[0]), min(one.end, here.start)
        out.append((start - here.start + there.start, end - here.start + there.start))
    if one.end > here.end:
        start, end = max(one.start, here.end), min(one.end, here.end + here.kept[1])
        out.append((start - here.end + there.end, end - here.end + there.end))
    return out


def _with(
    touched: list[Found], found: Sequence[Found], images: Iterable[list[tuple[int, int]]]
) -> list[Found]:
    """Return what is touched, and what stands where one of the images lies."""
    spans = [span for image in images for span in image]
    if not spans:
        return touched
    also = [one for one in found if any(one.start < end and one.end > start for start, end in spans)]
    return sorted({*touched, *also}, key=lambda one: one.start)
