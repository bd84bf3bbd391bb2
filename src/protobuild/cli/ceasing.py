"""Options and steps that `suspend` and `withdraw` share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from protobuild.cli.adopt import day_of, now
from protobuild.cli.adopted import dry_run
from protobuild.cli.program import FINE
from protobuild.cli.session import Session
from protobuild.life.adopting.acting import Act, perform
from protobuild.life.adopting.ceasing import AskedCeasing, Ceasing, What, plan_ceasing
from protobuild.life.home import find_home
from protobuild.model.saying import spoken

F = TypeVar("F", bound=Callable[..., object])

_OPTIONS = (
    click.option("--body", required=True, help="Which body decided, such as `Full Council`."),
    click.option(
        "--from", "since", default="", metavar="DAY", help="The first day on which it counts no more."
    ),
    click.option("--minute", default="", help="The minute's number."),
    click.option(
        "--para", "provisions", multiple=True, metavar="NUMBER", help="A paragraph alone, by number or id."
    ),
    click.option("--reason", default="", help="Why, as the minutes have it."),
    click.option(
        "--adopted", default="", metavar="DAY", help="Of the version adopted then; else that in force."
    ),
    click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing."),
)


def ceasing_options(verb: F) -> F:
    """Add what is said of such a decision."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


def record(session: Session, what: What, given: Mapping[str, Any]) -> int:
    """Record the decision beside the version, or only say what would be done."""
    home = find_home(session.folder)
    asked = AskedCeasing(
        what=what,
        since=day_of(given["since"], "--from"),
        by=given["body"],
        minute=given["minute"],
        until=day_of(given["until"], "--until") if given.get("until") else None,
        adopted=day_of(given["adopted"], "--adopted") if given["adopted"] else None,
        provisions=given["provisions"],
        reason=given["reason"],
    )
    planned: list[Ceasing] = []

    def plan() -> Act:
        planned.append(plan_ceasing(home, asked))
        return planned[-1].act

    if given["dry_run"]:
        dry_run(session, home, plan())
    else:
        at = now()
        since = f"{spoken(at.date())} at {at:%H:%M}"
        perform(home, plan, since, history=False, tell=session.warn)
        (path,) = planned[-1].act.files
        session.say(f"Recorded in {session.shown(home.root / path)}")
    click.echo(planned[-1].says)
    return FINE
