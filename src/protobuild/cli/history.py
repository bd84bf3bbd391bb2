"""Tell the story of one provision, version by version."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.answers import Answer, form_options, give, on_option
from protobuild.cli.days import asked_day
from protobuild.cli.options import examples
from protobuild.cli.session import Session, coloured, pass_session
from protobuild.life.home import find_home
from protobuild.life.looking_back.drafts import all_drafts, with_drafts
from protobuild.life.looking_back.history import history_of
from protobuild.life.looking_back.past import past_of
from protobuild.life.opening import open_leniently
from protobuild.model.source import UsageError
from protobuild.render.looking_back.data import history_data
from protobuild.render.looking_back.page import history_page
from protobuild.render.looking_back.text import history_text


@click.command(
    "history",
    short_help="Tell what each version did to one paragraph.",
    epilog=examples(
        "protobuild history 5.2",
        'protobuild history 5.2 --at "1 June 2026"',
        "protobuild history report-pressure --drafts",
        "protobuild history --drafts",
    ),
)
@click.argument("wanted", nargs=-1, metavar="NUMBER or ID")
@click.option("--at", "day", help="The day whose number is given; today's number when left out.")
@click.option("--drafts", is_flag=True, help="Also tell of the drafts that git kept between adoptions.")
@click.option("--colour/--no-colour", default=None, help="In colour on a terminal when left out.")
@on_option
@form_options
@pass_session
def command(
    session: Session,
    wanted: tuple[str, ...],
    day: str | None,
    drafts: bool,
    colour: bool | None,
    today: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Tell what each adopted version did to a section, paragraph or item, and why: the latest first.

    A number is today's, or that of the day after --at. An id never changes.
    """
    if not wanted and not drafts:
        raise UsageError("No paragraph was named.", fix="For example: protobuild history 5.2")
    home = find_home(session.folder)
    when = asked_day(day or today)
    if wanted:
        told = history_of(past_of(home), " ".join(wanted), when)
        told = with_drafts(home, told) if drafts else told
    else:
        draft = open_leniently(home)[1]
        told = all_drafts(home, draft.title, draft.cover.council, when)
    for doubt in dict.fromkeys(step.act.doubt for step in told.steps):
        session.warn(doubt)
    dressed = coloured(colour) and out is None
    answer = Answer(
        lambda: history_text(told, colour=dressed),
        lambda theme: history_page(told, theme),
        lambda: history_data(told),
    )
    give(session, home, answer, form, out, colour=dressed)
    return 0
