"""Contrast: how well a colour can be read on its ground, and the nearest one that can."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable

STEPS = 255
"""How finely lightness is searched."""

_WRITTEN = re.compile(r"#?(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def read_colour(written: str) -> str | None:
    """Return a colour as `#rrggbb`, or None where it is not written as one.

    >>> read_colour("#14568F"), read_colour("abc"), read_colour("navy")
    ('#14568f', '#aabbcc', None)
    """
    if not _WRITTEN.fullmatch(written):
        return None
    digits = written.lstrip("#").lower()
    return f"#{digits if len(digits) == 6 else ''.join(2 * sign for sign in digits)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, from 1 to 21.

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour made of that share of one and the rest of the other.

    >>> mixed("#000000", "#ffffff", 0.1)
    '#e6e6e6'
    """
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _hex(tuple(share * first + (1 - share) * second for first, second in pairs))


def nearest(colour: str, will_do: Callable[[str], bool]) -> str:
    """Return the colour of the same hue, as little lighter or darker as possible, that will do.

    Black or white has to do.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        for there in (lightness - step / STEPS, lightness + step / STEPS):
            found = _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, there)), saturation))
            if will_do(found):
                return found
    raise ValueError(f"neither black nor white will do for {colour}")


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
