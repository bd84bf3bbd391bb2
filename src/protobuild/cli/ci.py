"""Say what a change does to the protocol, where GitHub, GitLab or a person asks; the workflows call this."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from protobuild.cli.days import today
from protobuild.cli.options import examples
from protobuild.cli.program import FAULTS, FINE
from protobuild.cli.report import as_github
from protobuild.cli.session import Session, pass_session
from protobuild.life.baseline import read_baseline, sift
from protobuild.life.checking import all_findings
from protobuild.life.home import Home, find_home
from protobuild.life.opening import open_draft
from protobuild.model.saying import counted
from protobuild.model.source import Finding, UsageError, errors_of
from protobuild.publish.ci.comment import MARK, Told, write_comment
from protobuild.publish.ci.compared import Base, adopted_since, compare, find_base
from protobuild.publish.ci.made import make_redlines, make_website
from protobuild.publish.ci.quality import as_quality
from protobuild.publish.ci.run import Run, read_run
from protobuild.publish.files import write_files
from protobuild.store.git import find_repository

SITE = "site"


@click.command(
    "ci",
    short_help="Say what a change does, for GitHub and GitLab.",
    epilog=examples("protobuild ci --out protocol-ci", "protobuild ci --base main"),
)
@click.option("--base", metavar="TEXT", help="What to compare with; GitHub and GitLab say so themselves.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("protocol-ci"),
    help="Where to put what is made; protocol-ci/ when left out.",
)
@pass_session
def command(session: Session, base: str | None, out: Path) -> int:
    """Say what a change does to the protocol: a comment, the redline as page and PDF, what to put right.

    On the main branch, where a version was adopted, the pages of the website are made too.
    Leaves with 1 when there are errors; everything is written all the same.
    """
    run = read_run(os.environ, base)
    token = _deafen(run)
    findings, code = _look(session, find_home(session.folder), run, session.at(out))
    if token:
        click.echo("\n".join(filter(None, (f"::{token}::", as_github(findings)))))
    return code


def _deafen(run: Run) -> str:
    """Keep GitHub from obeying anything in what is printed, until the word that is returned is said.

    Where we stop half-way the word is not said, so that nothing in the last message is obeyed either.
    """
    if run.platform != "github":
        return ""
    token = secrets.token_hex(16)
    click.echo(f"::stop-commands::{token}")
    return token


def _look(session: Session, home: Home, run: Run, folder: Path) -> tuple[tuple[Finding, ...], int]:
    """Make and write everything; return the findings and the exit code."""
    base = _base(session, home, run)
    opened = open_draft(home)
    found = sift(all_findings(home, opened), read_baseline(home)).told
    findings = _seen_from_the_top(found, home)
    compared = compare(home, opened, base)
    adopted = adopted_since(home, base)
    redlines = make_redlines(home, compared.redlined)
    website = make_website(home, folder / SITE, today()) if adopted and run.on_main else None
    told = Told(compared, findings, adopted, tuple(redlines.files), website.says if website else "")
    comment = write_comment(told, run)
    write_files(folder, redlines.files | _files(comment, findings))
    for warning in redlines.warnings:
        session.warn(warning)
    _summarise(run, comment)
    errors = len(errors_of(findings))
    session.say(f"{counted(errors, 'error')} to put right. Everything made is in {session.shown(folder)}/.")
    return findings, FAULTS if errors or (website and not website.made) else FINE


def _base(session: Session, home: Home, run: Run) -> Base | None:
    """Return where the change began; where the past of a whole branch is gone, that is only remarked."""
    try:
        return find_base(home, run.base)
    except UsageError as error:
        if not run.on_main:
            raise
        session.warn(f"{error.message} The text is compared with the version adopted last.")
        return None


def _seen_from_the_top(findings: Sequence[Finding], home: Home) -> tuple[Finding, ...]:
    """Return findings whose files are named as the platform names them: from the topmost folder kept."""
    repository = find_repository(home.root)
    above = repository.inside(home.root) if repository else ""
    if not above:
        return tuple(findings)
    return tuple(
        replace(each, place=replace(each.place, file=f"{above}/{each.place.file}")) for each in findings
    )


def _files(comment: str, findings: Sequence[Finding]) -> dict[str, bytes]:
    return {
        "comment.md": f"{MARK}\n{comment}".encode(),
        "code-quality.json": as_quality(findings).encode(),
    }


def _summarise(run: Run, comment: str) -> None:
    """Add the comment to the page of the run, where the platform has one."""
    if run.summary is not None:
        with run.summary.open("a", encoding="utf-8") as file:
            file.write(comment)
