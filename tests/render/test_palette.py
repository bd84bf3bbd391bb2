"""Colours are strong enough to read, and every mark is a line as well as a colour."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLES = files("protobuild.render").joinpath("styles")
SCREEN = STYLES.joinpath("screen.css").read_text("utf-8")
MARKS = STYLES.joinpath("marks.css").read_text("utf-8")


def tokens(dark: bool) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", SCREEN, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", blocks[1 if dark else 0]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", 7.0),
        ("quiet", "paper", 4.5),
        ("link", "paper", 6.5),
        ("ins", "ins-ground", 6.5),
        ("del", "del-ground", 6.5),
        ("moved", "moved-ground", 6.5),
        ("moved", "paper", 6.5),
        ("note", "note-ground", 6.5),
        ("ink", "note-ground", 7.0),
        ("ink", "warn-ground", 7.0),
    ],
)
def test_ink_stands_out_from_its_ground(ink: str, ground: str, least: float, dark: bool) -> None:
    colours = tokens(dark)
    assert contrast(colours[ink], colours[ground]) >= least


def test_inserted_deleted_and_moved_words_differ_by_their_lines() -> None:
    lines = re.findall(r"^(?:ins|del)(?:\.moved)? \{ text-decoration: ([^;]+);", MARKS, re.MULTILINE)
    assert len(lines) == len(set(lines)) == 4
