"""Say what the text said on a day, and who had decided it."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.answers import Answer, form_options, give, on_option
from protobuild.cli.days import asked_day
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.looking_back.asof import Asked, text_as_of
from protobuild.model.source import UsageError
from protobuild.render.looking_back.data import asof_data
from protobuild.render.looking_back.page import asof_page
from protobuild.render.looking_back.text import asof_text


@click.command(
    "asof",
    short_help="Say what the text said on a day, and who decided it.",
    epilog=examples(
        'protobuild asof "1 June 2026" --para 5.2',
        "protobuild asof 2026-06-01",
        "protobuild asof 2026-06-01 --id report-pressure --format html --out answer.html",
    ),
)
@click.argument("day", nargs=-1, required=True, metavar="DAY")
@click.option("--para", "number", default="", help="A section, paragraph or item, by its number on that day.")
@click.option("--id", "name", default="", help="The same by its lasting name.")
@on_option
@form_options
@pass_session
def command(
    session: Session,
    day: tuple[str, ...],
    number: str,
    name: str,
    today: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Say what the text in force on a day said: its words, numbers, version, minute and last change.

    The day counts from which a version was in force, not the day it was adopted or written.
    """
    if number and name:
        raise UsageError("A provision is named by its number or by its id.", fix="Leave out --para or --id.")
    home = find_home(session.folder)
    told = text_as_of(home, asked_day(" ".join(day)), Asked(number, name), asked_day(today))
    session.warn(told.act.doubt)
    answer = Answer(lambda: asof_text(told), lambda theme: asof_page(told, theme), lambda: asof_data(told))
    give(session, home, answer, form, out)
    return 0
