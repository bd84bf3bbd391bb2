"""Show what changed between two texts, or over several drafts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from protobuild.cli.days import today
from protobuild.cli.options import examples, to_and_out
from protobuild.cli.outputs import Work, publish
from protobuild.cli.papers import announce, day_of_issue, frozen, issue_options, papers_of
from protobuild.cli.program import FINE
from protobuild.cli.session import Session, file_stem, pass_session
from protobuild.cli.views import as_seen, chosen, print_redline, view_options
from protobuild.cli.word import tracked_options, with_day
from protobuild.life.comparing import compared
from protobuild.life.home import Home, find_home, home_at
from protobuild.life.notes import Notes, not_honoured, read_notes, reasons
from protobuild.life.sides import is_draft, new_side, old_side
from protobuild.life.texts import Text, told_apart
from protobuild.life.theme.folder import read_theme
from protobuild.model.redlined import Paper, Redlined
from protobuild.model.saying import counted
from protobuild.model.source import UsageError, refuse_errors
from protobuild.render.views import Tracked


@click.command(
    "redline",
    short_help="Show what changed between two texts.",
    epilog=examples(
        "protobuild redline",
        "protobuild redline 2026-05-14",
        "protobuild redline old.md new.md",
        "protobuild redline --to docx",
        "protobuild redline 2026-05-14 officers.md committee.md",
        "protobuild redline --changes-only --show",
        'protobuild redline --issue "Standards Committee, 3 June"',
    ),
)
@click.argument("texts", nargs=-1, metavar="[OLD] [NEW] [NEWER]...")
@view_options
@issue_options
@tracked_options
@to_and_out
@pass_session
def command(
    session: Session,
    texts: tuple[str, ...],
    changes_only: bool,
    side_by_side: bool,
    show: bool,
    colour: bool | None,
    paper: str | None,
    day: str | None,
    tracked: Tracked,
    outputs: tuple[str, ...],
    out: Path | None,
) -> int:
    """Show what changed, with a schedule of changes and where every old paragraph went.

    OLD is the version adopted last and NEW the draft, unless named. Each may be a day, a
    folder, a .docx, .md or .txt file, or an earlier text kept by git. Files are only read.
    """
    view = chosen(changes_only, side_by_side, show, outputs)
    on = day_of_issue(paper, day)
    home = home_at(session.folder) if texts else find_home(session.folder)
    old, new, *newer = [*texts, None, None][: max(2, len(texts))]
    rounds = _texts(home, old, (new, *newer))
    for text in rounds:
        session.remark(text.remark)
        session.warn(text.outline.sides[0].doubt)
    draft = is_draft(texts[-1] if len(texts) > 1 else None, home)
    view = with_day(view, tracked, today() if draft else None, outputs)
    if paper is not None and not (draft and len(rounds) == 2):
        raise UsageError(
            "Only the changes of the draft, from one earlier text, can be issued.",
            fix="Name the earlier text alone, or none: protobuild redline --issue NAME",
        )
    notes = _notes(session, home) if draft else Notes((), ())
    kept = papers_of(home, rounds[0].outline.sides[0].ref, draft=draft)
    announce(session, kept, draft=draft)
    redlined = _compare(rounds, notes, kept.papers)
    if paper is not None:
        issued = frozen(session, home, paper, on, redlined, kept)
        redlined = _compare(rounds, notes, tuple(dict.fromkeys((*kept.papers, issued))))
    for warning in not_honoured(notes, redlined):
        session.warn(warning)
    _remark(session, redlined)
    if show:
        print_redline(redlined, view, colour)
        if not outputs:
            return FINE
    stem = "-to-".join(["redline", *map(file_stem, texts)]).replace("redline-to-", "redline-")
    work = Work(
        given=redlined,
        title=rounds[-1].outline.title,
        stem=stem,
        name="Changes from " + " to ".join(f"“{side.label}”" for side in redlined.outline.sides),
        about="For the committee that decides, and for anyone who asks what is different.",
        draft=rounds[-1].outline.sides[0].ref if draft else "",
        theme=read_theme(home),
    )
    return publish(session, as_seen(work, view), outputs, session.at(out) if out else home.output)


def _texts(home: Home, old: str | None, newer: Sequence[str | None]) -> tuple[Text, ...]:
    """Return the texts to compare, earliest first; raise UsageError where one cannot be found."""
    first = old_side(old, home)
    if newer[0] is None and not home.exists:
        raise UsageError(
            f"There is no protocol here to compare '{old}' with.",
            fix=f"Name the second text too: protobuild redline {old} new.md",
        )
    return told_apart([first, *(new_side(given, home) for given in newer)])


def _compare(rounds: Sequence[Text], notes: Notes, papers: Sequence[Paper]) -> Redlined:
    outlines = [text.outline for text in rounds]
    return compared(outlines, reasons(notes), papers, ids=all(text.ids for text in rounds))


def _notes(session: Session, home: Home) -> Notes:
    notes = read_notes(home)
    refuse_errors(notes.findings)
    for finding in notes.findings:
        session.warn(f"{finding.place.file}: {finding.message}. {finding.fix}")
    return notes


def _remark(session: Session, redlined: Redlined) -> None:
    """Say in a line what the redline holds."""
    if redlined.different:
        session.say(
            "These texts have too little in common to be versions of one document: "
            "the old one is shown struck as a whole, and the new one as new."
        )
    elif not redlined.changes:
        session.say("The texts say the same.")
    else:
        forces = sum(1 for change in redlined.changes if change.force)
        touching = f", {forces} of them in what the words require" if forces else ""
        alive = [change for change in redlined.changes if not change.withdrawn]
        session.say(f"{counted(len(alive), 'change')} to decide{touching}.")
