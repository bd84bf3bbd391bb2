"""Put one word for another everywhere it is meant, shown as a redline before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace

import click

from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.cli.views import print_redline
from protobuild.life.comparing import compared
from protobuild.life.home import Home, find_home
from protobuild.life.terms.replacing import Replaced, replaced
from protobuild.life.terms.swap import Swap
from protobuild.life.terms.uses import Use
from protobuild.model.redlined import Redlined
from protobuild.model.saying import counted
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.render.views import View


@click.group(
    "term",
    short_help="Put one word for another throughout.",
    epilog=examples(
        "protobuild term replace chairman chair", "protobuild term replace councillor member --yes"
    ),
)
def command() -> None:
    """Put one word for another throughout the draft."""


@command.command(
    "replace",
    short_help="Put one word for another everywhere it is meant.",
    epilog=examples(
        "protobuild term replace chairman chair",
        'protobuild term replace "Head of Legal" "Director of Law" --yes',
    ),
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--in-titles", is_flag=True, help="In what seems to be a title too, such as Committee Chairman."
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@pass_session
def replace_term(session: Session, old: str, new: str, in_titles: bool, yes: bool) -> int:
    """Put NEW for OLD everywhere but in quotations, names of laws and titles; case and plural follow.

    What would change is shown as a redline first, with what is left alone and why. Nothing is written
    without --yes, or a yes to the question.
    """
    _insist_on_words(old, new)
    home = find_home(session.folder)
    made = replaced(home.protocol, Swap(" ".join(old.split()), " ".join(new.split())), in_titles=in_titles)
    if made.done:
        print_redline(_compared(made), View(only=True), None)
    _say_left(home, made.left)
    if not made.done:
        session.say(f"'{old}' is not replaced anywhere.")
        return 0
    if not (yes or _agreed(made)):
        session.say("Nothing was written. Add --yes to write it.")
        return 0
    write_files(home.protocol, made.files)
    session.say(f"{counted(len(made.done), 'place')} changed in {counted(len(made.files), 'file')}.")
    return 0


def _insist_on_words(old: str, new: str) -> None:
    if not old.strip() or not new.strip():
        raise UsageError("A word is missing.", fix="Write both: protobuild term replace chairman chair")
    if old.split() == new.split():
        raise UsageError(f"'{old}' is already what is asked for.", fix="Name two different words.")


def _compared(made: Replaced) -> Redlined:
    """Return the redline; nothing moves, so where every paragraph went is left out."""
    return replace(compared((made.old, made.new)), concordance=())


def _say_left(home: Home, left: Iterable[Use]) -> None:
    """List each place that is left alone, with the reason."""
    rows = list(left)
    if rows:
        click.echo(f"\nLeft as they are, in {counted(len(rows), 'place')}:")
    for use in rows:
        click.echo(f"  {home.shown(use.place.file)}, line {use.place.line}: {use.left}")


def _agreed(made: Replaced) -> bool:
    """Ask whether to write; where there is nobody to ask, the answer is no."""
    if not sys.stdin.isatty():
        return False
    return click.confirm(f"Write this to {counted(len(made.files), 'file')}?", default=False)
