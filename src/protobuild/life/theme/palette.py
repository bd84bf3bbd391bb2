"""Palette: a council's colours, each proved to stand out from every ground it is seen on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from protobuild.life.theme.wanted import Colours
from protobuild.render.contrast import contrast, mixed, nearest, read_colour
from protobuild.render.furniture import style
from protobuild.render.theme import Pairs

TEXT, CHANGE = 4.5, 6.5
"""What WCAG 2.2 asks of words, and what we ask of the marks of a change."""

SHARE = {False: 0.09, True: 0.16}
"""How much of its colour the ground behind marked words has, on a light and on a dark screen."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a colour is seen."""

    token: str
    """What our style sheets call it."""
    least: float
    grounds: tuple[str, ...] = ("paper",)
    own: str = ""
    """A ground that is a tint of the colour itself."""


USES = {
    "accent": Use("accent", TEXT),
    "link": Use("link", TEXT, ("paper", "warn-ground")),
    "inserted": Use("ins", CHANGE, own="ins-ground"),
    "deleted": Use("del", CHANGE, own="del-ground"),
    "moved": Use("moved", CHANGE, own="moved-ground"),
    "reasons": Use("note", CHANGE, own="note-ground"),
}
"""The colours of a theme by the names in theme.yaml."""

Fault = tuple[str, str, str]
"""The name of the colour, what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours as our style sheets take them, and what is wrong with those asked for."""

    light: Pairs
    dark: Pairs
    faults: tuple[Fault, ...]


def palette(wanted: Colours) -> Palette:
    """Return the colours a theme asks for; one for the dark that was left out is worked out."""
    asked = wanted.model_dump(by_alias=True, exclude_unset=True)
    faults = list(_misspelt(asked))
    colours = {name: found for name, said in asked.items() if (found := read_colour(said))}
    for name, use in USES.items():
        if name in colours:
            faults += _weak(name, colours[name], use, dark=False)
        dark = f"{name}-dark"
        if dark in colours:
            faults += _weak(dark, colours[dark], use, dark=True)
        elif name in colours:
            colours[dark] = _nearest(colours[name], use, dark=True)
    return Palette(tuple(_pairs(colours, dark=False)), tuple(_pairs(colours, dark=True)), tuple(faults))


@cache
def own_tokens() -> frozenset[str]:
    """Return what our style sheets call their colours."""
    return frozenset(_tokens(dark=False))


def _misspelt(asked: Mapping[str, str]) -> Iterator[Fault]:
    for name, said in asked.items():
        if not said:  # to YAML, what stands after # is a comment
            yield name, f"{name} names no colour", 'Write it in quotation marks, such as "#14568f".'
        elif read_colour(said) is None:
            yield name, f"'{said}' is not a colour", 'Write it with # and six digits, such as "#14568f".'


def _weak(name: str, colour: str, use: Use, *, dark: bool) -> Iterator[Fault]:
    """Yield that a colour is too weak, with the nearest one that is not."""
    found = _least(colour, use, dark=dark)
    if found >= use.least:
        return
    better = _nearest(colour, use, dark=dark)
    where = "a dark screen" if dark else "white"
    yield (
        name,
        # Rounded down, so that no colour is said to have what it lacks.
        f"the colour {colour} has a contrast of {int(found * 100) / 100}:1 on {where}; "
        f"{use.least}:1 is needed to read it",
        f'The nearest colour that will do is "{better}".',
    )


def _nearest(colour: str, use: Use, *, dark: bool) -> str:
    return nearest(colour, lambda each: _least(each, use, dark=dark) >= use.least)


def _least(colour: str, use: Use, *, dark: bool) -> float:
    """Return the contrast of a colour on the ground where it is hardest to see."""
    ours = _tokens(dark=dark)
    grounds = [ours[name] for name in use.grounds]
    return min(contrast(colour, ground) for ground in [*grounds, *_tints(colour, use, dark=dark).values()])


def _tints(colour: str, use: Use, *, dark: bool) -> dict[str, str]:
    return {use.own: mixed(colour, _tokens(dark=dark)["paper"], SHARE[dark])} if use.own else {}


def _pairs(colours: Mapping[str, str], *, dark: bool) -> Iterator[tuple[str, str]]:
    for name, use in USES.items():
        colour = colours.get(f"{name}-dark" if dark else name)
        if colour:
            yield use.token, colour
            yield from _tints(colour, use, dark=dark).items()


@cache
def _tokens(*, dark: bool) -> dict[str, str]:
    """Return the colours of our own style sheets."""
    blocks = re.findall(r":root \{(.*?)\}", style("screen"), re.DOTALL)
    found = re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", blocks[1 if dark else 0])
    return {name: read_colour(colour) or colour for name, colour in found}
