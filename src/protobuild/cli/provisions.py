"""Say what a protocol should say, and why: the catalogue, and what is new in it."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.coverage import write_text
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import Home, find_home
from protobuild.life.opening import open_leniently
from protobuild.model.coverage import coverage
from protobuild.model.provisions import edition
from protobuild.model.source import UsageError
from protobuild.render.coverage import news_text
from protobuild.render.provisions import provisions_page, provisions_text


@click.command(
    "provisions",
    short_help="Say what a protocol should say, and why.",
    epilog=examples(
        "protobuild provisions", "protobuild provisions --out provisions.html", "protobuild provisions --new"
    ),
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the catalogue as a page to this file.")
@click.option(
    "--new", is_flag=True, help="List what the catalogue has gained since your protocol was compared."
)
@pass_session
def command(session: Session, out: Path | None, new: bool) -> int:
    """Say what a protocol should say, why, on whose authority, and whether that was read.

    With --new, only what came after the edition that `catalogue:` in protocol.yaml names.
    """
    if new and out is not None:
        raise UsageError("--new is printed, and not written to a file.", fix="Leave out --out or --new.")
    if new:
        click.echo(_news(find_home(session.folder)), nl=False)
    elif out is None:
        click.echo(provisions_text(), nl=False)
    else:
        write_text(session, out, provisions_page())
    return 0


def _news(home: Home) -> str:
    protocol, outline = open_leniently(home)
    return news_text(coverage(protocol, outline), protocol.manifest.catalogue, edition())
