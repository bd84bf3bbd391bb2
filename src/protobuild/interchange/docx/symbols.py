"""Know the signs that Word takes from symbol fonts, where a letter's code shows something else."""

from __future__ import annotations

_SYMBOL = {0xB7: "•", 0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xAE: "→",
           0xAC: "←", 0xB9: "≠"}  # fmt: skip
_WINGDINGS = {0xA7: "▪", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xD8: "➢",
              0xE0: "→", 0xDF: "←", 0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x76: "❖"}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the signs of a symbol font."""


def symbol(font: str, code: str) -> str:
    """Return the sign that a font shows for a code such as `F0FC`; empty where that is not known.

    >>> symbol("Wingdings", "F0FC"), symbol("Wingdings", "F041"), symbol("Arial", "00A7")
    ('✓', '', '§')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    signs = _FONTS.get(font.lower())
    at = number & 0xFF if number in _PRIVATE else number
    if signs is not None:
        return signs.get(at, "")
    if number in _PRIVATE or number < 0x20 or not chr(number).isprintable():
        return ""
    return chr(number)
