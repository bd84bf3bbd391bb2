"""Turn a council's own text into a protocol, with a report of how it was read."""

from __future__ import annotations

from collections.abc import Mapping
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
        "protobuild import protocol.docx --into protocol",
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
    """Turn a .docx, .md or .txt file into a protocol's files, losing no word and adding none.

    A Word file with tracked changes becomes two protocols, before and with them, and notes on them.

    The report says what was kept, what was repaired, and what a person should look at.
    """
    source, target = session.at(file), session.at(into)
    if not source.is_file():
        raise UsageError(f"There is no file '{file}'.", fix="Check the spelling of its name.")
    insist_on_text(source)
    made = import_text(source, session.at(onto) if onto else None)
    before = target.with_name(f"{target.name}-before")
    notes = (target.parent if target.name == "protocol" else target) / "changelog" / "next"
    written = {target: made.files, before: made.before, notes: made.notes}
    folders = {folder: files for folder, files in written.items() if files}
    if not force:
        _insist_on_room(session, folders)
    for folder, files in folders.items():
        write_files(folder, files)
    if not session.quiet:
        click.echo(made.report.rstrip("\n"))
        click.echo(f"\n{counted(len(made.files), 'file')} written to {session.shown(target)}/.")
    if made.before:
        session.say(_about_changes(session, target, before, notes, len(made.notes)))
    return 0


def _insist_on_room(session: Session, folders: Mapping[Path, dict[str, bytes]]) -> None:
    """Raise UsageError where files would be written over others."""
    for folder, files in folders.items():
        if there := in_the_way(folder, files):
            raise UsageError(
                f"'{session.shown(folder)}' holds a protocol already, or files of the same names"
                f" ({', '.join(there[:3])}{' ...' if there[3:] else ''}).",
                fix="Name another folder, or add --force to write over them.",
            )


def _about_changes(session: Session, target: Path, before: Path, notes: Path, count: int) -> str:
    """Return where both texts of a file with tracked changes are, and how to see what changed."""
    old, new = session.shown(before), session.shown(target)
    return (
        f"The file holds tracked changes. The text with them is in {new}/, the text before them in {old}/,"
        f" and {counted(count, 'note')} on them in {session.shown(notes)}/. To see them:"
        f" protobuild redline {old} {new}"
    )
