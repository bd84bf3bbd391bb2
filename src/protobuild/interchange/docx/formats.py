"""Write a number as a list shows it: 3, 03, c, C, iii, III, 3rd, Three, Third."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
              "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_LARGEST = 30_000


def _letters(number: int) -> str:
    """Return a to z, then aa, bb and so on, as Word counts."""
    if number < 1:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    out = ""
    for worth, sign in _ROMAN:
        out += sign * (number // worth)
        number %= worth
    return out


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _cardinal(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" {_cardinal(rest)}" if rest else "")


def _ordinal_text(number: int) -> str:
    said = _cardinal(number)
    cut = max(said.rfind("-"), said.rfind(" ")) + 1
    last = said[cut:]
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return said[:cut] + _IRREGULAR.get(last, regular)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _capital(_cardinal(number)),
    "ordinalText": lambda number: _capital(_ordinal_text(number)),
    "none": lambda number: "",
}
"""How each kind of number is written; a kind that is not here is refused, never guessed."""

_MOST = {"cardinalText": 999, "ordinalText": 999, "lowerLetter": 780, "upperLetter": 780}


def formatted(number: int, format: str) -> str | None:
    """Return a number as that format writes it; None for a format or a size that is not known.

    >>> formatted(28, "lowerLetter"), formatted(14, "upperRoman"), formatted(3, "aiueo")
    ('bb', 'XIV', None)
    """
    write = FORMATS.get(format)
    if write is None or not 0 <= number <= _MOST.get(format, _LARGEST):
        return None
    return write(number)
