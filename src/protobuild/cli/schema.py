"""Write the JSON Schemas that let an editor help while an officer types."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.model.saying import counted
from protobuild.publish.files import write_files
from protobuild.store.schema import schemas


@click.command(
    "schema",
    short_help="Write the schemas that let an editor help while you type.",
    epilog=examples("protobuild schema", "protobuild schema --out .vscode/schema"),
)
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("schema"), help="The folder to write to."
)
@pass_session
def command(session: Session, out: Path) -> int:
    """Write the schemas that let an editor complete and explain keys while you type."""
    files = {name: text.encode() for name, text in schemas().items()}
    write_files(session.at(out), files)
    session.say(f"{counted(len(files), 'schema')} written to {session.shown(session.at(out))}/.")
    return 0
