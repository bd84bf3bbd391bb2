"""Views: how much of a redline is shown, and in what arrangement."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A way to show a redline; without words, all of it in one column."""

    only: bool = False
    """Only what changed, with enough around it to be understood."""
    sides: bool = False
    """The old text on the left and the new one on the right."""
    below: bool = False
    """Reasons under what they are about and not beside it, for large print."""


WHOLE = View()
