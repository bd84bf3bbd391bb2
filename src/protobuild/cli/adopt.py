"""Adopt the draft as a version that is kept, enter an old one, or record what an officer decided alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from protobuild.cli.adopted import dry_run, publish_record, tell
from protobuild.cli.options import examples
from protobuild.cli.program import FINE
from protobuild.cli.session import Session, pass_session
from protobuild.life.adopting.acting import Act, perform
from protobuild.life.adopting.adoption import plan_adoption
from protobuild.life.adopting.delegated import AskedAlone, Delegated, plan_delegated
from protobuild.life.adopting.meeting import Asked
from protobuild.life.adopting.past import AskedPast, plan_past
from protobuild.life.days import named_day
from protobuild.life.home import Home, find_home
from protobuild.model.saying import spoken
from protobuild.model.source import UsageError


@dataclass(frozen=True, slots=True)
class Given:
    """What was written after the verb."""

    body: str
    on: str
    minute: str
    in_force: str
    signed_off_by: str
    paper: str
    past: Path | None
    adopted: str
    by: str
    delegated: bool
    dry_run: bool
    no_history: bool


@click.command(
    "adopt",
    short_help="Keep the draft as the version a meeting adopted.",
    epilog=examples(
        'protobuild adopt --body "Full Council" --on 2026-11-20 --minute 23 --dry-run',
        'protobuild adopt --body "Full Council" --on 2026-11-20 --minute 23 --in-force 2026-12-01',
        'protobuild adopt --past old.md --adopted 2019-05-14 --body Council --by "Monitoring Officer"',
        "protobuild adopt --delegated --on 2026-12-01",
    ),
)
@click.option("--body", default="", help="Which body decided, such as `Full Council`.")
@click.option("--on", default="", metavar="DAY", help="The day of the decision.")
@click.option("--minute", default="", help="The minute's number, or that of the officer's decision.")
@click.option("--in-force", default="", metavar="DAY", help="From when it counts, where that is a later day.")
@click.option("--signed-off-by", default="", metavar="OFFICE", help="Who vouches that this is the text.")
@click.option("--paper", default="", metavar="NAME", help="The paper the meeting had; the last one issued.")
@click.option("--past", type=click.Path(path_type=Path), metavar="FILE", help="Enter an old version.")
@click.option("--adopted", default="", metavar="DAY", help="With --past: the day on which it was adopted.")
@click.option("--by", default="", metavar="OFFICE", help="With --past: who enters it.")
@click.option("--delegated", is_flag=True, help="Record what an officer changed alone, and prove it.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--no-history", is_flag=True, help="Write the files only, although git is there.")
@pass_session
def command(session: Session, /, **options: object) -> int:
    """Keep the draft as the version that a meeting adopted: all of it, or nothing where any part fails.

    The text must be the paper's, but for what the record of the meeting in meetings/ says was
    decided otherwise. The version is kept whole in changelog/, and in git where that is there.
    """
    given = Given(**options)  # type: ignore[arg-type]
    home, today = find_home(session.folder), now().date()
    if given.past is not None:
        return _past(session, home, given, given.past, today)
    if given.adopted or given.by:
        raise UsageError("--adopted and --by belong to an old version.", fix="Add --past and its file.")
    return _delegated(session, home, given, today) if given.delegated else _adopt(session, home, given, today)


def _adopt(session: Session, home: Home, given: Given, today: dt.date) -> int:
    if not given.body:
        raise UsageError(
            "The body that decided is missing.", fix='Add --body, such as --body "Full Council".'
        )
    asked = Asked(
        body=given.body,
        on=day_of(given.on, "--on"),
        minute=given.minute,
        in_force=day_of(given.in_force, "--in-force") if given.in_force else None,
        signed_off_by=given.signed_off_by,
        paper=given.paper,
    )
    _do(session, home, given, lambda: plan_adoption(home, asked, today))
    return FINE


def _delegated(session: Session, home: Home, given: Given, today: dt.date) -> int:
    if given.body or given.in_force or given.paper:
        raise UsageError(
            "An officer's own decision has no body, paper or later day.",
            fix="Leave them out with --delegated.",
        )
    asked = AskedAlone(day_of(given.on, "--on"), given.minute, given.signed_off_by)
    planned: list[Delegated] = []

    def plan() -> Act:
        planned.append(plan_delegated(home, asked, today))
        return planned[-1].act

    _do(session, home, given, plan)
    click.echo(planned[-1].to_note)
    return FINE if given.dry_run else publish_record(session, home, planned[-1].record, asked.on)


def _past(session: Session, home: Home, given: Given, source: Path, today: dt.date) -> int:
    if given.on or given.delegated or given.paper or given.signed_off_by:
        raise UsageError(
            "An old version has no paper here, and its day is given with --adopted.",
            fix="Leave out --on, --paper, --signed-off-by and --delegated with --past.",
        )
    asked = AskedPast(
        source=session.at(source),
        adopted=day_of(given.adopted, "--adopted"),
        by=given.by,
        body=given.body,
        minute=given.minute,
        in_force=day_of(given.in_force, "--in-force") if given.in_force else None,
    )

    def plan() -> Act:
        planned = plan_past(home, asked, today)
        session.remark(planned.report.rstrip("\n"))
        return planned.act

    _do(session, home, given, plan)
    return FINE


def _do(session: Session, home: Home, given: Given, plan: Callable[[], Act]) -> None:
    """Do what is planned, or only say it."""
    if given.dry_run:
        dry_run(session, home, plan())
    else:
        at = now()
        since = f"{spoken(at.date())} at {at:%H:%M}"
        tell(session, home, perform(home, plan, since, history=not given.no_history, tell=session.warn))


def now() -> dt.datetime:
    """Return the time of day where the reader is."""
    return dt.datetime.now().astimezone()


def day_of(written: str, option: str) -> dt.date:
    """Return the day that is given with an option; raise UsageError where it is missing or no day."""
    if not written:
        raise UsageError(f"The day is missing: {option}.", fix=f"Write it as {option} 2026-11-20.")
    return named_day(written)
