"""Say whether a saved copy is authentic, or what differs."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import examples
from protobuild.cli.program import FAULTS, FINE
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.verify import verify


@click.command(
    "verify",
    short_help="Say whether a saved copy is authentic, or what differs.",
    epilog=examples(
        "protobuild verify protocol.pdf",
        "protobuild verify changelog/2026-05-14-council",
        "protobuild verify site",
        "protobuild verify",
    ),
)
@click.argument("target", default=".", metavar="[FILE, SITE or FOLDER]")
@pass_session
def command(session: Session, target: str) -> int:
    """Compare a saved page or PDF, a site, or the folder of an adopted version with what is on record.

    Without a name, every adopted version. Leaves with 0 when all is authentic, else with 1.
    """
    verdict = verify(find_home(session.folder), session.at(Path(target)))
    click.echo("Authentic." if verdict.authentic else "NOT authentic.")
    for said in verdict.said:
        click.echo(f"  {said}")
    for said in verdict.differs:
        click.echo(f"  differs: {said}")
    return FINE if verdict.authentic else FAULTS
