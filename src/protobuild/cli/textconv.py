"""Print a section's file as words; git asks for this, so that its differences show words."""

from __future__ import annotations

import click

from protobuild.cli.options import examples
from protobuild.cli.program import FAULTS, FINE
from protobuild.life.worded import worded
from protobuild.store.tree import LARGEST


@click.command(
    "textconv",
    short_help="Print a section's file as words, for `git diff`.",
    epilog=examples(
        "protobuild textconv protocol/roles.yaml",
        "git config diff.protobuild.textconv 'protobuild textconv'",
        "git diff --no-textconv",
    ),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("file", type=click.UNPROCESSED)
def command(file: str) -> int:
    """Print a section's file as words, a sentence a line. Nothing is written, and nothing is run.

    Whatever the file is called, it is only read: git gives any name that a repository has.
    """
    try:
        with open(file, "rb") as held:  # noqa: PTH123 - the name is git's, and no path of ours
            data = held.read(LARGEST + 1)
    except (OSError, ValueError):
        click.echo("error: the file could not be read.", err=True)
        return FAULTS
    click.echo(worded(data), nl=False)
    return FINE
