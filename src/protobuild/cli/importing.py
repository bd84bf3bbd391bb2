"""Turn a council's own text into a protocol, with a report of how it was read."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.importing import import_text, in_the_way
from protobuild.life.sides import insist_on_text
from protobuild.model.saying import counted
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files


@click.command(
    "import",
    short_help="Turn a text into a protocol, losing no word.",
    epilog=examples(
        "protobuild import protocol.md --into protocol",
        "protobuild import proposed.txt --into proposed --onto protocol",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@click.option(
    "--onto",
    type=click.Path(path_type=Path),
    help="The folder of an earlier protocol; paragraphs that are plainly the same keep its ids.",
)
@click.option("--force", is_flag=True, help="Write over a protocol that is there already.")
@pass_session
def command(session: Session, file: Path, into: Path, onto: Path | None, force: bool) -> int:
    """Turn a .md or .txt file into a protocol's files, losing no word and adding none.

    The report says what was kept, what was repaired, and what a person should look at.
    """
    source, target = session.at(file), session.at(into)
    if not source.is_file():
        raise UsageError(f"There is no file '{file}'.", fix="Check the spelling of its name.")
    insist_on_text(source)
    made = import_text(source, session.at(onto) if onto else None)
    there = in_the_way(target, made.files)
    if there and not force:
        raise UsageError(
            f"'{into}' holds a protocol already ({', '.join(there[:3])}{' ...' if there[3:] else ''}).",
            fix="Name another folder, or add --force to write over it.",
        )
    write_files(target, made.files)
    if not session.quiet:
        click.echo(made.report.rstrip("\n"))
        click.echo(f"\n{counted(len(made.files), 'file')} written to {session.shown(target)}/.")
    return 0
