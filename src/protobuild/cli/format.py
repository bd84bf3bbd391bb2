"""Lay the protocol's YAML files out in one way, so that a change shows words only."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import Home, find_home
from protobuild.model.saying import counted
from protobuild.publish.files import write_files
from protobuild.store.format import format_text
from protobuild.store.tree import file_bytes


@click.command(
    "format",
    short_help="Lay the YAML files out in one way, words untouched.",
    epilog=examples("protobuild format", "protobuild format --check"),
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; leave with 1 if a file would change."
)
@pass_session
def command(session: Session, only_check: bool) -> int:
    """Lay the protocol's YAML files out in one way: one sentence a line, comments kept, words untouched."""
    home = find_home(session.folder)
    changed = _changed(home, sorted(home.protocol.glob("*.yaml")))
    if only_check:
        for path in changed:
            click.echo(f"{session.shown(path)} would be laid out anew.")
        return int(bool(changed))
    write_files(home.protocol, {path.name: data for path, data in changed.items()})
    session.say(f"{counted(len(changed), 'file')} laid out anew.")
    return 0


def _changed(home: Home, paths: list[Path]) -> dict[Path, bytes]:
    """Return the files whose layout would change, with their new bytes."""
    out: dict[Path, bytes] = {}
    for path in paths:
        name = home.shown(path.name)
        before = file_bytes(path, name)
        after = format_text(before, name).encode()
        if after != before:
            out[path] = after
    return out
