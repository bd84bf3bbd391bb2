"""Shapes: how numbers are written, as Word writes them: 1, 1.1, (a), iv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protobuild.model.numbering import roman

ABOVE = "^"
"""Stands in a shape for the numbers of the levels above, joined by full stops."""

LARGEST = 780
"""The highest number Word writes in letters."""

ROMANS = {roman(number): number for number in range(1, 200)}


@dataclass(frozen=True, slots=True)
class Shape:
    """How the numbers of a level look."""

    format: str
    """The name of a format in Word."""
    text: str
    """`%` stands for the number, `^` for the numbers above."""

    def show(self, number: int, above: Sequence[str] = ()) -> str:
        """Return a number as Word shows it."""
        return self.text.replace(ABOVE, ".".join(above)).replace("%", written(self.format, number))

    def word_text(self, ilvl: int) -> str:
        """Return the shape in Word's own notation: `%1.%2` at the second level."""
        above = ".".join(f"%{level}" for level in range(1, ilvl + 1))
        return self.text.replace("%", f"%{ilvl + 1}").replace(ABOVE, above)

    def read(self, label: str) -> int | None:
        """Return the number a label shows, whatever the numbers above; None where it has another shape."""
        pattern = re.escape(self.text).replace("%", "(?P<n>\\w+)").replace(re.escape(ABOVE), r"[\w.]+")
        found = re.fullmatch(pattern, label)
        return number_of(self.format, found["n"]) if found else None


FORMATS = ("decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman")
PLAIN_SHAPES = tuple(Shape(form, text) for text in ("(%)", "%)", "%.", "%") for form in FORMATS)
SHAPES = (Shape("decimal", f"{ABOVE}.%"), Shape("decimal", f"{ABOVE}.%."), *PLAIN_SHAPES)
"""The shapes that a level may have, the likelier first."""


def written(form: str, number: int) -> str:
    """Return a number in one of Word's formats; after z Word writes aa, bb, cc."""
    match form:
        case "decimal":
            return str(number)
        case "lowerLetter" | "upperLetter":
            times, letter = divmod(number - 1, 26)
            out = chr(ord("a") + letter) * (times + 1)
        case _:
            out = roman(number)
    return out.upper() if form.startswith("upper") else out


def number_of(form: str, said: str) -> int | None:
    """Return the number that is written so; None where it is not."""
    if form == "decimal":
        return int(said) if said.isascii() and said.isdigit() and said == str(int(said)) else None
    wanted = said.upper() if form.startswith("upper") else said.lower()
    if said != wanted or not said.isascii() or not said.isalpha():
        return None
    low = said.lower()
    if form.endswith("Letter"):
        number = (len(low) - 1) * 26 + ord(low[0]) - ord("a") + 1
        return number if len(set(low)) == 1 and number <= LARGEST else None
    return ROMANS.get(low)


def likeliest(labels: Iterable[str]) -> Shape | None:
    """Return the shape in which the most labels go on from the one before, or begin at one."""
    given = list(labels)
    best: tuple[int, Shape | None] = (0, None)
    for shape in SHAPES:
        numbers = [shape.read(label) for label in given]
        before = [None, *numbers]
        fits = sum(1 for n, last in zip(numbers, before, strict=False) if n and (n == 1 or n - 1 == last))
        if fits > best[0]:
            best = fits, shape
    if best[1] is None:
        return next((shape for shape in SHAPES if any(shape.read(label) for label in given)), None)
    return best[1]
