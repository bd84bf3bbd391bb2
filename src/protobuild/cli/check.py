"""Say what to put right in the protocol, all of it at once."""

from __future__ import annotations

import click

from protobuild.cli.options import examples
from protobuild.cli.report import FORMATS, as_text
from protobuild.cli.session import Session, coloured, pass_session
from protobuild.life.checking import all_findings
from protobuild.life.home import find_home
from protobuild.life.opening import Opened, open_draft
from protobuild.model.outline import Kind, walk
from protobuild.model.saying import counted
from protobuild.model.source import Finding, Severity


@click.command(
    "check",
    short_help="Say what to put right in the protocol.",
    epilog=examples("protobuild check", "protobuild -C imported check --strict"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    help="`text` for people, `json` for programs, `github` for remarks beside the lines of a change.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@pass_session
def command(session: Session, form: str, strict: bool) -> int:
    """Say what to put right in the protocol: all faults in all files, each with place, reason and remedy.

    Leaves with 0 when nothing stands in the way, and with 1 when there are errors.
    """
    home = find_home(session.folder)
    opened = open_draft(home)
    findings = all_findings(home, opened)
    if findings or form != "text":
        click.echo(as_text(findings, colour=coloured()) if form == "text" else FORMATS[form](findings))
    if form == "text" and not session.quiet:
        click.echo(_summary(opened, findings))
    return _code(findings, strict)


def _summary(opened: Opened, findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if errors or warnings:
        return f"{counted(errors, 'error')} and {counted(warnings, 'warning')} to put right."
    if opened.outline is None:
        return ""
    sections = sum(1 for _ in walk(opened.outline, Kind.SECTION))
    paragraphs = sum(1 for _ in walk(opened.outline, Kind.PARAGRAPH))
    return f"{counted(sections, 'section')}, {counted(paragraphs, 'paragraph')}: nothing to put right."


def _code(findings: tuple[Finding, ...], strict: bool) -> int:
    severities = {finding.severity for finding in findings}
    failed = Severity.ERROR in severities or (strict and Severity.WARNING in severities)
    return int(failed)
