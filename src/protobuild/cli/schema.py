"""Write the JSON Schemas: of the files officers type, and of the data made for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.schemas import schemas
from protobuild.model.saying import counted
from protobuild.publish.files import write_files
from protobuild.render.json import redline_schema
from protobuild.render.looking_back.schema import looking_back_schema

DATA = {"redline.schema.json": redline_schema, "looking-back.schema.json": looking_back_schema}
"""The schemas of what is made for other programs."""


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
    """Write the schemas that let an editor complete and explain keys while you type.

    Two more are for other programs: redline.schema.json describes what `redline --to json` writes, and
    looking-back.schema.json what `asof`, `history`, `log`, `blame` and `status` do with --format json.
    """
    texts = schemas() | {name: made() for name, made in DATA.items()}
    files = {name: text.encode() for name, text in texts.items()}
    write_files(session.at(out), files)
    session.say(f"{counted(len(files), 'schema')} written to {session.shown(session.at(out))}/.")
    return 0
