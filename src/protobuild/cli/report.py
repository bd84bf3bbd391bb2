"""Write findings for people, for programs, and as remarks beside the lines of a change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from protobuild.model.source import Finding, Severity

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""What a terminal calls red, yellow and cyan."""

WIDEST = 120
"""Characters of a line shown; a paragraph typed on one line would fill the screen."""


FEW = 3
"""How many warnings of one rule are explained; an import's thirty known gaps would bury the rest."""


def as_text(findings: Iterable[Finding], *, colour: bool = False) -> str:
    """Return findings for people: the place and what is wrong, the line, why, and what to do.

    Errors are always explained. Of warnings of one rule the first few are, and each further
    one keeps its line.
    """
    told: Counter[str] = Counter()
    out = []
    for finding in findings:
        told[finding.rule] += finding.severity is not Severity.ERROR
        out.append(_one(finding, colour, brief=told[finding.rule] > FEW))
    return "\n".join(out)


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list, with a name for each part."""
    return json.dumps([_record(finding) for finding in findings], indent=2, ensure_ascii=False)


def as_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands, which become remarks beside the lines of a change."""
    return "\n".join(_command(finding) for finding in findings)


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
"""Every form of report by the name `check --format` gives it."""


def _one(finding: Finding, colour: bool, *, brief: bool = False) -> str:
    place = finding.place
    severity = str(finding.severity)
    if colour:
        severity = f"\x1b[1;{COLOURS[finding.severity]}m{severity}\x1b[0m"
    lines = [
        f"{_shown(place.file)}:{place.line}:{place.column}: {severity}: "
        f"{_shown(finding.message)} [{finding.rule}]"
    ]
    if brief and finding.severity is not Severity.ERROR:
        return lines[0]
    if finding.excerpt.strip():
        lines += _excerpt(finding)
    lines += [
        f"  {label}: {_shown(words)}"
        for label, words in (("why", finding.why), ("fix", finding.fix))
        if words
    ]
    return "\n".join(lines)


def _excerpt(finding: Finding) -> list[str]:
    """Return the line of the file, and below it what the finding speaks of underlined."""
    place = finding.place
    line = finding.excerpt.rstrip()
    start = min(place.column, len(line) + 1) - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[cut : cut + WIDEST]
    length = max(1, min(end, cut + len(shown)) - start)
    return [f"{place.line:>5} | {_shown(shown)}", f"      | {' ' * (start - cut)}{'^' * length}"]


def _shown(words: str) -> str:
    """Return words without anything a terminal would obey."""
    if words.isprintable():
        return words
    return "".join(letter if letter.isprintable() else " " for letter in words)


def _record(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line or place.line,
        "end_column": place.end_column or place.column,
        "why": finding.why,
        "fix": finding.fix,
        "excerpt": finding.excerpt,
    }


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _command(finding: Finding) -> str:
    place = finding.place
    where = f"file={_escaped(place.file, of_a_field=True)},line={place.line},col={place.column}"
    title = _escaped(finding.rule, of_a_field=True)
    words = "\n".join(part for part in (finding.message, finding.why, finding.fix) if part)
    return f"::{_LEVELS[finding.severity]} {where},title={title}::{_escaped(words)}"


def _escaped(words: str, *, of_a_field: bool = False) -> str:
    """Return words as the commands want them, so that nothing in a file becomes a command."""
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if of_a_field else words
