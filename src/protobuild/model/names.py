"""Give out names so that none is given twice."""

from __future__ import annotations

from collections.abc import Iterable


class Names:
    """The names given out so far; the same askings in the same order give the same names."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._last: dict[str, int] = {}  # the last number put behind each name

    def take(self, name: str) -> str:
        """Return a name as it is, or with a number behind it when it is given already.

        >>> names = Names()
        >>> names.take("reply"), names.take("reply")
        ('reply', 'reply-2')
        """
        offer = name
        while offer in self.taken:
            self._last[name] = self._last.get(name, 1) + 1
            offer = f"{name}-{self._last[name]}"
        self.taken.add(offer)
        return offer
