"""The ways a redline may be seen: all of it, changes only, side by side, in the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import click

from protobuild.cli.outputs import Work
from protobuild.cli.session import coloured
from protobuild.model.redlined import Redlined
from protobuild.model.source import UsageError
from protobuild.render.lines import WIDTH
from protobuild.render.text import write_text
from protobuild.render.views import View

F = TypeVar("F", bound=Callable[..., object])

ONE_COLUMN = {
    "text": ("text", "--to text"),
    "json": ("data (JSON)", "--to json"),
    "large-print": ("a PDF in large print", "--large-print"),
    "show": ("text", "--show"),
}
"""What cannot stand side by side: what a reader calls it, and how it was asked for."""


def view_options(verb: F) -> F:
    """Add the options that say how much of a redline is shown, and where."""
    for option in reversed(
        (
            click.option(
                "--changes-only", is_flag=True, help="Leave out what did not change, and say where."
            ),
            click.option(
                "--side-by-side", is_flag=True, help="The old text on the left, the new on the right."
            ),
            click.option("--show", is_flag=True, help="Print it here as text; files too only with --to."),
            click.option(
                "--colour/--no-colour",
                default=None,
                help="For --show; in colour on a terminal when left out.",
            ),
        )
    ):
        verb = option(verb)
    return verb


def chosen(changes_only: bool, side_by_side: bool, show: bool, outputs: Sequence[str]) -> View:
    """Return the view asked for; raise UsageError where what was asked for does not go together."""
    narrow = [ONE_COLUMN[each] for each in (*outputs, *(["show"] if show else [])) if each in ONE_COLUMN]
    if side_by_side and narrow:
        kind, asked = narrow[0]
        raise UsageError(
            f"A redline side by side is a page or a PDF; it cannot be made as {kind}.",
            fix=f"Leave out --side-by-side, or {asked}.",
        )
    return View(only=changes_only, sides=side_by_side)


def as_seen(work: Work, view: View) -> Work:
    """Return the work in that view, with names that tell its files from those of other views."""
    words = [said for said, asked in (("changes only", view.only), ("side by side", view.sides)) if asked]
    stem = "-".join([work.stem, *(said.replace(" ", "-") for said in words)])
    return replace(work, view=view, stem=stem, name=", ".join([work.name, *words]))


def print_redline(redlined: Redlined, view: View, colour: bool | None) -> None:
    """Print a redline as text, as wide as the terminal allows and no wider than is good to read."""
    dressed = coloured(colour)
    width = min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
    click.echo(write_text(redlined, view, colour=dressed, width=width).rstrip("\n"), color=dressed)
