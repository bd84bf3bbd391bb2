"""Rounds: what a page calls the texts compared, and the rounds between them."""

from __future__ import annotations

from dataclasses import dataclass

from protobuild.model.outline import Outline, Side

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Named:
    """One of the texts compared, as the page names it."""

    role: str
    side: Side


def letter(number: int) -> str:
    """Return the letter of a round, which marks carry where there are several."""
    return LETTERS[(number - 1) % len(LETTERS)]


def named(outline: Outline) -> list[Named]:
    """Return the texts compared with the part each plays: old, new, or a round with its letter."""
    sides = outline.sides
    later = (
        ["New text"] if len(sides) <= 2 else [f"Round {letter(number)}" for number in range(1, len(sides))]
    )
    return [Named(role, side) for role, side in zip(["Old text", *later], sides, strict=False)]
