"""Make the protocol as readers see it: a page, a PDF, text or data."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.options import at_option, examples, to_and_out
from protobuild.cli.outputs import Work, publish
from protobuild.cli.session import Session, file_stem, pass_session
from protobuild.life.home import find_home
from protobuild.life.sides import text_at, working_copy
from protobuild.life.theme.folder import read_theme


@click.command(
    "build",
    short_help="Make the page and the PDF of the protocol.",
    epilog=examples(
        "protobuild build",
        "protobuild build --at 2026-05-14",
        "protobuild build --to html --to text --out website",
        "protobuild build --to docx",
    ),
)
@at_option
@to_and_out
@pass_session
def command(session: Session, version: str | None, outputs: tuple[str, ...], out: Path | None) -> int:
    """Make the protocol as a web page and a PDF, in build/. Errors stop it; nothing is half made."""
    home = find_home(session.folder)
    text = working_copy(home) if version is None else text_at(version, home)
    session.remark(text.remark)
    session.warn(text.outline.sides[0].doubt)
    side = text.outline.sides[0]
    work = Work(
        given=text.outline,
        title=text.outline.title,
        stem="protocol" if version is None else f"protocol-{file_stem(version)}",
        name=f"The protocol ({side.label[:1].lower()}{side.label[1:]})",
        about="For the website, and for anyone who asks what it says.",
        draft=side.ref if version is None else "",
        theme=read_theme(home),
    )
    return publish(session, work, outputs, session.at(out) if out else home.output)
