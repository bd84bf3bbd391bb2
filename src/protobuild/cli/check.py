"""Say what to put right in the protocol, all of it at once."""

from __future__ import annotations

from pathlib import Path

import click

from protobuild.cli.days import today
from protobuild.cli.explain import explain
from protobuild.cli.options import examples
from protobuild.cli.report import FORMATS, as_text
from protobuild.cli.session import Session, coloured, pass_session
from protobuild.cli.taking_on import take, taken_before
from protobuild.life.baseline import read_baseline, sift
from protobuild.life.checking import all_findings
from protobuild.life.home import find_home
from protobuild.life.opening import Opened, open_draft
from protobuild.model.outline import Kind, walk
from protobuild.model.saying import counted
from protobuild.model.source import Finding, Severity, UsageError, errors_of

OF_COVERAGE = ("html", "csv")
"""The forms that only coverage has."""


@click.command(
    "check",
    short_help="Say what to put right in the protocol.",
    epilog=examples(
        "protobuild check",
        "protobuild -C imported check --strict",
        "protobuild check --coverage",
        "protobuild check --coverage --format html --out coverage.html",
        "protobuild check --explain unknown-field",
        "protobuild -C imported check --take-on",
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, *OF_COVERAGE)),
    default="text",
    help="`text` for people, `json` for programs, `github` for remarks beside the lines of a change; "
    "with --coverage also `html`, a page, and `csv`, a spreadsheet.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Say of everything a protocol should say where it is said, and on whose authority it rests.",
)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write the coverage to.")
@click.option("--explain", "rule", metavar="RULE", help="Say what a rule asks for, and check nothing.")
@click.option(
    "--take-on",
    is_flag=True,
    help="Take on a document as it is: list its warnings in baseline.yaml, where they are told no more. "
    "Asked for again, it takes off what was put right; nothing new is added.",
)
@pass_session
def command(
    session: Session,
    form: str,
    strict: bool,
    coverage: bool,
    out: Path | None,
    rule: str | None,
    take_on: bool,
) -> int:
    """Say what to put right in the protocol: all faults in all files, each with place, reason and remedy.

    Leaves with 0 when nothing stands in the way, and with 1 when there are errors.
    """
    if rule is not None:
        click.echo(explain(rule))
        return 0
    home = find_home(session.folder)
    if coverage:
        from protobuild.cli.coverage import show_coverage  # which takes the templates of pages with it

        return show_coverage(session, home, form, out, strict=strict)
    _insist_on_no_coverage(form, out)
    opened = open_draft(home, today())
    sifted = sift(all_findings(home, opened), read_baseline(home))
    if take_on:
        sifted = take(session, home, sifted)
    findings = sifted.told
    if findings or form != "text":
        click.echo(as_text(findings, colour=coloured()) if form == "text" else FORMATS[form](findings))
    if form == "text" and not session.quiet:
        click.echo(_summary(opened, findings))
        click.echo(taken_before(sifted), nl=False)
    return _code(findings, strict)


def _insist_on_no_coverage(form: str, out: Path | None) -> None:
    """Raise UsageError where something was asked for that only coverage has."""
    if out is not None:
        raise UsageError("--out goes with --coverage.", fix=f"Write: protobuild check --coverage --out {out}")
    if form in OF_COVERAGE:
        fix = f"Write: protobuild check --coverage --format {form}"
        raise UsageError(f"--format {form} goes with --coverage.", fix=fix)


def _summary(opened: Opened, findings: tuple[Finding, ...]) -> str:
    errors = len(errors_of(findings))
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    notes = len(findings) - errors - warnings
    look = f"{counted(notes, 'note')} to look at" if notes else ""
    if errors or warnings:
        right = f"{counted(errors, 'error')} and {counted(warnings, 'warning')} to put right"
        return f"{right}, {look}." if look else f"{right}."
    if opened.outline is None:
        return ""
    sections = sum(1 for _ in walk(opened.outline, Kind.SECTION))
    paragraphs = sum(1 for _ in walk(opened.outline, Kind.PARAGRAPH))
    size = f"{counted(sections, 'section')}, {counted(paragraphs, 'paragraph')}"
    return f"{size}: {look or 'nothing to put right'}."


def _code(findings: tuple[Finding, ...], strict: bool) -> int:
    severities = {finding.severity for finding in findings}
    failed = Severity.ERROR in severities or (strict and Severity.WARNING in severities)
    return int(failed)
