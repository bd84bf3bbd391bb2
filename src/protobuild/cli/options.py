"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])

OUTPUTS = ("html", "pdf", "text", "json")
"""What a text can be made into, in the order of FORMATS."""


def examples(*lines: str) -> str:
    """Return the end of a verb's help: what to type, a line each, left as they are."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def at_option(verb: F) -> F:
    """Add `--at`, for a text other than the draft."""
    about = "A day, a folder or an earlier text; the draft when left out."
    return click.option("--at", "version", help=about)(verb)


def to_and_out(verb: F) -> F:
    """Add `--to` and `--out`, which every verb that publishes takes."""
    verb = click.option(
        "--out", type=click.Path(path_type=Path), help="Where to put what is made; build/ when left out."
    )(verb)
    return click.option(
        "--to",
        "outputs",
        type=click.Choice(OUTPUTS),
        multiple=True,
        help="What to make; may be given more than once. Page and PDF when left out.",
    )(verb)
