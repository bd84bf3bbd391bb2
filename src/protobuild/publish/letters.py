"""Letters: a text with a letter that no bundled font has is refused, not printed with a hole in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from protobuild.publish.faults import UnprintableError
from protobuild.publish.structure import Words

UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Kinds of letters that leave no mark: spaces, line ends, soft hyphens."""


def check_letters(printed: Iterable[Words]) -> None:
    """Raise `UnprintableError`, naming every letter once, where one is in no bundled font."""
    missing = {
        letter: piece.text.strip()
        for piece in printed
        for letter in set(piece.text) - _covered()
        if unicodedata.category(letter) not in UNSEEN
    }
    if not missing:
        return
    told = "; ".join(f"“{letter}” (U+{ord(letter):04X}) in “{near[:60]}”" for letter, near in missing.items())
    raise UnprintableError(
        f"No PDF was made: its fonts do not have {told}.",
        fix="Write it in letters or with another sign, or leave PDF out with --to html.",
    )


@cache
def _covered() -> frozenset[str]:
    ranges = files("protobuild.render").joinpath("fonts", "covered.txt").read_text("ascii").split()
    ends = [(int(first, 16), int(last, 16)) for first, _, last in (each.partition("-") for each in ranges)]
    return frozenset(chr(letter) for first, last in ends for letter in range(first, last + 1))
