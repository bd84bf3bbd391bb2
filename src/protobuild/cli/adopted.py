"""Say what an adoption does or did, and publish the record of an officer's decision."""

from __future__ import annotations

import datetime as dt

import click

from protobuild.cli.outputs import Work, publish
from protobuild.cli.session import Session
from protobuild.life.adopting.acting import Act, Happened, unfinished
from protobuild.life.home import Home
from protobuild.life.theme.folder import read_theme
from protobuild.model.outline import Outline
from protobuild.model.saying import counted, spoken


def dry_run(session: Session, home: Home, act: Act) -> None:
    """Print what would be done."""
    if left := unfinished(home):
        session.warn(f"{left} was begun and cut off. It would be put right first.")
    click.echo(f"Nothing is done. This would be {act.what}:")
    for path, data in act.files.items():
        there = (home.root / path).exists()
        done = "removed" if data is None else "changed" if there else "written"
        click.echo(f"  {done}  {path}")
    if act.name:
        click.echo(f"In git, where it is there, the state would be called {act.name}.")


def tell(session: Session, home: Home, happened: Happened) -> None:
    """Say what was done."""
    act = happened.act
    written = sum(data is not None for data in act.files.values())
    session.say(f"Done: {act.what}. {counted(written, 'file')} written.")
    folder = next((path.rpartition("/")[0] for path in act.files if path.endswith("/record.yaml")), "")
    if folder:
        session.say(f"The version is kept in {session.shown(home.root / folder)}")
    if happened.commit:
        session.say(f"In git the state is called {act.name} ({happened.commit[:10]}).")


def publish_record(session: Session, home: Home, record: Outline, on: dt.date) -> int:
    """Make the record of an officer's decision as a page and a PDF, and return the exit code."""
    work = Work(
        given=record,
        title=record.title,
        stem=f"decision-{on.isoformat()}",
        name=f"Record of the officer decision of {spoken(on)}",
        about="For publication, and for the next meeting of the Council to note.",
        theme=read_theme(home),
    )
    return publish(session, work, (), home.output)
