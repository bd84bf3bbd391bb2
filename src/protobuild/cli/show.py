"""Print the numbered text in the terminal, one paragraph of it, or what it provides."""

from __future__ import annotations

import click

from protobuild.cli.options import at_option, examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.asking import Provided, part, provided
from protobuild.life.home import Home, find_home
from protobuild.life.opening import open_leniently
from protobuild.life.sides import text_at
from protobuild.model.outline import Outline
from protobuild.render.text import write_text

STATES = {
    "said": "",
    "gap": "known gap",
    "waived": "left out on purpose",
    "missing": "MISSING",
    "optional": "not said, and not required",
}
"""What the list of provisions says of each, beside where it is said."""


@click.command(
    "show",
    short_help="Print the numbered text, or one paragraph of it.",
    epilog=examples(
        "protobuild show",
        "protobuild show 5.2",
        "protobuild show 5.2 --at 2026-05-14",
        'protobuild show 5.2 --at "1 June 2026"',
        "protobuild show --provisions",
    ),
)
@click.argument("wanted", nargs=-1, metavar="[NUMBER or ID]")
@at_option
@click.option("--provisions", is_flag=True, help="List what a protocol should say, and where.")
@pass_session
def command(session: Session, wanted: tuple[str, ...], version: str | None, provisions: bool) -> int:
    """Print the numbered text, or one section, paragraph or item of it by number or id."""
    home = find_home(session.folder)
    if provisions:
        _list_provisions(home)
        return 0
    outline = _text(session, home, version)
    shown = part(outline, " ".join(wanted)) if wanted else outline
    click.echo(write_text(shown).rstrip("\n"))
    return 0


def _text(session: Session, home: Home, version: str | None) -> Outline:
    if version is None:
        return open_leniently(home)[1]
    text = text_at(version, home)
    session.remark(text.remark)
    session.warn(text.outline.sides[0].doubt)
    return text.outline


def _list_provisions(home: Home) -> None:
    protocol, outline = open_leniently(home)
    rows = list(provided(protocol, outline))
    kind = ""
    for row in rows:
        if row.provision.kind != kind:
            kind = row.provision.kind
            click.echo(f"\n{kind}" if row is not rows[0] else kind)
        click.echo(_line(row))


def _line(row: Provided) -> str:
    where = ", ".join(row.numbers) or STATES[row.state]
    return f"  {row.provision.slug}: {where}\n      {row.provision.says}"
