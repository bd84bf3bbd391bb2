"""Record that a version, or some of it, was suspended for a while."""

from __future__ import annotations

import click

from protobuild.cli.ceasing import ceasing_options, record
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session


@click.command(
    "suspend",
    short_help="Record that the text, or some of it, was suspended.",
    epilog=examples(
        'protobuild suspend --body "Full Council" --minute 12 --from 2026-08-01 --until 2026-08-31',
        'protobuild suspend --body "Full Council" --minute 12 --from 2026-08-01 --para 5.2',
    ),
)
@ceasing_options
@click.option("--until", default="", metavar="DAY", help="The last day; until further notice when left out.")
@pass_session
def command(session: Session, /, **given: object) -> int:
    """Record that the text in force, or some of it, does not count for a while, as a meeting decided.

    The decision is kept beside the version, in afterwards.yaml, to which entries are only added. `asof`,
    `log`, `status` and every copy that is asked for say it from then on.
    """
    return record(session, "suspended", given)
