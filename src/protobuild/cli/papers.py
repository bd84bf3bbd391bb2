"""The papers a redline is numbered by: keep the numbers of one that is issued, say whose are used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import click

from protobuild.cli.days import today
from protobuild.cli.session import Session
from protobuild.life.days import named_day
from protobuild.life.home import Home
from protobuild.life.issued import FOLDER, Kept, issue, paper_file, read_papers
from protobuild.life.meaning import meaning
from protobuild.life.notes import NEXT
from protobuild.model.outline import accept
from protobuild.model.redlined import Paper, Redlined
from protobuild.model.saying import listed, spoken
from protobuild.model.source import UsageError
from protobuild.publish.files import write_files
from protobuild.store.tree import Folder

F = TypeVar("F", bound=Callable[..., object])


def issue_options(verb: F) -> F:
    """Add `--issue` and `--on`, which keep the numbers of the changes for good."""
    verb = click.option("--on", "day", help="With --issue: the day of the paper; today when left out.")(verb)
    return click.option(
        "--issue", "paper", metavar="NAME", help="Issue a paper of that name: its C-numbers stay for good."
    )(verb)


def day_of_issue(paper: str | None, day: str | None) -> dt.date:
    """Return the day a paper is issued; raise UsageError for what is no day, or a day without a paper."""
    if day is None:
        return today()
    if paper is None:
        raise UsageError(
            "--on is the day of a paper that is issued.", fix="Add --issue and the paper's name."
        )
    return named_day(day)


def papers_of(home: Home, ref: str, *, draft: bool) -> Kept:
    """Return the papers issued; those that number the redline of the draft with the text of that mark."""
    kept = read_papers(home, ref)
    return kept if draft else Kept((), (*kept.papers, *kept.others), kept.last)


def announce(session: Session, kept: Kept, *, draft: bool) -> None:
    """Say whose numbers the changes have."""
    if kept.papers:
        session.say(f"Changes have the numbers issued in {_named(kept.papers)}.")
    elif kept.others and draft:
        session.say(f"The numbers issued in {_named(kept.others)} are not used: the old text is another.")
    elif kept.others:
        session.say("Numbers issued in papers are not used: they are for the draft.")


def frozen(session: Session, home: Home, name: str, on: dt.date, redlined: Redlined, kept: Kept) -> Paper:
    """Return the paper issued, having written the file that keeps it; raise UsageError where it cannot be."""
    paper = issue(name, on, redlined, kept)
    if paper in kept.papers:
        session.say(f"“{paper.name}” was issued on {spoken(paper.on)}, and nothing has changed since.")
        return paper
    folder = home.changelog / NEXT / FOLDER
    text = meaning(accept(redlined.outline))
    path = write_files(folder, paper_file(paper, kept, text, Folder(home.protocol)))[0]
    session.say(f"“{paper.name}” is issued. Its numbers stay for good, in {session.shown(path)}")
    return paper


def _named(papers: tuple[Paper, ...]) -> str:
    return listed([f"“{paper.name}” ({spoken(paper.on)})" for paper in papers])
