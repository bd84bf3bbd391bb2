"""Print the numbered text in the terminal, one paragraph of it, or what it provides."""

from __future__ import annotations

import click

from protobuild.cli.options import at_option, examples
from protobuild.cli.session import Session, pass_session
from protobuild.life.asking import part
from protobuild.life.home import Home, find_home
from protobuild.life.opening import open_leniently
from protobuild.life.sides import text_at
from protobuild.model.coverage import by_kind, coverage
from protobuild.model.kinds import KINDS
from protobuild.model.outline import Outline
from protobuild.model.source import UsageError
from protobuild.model.spelling import nearest
from protobuild.render.text import write_text


@click.command(
    "show",
    short_help="Print the numbered text, or one paragraph of it.",
    epilog=examples(
        "protobuild show",
        "protobuild show 5.2",
        "protobuild show 5.2 --at 2026-05-14",
        'protobuild show 5.2 --at "1 June 2026"',
        "protobuild show --provisions",
        "protobuild show --kind expectations",
    ),
)
@click.argument("wanted", nargs=-1, metavar="[NUMBER or ID]")
@at_option
@click.option("--provisions", is_flag=True, help="List what a protocol should say, and where.")
@click.option("--kind", metavar="KIND", help="Say what a kind of section is about, with an example of one.")
@pass_session
def command(
    session: Session, wanted: tuple[str, ...], version: str | None, provisions: bool, kind: str | None
) -> int:
    """Print the numbered text, or one section, paragraph or item of it by number or id."""
    if kind is not None:
        click.echo(_kind(kind), nl=False)
        return 0
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
    from protobuild.render.coverage import standing

    protocol, outline = open_leniently(home)
    for number, (kind, rows) in enumerate(by_kind(coverage(protocol, outline))):
        click.echo(f"\n{kind}" if number else kind)
        for row in rows:
            where = ", ".join(row.where.numbers) if row.state == "said" else standing(row)
            click.echo(f"  {row.provision.slug}: {where}\n      {row.provision.says}")


def _kind(name: str) -> str:
    """Return what a kind of section is about, and an example of one."""
    if name not in KINDS:
        near = nearest(name, KINDS)
        raise UsageError(
            f"There is no kind of section '{name}'.",
            fix=f"Did you mean '{near}'?" if near else f"Name one of {', '.join(KINDS)}.",
        )
    kind = KINDS[name]
    return f"{kind.title}. {kind.about}\n\n{kind.example}"
