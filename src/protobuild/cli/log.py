"""List every adopted version, and how much it changed."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.answers import Answer, form_options, give
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.looking_back.log import log_of
from protobuild.render.looking_back.data import log_data
from protobuild.render.looking_back.page import log_page
from protobuild.render.looking_back.text import log_text


@click.command(
    "log",
    short_help="List every adopted version, and how much it changed.",
    epilog=examples("protobuild log", "protobuild log --format json"),
)
@form_options
@pass_session
def command(session: Session, form: str, out: Path | None) -> int:
    """List every adopted version, the latest first: who decided, from when it counts, what it changed."""
    home = find_home(session.folder)
    told = log_of(home)
    answer = Answer(lambda: log_text(told), lambda theme: log_page(told, theme), lambda: log_data(told))
    give(session, home, answer, form, out)
    return 0
