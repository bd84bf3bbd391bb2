"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeVar, cast

import click

F = TypeVar("F", bound=Callable[..., object])

OUTPUTS = ("html", "pdf", "large-print", "docx", "text", "json")
"""What a text can be made into, in the order of FORMATS."""

DEFAULT = ("html", "pdf")
"""What is made when nothing is asked for."""


def examples(*lines: str) -> str:
    """Return the end of a verb's help: what to type, a line each, left as they are."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def at_option(verb: F) -> F:
    """Add `--at`, for a text other than the draft."""
    about = "A day, a folder or an earlier text; the draft when left out."
    return click.option("--at", "version", help=about)(verb)


def to_and_out(verb: F) -> F:
    """Add `--to`, `--large-print` and `--out`, which every verb that publishes takes."""
    verb = click.option(
        "--large-print", is_flag=True, help="Make a PDF in large print (18 points and above) too."
    )(_widened(verb))
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


def _widened(verb: F) -> F:
    """Return the verb with `--large-print` taken as one more thing to make."""

    @wraps(verb)
    def asked(*given: object, large_print: bool, outputs: tuple[str, ...], **options: object) -> object:
        more = (*(outputs or DEFAULT), "large-print") if large_print else outputs
        return verb(*given, outputs=more, **options)

    return cast(F, asked)
