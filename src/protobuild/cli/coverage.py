"""What `check --coverage` does: say where a protocol says each provision, and on whose authority."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.session import Session
from protobuild.life.home import Home
from protobuild.life.opening import open_leniently
from protobuild.model.coverage import coverage
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.render.coverage import COVERAGE, summary

MARKED = "\ufeff"
"""What tells a spreadsheet that a file of CSV is written in UTF-8."""


def show_coverage(session: Session, home: Home, form: str, out: Path | None, *, strict: bool) -> int:
    """Print the coverage, or write it to a file; return 1 where something required is not said.

    Strictly, a known gap counts as well. Raises UsageError for a form that coverage does not have.
    """
    if form not in COVERAGE:
        raise UsageError(
            f"--coverage has no form '{form}'.", fix=f"Write --format and one of {', '.join(COVERAGE)}."
        )
    protocol, outline = open_leniently(home)
    rows = coverage(protocol, outline)
    said = COVERAGE[form](outline, rows)
    if out is None:
        click.echo(said, nl=False)
    else:
        write_text(session, out, said, marked=form == "csv")
        session.say(summary(rows))
    return int(any(row.owed or (strict and row.state == "gap") for row in rows))


def write_text(session: Session, out: Path, words: str, *, marked: bool = False) -> None:
    """Write words to a file and say so; with a mark at their head where a program needs telling."""
    path = session.at(out)
    write_files(path.parent, {path.name: ((MARKED if marked else "") + words).encode()})
    session.say(f"{session.shown(path)} was written.")
