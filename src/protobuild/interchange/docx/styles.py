"""Know what a paragraph's style gives it: its rank as a heading, its list, its bold type, its inset."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from protobuild.interchange.docx.names import W, child, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Found = TypeVar("Found")
BODY_TEXT = 9
"""The outline level of what is no heading."""
_DEEPEST = 64
"""Styles that rest on one another; a longer chain is a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file defines it, without what it takes from the style it is based on."""

    id: str
    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


Ask = Callable[[Sequence[Style]], Found]
"""A question to a style and those it is based on."""


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        for each in () if root is None else root.iter(W + "style"):
            style = Style(
                value(each, "styleId"),
                value(child(each, "name")),
                value(child(each, "basedOn")),
                child(each, "pPr"),
                child(each, "rPr"),
            )
            self._styles.setdefault(style.id, style)
            if value(each, "default") in ("1", "true", "on"):
                self._defaults.setdefault(value(each, "type"), style.id)
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._said: dict[tuple[str, str, Ask[Any]], Any] = {}

    def chain(self, id: str, kind: str = "paragraph") -> tuple[Style, ...]:
        """Return the style and those it is based on, nearest first; that of the file when none is named."""
        id = id if id in self._styles else self._defaults.get(kind, "")
        if id not in self._chains:
            out: list[Style] = []
            at = id
            while at in self._styles and len(out) < _DEEPEST:
                out.append(self._styles[at])
                at = self._styles[at].based_on
            self._chains[id] = tuple(out)
        return self._chains[id]

    def names(self, id: str) -> tuple[str, ...]:
        """Return the names of the style and those it is based on, in small letters, nearest first."""
        return self._known(id, _names)

    def rank(self, properties: Element | None) -> int | None:
        """Return a paragraph's outline level from 0; None for body text."""
        level = self._own(properties, _rank_of)
        return level if level is not None and 0 <= level < BODY_TEXT else None

    def inset(self, properties: Element | None) -> int:
        """Return how far in a paragraph begins, by itself or its style, in twentieths of a point."""
        return self._own(properties, inset_of) or 0

    def bold(self, style: str, properties: Element | None) -> bool:
        """Return whether a run is bold in a paragraph of that style."""
        return self._toggled("b", _bold, style, properties)

    def italic(self, style: str, properties: Element | None) -> bool:
        """Return whether a run is in italics in a paragraph of that style."""
        return self._toggled("i", _italic, style, properties)

    def _toggled(self, name: str, ask: Ask[bool], style: str, properties: Element | None) -> bool:
        own = switched(child(properties, name))
        if own is not None:
            return own
        run = value(child(properties, "rStyle"))
        by_run = bool(run) and self._known(run, ask, "character")
        return by_run != self._known(style, ask)  # bold within bold stands out by being plain

    def _own(self, properties: Element | None, ask: Callable[[Element | None], int | None]) -> int | None:
        """Return what a paragraph says of itself, else what its style says, the nearest first."""
        own = ask(properties)
        if own is not None:
            return own
        return self._known(value(child(properties, "pStyle")), _INHERITED[ask])

    def _known(self, id: str, ask: Ask[Found], kind: str = "paragraph") -> Found:
        """Return what a style and those it is based on say; each is asked once."""
        at = (id, kind, ask)
        if at not in self._said:
            self._said[at] = ask(self.chain(id, kind))
        return cast("Found", self._said[at])


def inset_of(properties: Element | None) -> int | None:
    """Return how far in properties say that a paragraph begins; None where they say nothing."""
    inset = child(properties, "ind")
    found = number(inset, "left")
    return number(inset, "start") if found is None else found


def _rank_of(properties: Element | None) -> int | None:
    return number(child(properties, "outlineLvl"))


def _names(chain: Sequence[Style]) -> tuple[str, ...]:
    return tuple(style.name.lower() for style in chain)


def _switch(name: str, chain: Sequence[Style]) -> bool:
    said = (switched(child(style.run, name)) for style in chain)
    return next((each for each in said if each is not None), False)


def _nearest(ask: Callable[[Element | None], int | None], chain: Sequence[Style]) -> int | None:
    return next((said for style in chain if (said := ask(style.paragraph)) is not None), None)


_bold, _italic = partial(_switch, "b"), partial(_switch, "i")
_INHERITED: dict[Callable[..., int | None], Ask[int | None]] = {
    ask: partial(_nearest, ask) for ask in (_rank_of, inset_of)
}
"""What a style is asked where a paragraph says nothing itself."""
