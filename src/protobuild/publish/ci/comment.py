"""Comment: what a change does to the protocol, in the words of a clerk, as GitHub and GitLab show it.

Whatever comes from the text of a change goes through `plainly`, and no line begins with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protobuild.model.redlined import Redlined
from protobuild.model.saying import counted, listed
from protobuild.model.source import Finding, Severity
from protobuild.publish.ci.compared import Compared
from protobuild.publish.ci.plainly import plainly
from protobuild.publish.ci.rows import rows
from protobuild.publish.ci.run import Run
from protobuild.render import summary

MARK = "<!-- protobuild -->"
"""The first line, by which a workflow finds the comment it wrote before."""

FOR_FORCE, FOR_CHANGES, FOR_FINDINGS, FOR_NOTES = 12_000, 28_000, 12_000, 6_000
"""Letters for each part of a comment; GitHub takes 65,536 in all, and the redline attached has the rest."""

_NUMBERS = (
    "C1, C2 and so on are the numbers of this comment and of the redline that is attached; a paper that is "
    "issued has its own."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a comment tells."""

    compared: Compared
    findings: Sequence[Finding]
    adopted: Sequence[str] = ()
    """The versions that the change adopts."""
    attached: Sequence[str] = ()
    """The files in which the redline is attached."""
    website: str = ""
    """What became of the website; empty where none was asked for."""


def write_comment(told: Told, run: Run) -> str:
    """Return the comment, without the mark that a workflow knows it by."""
    lines = ["## What this change does to the protocol", "", *_paragraphs(told)]
    lines += _to_put_right(told, run)
    lines += _attached(told, run)
    return "\n".join(lines).rstrip() + "\n"


def _paragraphs(told: Told) -> Iterator[str]:
    redlined = told.compared.redlined
    if told.compared.since:
        yield from (plainly(told.compared.since), "")
    if redlined is not None and redlined.different:
        yield from ("The two texts have too little in common to be versions of one document.", "")
    if redlined is not None and not redlined.changes:
        yield from ("**Nothing changed in words.**", "")
    elif redlined is not None:
        yield from (f"**{summary.counted(redlined)}** {summary.ranked(redlined)}".rstrip(), "")
        yield from _force(redlined)
        yield from _changes(redlined)
    if told.adopted:
        names = listed([plainly(each) for each in told.adopted])
        yield from (f"It brings what was adopted: {names}.", "")
    if told.website:
        yield from (plainly(told.website), "")


def _force(redlined: Redlined) -> Iterator[str]:
    """Yield what is required more, less or otherwise than before, which comes first."""
    said = [
        f"- **{row.name}**{_brackets(row.where)}: {plainly(row.says)}" for row in summary.forced(redlined)
    ]
    lost = [f"**{each.name}**{_brackets(', '.join(each.old))}" for each in summary.dropped(redlined)]
    if lost:
        said.append(
            f"- Text is dropped together with what it required, expected or allowed: {', '.join(lost)}"
        )
    if said:
        kept, left = _within(FOR_FORCE, said)
        more = [f"- … and {left} more, in the redline that is attached."] if left else []
        yield from ("### Changes in what the words require", "", *kept, *more, "")


def _changes(redlined: Redlined) -> Iterator[str]:
    yield from ("### Every change", "", "| Change | Old | New | What changes | Reason |")
    yield "| --- | --- | --- | --- | --- |"
    kept, left = _within(FOR_CHANGES, rows(redlined))
    more = f"{counted(left, 'more change')} in the redline that is attached. " if left else ""
    yield from (*kept, "", f"{more}{_NUMBERS}", "")


def _within(room: int, lines: Iterable[str]) -> tuple[list[str], int]:
    """Return the lines that have room, and how many have none."""
    kept, left = [], 0
    for line in lines:
        room -= len(line)
        if left or room < 0:
            left += 1
        else:
            kept.append(line)
    return kept, left


def _brackets(numbers: str) -> str:
    return f" ({plainly(numbers)})" if numbers else ""


def _to_put_right(told: Told, run: Run) -> Iterator[str]:
    """Yield the errors, then the warnings; notes, which nobody has to act on, are folded away."""
    said = {severity: _said(told.findings, severity, run) for severity in Severity}
    said[Severity.WARNING] += [f"- **warning**: {plainly(each)}" for each in told.compared.warnings]
    *serious, notes = said.values()
    yield from ("### What to put right", "")
    yield from _few([line for lines in serious for line in lines], FOR_FINDINGS) or ["Nothing."]
    yield ""
    if notes:
        head = f"<details><summary>{counted(len(notes), 'note')} to look at</summary>"
        yield from (head, "", *_few(notes, FOR_NOTES), "", "</details>", "")


def _said(findings: Iterable[Finding], severity: Severity, run: Run) -> list[str]:
    return [_finding(each, run) for each in findings if each.severity is severity]


def _few(lines: Iterable[str], room: int) -> list[str]:
    kept, left = _within(room, lines)
    return [*kept, f"- … and {left} more; `protobuild check` lists them all."] if left else kept


def _finding(finding: Finding, run: Run) -> str:
    place = f"{plainly(finding.place.file)}, line {finding.place.line}"
    link = run.link(finding.place.file, finding.place.line)
    where = f"[{place}]({link})" if link else place
    fix = f" {plainly(finding.fix)}" if finding.fix else ""
    return f"- **{finding.severity}** {where}: {plainly(finding.message)}.{fix}"


def _attached(told: Told, run: Run) -> Iterator[str]:
    if told.attached:
        where = f"[attached to this run]({run.files})" if run.files else "beside this comment"
        files = listed([f"`{name}`" for name in told.attached])
        yield f"The redline is {where}: {files}."
