"""List what the text holds: duties, terms, roles, documents and time limits."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.coverage import MARKED
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.life.opening import open_leniently
from protobuild.life.registers import REGISTERS, registers
from protobuild.life.theme.folder import read_theme
from protobuild.model.register import Register
from protobuild.model.saying import counted
from protobuild.publish.files import write_files
from protobuild.render.registers import register_csv, registers_page, registers_text

PAGE = "registers.html"


@click.command(
    "registers",
    short_help="List duties, terms, roles, documents and time limits.",
    epilog=examples(
        "protobuild registers",
        "protobuild registers duties",
        "protobuild registers --both-sides",
        "protobuild registers --out build/registers",
    ),
)
@click.argument("names", nargs=-1, type=click.Choice(tuple(REGISTERS)), metavar="[NAME]...")
@click.option("--both-sides", is_flag=True, help="What members and officers owe each other, side by side.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A folder for one page, and a file of CSV for each register.",
)
@pass_session
def command(session: Session, names: tuple[str, ...], both_sides: bool, out: Path | None) -> int:
    """List what the draft holds: who must, should or may do what; terms; roles; documents; time limits.

    Each NAME is one of duties, both-sides, terms, roles, documents and response-times; all when left out.
    """
    wanted = (*names, "both-sides") if both_sides else names
    home = find_home(session.folder)
    protocol, outline = open_leniently(home)
    made = registers(protocol, outline, tuple(dict.fromkeys(wanted)))
    if out is None:
        click.echo(registers_text(made), nl=False)
        return 0
    files = _files(made, registers_page(outline, made, theme=read_theme(home)))
    write_files(session.at(out), files)
    session.say(f"{counted(len(files), 'file')} written to {session.shown(session.at(out))}/.")
    return 0


def _files(made: list[Register], page: str) -> dict[str, bytes]:
    tables = {f"{each.name}.csv": (MARKED + register_csv(each)).encode() for each in made}
    return {PAGE: page.encode(), **tables}
