"""Record that a version, or some of it, was withdrawn for good."""

from __future__ import annotations

import click

from protobuild.cli.ceasing import ceasing_options, record
from protobuild.cli.options import examples
from protobuild.cli.session import Session, pass_session


@click.command(
    "withdraw",
    short_help="Record that the text, or some of it, was withdrawn.",
    epilog=examples(
        'protobuild withdraw --body "Full Council" --minute 12 --from 2026-08-01',
        'protobuild withdraw --body "Full Council" --minute 12 --from 2026-08-01 --adopted 2026-07-14',
    ),
)
@ceasing_options
@pass_session
def command(session: Session, /, **given: object) -> int:
    """Record that the text in force, or some of it, counts no more, as a meeting decided.

    A version withdrawn before it came into force never was: name it with --adopted. The decision is
    kept beside the version, in afterwards.yaml, to which entries are only added. A draft that is to
    go no further needs no command: record the meeting in meetings/ with `step: withdrawn`.
    """
    return record(session, "withdrawn", given)
