"""Text: what is known of the past as plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from protobuild.model.outline import Outline
from protobuild.render.lines import WIDTH, wrap
from protobuild.render.looking_back.sayings import (
    change_said,
    draft_said,
    facts_of,
    logged_said,
    named,
    step_said,
)
from protobuild.render.looking_back.told import AsOf, Blame, Blamed, Draft, History, Log, Step
from protobuild.render.summary import forced
from protobuild.render.text import write_text

INDENT = "    "


def asof_text(answer: AsOf) -> str:
    """Return the words of a day, exactly as text.txt has them, and below them what is known of them."""
    remarks = [wrap(said, WIDTH, "! ", "  ") for said in answer.remarks]
    facts = [wrap(f"{label}: {words}", WIDTH, "  ", "    ") for label, words in facts_of(answer)]
    return "\n".join((*remarks, *answer.lines, "", *facts)) + "\n"


def history_text(history: History, *, colour: bool = False) -> str:
    """Return the story of a provision, the latest version first."""
    parts = [": ".join(part for part in (history.title, named(history)) if part)]
    parts += ["\n".join(_step(step, colour)) for step in history.steps]
    if history.with_drafts:
        parts += _drafts(history, colour=colour)
    return "\n\n".join(parts) + "\n"


def _step(step: Step, colour: bool) -> Iterator[str]:
    yield wrap(f"{step.act.says}: {step_said(step)}", WIDTH, "", INDENT)
    if step.redline is not None:
        yield _marked(step.redline, colour)
    for change in step.changes:
        yield wrap(change_said(change), WIDTH, INDENT, INDENT + "  ")
    if step.act.doubt:
        yield wrap(f"warning: {step.act.doubt}", WIDTH, INDENT, INDENT)


def _marked(redline: Outline, colour: bool) -> str:
    lines = write_text(redline, colour=colour, width=WIDTH - len(INDENT)).strip("\n").split("\n")
    return "\n".join(f"{INDENT}{line}" if line else "" for line in lines if line)


def _drafts(history: History, *, colour: bool) -> list[str]:
    out = ["Drafts between adoptions, as the history kept them:"]
    out += ["\n".join(_draft(draft, colour)) for draft in history.drafts]
    if not history.drafts:
        out.append(f"{INDENT}None.")
    if history.cut_short:
        out.append(f"{INDENT}This copy holds only the latest part of the history.")
    return out


def _draft(draft: Draft, colour: bool) -> Iterator[str]:
    yield wrap(draft_said(draft), WIDTH, "", INDENT)
    if draft.adopts:
        yield wrap(f"Adoptions kept with it: {draft.adopts}", WIDTH, INDENT, INDENT)
    if draft.redline is not None:
        yield _marked(draft.redline, colour)
    elif draft.touched:
        yield wrap(f"Clauses: {', '.join(draft.touched)}", WIDTH, INDENT, INDENT)


def log_text(log: Log) -> str:
    """Return every version, the latest first, with how much it changed."""
    parts = [log.title]
    for row in log.rows:
        lines = [wrap(f"{row.act.says} (changelog/{row.act.version})", WIDTH, "", INDENT)]
        lines.append(wrap(logged_said(row), WIDTH, INDENT, INDENT))
        lines += [
            wrap(f"{each.name} ({each.where}): {each.says}", WIDTH, INDENT + "  ", INDENT * 2)
            for each in (forced(row.redlined) if row.redlined and not row.redlined.different else ())
        ]
        lines += [wrap(event, WIDTH, INDENT, INDENT) for event in row.events]
        lines += [wrap(f"warning: {row.act.doubt}", WIDTH, INDENT, INDENT)] if row.act.doubt else []
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def blame_text(blame: Blame) -> str:
    """Return every paragraph with the version that last changed it, a line each."""
    rows = [(row.number, _by(row), row.words) for row in blame.rows]
    first = max((len(number) for number, _, _ in rows), default=0)
    second = max((len(by) for _, by, _ in rows), default=0)
    lines = [f"{number:<{first}}  {by:<{second}}  {words}".rstrip() for number, by, words in rows]
    head = f"{blame.title}: who last changed each paragraph of the text adopted {blame.act.says}"
    return "\n".join((wrap(head, WIDTH), "", *lines)) + "\n"


def _by(row: Blamed) -> str:
    changes = " ".join(change.name for change in row.amended.changes)
    said = "first on record" if row.amended.first else changes
    return f"{row.amended.act.decided}" + (f" ({said})" if said else "")
