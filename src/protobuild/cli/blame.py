"""Say of every paragraph which version last changed it."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.answers import Answer, form_options, give
from protobuild.cli.days import asked_day
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.looking_back.amended import blame
from protobuild.life.looking_back.asof import version_on
from protobuild.life.looking_back.past import past_of
from protobuild.render.looking_back.data import blame_data
from protobuild.render.looking_back.page import blame_page
from protobuild.render.looking_back.text import blame_text


@click.command(
    "blame",
    short_help="Say of every paragraph which version last changed it.",
    epilog=examples("protobuild blame", 'protobuild blame --at "1 June 2026"'),
)
@click.option("--at", "day", help="The day whose text is meant; today's when left out.")
@form_options
@pass_session
def command(session: Session, day: str | None, form: str, out: Path | None) -> int:
    """Say of every paragraph of the text in force which version last changed its words, and how."""
    home = find_home(session.folder)
    past = past_of(home)
    told = blame(past, version_on(past, asked_day(day)))
    session.warn(told.act.doubt)
    answer = Answer(lambda: blame_text(told), lambda theme: blame_page(told, theme), lambda: blame_data(told))
    give(session, home, answer, form, out)
    return 0
