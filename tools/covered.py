"""Write down which letters the bundled fonts have, so that a PDF is refused before a letter is lost."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "src" / "protobuild" / "render" / "fonts"


def covered() -> str:
    """Return the letters in ranges, a line each: those that every face of some font has."""
    families: dict[str, list[set[int]]] = {}
    for file in sorted(FONTS.glob("*.ttf")):
        family = "ext" if "-ext-" in file.name else file.name.partition("-")[0]
        families.setdefault(family, []).append(set(TTFont(file).getBestCmap()))
    letters = sorted(set().union(*(set.intersection(*faces) for faces in families.values())))
    runs = groupby(enumerate(letters), key=lambda place: place[1] - place[0])
    ranges = [[letter for _, letter in same] for _, same in runs]
    return "".join(f"{same[0]:04X}-{same[-1]:04X}\n" for same in ranges)


if __name__ == "__main__":
    (FONTS / "covered.txt").write_text(covered(), "ascii")
