"""Record what a meeting did with each change, and make the text that results."""

from __future__ import annotations

from typing import cast

import click

from protobuild.cli.days import today
from protobuild.cli.options import examples
from protobuild.cli.program import FINE
from protobuild.cli.redline import command as redline_verb
from protobuild.cli.session import Session, pass_session
from protobuild.life.adopting.acting import Act, perform
from protobuild.life.days import named_day
from protobuild.life.deciding.plan import Asked, Planned, plan_decision
from protobuild.life.home import Home, find_home
from protobuild.life.meetings.record import Decided, Outcome, Step
from protobuild.model.saying import listed, spoken


@click.command(
    "decide",
    short_help="Record what a meeting decided of each change.",
    epilog=examples(
        'protobuild decide --body "Full Council" --on 2026-11-20 --minute 23',
        'protobuild decide --body "Full Council" --on 2026-11-20 --refuse C4 --defer C7',
        'protobuild decide --body "Full Council" --on 2026-11-20 --amend C6 reply-time "Officers reply ..."',
    ),
)
@click.option("--body", required=True, help="Which body met, such as `Full Council`.")
@click.option("--on", required=True, metavar="DAY", help="The day of the meeting.")
@click.option("--step", type=click.Choice(["recommended", "adopted"]), default="adopted", show_default=True)
@click.option("--minute", default="", help="The minute's number.")
@click.option("--in-force", default="", metavar="DAY", help="From when it counts, where that is a later day.")
@click.option("--paper", default="", metavar="NAME", help="The paper it had; the last one issued.")
@click.option("--refuse", "refused", multiple=True, metavar="CHANGE", help="A change that was not agreed.")
@click.option("--defer", "deferred", multiple=True, metavar="CHANGE", help="A change put off.")
@click.option(
    "--amend",
    "amended",
    multiple=True,
    nargs=3,
    metavar="CHANGE ID WORDS",
    help="A change agreed in other words: those of the clause or item with that id.",
)
@click.option("--dry-run", is_flag=True, help="Say what would result, and write nothing.")
@click.option("--no-redlines", is_flag=True, help="Make no redlines of the text that results.")
@pass_session
def command(
    session: Session,
    body: str,
    on: str,
    step: str,
    minute: str,
    in_force: str,
    paper: str,
    refused: tuple[str, ...],
    deferred: tuple[str, ...],
    amended: tuple[tuple[str, str, str], ...],
    dry_run: bool,
    no_redlines: bool,
) -> int:
    """Record what a meeting did with the changes of a paper, and make the text that results.

    What is not named was agreed. A change that is refused or deferred stands as it was adopted
    before; what a meeting agreed in other words says those. The record is a file in meetings/:
    where it is there already, with its decisions, it is what counts. The draft must be the
    paper's text, and becomes the text that results; the paper's stays with the paper.
    """
    home = find_home(session.folder)
    day = named_day(on)
    decisions = (
        *_all(refused, "refused"),
        *_all(deferred, "deferred"),
        *_amended(amended),
    )
    counts = named_day(in_force) if in_force else None
    asked = Asked(body, day, cast("Step", step), minute, paper, counts, decisions)
    planned = _done(session, home, asked, dry_run=dry_run)
    if day > today():
        session.warn(f"{spoken(day)} is still to come; nothing can be adopted before it.")
    if not (dry_run or no_redlines):
        _redlines(planned)
    return FINE


def _done(session: Session, home: Home, asked: Asked, *, dry_run: bool) -> Planned:
    """Return what was planned, once it is told and, but for a dry run, done."""
    planned: list[Planned] = []

    def plan() -> Act:
        planned.append(plan_decision(home, asked))
        return planned[-1].act

    if dry_run:
        plan()
    else:
        perform(home, plan, f"on {spoken(asked.on)}", history=False, tell=session.warn)
    _tell(session, planned[-1])
    if dry_run:
        session.say("Nothing was written.")
    return planned[-1]


def _all(names: tuple[str, ...], outcome: Outcome) -> list[Decided]:
    return [Decided(change=name, outcome=outcome) for name in names]


def _amended(given: tuple[tuple[str, str, str], ...]) -> list[Decided]:
    words: dict[str, dict[str, str]] = {}
    for name, id, said in given:
        words.setdefault(name, {})[id] = said
    return [Decided(change=name, outcome="agreed as amended", words=by_id) for name, by_id in words.items()]


def _tell(session: Session, planned: Planned) -> None:
    """Say what was decided, and what depends on what was not agreed."""
    otherwise = {each.change: each.outcome for each in planned.meeting.decisions}
    for outcome in dict.fromkeys(otherwise.values()):
        names = [name for name, each in otherwise.items() if each == outcome]
        session.say(f"{listed(names)}: {outcome}.")
    if planned.decided is None:
        session.say(f"{planned.meeting.body} agreed to the text of the paper “{planned.shown.name}”.")
        return
    alive = [change.name for change in planned.decided.before.changes if not change.withdrawn]
    agreed = [name for name in alive if name not in otherwise]
    session.say(f"Agreed as the paper has it: {listed(agreed) or 'nothing'}.")
    for sentence in planned.decided.result.depends:
        session.warn(sentence)


def _redlines(planned: Planned) -> None:
    """Make the redlines of the text that results against the version before, and against the paper."""
    context = click.get_current_context()
    version = planned.decided.version.record.adopted.isoformat() if planned.decided else ""
    for old in (version, str(planned.shown.folder)) if version else ():
        context.invoke(redline_verb, texts=(old,), outputs=())
