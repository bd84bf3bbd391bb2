"""Propose the draft: issue the paper that goes to a meeting."""

from __future__ import annotations

import click

from protobuild.cli.options import examples
from protobuild.cli.papers import day_of_issue
from protobuild.cli.session import Session, pass_session
from protobuild.life.adopting.acting import perform
from protobuild.life.adopting.proposing import plan_proposal
from protobuild.life.home import find_home
from protobuild.life.versions import versions
from protobuild.model.saying import spoken


@click.command(
    "propose",
    short_help="Issue the draft as the paper that goes to a meeting.",
    epilog=examples('protobuild propose "Council, November"'),
)
@click.argument("name")
@click.option("--on", "day", help="The day of the paper; today when left out.")
@pass_session
def command(session: Session, name: str, day: str | None) -> int:
    """Issue the draft as a paper: its changes keep their numbers, and its text is kept as it was shown.

    Nothing may stand in the way: no error, no known gap, no change without a reason. The status
    becomes `proposed`. What a meeting then decides is decided about these words.
    """
    home = find_home(session.folder)
    on = day_of_issue(name, day)
    perform(home, lambda: plan_proposal(home, name, on), f"on {spoken(on)}", tell=session.warn)
    session.say(f"“{' '.join(name.split())}” is issued; the status is now `proposed`.")
    maker = "redline" if versions(home) else "build"
    session.say(f"`protobuild {maker}` makes the paper. Each meeting has a record in meetings/.")
    return 0
