"""Options for Word files, and what is said when one is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Literal, TypeVar, cast

import click

from protobuild.cli.session import Session
from protobuild.model.outline import Outline
from protobuild.model.redlined import Redlined
from protobuild.model.saying import counted, listed
from protobuild.model.source import UsageError
from protobuild.render.views import Tracked, View

F = TypeVar("F", bound=Callable[..., object])

MOST = 6
"""How many typed numbers are named one by one."""


def tracked_options(verb: F) -> F:
    """Add `--numbers` and `--no-moves`, for how a Word file tracks changes; the verb takes `tracked`."""

    @wraps(verb)
    def asked(*given: object, numbers: Literal["auto", "literal"], moves: bool, **options: object) -> object:
        return verb(*given, tracked=Tracked(numbers, moves), **options)

    command = click.option(
        "--numbers",
        type=click.Choice(("auto", "literal")),
        default="auto",
        help="For --to docx: numbers worked out by Word, or old and new ones tracked as words.",
    )(asked)
    return cast(
        F,
        click.option(
            "--moves/--no-moves",
            default=True,
            help="For --to docx: show moves as moves; else as deleted and inserted.",
        )(command),
    )


def with_day(view: View, tracked: Tracked, day: dt.date | None, outputs: Sequence[str]) -> View:
    """Return the view with how changes are tracked; raise UsageError where a Word file cannot show it."""
    if "docx" in outputs and (view.only or view.sides):
        asked = "--changes-only" if view.only else "--side-by-side"
        raise UsageError(
            "A Word file always holds the whole text, in one column.", fix=f"Leave out {asked}, or --to docx."
        )
    if tracked != Tracked() and "docx" not in outputs:
        raise UsageError("--numbers and --no-moves are for Word files.", fix="Add --to docx.")
    return replace(view, tracked=replace(tracked, day=day))


def remark_typed(session: Session, given: Redlined | Outline, view: View) -> None:
    """Say which numbers stand in a Word file as typed words, because Word would show others."""
    from protobuild.interchange.docx.writing.file import typed_numbers

    typed = typed_numbers(given) if view.tracked.numbers == "auto" else ()
    if typed:
        more = f" and {len(typed) - MOST} more" if len(typed) > MOST else ""
        named = ", ".join(typed[:MOST]) + more if more else listed(typed)
        session.say(
            f"Word would count otherwise, so {counted(len(typed), 'number')} in the Word file "
            f"{'is' if len(typed) == 1 else 'are'} typed: {named}."
        )
