"""Say how the protocol stands today, and put its next review into a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from protobuild.cli.answers import Answer, form_options, give, on_option
from protobuild.cli.days import asked_day
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import Home, find_home
from protobuild.life.situation import review_event, situation
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.render.calendar import write_calendar
from protobuild.render.looking_back.situation import situation_data, situation_page, situation_text


@click.command(
    "status",
    short_help="Say what is in force, what is proposed and what is due.",
    epilog=examples(
        "protobuild status", "protobuild status --on 2027-06-01", "protobuild status --ics review.ics"
    ),
)
@on_option
@click.option(
    "--ics",
    "calendar",
    type=click.Path(path_type=Path),
    help="Write the next review to this file, for a calendar, and nothing else.",
)
@form_options
@pass_session
def command(session: Session, today: str | None, calendar: Path | None, form: str, out: Path | None) -> int:
    """Say what is in force, what is proposed, what differs, what to put right and when the review is due."""
    home = find_home(session.folder)
    day = asked_day(today)
    if calendar is not None:
        _write_calendar(session, home, day, session.at(calendar))
        return 0
    told = situation(home, day)
    answer = Answer(
        lambda: situation_text(told), lambda theme: situation_page(told, theme), lambda: situation_data(told)
    )
    give(session, home, answer, form, out)
    return 0


def _write_calendar(session: Session, home: Home, day: dt.date, path: Path) -> None:
    event = review_event(home, day)
    if event is None:
        raise UsageError(
            "protocol.yaml does not say when the next review is due.",
            fix="Write it there as a day or a month, such as 'review: {next: 2027-05}'.",
        )
    write_files(path.parent, {path.name: write_calendar(event, day)})
    session.say(f"  {session.shown(path)}  (open it to put the review into a calendar)")
